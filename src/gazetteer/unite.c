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
    item->same = item->number;
    item->latitude = record ? record->latitude : GMI_NO_POINT;
    item->type = record ? (uint8_t)gmi_type_of_feature(
                              gmi_image_feature(image, record))
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

void gmi_unite(const gm_gazetteer *gazetteer, struct gmi_united *items,
               size_t count)
{
    for (size_t i = 0; i < count; i++)
        describe(gazetteer, &items[i]);
    if (count < 2)
        return;
    qsort(items, count, sizeof *items, compare);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            if (items[j].type != items[i].type ||
                (items[i].type == GMI_TYPE_TOWN &&
                 (int64_t)items[j].latitude - items[i].latitude > TOWN_REACH))
                break;
            if (items[i].same == items[j].same ||
                !gmi_gazetteer_is_one(gazetteer, items[i].place,
                                      items[j].place))
                continue;
            const uint32_t from = items[j].same, into = items[i].same;
            const uint32_t lower = from < into ? from : into;
            for (size_t k = 0; k < count; k++)
                if (items[k].same == from || items[k].same == into)
                    items[k].same = lower;
        }
    }
    qsort(items, count, sizeof *items, compare_numbers);
}
