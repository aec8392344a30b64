/* SPDX-License-Identifier: MIT */
/* A hash table from 64-bit keys to 32-bit values, emptied in no time. */
#ifndef RESOLVE_INDEX_H
#define RESOLVE_INDEX_H

#include "base/status.h"

struct gmi_index_entry {
    uint64_t key;
    uint32_t value;
    uint32_t turn; /* the entry counts in this turn only */
};

/* Zeroed: empty. */
struct gmi_index {
    struct gmi_index_entry *entries;
    size_t size; /* a power of two */
    size_t count;
    uint32_t turn;
};

void gmi_index_release(struct gmi_index *index);
void gmi_index_clear(struct gmi_index *index);

/*
 * The value of a key; one that is new gets `value`, and *is_new is set. NULL
 * when out of memory. The pointer lives until the next call.
 */
uint32_t *gmi_index_put(struct gmi_index *index, uint64_t key, uint32_t value,
                        bool *is_new);

/* NULL when the key is not there. */
const uint32_t *gmi_index_find(const struct gmi_index *index, uint64_t key);

#endif
