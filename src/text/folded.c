/* SPDX-License-Identifier: MIT */
/* A word in its folded form. */
#include "text/folded.h"

#include <stdbool.h>

static bool is_word(const struct gmi_folded *word, const char *text)
{
    return strcmp(word->bytes, text) == 0;
}

void gmi_fold_make_canonical(struct gmi_folded *word)
{
    static const char *const pairs[][2] = {
        {"saint", "st"}, {"sainte", "ste"}, {"mount", "mt"}, {"fort", "ft"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (word->bytes[0] != pairs[i][0][0] || !is_word(word, pairs[i][0]))
            continue;
        memset(word->bytes, 0, 8);
        word->length = strlen(pairs[i][1]);
        memcpy(word->bytes, pairs[i][1], word->length);
        return;
    }
}

void gmi_fold(const char *text, size_t length, struct gmi_folded *out)
{
    out->length = 0;
    size_t position = 0;
    while (position < length) {
        const bool is_ascii = (unsigned char)text[position] < 0x80;
        const uint32_t code = gmi_utf8_next(text, &position);
        const struct gmi_letter *letter = gmi_letter_of(code);
        if (letter->class > GMI_LETTER_LAST_IN_WORD)
            continue; /* a full stop of "U.S.", a soft hyphen */
        if (is_ascii)
            gmi_fold_ascii(out, letter);
        else
            gmi_fold_letter(out, code, letter);
    }
    if (out->length == 0 && length == 1 && text[0] == '&') {
        memcpy(out->bytes, "and", 3);
        out->length = 3;
    }
    gmi_fold_end(out);
}
