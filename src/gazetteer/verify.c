/* SPDX-License-Identifier: MIT */
/* Reads all of a compiled gazetteer and checks that it holds together. */
#include "gazetteer/image.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

static gm_status wrong(gm_error *err, const char *what, size_t index)
{
    return gmi_fail(err, GM_ERR_DAMAGED, "%s, in record %zu", what, index);
}

static bool is_string_start(const struct gmi_image *image, uint32_t offset)
{
    return offset < image->string_bytes &&
           (offset == 0 || image->strings[offset - 1] == '\0');
}

static bool is_place(const struct gmi_image *image, uint32_t index)
{
    return index == GMI_NONE || index < image->place_count;
}

static bool is_point(const struct gmi_place_record *place)
{
    if (place->latitude == GMI_NO_POINT || place->longitude == GMI_NO_POINT)
        return place->latitude == place->longitude;
    return place->latitude >= -900000000 && place->latitude <= 900000000 &&
           place->longitude >= -1800000000 && place->longitude <= 1800000000;
}

static gm_status verify_places(const struct gmi_image *image, gm_error *err)
{
    uint32_t first_name = 0;
    for (size_t i = 0; i < image->place_count; i++) {
        const struct gmi_place_record *place = &image->places[i];
        if (!is_string_start(image, place->name))
            return wrong(err, "a place has no name", i);
        if ((place->flags & GMI_PLACE_STRING_ID) &&
            !is_string_start(image, place->id))
            return wrong(err, "a place has no id", i);
        if (!is_point(place))
            return wrong(err, "a point is not on earth", i);
        if (!is_place(image, place->admin1) ||
            !is_place(image, place->admin2) || !is_place(image, place->parent))
            return wrong(err, "a place lies in one that is not there", i);
        if (place->feature >= image->feature_count ||
            place->source >= image->source_count || place->country > 26 * 26)
            return wrong(err, "a code is not in its table", i);
        if (place->first_name < first_name ||
            place->first_name > image->of_place_count)
            return wrong(err, "the names of places overlap", i);
        first_name = place->first_name;
    }
    return GM_OK;
}

static bool has_slot(const struct gmi_image *image, uint64_t key, size_t first)
{
    struct gmi_slot_walk walk = gmi_image_walk_slots(image, key);
    uint32_t record;
    while (gmi_image_next_name(image, &walk, &record))
        if (record == first)
            return true;
    return false;
}

/* Records of one key stand together and their slot leads to the first. */
static gm_status verify_names(const struct gmi_image *image, gm_error *err)
{
    size_t first = 0;
    for (size_t i = 0; i < image->name_count; i++) {
        const struct gmi_name_record *name = &image->names[i];
        if (!is_string_start(image, name->text))
            return wrong(err, "a name has no text", i);
        if (name->place >= image->place_count)
            return wrong(err, "a name has no place", i);
        if ((name->language & GMI_LANGUAGE_MASK) >= image->language_count ||
            name->kind > GM_NAME_ADJECTIVE)
            return wrong(err, "a code is not in its table", i);
        const char *text = gmi_image_string(image, name->text);
        const uint64_t key = gmi_key_of(text, strlen(text), NULL);
        if (!has_slot(image, key, first))
            return wrong(err, "a name is not in the index", i);
        if (name->flags & GMI_NAME_LAST)
            first = i + 1;
    }
    if (first != image->name_count)
        return wrong(err, "the last name does not end", image->name_count);
    return GM_OK;
}

static gm_status verify_lists(const struct gmi_image *image, gm_error *err)
{
    for (size_t i = 0; i < image->of_place_count; i++)
        if (image->names_of_place[i] >= image->name_count)
            return wrong(err, "a place has a name that is not there", i);
    for (size_t i = 0; i < image->country_count; i++)
        if (!is_place(image, image->countries[i].place))
            return wrong(err, "a country is not there", i);
    for (size_t i = 0; i < image->source_count; i++) {
        const struct gmi_source_record *source = &image->sources[i];
        if (!is_string_start(image, source->prefix) ||
            !is_string_start(image, source->name) ||
            !is_string_start(image, source->licence) ||
            !is_string_start(image, source->url))
            return wrong(err, "a source has no name", i);
    }
    return GM_OK;
}

gm_status gmi_image_verify(const struct gmi_image *image, gm_error *err)
{
    gm_status status = gmi_container_verify(&image->container, err);
    if (status)
        return status;
    const size_t bad = gmi_utf8_check(image->strings, image->string_bytes);
    if (bad < image->string_bytes)
        return gmi_fail_at_byte(err, GM_ERR_DAMAGED, bad,
                                "a string is not UTF-8");
    status = verify_places(image, err);
    if (!status)
        status = verify_names(image, err);
    if (!status)
        status = verify_lists(image, err);
    return status;
}
