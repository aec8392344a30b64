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
    /* One degree of latitude has 111.2 km; with less the reach is longer. */
    static const double per_km = 1e7 / 110;
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, item->place, &image);
    item->latitude = GMI_NO_POINT;
    item->type = GMI_TYPE_NONE;
    if (!record)
        return;
    const enum gmi_type type = gmi_image_type(image, record);
    item->latitude = record->latitude;
    item->reach = (uint32_t)(gmi_reach_km(type, record) * per_km);
    item->id = record->id;
    item->country = record->country;
    item->type = (uint8_t)type;
    item->layer = (uint8_t)(image - gazetteer->images);
    item->has_string_id = (record->flags & GMI_PLACE_STRING_ID) != 0;
}

/*
 * False: they are not one, as can be told without their records and names:
 * neither by ids, which two layers share, nor as twins.
 */
static bool may_be_one(const struct gmi_united *a, const struct gmi_united *b)
{
    if (a->layer != b->layer && a->has_string_id == b->has_string_id &&
        (a->has_string_id || a->id == b->id))
        return true;
    const int64_t apart = (int64_t)a->latitude - b->latitude;
    const uint32_t reach = a->reach > b->reach ? a->reach : b->reach;
    return (!a->country || !b->country || a->country == b->country) &&
           (apart < 0 ? -apart : apart) <= (int64_t)reach;
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
            if (!may_be_one(&items[i], &items[j]) ||
                !gmi_gazetteer_is_one(gazetteer, items[i].place,
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
