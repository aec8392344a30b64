/* SPDX-License-Identifier: MIT */
/* The places that mentions name, each once. */
#include "write/place_list.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"

#include <stdlib.h>

enum { SLOTS_MIN = 64 };

void gmi_place_list_release(struct gmi_place_list *list)
{
    gmi_release(list->places);
    gmi_release(list->slots);
    *list = (struct gmi_place_list){0};
}

/* The slot of a place, or the free one where it belongs. */
static size_t *find_slot(const struct gmi_place_list *list, uint32_t index)
{
    /* Knuth's multiplicative hash; slot_count is a power of two. */
    size_t slot = (index * 2654435761u) & (list->slot_count - 1);
    while (list->slots[slot] &&
           list->places[list->slots[slot] - 1].place.index != index)
        slot = (slot + 1) & (list->slot_count - 1);
    return &list->slots[slot];
}

/* Keeps at least half of the slots free. */
static bool grow_slots(struct gmi_place_list *list)
{
    if (list->count * 2 < list->slot_count)
        return true;
    struct gmi_place_list grown = *list;
    grown.slot_count = list->slot_count ? list->slot_count * 2 : SLOTS_MIN;
    grown.slots = gmi_alloc_zeroed(grown.slot_count, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < list->count; i++)
        *find_slot(&grown, list->places[i].place.index) = i + 1;
    gmi_release(list->slots);
    list->slots = grown.slots;
    list->slot_count = grown.slot_count;
    return true;
}

static bool insert(struct gmi_place_list *list, const gm_record *record,
                   size_t *slot)
{
    if (!gmi_reserve(&list->places, &list->capacity, list->count,
                     sizeof *list->places))
        return false;
    list->places[list->count] = (struct gmi_listed_place){
        .place = record->place,
        .has_point = record->has_point,
        .number = list->count,
    };
    *slot = ++list->count;
    return true;
}

gm_status gmi_place_list_add(struct gmi_place_list *list,
                             const gm_record *record, uint64_t document,
                             size_t *number, gm_error *err)
{
    if (!grow_slots(list))
        return gmi_fail_memory(err);
    size_t *slot = find_slot(list, record->place.index);
    if (!*slot && !insert(list, record, slot))
        return gmi_fail_memory(err);
    struct gmi_listed_place *listed = &list->places[*slot - 1];
    listed->mentions++;
    listed->uses[record->mention->use]++;
    listed->confidence_sum += record->mention->confidence;
    if (listed->last_document != document)
        listed->documents++;
    listed->last_document = document;
    *number = *slot - 1;
    return GM_OK;
}

gm_use gmi_listed_use(const struct gmi_listed_place *listed)
{
    int best = GM_USE_LITERAL;
    for (int use = best + 1; use < GMI_USE_COUNT; use++)
        if (listed->uses[use] > listed->uses[best])
            best = use;
    return (gm_use)best;
}

double gmi_listed_confidence(const struct gmi_listed_place *listed)
{
    return listed->confidence_sum / (double)listed->mentions;
}

static int by_mentions(const void *a, const void *b)
{
    const struct gmi_listed_place *p = a, *q = b;
    if (p->mentions != q->mentions)
        return p->mentions < q->mentions ? 1 : -1;
    return p->number < q->number ? -1 : p->number > q->number;
}

void gmi_place_list_sort(struct gmi_place_list *list)
{
    if (list->count)
        qsort(list->places, list->count, sizeof *list->places, by_mentions);
}
