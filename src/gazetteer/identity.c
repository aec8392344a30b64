/* SPDX-License-Identifier: MIT */
/* Which places are one. */
#include "gazetteer/identity.h"

#include "gazetteer/type_word.h"
#include "geo/sphere.h"
#include "text/fold.h"

#include <string.h>

/* ---- Twins ------------------------------------------------------------- */

static struct gmi_point point_of(const struct gmi_place_record *record)
{
    return (struct gmi_point){record->longitude / 1e7, record->latitude / 1e7};
}

/* A region or water of no country: far larger than its radius is sure. */
static bool is_worldwide(enum gmi_type type,
                         const struct gmi_place_record *record)
{
    return !record->country &&
           (type == GMI_TYPE_REGION || type == GMI_TYPE_WATER);
}

enum { TOWN_KM = 5, AREA_KM_MIN = 10, WORLD_KM = 2500 };

static double own_reach_km(enum gmi_type type,
                           const struct gmi_place_record *record)
{
    if (type == GMI_TYPE_TOWN || type == GMI_TYPE_FACILITY ||
        type == GMI_TYPE_OTHER)
        return TOWN_KM;
    const double radius = record->radius / 10.0;
    return radius > AREA_KM_MIN ? radius : AREA_KM_MIN;
}

double gmi_reach_km(enum gmi_type type, const struct gmi_place_record *record)
{
    return is_worldwide(type, record) ? WORLD_KM : own_reach_km(type, record);
}

/* How far apart two sources put one place. Worldwide ones have few namesakes. */
static double reach_km(enum gmi_type type, const struct gmi_place_record *a,
                       const struct gmi_place_record *b)
{
    if (is_worldwide(type, a) && is_worldwide(type, b))
        return WORLD_KM;
    const double a_km = own_reach_km(type, a), b_km = own_reach_km(type, b);
    return a_km > b_km ? a_km : b_km;
}

bool gmi_gazetteer_is_twin(const gm_gazetteer *gazetteer, uint32_t a,
                           uint32_t b)
{
    const struct gmi_image *a_image, *b_image;
    const struct gmi_place_record *a_record =
        gmi_gazetteer_record(gazetteer, a, &a_image);
    const struct gmi_place_record *b_record =
        gmi_gazetteer_record(gazetteer, b, &b_image);
    if (!a_record || !b_record || a_record->latitude == GMI_NO_POINT ||
        b_record->latitude == GMI_NO_POINT)
        return false;
    const enum gmi_type type = gmi_image_type(a_image, a_record);
    if (gmi_image_type(b_image, b_record) != type)
        return false;
    if (a_record->country && b_record->country &&
        a_record->country != b_record->country)
        return false;
    const double reach = reach_km(type, a_record, b_record);
    const struct gmi_point from = point_of(a_record), to = point_of(b_record);
    return gmi_distance_at_least_km(from, to) <= reach &&
           gmi_distance_km(from, to) <= reach;
}

static size_t layer_of(const gm_gazetteer *gazetteer, uint32_t place)
{
    size_t layer = 0;
    while (layer + 1 < gazetteer->count &&
           place >= gazetteer->bases[layer + 1])
        layer++;
    return layer;
}

/* ---- One place --------------------------------------------------------- */

static uint64_t first_name_key(const gm_gazetteer *gazetteer, uint32_t place)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, &image);
    const char *name = record ? gmi_image_string(image, record->name) : "";
    return gmi_key_of(name, strlen(name), NULL);
}

static bool has_name(const gm_gazetteer *gazetteer, uint32_t place,
                     uint64_t key)
{
    const size_t count = gm_gazetteer_place_name_count(gazetteer, place);
    gm_name name;
    for (size_t i = 0; i < count; i++)
        if (gm_gazetteer_place_name(gazetteer, place, i, &name) == GM_OK &&
            gmi_key_of(name.text, strlen(name.text), NULL) == key)
            return true;
    return false;
}

/*
 * Two sources of one file call a place the same. Of two files one may call
 * first what the other knows among its names.
 */
static bool share_name(const gm_gazetteer *gazetteer, uint32_t a, uint32_t b)
{
    const uint64_t a_key = first_name_key(gazetteer, a),
                   b_key = first_name_key(gazetteer, b);
    if (a_key == b_key)
        return true;
    return layer_of(gazetteer, a) != layer_of(gazetteer, b) &&
           (has_name(gazetteer, a, b_key) || has_name(gazetteer, b, a_key));
}

