/* SPDX-License-Identifier: MIT */
/* Checks the places of a compiled gazetteer and their names. */
#include "gazetteer/verify.h"

#include "base/memory.h"

#include <string.h>

static bool is_place_or_none(const struct gmi_image *image, uint32_t index)
{
    return index == GMI_NONE || index < image->place_count;
}

static gm_status verify_place(const struct gmi_image *image, size_t i,
                              gm_error *err)
{
    const struct gmi_place_record *place = &image->places[i];
    if (!gmi_image_is_string(image, place->name) ||
        !image->strings[place->name])
        return gmi_verify_fail(err, "a place has no name", i);
    if ((place->flags & GMI_PLACE_STRING_ID) &&
        !gmi_image_is_string(image, place->id))
        return gmi_verify_fail(err, "a place has no id", i);
    const bool is_without = place->latitude == GMI_NO_POINT &&
                            place->longitude == GMI_NO_POINT;
    if (!is_without && !gmi_place_has_point(place))
        return gmi_verify_fail(err, "a point is not on earth", i);
    if (!is_place_or_none(image, place->admin1) ||
        !is_place_or_none(image, place->admin2) ||
        !is_place_or_none(image, place->parent))
        return gmi_verify_fail(err, "a place lies in one that is not there", i);
    if (place->feature >= image->feature_count ||
        place->source >= image->source_count || place->country > 26 * 26)
        return gmi_verify_fail(err, "a code is not in its table", i);
    if (place->radius == 0)
        return gmi_verify_fail(err, "a place has no radius", i);
    const size_t begin = place->first_name;
    const size_t end = i + 1 < image->place_count
                           ? image->places[i + 1].first_name
                           : image->of_place_count;
    if (begin >= end || end > image->of_place_count || (i == 0 && begin > 0))
        return gmi_verify_fail(err, "the names of places overlap", i);
    return GM_OK;
}

/* A walk along the parents never comes to where it was. */
static gm_status verify_parents(const struct gmi_image *image, gm_error *err)
{
    uint32_t *walks = gmi_alloc_zeroed(image->place_count, sizeof *walks);
    if (!walks)
        return gmi_fail_memory(err);
    gm_status status = GM_OK;
    for (uint32_t walk = 1; walk <= image->place_count && !status; walk++) {
        uint32_t place = walk - 1;
        while (place != GMI_NONE && !walks[place]) {
            walks[place] = walk;
            place = image->places[place].parent;
        }
        if (place != GMI_NONE && walks[place] == walk)
            status = gmi_verify_fail(err, "a place lies in itself", place);
    }
    gmi_release(walks);
    return status;
}

/* Each name is listed once, with its place; the main one comes first. */
static gm_status verify_list(const struct gmi_image *image, uint8_t *seen,
                             gm_error *err)
{
    for (uint32_t place = 0; place < image->place_count; place++) {
        size_t first;
        const size_t count = gmi_image_names_of(image, place, &first);
        for (size_t i = first; i < first + count; i++) {
            const uint32_t number = image->names_of_place[i];
            if (number >= image->name_count)
                return gmi_verify_fail(
                    err, "a place has a name that is not there", place);
            const struct gmi_name_record *name = &image->names[number];
            if (name->place != place)
                return gmi_verify_fail(
                    err, "a place has the name of another", place);
            if ((i == first) != (name->kind == GM_NAME_MAIN) ||
                (i == first && name->text != image->places[place].name))
                return gmi_verify_fail(
                    err, "a place's main name is not the first", place);
            if (seen[number / 8] >> number % 8 & 1)
                return gmi_verify_fail(err, "a name is listed twice", place);
            seen[number / 8] |= (uint8_t)(1u << number % 8);
        }
    }
    return GM_OK;
}

static gm_status verify_names(const struct gmi_image *image, gm_error *err)
{
    for (size_t i = 0; i < image->name_count; i++) {
        const struct gmi_name_record *name = &image->names[i];
        if (!gmi_image_is_string(image, name->text))
            return gmi_verify_fail(err, "a name has no text", i);
        if (name->place >= image->place_count)
            return gmi_verify_fail(err, "a name has no place", i);
        if ((name->language & GMI_LANGUAGE_MASK) >= image->language_count ||
            name->kind > GM_NAME_ADJECTIVE)
            return gmi_verify_fail(err, "a code is not in its table", i);
    }
    if (image->of_place_count != image->name_count)
        return gmi_fail(err, GM_ERR_DAMAGED, "not every name is listed");
    return GM_OK;
}

gm_status gmi_verify_places(const struct gmi_image *image, gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < image->place_count && !status; i++)
        status = verify_place(image, i, err);
    if (!status)
        status = verify_parents(image, err);
    if (!status)
        status = verify_names(image, err);
    if (status)
        return status;
    uint8_t *seen = gmi_alloc_zeroed(image->name_count / 8 + 1, 1);
    if (!seen)
        return gmi_fail_memory(err);
    status = verify_list(image, seen, err);
    gmi_release(seen);
    return status;
}
