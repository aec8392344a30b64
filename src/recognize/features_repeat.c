/* SPDX-License-Identifier: MIT */
/* Cues of the document: the same word elsewhere in it. */
#include "recognize/features.h"

#include "base/status.h"

struct slot {
    uint64_t word; /* hash, the kind of capitals mixed in */
    uint32_t first, last;
};

static size_t table_size(size_t count)
{
    size_t size = 16;
    while (size < count * 2)
        size *= 2;
    return size;
}

static struct slot *slot_of(struct slot *slots, size_t size, uint64_t word)
{
    size_t at = (size_t)word & (size - 1);
    while (slots[at].word && slots[at].word != word)
        at = (at + 1) & (size - 1);
    return &slots[at];
}

/* Chains the uses of each capital word, and finds those written small. */
static void chain(struct gmi_cues *cues, struct slot *slots, size_t size)
{
    struct gmi_cue *items = cues->items;
    const size_t end = cues->count + GMI_CUE_MARGIN;
    for (size_t i = GMI_CUE_MARGIN; i < end; i++) {
        if (!gmi_cue_is_capital(&items[i]))
            continue;
        struct slot *slot = slot_of(slots, size, items[i].word);
        if (!slot->word) {
            *slot = (struct slot){items[i].word, (uint32_t)i, (uint32_t)i};
            continue;
        }
        items[slot->last].next_same = (uint32_t)i;
        items[slot->first].first_same = slot->first;
        items[i].first_same = slot->first;
        slot->last = (uint32_t)i;
    }
    for (size_t i = GMI_CUE_MARGIN; i < end; i++) {
        if (items[i].caps != GMI_CAPS_LOWER)
            continue;
        const struct slot *slot = slot_of(slots, size, items[i].word);
        if (slot->word && !cues->is_caseless)
            items[slot->first].written_small = 1;
    }
    for (size_t i = GMI_CUE_MARGIN; i < end; i++)
        if (items[i].first_same)
            items[i].written_small = items[items[i].first_same].written_small;
}

gm_status gmi_cues_add_repeats(struct gmi_cues *cues, gm_document *doc,
                               gm_error *err)
{
    size_t capitals = 0;
    for (size_t i = 0; i < cues->count; i++)
        capitals += gmi_cue_is_capital(&cues->items[i + GMI_CUE_MARGIN]);
    const size_t size = table_size(capitals + 1);
    struct slot *slots = gmi_arena_array(&doc->arena, size, sizeof *slots);
    if (!slots)
        return gmi_fail_memory(err);
    chain(cues, slots, size);
    return GM_OK;
}
