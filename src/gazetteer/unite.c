/* SPDX-License-Identifier: MIT */
/* Which of the places that share a name are one. */
#include "gazetteer/unite.h"

#include "gazetteer/identity.h"
#include "gazetteer/type_word.h"

#include <stdlib.h>

/* 5 km of latitude, in 1e-7 degrees: the reach of a town. */
enum { TOWN_REACH = 450000 };

static void describe(const gm_gazetteer *gazetteer, struct gmi_united *item)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, item->place, &image);
    item->latitude = record ? record->latitude : GMI_NO_POINT;
    item->type =
        record ? (uint8_t)gmi_type_of_feature(gmi_image_feature(image, record))
               : GMI_TYPE_NONE;
}

static int compare(const void *a_item, const void *b_item)
{
    const struct gmi_united *a = a_item, *b = b_item;
    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    if (a->latitude != b->latitude)
        return a->latitude < b->latitude ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static int compare_numbers(const void *a_item, const void *b_item)
{
    const struct gmi_united *a = a_item, *b = b_item;
    return a->number < b->number ? -1 : a->number > b->number;
}

/* Whether all that are one with `a` are one with all that are with `b`. */
static bool are_one(const gm_gazetteer *gazetteer,
                    const struct gmi_united *items, uint32_t a, uint32_t b)
{
    uint32_t i = a, j = b;
    do {
        do {
            if (!gmi_gazetteer_is_one(gazetteer, items[i].place,
                                      items[j].place))
                return false;
            j = items[j].next;
        } while (j != b);
        i = items[i].next;
    } while (i != a);
    return true;
}

/* Makes one ring of two. */
static void join(struct gmi_united *items, uint32_t a, uint32_t b)
{
    const uint32_t a_next = items[a].next;
    const uint32_t lower =
        items[a].same < items[b].same ? items[a].same : items[b].same;
    items[a].next = items[b].next;
    items[b].next = a_next;
    uint32_t i = a;
    do {
        items[i].same = lower;
        i = items[i].next;
    } while (i != a);
}

static bool are_far(const struct gmi_united *a, const struct gmi_united *b)
{
    return a->type != b->type ||
           (a->type == GMI_TYPE_TOWN &&
            (int64_t)b->latitude - a->latitude > TOWN_REACH);
}

void gmi_unite(const gm_gazetteer *gazetteer, struct gmi_united *items,
               size_t count)
{
    for (size_t i = 0; i < count; i++) {
        describe(gazetteer, &items[i]);
        items[i].same = items[i].number;
    }
    if (count < 2)
        return;
    qsort(items, count, sizeof *items, compare);
    for (uint32_t i = 0; i < count; i++)
        items[i].next = i;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t j = i + 1; j < count && !are_far(&items[i], &items[j]);
             j++)
            if (items[i].same != items[j].same &&
                are_one(gazetteer, items, i, j))
                join(items, i, j);
    qsort(items, count, sizeof *items, compare_numbers);
}
