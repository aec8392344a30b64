/* SPDX-License-Identifier: MIT */
/* Which places are one. */
#include "gazetteer/identity.h"

#include "gazetteer/type_word.h"
#include "geo/sphere.h"
#include "text/fold.h"

#include <string.h>

static uint64_t hash_string(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
    return hash;
}

uint64_t gmi_gazetteer_identity(const gm_gazetteer *gazetteer, uint32_t place)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, &image);
    if (!record)
        return 0;
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    if (record->source < image->source_count)
        hash = hash_string(hash, gmi_image_string(
                                     image,
                                     image->sources[record->source].prefix));
    if (record->flags & GMI_PLACE_STRING_ID)
        return gmi_mix(hash_string(hash ^ ':',
                                   gmi_image_string(image, record->id)));
    return gmi_mix(hash * 31 + record->id);
}

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

/* ---- Layers ------------------------------------------------------------ */

static size_t layer_of(const gm_gazetteer *gazetteer, uint32_t place)
{
    size_t layer = 0;
    while (layer + 1 < gazetteer->count &&
           place >= gazetteer->bases[layer + 1])
        layer++;
    return layer;
}

uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place)
{
    const size_t layer = layer_of(gazetteer, place);
    if (layer + 1 >= gazetteer->count)
        return place;
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, &image);
    if (!record)
        return place;
    const char *name = gmi_image_string(image, record->name);
    struct gmi_hits hits;
    struct gmi_hit hit;
    uint32_t same = place, twin = place;
    gmi_hits_begin(&hits, gazetteer, gmi_key_of(name, strlen(name), NULL));
    while (gmi_hits_next(&hits, &hit)) {
        if (hit.layer <= layer)
            continue;
        if (gmi_gazetteer_same_place(gazetteer, place, hit.place))
            same = hit.place;
        else if (same == place && hit.kind == GM_NAME_MAIN &&
                 layer_of(gazetteer, twin) < hit.layer &&
                 gmi_gazetteer_is_twin(gazetteer, place, hit.place))
            twin = hit.place;
    }
    return same != place ? same : twin;
}
