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

/* What is known of a word; all 0: an unknown one. */
struct gmi_vocabulary_facts {
    uint16_t cluster_1024; /* all three count from 1 */
    uint16_t cluster_256;
    uint8_t cluster_64;
    uint8_t rank;  /* binary logarithm of the rank, less 2, at least 1 */
    uint8_t small; /* 1 to 7: share of uses in small letters; for words that
                      are not seen often enough, 8: a dictionary has it in
                      small letters, 9: with a capital, 10: both; 0: neither */
};

/* Bytes of the tagger's file, by which a word is found. */
struct gmi_vocabulary_entry {
    uint32_t fingerprint; /* the low half of the word's hash; 0: empty */
    uint16_t clusters;    /* of 1024, and from bit 10 on, of 64 */
    uint8_t cluster_256;
    uint8_t rank_small;   /* rank less 1, and from bit 4 on, small */
};

_Static_assert(sizeof(struct gmi_vocabulary_entry) == 8, "vocabulary");

struct gmi_vocabulary {
    const struct gmi_vocabulary_entry *entries;
    size_t entry_count;
};

static inline struct gmi_vocabulary_entry
gmi_vocabulary_pack(uint64_t hash, const struct gmi_vocabulary_facts *facts)
{
    return (struct gmi_vocabulary_entry){
        .fingerprint = (uint32_t)hash,
        .clusters = (uint16_t)((facts->cluster_1024 - 1) |
                               (facts->cluster_64 - 1) << 10),
        .cluster_256 = (uint8_t)(facts->cluster_256 - 1),
        .rank_small = (uint8_t)((facts->rank - 1) | facts->small << 4),
    };
}

static inline struct gmi_vocabulary_facts
gmi_vocabulary_unpack(const struct gmi_vocabulary_entry *entry)
{
    return (struct gmi_vocabulary_facts){
        .cluster_1024 = (uint16_t)((entry->clusters & 1023) + 1),
        .cluster_256 = (uint16_t)(entry->cluster_256 + 1),
        .cluster_64 = (uint8_t)((entry->clusters >> 10) + 1),
        .rank = (uint8_t)((entry->rank_small & 15) + 1),
        .small = entry->rank_small >> 4,
    };
}

static inline size_t gmi_vocabulary_slot(uint64_t hash, size_t entry_count)
{
    return (size_t)((hash >> 32) * (uint64_t)entry_count >> 32);
}

static inline struct gmi_vocabulary_facts
gmi_vocabulary_find(const struct gmi_vocabulary *vocabulary, uint64_t hash)
{
    const size_t count = vocabulary->entry_count;
    size_t slot = count ? gmi_vocabulary_slot(hash, count) : 0;
    for (size_t i = 0; i < count; i++) {
        const struct gmi_vocabulary_entry *entry = &vocabulary->entries[slot];
        if (entry->fingerprint == (uint32_t)hash && entry->fingerprint)
            return gmi_vocabulary_unpack(entry);
        if (entry->fingerprint == 0)
            break;
        slot = slot + 1 < count ? slot + 1 : 0;
    }
    return (struct gmi_vocabulary_facts){0};
}

#endif
