/* SPDX-License-Identifier: MIT */
/* Lists in one word of the command line. */
#include "cli/list.h"

#include <ctype.h>
#include <string.h>

bool words_split(const char *list, struct words *out)
{
    out->count = 0;
    if (!list)
        return true;
    const size_t length = strlen(list);
    if (length >= sizeof out->text)
        return false;
    memcpy(out->text, list, length + 1);
    for (char *word = out->text;;) {
        char *comma = strchr(word, ',');
        if (comma)
            *comma = '\0';
        if (!*word || out->count == WORDS_MAX)
            return false;
        out->items[out->count++] = word;
        if (!comma)
            return true;
        word = comma + 1;
    }
}

bool words_split_countries(const char *list, struct words *out)
{
    if (!words_split(list, out))
        return false;
    for (size_t i = 0; i < out->count; i++) {
        char *code = out->text + (out->items[i] - out->text);
        for (size_t j = 0; j < 2; j++) {
            if (!isalpha((unsigned char)code[j]))
                return false;
            code[j] = (char)toupper((unsigned char)code[j]);
        }
        if (code[2])
            return false;
    }
    return true;
}

bool words_has(const struct words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return true;
    return false;
}
