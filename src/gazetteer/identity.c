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

/*
 * How far apart two sources put one place. A region that belongs to no
 * country is far larger than its radius is sure, and has few namesakes.
 */
static double reach_km(enum gmi_type type, const struct gmi_place_record *a,
                       const struct gmi_place_record *b)
{
    enum { TOWN_KM = 5, AREA_KM_MIN = 10, WORLD_KM = 2500 };
    if (type == GMI_TYPE_TOWN || type == GMI_TYPE_FACILITY ||
        type == GMI_TYPE_OTHER)
        return TOWN_KM;
    if (!a->country && !b->country &&
        (type == GMI_TYPE_REGION || type == GMI_TYPE_WATER))
        return WORLD_KM;
    const double radius = (a->radius > b->radius ? a->radius : b->radius) / 10.0;
    return radius > AREA_KM_MIN ? radius : AREA_KM_MIN;
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
    const enum gmi_type type =
        gmi_type_of_feature(gmi_image_feature(a_image, a_record));
    if (gmi_type_of_feature(gmi_image_feature(b_image, b_record)) != type)
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
    const enum gmi_type type =
        gmi_type_of_feature(gmi_image_feature(image, record));
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

/* Looks for the place under one of its names; `is_first`: the preferred one. */
static void look_above(struct above *above, uint64_t key, bool is_first)
{
    const gm_gazetteer *gazetteer = above->gazetteer;
    struct gmi_hits hits;
    struct gmi_hit hit;
    bool is_known = false;
    for (size_t i = above->layer + 1; i < gazetteer->count; i++)
        is_known = is_known ||
                   (gmi_image_may_know(&gazetteer->images[i], key) &&
                    (gmi_image_probe(&gazetteer->images[i], key) &
                     GMI_KEY_IS_NAME));
    if (!is_known)
        return;
    gmi_hits_begin(&hits, gazetteer, key);
    while (gmi_hits_next(&hits, &hit)) {
        if (hit.layer <= above->layer)
            continue;
        if (gmi_gazetteer_same_place(gazetteer, above->place, hit.place))
            above->same = hit.place;
        else if (above->same == above->place &&
                 (hit.kind == GM_NAME_MAIN ||
                  (is_first && hit.kind < GM_NAME_ABBREVIATION)) &&
                 layer_of(gazetteer, above->twin) < hit.layer &&
                 gmi_gazetteer_is_twin(gazetteer, above->place, hit.place))
            above->twin = hit.place;
    }
}

uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place)
{
    struct above above = {gazetteer, place, layer_of(gazetteer, place), place,
                          place};
    if (above.layer + 1 >= gazetteer->count)
        return place;
    look_above(&above, first_name_key(gazetteer, place), true);
    const size_t count = gm_gazetteer_place_name_count(gazetteer, place);
    gm_name name;
    for (size_t i = 0; i < count && above.same == place; i++)
        if (gm_gazetteer_place_name(gazetteer, place, i, &name) == GM_OK &&
            name.kind < GM_NAME_ABBREVIATION)
            look_above(&above, gmi_key_of(name.text, strlen(name.text), NULL),
                       false);
    return above.same != place ? above.same : above.twin;
}
