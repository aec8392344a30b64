/* SPDX-License-Identifier: MIT */
/*
 * A word in its folded form, and how letters get into it: for those who meet
 * the letters anyway. What folding is stands in text/fold.h.
 */
#ifndef TEXT_FOLDED_H
#define TEXT_FOLDED_H

#include "text/letter.h"
#include "text/utf8.h"

#include <string.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "hashes and compiled files are little-endian"
#endif

/* Longest folded word, in bytes; what is longer is cut there. */
enum { GMI_FOLD_MAX = 120 };

struct gmi_folded {
    char bytes[GMI_FOLD_MAX + 8]; /* zero behind the word */
    size_t length;
};

/* Folds the bytes of one word of valid UTF-8. */
void gmi_fold(const char *text, size_t length, struct gmi_folded *out);

static inline uint64_t gmi_mix(uint64_t x)
{
    /* the finaliser of splitmix64 */
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

/* The hash of a folded word. */
static inline uint64_t gmi_fold_hash(const struct gmi_folded *word)
{
    uint64_t hash = word->length * UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = 0; i < word->length; i += 8) {
        uint64_t eight;
        memcpy(&eight, word->bytes + i, sizeof eight);
        if (word->length - i < 8) /* as if zeros stood behind the word */
            eight &= UINT64_MAX >> 8 * (8 - (word->length - i));
        hash = (hash ^ eight) * UINT64_C(0x9fb21c651e98df25);
        hash ^= hash >> 32;
    }
    return gmi_mix(hash);
}

static inline void gmi_fold_put(struct gmi_folded *out, uint32_t code)
{
    if (out->length + 4 > GMI_FOLD_MAX)
        return;
    out->length += gmi_utf8_put(code, out->bytes + out->length);
}

/* Adds the folded form of a word's letter: of one to four letters, or none. */
static inline void gmi_fold_letter(struct gmi_folded *out, uint32_t code,
                                   const struct gmi_letter *letter)
{
    if (letter->fold == GMI_FOLD_SELF) {
        gmi_fold_put(out, code);
    } else if (letter->fold >= GMI_FOLD_EXPAND) {
        const uint16_t *letters = gmi_letter_expansion(letter->fold);
        for (size_t i = 0; i < 4 && letters[i]; i++)
            gmi_fold_put(out, letters[i]);
    } else if (letter->fold) {
        gmi_fold_put(out, letter->fold);
    }
}

/* The same for a letter of ASCII, which folds to one. */
static inline void gmi_fold_ascii(struct gmi_folded *out,
                                  const struct gmi_letter *letter)
{
    if (out->length < GMI_FOLD_MAX)
        out->bytes[out->length++] = (char)letter->fold;
}

/* "saint" is "st": for words of four to six bytes. */
void gmi_fold_make_canonical(struct gmi_folded *word);

/* Ends a word: zeros behind it, and one form where two are usual. */
static inline void gmi_fold_end(struct gmi_folded *out)
{
    for (size_t i = 0; i < 8; i++)
        out->bytes[out->length + i] = 0;
    if (out->length >= 4 && out->length <= 6)
        gmi_fold_make_canonical(out);
}

#endif
