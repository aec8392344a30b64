/* SPDX-License-Identifier: MIT */
/*
 * Folding: the form in which words are compared. Compatibility decomposition
 * (NFKD), accents dropped, case folded, and a few letters and words that
 * people write in two ways made one: "ı" is "i", "ß" is "ss", "saint" is
 * "st". The hash of the folded word is what texts and gazetteers share; both
 * are part of the format of compiled files (gazetteer/FORMAT.md).
 */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include "text/word.h"

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

/*
 * The key of a name: that of no word, and with one more word. A name's key
 * is that of its words in order.
 */
#define GMI_KEY_EMPTY UINT64_C(0x9e3779b97f4a7c15)

static inline uint64_t gmi_mix(uint64_t x)
{
    /* the finaliser of splitmix64 */
    x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

static inline uint64_t gmi_key_add(uint64_t key, uint64_t word_hash)
{
    return gmi_mix(key * UINT64_C(0xd1342543de82ef95) + word_hash);
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

/* The key of a whole name of valid UTF-8; `words` (may be NULL) counts. */
uint64_t gmi_key_of(const char *name, size_t length, size_t *words);

/* Whether two names have the same folded words. */
bool gmi_fold_equal(const char *a, size_t a_length, const char *b,
                    size_t b_length);

#endif
