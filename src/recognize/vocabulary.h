/* SPDX-License-Identifier: MIT */
/*
 * Words that the tagger knows from much text: clusters of words that stand
 * in the same places, how frequent a word is, how often it is written small.
 */
#ifndef RECOGNIZE_VOCABULARY_H
#define RECOGNIZE_VOCABULARY_H

#include "base/status.h"

#include <stddef.h>
#include <stdint.h>

/* Bytes of the tagger's file; 0 in `cluster_64`: an unknown word. */
struct gmi_vocabulary_entry {
    uint32_t fingerprint;  /* the low half of the word's hash; 0: empty */
    uint16_t cluster_1024; /* all three count from 1 */
    uint16_t cluster_256;
    uint8_t cluster_64;
    uint8_t rank;  /* binary logarithm of the rank, plus 1 */
    uint8_t small; /* 1 to 7: share of uses in small letters; 0: not known */
    uint8_t reserved;
};

_Static_assert(sizeof(struct gmi_vocabulary_entry) == 12, "vocabulary");

struct gmi_vocabulary {
    const struct gmi_vocabulary_entry *entries;
    size_t entry_count;
};

static inline size_t gmi_vocabulary_slot(uint64_t hash, size_t entry_count)
{
    return (size_t)((hash >> 32) * (uint64_t)entry_count >> 32);
}

/* Never NULL: zeros for a word that is not there. */
static inline const struct gmi_vocabulary_entry *
gmi_vocabulary_find(const struct gmi_vocabulary *vocabulary, uint64_t hash)
{
    static const struct gmi_vocabulary_entry nothing = {0, 0, 0, 0, 0, 0, 0};
    const size_t count = vocabulary->entry_count;
    if (count == 0)
        return &nothing;
    size_t slot = gmi_vocabulary_slot(hash, count);
    for (size_t i = 0; i < count; i++) {
        const struct gmi_vocabulary_entry *entry = &vocabulary->entries[slot];
        if (entry->fingerprint == (uint32_t)hash)
            return entry;
        if (entry->fingerprint == 0)
            break;
        slot = slot + 1 < count ? slot + 1 : 0;
    }
    return &nothing;
}

#endif
