/* SPDX-License-Identifier: MIT */
/* Folding: the form in which words are compared. */
#include "text/fold.h"

#include "text/fold_letter.h"

#include <string.h>

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

uint64_t gmi_key_of(const char *name, size_t length, size_t *words)
{
    uint64_t key = GMI_KEY_EMPTY;
    size_t position = 0, count = 0;
    struct gmi_word word;
    while (gmi_word_next(name, length, &position, &word)) {
        key = gmi_key_add(key, word.hash);
        count++;
    }
    if (words)
        *words = count;
    return key;
}

bool gmi_fold_equal(const char *a, size_t a_length, const char *b,
                    size_t b_length)
{
    size_t a_position = 0, b_position = 0;
    struct gmi_word a_word, b_word;
    struct gmi_folded a_fold, b_fold;
    for (;;) {
        const bool has_a = gmi_word_next(a, a_length, &a_position, &a_word);
        const bool has_b = gmi_word_next(b, b_length, &b_position, &b_word);
        if (!has_a || !has_b)
            return has_a == has_b;
        if (a_word.hash != b_word.hash)
            return false;
        gmi_fold(a + a_word.start, a_word.end - a_word.start, &a_fold);
        gmi_fold(b + b_word.start, b_word.end - b_word.start, &b_fold);
        if (a_fold.length != b_fold.length ||
            memcmp(a_fold.bytes, b_fold.bytes, a_fold.length) != 0)
            return false;
    }
}
