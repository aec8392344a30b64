/* SPDX-License-Identifier: MIT */
/* A hash table from 64-bit keys to 32-bit values, emptied in no time. */
#include "resolve/index.h"

#include "base/memory.h"
#include "text/fold.h"

enum { FIRST_SIZE = 64 };

void gmi_index_release(struct gmi_index *index)
{
    gmi_release(index->entries);
    *index = (struct gmi_index){0};
}

void gmi_index_clear(struct gmi_index *index)
{
    index->count = 0;
    if (++index->turn == 0) { /* after four thousand million turns */
        for (size_t i = 0; i < index->size; i++)
            index->entries[i].turn = 0;
        index->turn = 1;
    }
}

/* The entry of a key, or the one that it would take. */
static struct gmi_index_entry *entry_of(struct gmi_index_entry *entries,
                                        size_t size, uint32_t turn,
                                        uint64_t key)
{
    size_t slot = (size_t)gmi_mix(key) & (size - 1);
    while (entries[slot].turn == turn && entries[slot].key != key)
        slot = (slot + 1) & (size - 1);
    return &entries[slot];
}

static bool grow(struct gmi_index *index)
{
    const size_t size = index->size ? index->size * 2 : FIRST_SIZE;
    struct gmi_index_entry *entries = gmi_alloc_zeroed(size, sizeof *entries);
    if (!entries)
        return false;
    if (index->turn == 0)
        index->turn = 1;
    for (size_t i = 0; i < index->size; i++)
        if (index->entries[i].turn == index->turn)
            *entry_of(entries, size, index->turn, index->entries[i].key) =
                index->entries[i];
    gmi_release(index->entries);
    index->entries = entries;
    index->size = size;
    return true;
}

uint32_t *gmi_index_put(struct gmi_index *index, uint64_t key, uint32_t value,
                        bool *is_new)
{
    if (index->count * 2 >= index->size && !grow(index))
        return NULL;
    struct gmi_index_entry *entry =
        entry_of(index->entries, index->size, index->turn, key);
    *is_new = entry->turn != index->turn;
    if (*is_new) {
        *entry = (struct gmi_index_entry){key, value, index->turn};
        index->count++;
    }
    return &entry->value;
}

const uint32_t *gmi_index_find(const struct gmi_index *index, uint64_t key)
{
    if (index->count == 0)
        return NULL;
    const struct gmi_index_entry *entry =
        entry_of(index->entries, index->size, index->turn, key);
    return entry->turn == index->turn ? &entry->value : NULL;
}
