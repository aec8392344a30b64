/* SPDX-License-Identifier: MIT */
/* The places that the variants of a name lead to, each once. */
#include "gazetteer/answers.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "gazetteer/identity.h"
#include "gazetteer/importance.h"
#include "gazetteer/unite.h"
#include "gazetteer/variant.h"

#include <stdlib.h>

/* ---- Collecting -------------------------------------------------------- */

static bool add_hit(const gm_gazetteer *gazetteer, const struct gmi_hit *hit,
                    const struct gmi_variant *variant, struct gmi_answers *out)
{
    if (!gmi_reserve(&out->items, &out->capacity, out->count,
                     sizeof *out->items))
        return false;
    struct gmi_answer *answer = &out->items[out->count];
    *answer = (struct gmi_answer){
        .hit = *hit, .number = (uint32_t)out->count, .rule = variant->rule};
    answer->hit.place = gmi_gazetteer_topmost(gazetteer, hit->place);
    const struct gmi_image *image;
    const struct gmi_place_record *place =
        gmi_gazetteer_record(gazetteer, answer->hit.place, &image);
    answer->layer = (uint8_t)(image - gazetteer->images);
    answer->importance =
        gmi_importance(gmi_image_feature(image, place), place->population);
    out->count++;
    return true;
}

static bool add_variant(const gm_gazetteer *gazetteer,
                        const struct gmi_variant *variant,
                        struct gmi_answers *out)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    uint32_t last = GMI_NONE;
    gmi_hits_begin(&hits, gazetteer, variant->key);
    while (gmi_hits_next(&hits, &hit)) {
        if (hit.place == last)
            continue; /* a place's spellings stand together */
        last = hit.place;
        if (!add_hit(gazetteer, &hit, variant, out))
            return false;
    }
    return true;
}

/* ---- Each place once --------------------------------------------------- */

/* Of one place's names the most trusted first. */
static int compare_places(const void *a_item, const void *b_item)
{
    const struct gmi_answer *a = a_item, *b = b_item;
    if (a->hit.place != b->hit.place)
        return a->hit.place < b->hit.place ? -1 : 1;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    if (a->hit.layer != b->hit.layer)
        return a->hit.layer > b->hit.layer ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

/* What stands for others first: the upper layer, then the best known. */
static int compare_standing(const void *a_item, const void *b_item)
{
    const struct gmi_answer *a = a_item, *b = b_item;
    if (a->layer != b->layer)
        return a->layer > b->layer ? -1 : 1;
    if (a->importance != b->importance)
        return a->importance > b->importance ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static void merge(struct gmi_answer *kept, struct gmi_answer *gone)
{
    if (gone->rule < kept->rule) {
        const uint32_t place = kept->hit.place;
        kept->hit = gone->hit;
        kept->hit.place = place;
        kept->rule = gone->rule;
    }
    if (gone->importance > kept->importance)
        kept->importance = gone->importance;
    gone->hit.place = GMI_NONE;
}

/*
 * Answers of one place become one; then those of different layers that are
 * one by other signs. What one layer holds twice is shown as it is.
 */
static gm_status unite(const gm_gazetteer *gazetteer, struct gmi_answers *out)
{
    struct gmi_answer *items = out->items;
    size_t kept = 0;
    qsort(items, out->count, sizeof *items, compare_places);
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || items[kept - 1].hit.place != items[i].hit.place)
            items[kept++] = items[i];
    qsort(items, kept, sizeof *items, compare_standing);
    struct gmi_united *united = gmi_alloc_zeroed(kept, sizeof *united);
    if (!united)
        return GM_ERR_MEMORY;
    for (size_t i = 0; i < kept; i++)
        united[i] = (struct gmi_united){.place = items[i].hit.place,
                                        .number = (uint32_t)i};
    gmi_unite(gazetteer, united, kept);
    out->count = 0;
    for (size_t i = 0; i < kept; i++)
        if (items[united[i].same].layer != items[i].layer)
            merge(&items[united[i].same], &items[i]);
    for (size_t i = 0; i < kept; i++)
        if (items[i].hit.place != GMI_NONE)
            items[out->count++] = items[i];
    gmi_release(united);
    return GM_OK;
}

static int compare_answers(const void *a_item, const void *b_item)
{
    const struct gmi_answer *a = a_item, *b = b_item;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    if (a->importance != b->importance)
        return a->importance > b->importance ? -1 : 1;
    if (a->layer != b->layer)
        return a->layer > b->layer ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

/* ------------------------------------------------------------------------ */

gm_status gmi_answers_find(const gm_gazetteer *gazetteer, const char *name,
                           size_t length, struct gmi_answers *out)
{
    struct gmi_variants variants;
    gmi_variants_find(gazetteer, name, length, GMI_LANGUAGE_ANY, &variants);
    for (size_t i = 0; i < variants.count; i++)
        if (!add_variant(gazetteer, &variants.items[i], out))
            return GM_ERR_MEMORY;
    if (out->count == 0)
        return GM_OK;
    const gm_status status = unite(gazetteer, out);
    if (!status)
        qsort(out->items, out->count, sizeof *out->items, compare_answers);
    return status;
}

void gmi_answers_release(struct gmi_answers *answers)
{
    gmi_release(answers->items);
    *answers = (struct gmi_answers){0};
}
