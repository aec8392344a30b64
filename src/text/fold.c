/* SPDX-License-Identifier: MIT */
/* Folding: the form in which words are compared. */
#include "text/fold.h"

#include <string.h>

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
