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

#include "text/folded.h"
#include "text/word.h"

/*
 * The key of a name: that of no word, and with one more word. A name's key
 * is that of its words in order.
 */
#define GMI_KEY_EMPTY UINT64_C(0x9e3779b97f4a7c15)

static inline uint64_t gmi_key_add(uint64_t key, uint64_t word_hash)
{
    return gmi_mix(key * UINT64_C(0xd1342543de82ef95) + word_hash);
}

/* The key of a whole name of valid UTF-8; `words` (may be NULL) counts. */
uint64_t gmi_key_of(const char *name, size_t length, size_t *words);

/* Whether two names have the same folded words. */
bool gmi_fold_equal(const char *a, size_t a_length, const char *b,
                    size_t b_length);

#endif
