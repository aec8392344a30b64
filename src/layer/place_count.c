/* SPDX-License-Identifier: MIT */
/* How often each place is mentioned. */
#include "layer/place_count.h"

#include <cpl_vsi.h>

enum { CAPACITY_MIN = 32 }; /* a power of two, as all that follow */

void gmi_place_count_release(struct gmi_place_count *count)
{
    for (size_t i = 0; i < count->count; i++)
        VSIFree(count->places[i].quote);
    VSIFree(count->places);
    VSIFree(count->slots);
    *count = (struct gmi_place_count){0};
}

/* The slot of a place, or the free one where it belongs. */
static size_t *find_slot(const struct gmi_place_count *count, uint32_t index)
{
    /* Knuth's multiplicative hash. */
    size_t slot = (index * UINT32_C(2654435761)) & (count->slot_count - 1);
    while (count->slots[slot] &&
           count->places[count->slots[slot] - 1].index != index)
        slot = (slot + 1) & (count->slot_count - 1);
    return &count->slots[slot];
}

/* Makes room for one more, with at least half of the slots free. */
static bool grow(struct gmi_place_count *count)
{
    if (count->count < count->capacity)
        return true;
    struct gmi_place_count grown = *count;
    grown.capacity = count->capacity ? count->capacity * 2 : CAPACITY_MIN;
    grown.slot_count = grown.capacity * 2;
    grown.slots = VSICalloc(grown.slot_count, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    grown.places =
        VSIRealloc(count->places, grown.capacity * sizeof *grown.places);
    if (!grown.places) {
        VSIFree(grown.slots);
        return false;
    }
    for (size_t i = 0; i < count->count; i++)
        *find_slot(&grown, grown.places[i].index) = i + 1;
    VSIFree(count->slots);
    *count = grown;
    return true;
}

bool gmi_place_count_add(struct gmi_place_count *count, uint32_t index,
                         const gm_mention *mention, uint64_t document,
                         bool *is_first)
{
    if (!grow(count))
        return false;
    size_t *slot = find_slot(count, index);
    if (!*slot) {
        char *quote = VSIStrdup(mention->quote ? mention->quote : "");
        if (!quote)
            return false;
        count->places[count->count] =
            (struct gmi_counted_place){.index = index, .quote = quote};
        *slot = ++count->count;
    }
    struct gmi_counted_place *place = &count->places[*slot - 1];
    *is_first = place->last_document != document;
    place->mentions++;
    place->confidence_sum += mention->confidence;
    place->documents += *is_first;
    place->last_document = document;
    return true;
}