/* Counties of one name lie side by side, in different states. */
static bool share_admin1(const gm_gazetteer *gazetteer, uint32_t a,
                         uint32_t b)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, a, &image);
    const enum gmi_type type = gmi_image_type(image, record);
    if (type != GMI_TYPE_ADMIN2 && type != GMI_TYPE_ADMIN3)
        return true;
    const uint32_t a_area = gmi_gazetteer_ancestors(gazetteer, a).admin1,
                   b_area = gmi_gazetteer_ancestors(gazetteer, b).admin1;
    return a_area == b_area || a_area == GMI_NONE || b_area == GMI_NONE ||
           gmi_gazetteer_topmost(gazetteer, a_area) ==
               gmi_gazetteer_topmost(gazetteer, b_area);
}

bool gmi_gazetteer_is_one(const gm_gazetteer *gazetteer, uint32_t a,
                          uint32_t b)
{
    return gmi_gazetteer_same_place(gazetteer, a, b) ||
           (gmi_gazetteer_is_twin(gazetteer, a, b) &&
            share_admin1(gazetteer, a, b) && share_name(gazetteer, a, b));
}

/* ---- Layers ------------------------------------------------------------ */

/* What is known of a place in the layers above. */
struct above {
    const gm_gazetteer *gazetteer;
    uint32_t place;
    size_t layer;
    uint32_t same; /* of the same id, or the place itself */
    uint32_t twin; /* as one by other signs, or the place itself */
};

static bool is_known_above(const struct above *above, uint64_t key)
{
    const gm_gazetteer *gazetteer = above->gazetteer;
    for (size_t i = above->layer + 1; i < gazetteer->count; i++)
        if (gmi_image_may_know(&gazetteer->images[i], key) &&
            (gmi_image_probe(&gazetteer->images[i], key) & GMI_KEY_IS_NAME))
            return true;
    return false;
}

/* Looks for a place of the same id under one of the place's names. */
static void look_for_same(struct above *above, uint64_t key)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    if (!is_known_above(above, key))
        return;
    gmi_hits_begin_above(&hits, above->gazetteer, key, above->layer + 1);
    while (gmi_hits_next(&hits, &hit))
        if (gmi_gazetteer_same_place(above->gazetteer, above->place,
                                     hit.place))
            above->same = hit.place;
}

/* Looks for one by other signs; `is_first`: the name is the preferred one. */
static void look_for_twin(struct above *above, uint64_t key, bool is_first)
{
    const gm_gazetteer *gazetteer = above->gazetteer;
    struct gmi_hits hits;
    struct gmi_hit hit;
    if (!is_known_above(above, key))
        return;
    gmi_hits_begin_above(&hits, gazetteer, key, above->layer + 1);
    while (gmi_hits_next(&hits, &hit))
        if ((hit.kind == GM_NAME_MAIN ||
             (is_first && hit.kind < GM_NAME_ABBREVIATION)) &&
            layer_of(gazetteer, above->twin) < hit.layer &&
            gmi_gazetteer_is_twin(gazetteer, above->place, hit.place))
            above->twin = hit.place;
}

/* By the first name, then by the others that are no abbreviations. */
static void look_above(struct above *above, bool for_twin)
{
    const gm_gazetteer *gazetteer = above->gazetteer;
    const uint32_t place = above->place;
    const uint64_t first = first_name_key(gazetteer, place);
    if (for_twin)
        look_for_twin(above, first, true);
    else
        look_for_same(above, first);
    const size_t count = gm_gazetteer_place_name_count(gazetteer, place);
    gm_name name;
    for (size_t i = 0; i < count && above->same == place; i++) {
        if (gm_gazetteer_place_name(gazetteer, place, i, &name) != GM_OK ||
            name.kind >= GM_NAME_ABBREVIATION)
            continue;
        const uint64_t key = gmi_key_of(name.text, strlen(name.text), NULL);
        if (for_twin)
            look_for_twin(above, key, false);
        else
            look_for_same(above, key);
    }
}

uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place)
{
    struct above above = {gazetteer, place, layer_of(gazetteer, place), place,
                          place};
    uint32_t answer;
    if (above.layer + 1 >= gazetteer->count ||
        gmi_memo_find(gazetteer->memo, place, &answer))
        return above.layer + 1 >= gazetteer->count ? place : answer;
    look_above(&above, false);
    if (above.same == place)
        look_above(&above, true);
    answer = above.same != place ? above.same : above.twin;
    gmi_memo_keep(gazetteer->memo, place, answer);
    return answer;
}
