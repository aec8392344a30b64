/* SPDX-License-Identifier: MIT */
/* Adding places, and finding them by their ids. */
#include "build/builder.h"

#include "base/memory.h"
#include "base/status.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* An id that is a plain number without leading zeros, or false. */
static bool parse_number(const char *id, uint32_t *out)
{
    if (id[0] < '0' || id[0] > '9' || (id[0] == '0' && id[1]))
        return false;
    uint64_t number = 0;
    for (const char *p = id; *p; p++) {
        if (*p < '0' || *p > '9')
            return false;
        number = number * 10 + (uint64_t)(*p - '0');
        if (number > UINT32_MAX)
            return false;
    }
    *out = (uint32_t)number;
    return true;
}

/* What a place is known by. */
struct place_id {
    uint8_t source;
    bool is_string;
    uint32_t number;
    const char *text;
};

static struct place_id id_of(uint8_t source, const char *id)
{
    struct place_id out = {.source = source, .text = id};
    out.is_string = !parse_number(id, &out.number);
    return out;
}

static uint64_t hash_id(const struct place_id *id)
{
    uint64_t hash = id->source;
    if (!id->is_string)
        return gmi_mix(hash << 32 | id->number);
    for (const char *p = id->text; *p; p++)
        hash = gmi_mix(hash + (unsigned char)*p);
    return hash;
}

static struct place_id id_of_place(const gm_builder *builder,
                                   const struct gmi_build_place *place)
{
    return (struct place_id){
        .source = place->source,
        .is_string = place->flags & GMI_PLACE_STRING_ID,
        .number = place->id,
        .text = builder->texts.data + place->id,
    };
}

static bool id_equal(const struct place_id *a, const struct place_id *b)
{
    if (a->source != b->source || a->is_string != b->is_string)
        return false;
    return a->is_string ? strcmp(a->text, b->text) == 0
                        : a->number == b->number;
}

static size_t slot_of(const gm_builder *builder, const struct place_id *id)
{
    const size_t mask = builder->id_table_size - 1;
    size_t slot = hash_id(id) & mask;
    while (builder->id_table[slot]) {
        const struct place_id known = id_of_place(
            builder, &builder->places[builder->id_table[slot] - 1]);
        if (id_equal(&known, id))
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

static uint32_t find(const gm_builder *builder, const struct place_id *id)
{
    if (builder->id_table_size == 0)
        return GMI_NONE;
    return builder->id_table[slot_of(builder, id)] - 1; /* 0 - 1: none */
}

static bool grow_table(gm_builder *builder)
{
    const size_t size =
        builder->id_table_size ? builder->id_table_size * 2 : 4096;
    uint32_t *table = gmi_alloc_zeroed(size, sizeof *table);
    if (!table)
        return false;
    gmi_release(builder->id_table);
    builder->id_table = table;
    builder->id_table_size = size;
    for (size_t i = 0; i < builder->place_count; i++) {
        const struct place_id id = id_of_place(builder, &builder->places[i]);
        table[slot_of(builder, &id)] = (uint32_t)i + 1;
    }
    return true;
}

uint32_t gmi_builder_find_number(const gm_builder *builder, uint8_t source,
                                 uint32_t number)
{
    const struct place_id id = {.source = source, .number = number};
    return find(builder, &id);
}

uint32_t gmi_builder_find_id(const gm_builder *builder, const char *full_id)
{
    const char *colon = strchr(full_id, ':');
    if (!colon)
        return GMI_NONE;
    const size_t length = (size_t)(colon - full_id);
    for (size_t i = 0; i < builder->source_count; i++) {
        const char *prefix = builder->sources[i].prefix;
        if (strncmp(prefix, full_id, length) == 0 && !prefix[length]) {
            const struct place_id id = id_of((uint8_t)i, colon + 1);
            return find(builder, &id);
        }
    }
    return GMI_NONE;
}

/* ---- Adding ------------------------------------------------------------ */

static bool is_given(const char *text)
{
    return text && *text;
}

static gm_status check_place(const gm_build_place *place, gm_error *err)
{
    if (!is_given(place->id) || strlen(place->id) > 64)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "an id has to have 1 to 64 bytes");
    const size_t length = place->name ? strlen(place->name) : 0;
    if (length > GMI_NAME_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "a name of %zu bytes is too long", length);
    if (gmi_utf8_check(place->id, strlen(place->id)) < strlen(place->id) ||
        (length && gmi_utf8_check(place->name, length) < length))
        return gmi_fail(err, GM_ERR_UTF8, "a name or id is not UTF-8");
    const bool has_point = !isnan(place->longitude) || !isnan(place->latitude);
    if (has_point && !(place->longitude >= -180 && place->longitude <= 180))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "longitude %g is not between -180 and 180",
                        place->longitude);
    if (has_point && !(place->latitude >= -90 && place->latitude <= 90))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "latitude %g is not between -90 and 90",
                        place->latitude);
    if (is_given(place->country) && (strlen(place->country) != 2 ||
                                     !gmi_country_number(place->country)))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "'%s' is no country's two letters", place->country);
    if (is_given(place->feature) &&
        (strlen(place->feature) >=
             sizeof((struct gmi_feature_record *)0)->code ||
         !gmi_is_code(place->feature, strlen(place->feature))))
        return gmi_fail(err, GM_ERR_ARGUMENT, "'%s' is no feature code",
                        place->feature);
    return GM_OK;
}

/* Sets what is given; what is not stays as it was. */
static gm_status set_values(gm_builder *builder, struct gmi_build_place *known,
                            const gm_build_place *place, gm_error *err)
{
    if (!isnan(place->longitude) && !isnan(place->latitude)) {
        known->longitude = (int32_t)lround(place->longitude * 1e7);
        known->latitude = (int32_t)lround(place->latitude * 1e7);
    }
    if (is_given(place->country))
        known->country = gmi_country_number(place->country);
    if (place->population)
        known->population = place->population < UINT32_MAX
                                ? (uint32_t)place->population
                                : UINT32_MAX;
    if (place->radius_km > 0) {
        known->radius = gmi_radius_of(place->radius_km);
        known->flags |= GMI_PLACE_RADIUS_GIVEN;
    }
    char country[4];
    gmi_country_code(known->country, country);
    if (is_given(place->admin1)) {
        known->admin1 =
            gmi_builder_code(builder, country, place->admin1, NULL);
        if (is_given(place->admin2))
            known->admin2 = gmi_builder_code(builder, country, place->admin1,
                                             place->admin2);
    }
    if (is_given(place->parent))
        known->parent = gmi_builder_intern(builder, &builder->ids,
                                           place->parent,
                                           strlen(place->parent)) + 1;
    if (is_given(place->feature)) {
        const uint32_t feature =
            gmi_builder_intern(builder, &builder->features, place->feature,
                               strlen(place->feature));
        if (builder->is_out_of_memory)
            return gmi_fail_memory(err);
        if (feature > UINT16_MAX)
            return gmi_fail(err, GM_ERR_UNSUPPORTED, "too many feature codes");
        known->feature = (uint16_t)feature;
    }
    return GM_OK;
}

gm_status gmi_builder_set_main_name(gm_builder *builder, uint32_t index,
                                    const struct gmi_new_name *name,
                                    gm_error *err)
{
    struct gmi_build_place *place = &builder->places[index];
    const size_t before = builder->name_count;
    const gm_status status = gmi_builder_put_name(builder, index, name, err);
    if (status || builder->name_count == before)
        return status;
    if (place->main_name != GMI_NONE)
        builder->names[place->main_name].kind = GM_NAME_ALTERNATE;
    place->main_name = (uint32_t)before;
    return GM_OK;
}

static gm_status set_main_name(gm_builder *builder, uint32_t index,
                               const char *name, gm_error *err)
{
    const struct gmi_new_name added = {
        .text = name, .length = strlen(name), .kind = GM_NAME_MAIN};
    return gmi_builder_set_main_name(builder, index, &added, err);
}

static gm_status add_new(gm_builder *builder, const gm_build_place *place,
                         const struct place_id *id, gm_error *err)
{
    if (builder->place_count >= GMI_NONE - 1 ||
        !gmi_reserve(&builder->places, &builder->place_capacity,
                     builder->place_count, sizeof *builder->places))
        return gmi_fail_memory(err);
    struct gmi_build_place added = {
        .longitude = GMI_NO_POINT,
        .latitude = GMI_NO_POINT,
        .main_name = GMI_NONE,
        .id = id->number,
        .first_name = (uint32_t)builder->name_count,
        .source = builder->source,
    };
    if (id->is_string) {
        added.flags |= GMI_PLACE_STRING_ID;
        added.id = gmi_builder_text(builder, id->text, strlen(id->text));
        if (added.id == UINT32_MAX)
            return gmi_fail_memory(err);
    }
    gm_status status = set_values(builder, &added, place, err);
    if (status)
        return status;
    /* It counts once its name is known to be one. */
    const uint32_t index = (uint32_t)builder->place_count;
    builder->places[index] = added;
    status = set_main_name(builder, index, place->name, err);
    if (status)
        return status;
    if (builder->places[index].main_name == GMI_NONE)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "the name '%.80s' has no letter or digit",
                        place->name);
    builder->id_table[slot_of(builder, id)] = index + 1;
    builder->last_place = index;
    builder->place_count++;
    builder->sources[builder->source].places++;
    return GM_OK;
}

gm_status gm_builder_add_place(gm_builder *builder,
                               const gm_build_place *place, gm_error *err)
{
    if (builder->source_count == 0)
        return gmi_fail(err, GM_ERR_ARGUMENT, "places need a source first");
    gm_status status = check_place(place, err);
    if (status)
        return status;
    if (builder->place_count * 2 >= builder->id_table_size &&
        !grow_table(builder))
        return gmi_fail_memory(err);
    const struct place_id id = id_of(builder->source, place->id);
    const uint32_t known = find(builder, &id);
    if (known == GMI_NONE) {
        if (!is_given(place->name))
            return gmi_fail(err, GM_ERR_ARGUMENT, "a place has no name");
        return add_new(builder, place, &id, err);
    }
    builder->last_place = known;
    status = set_values(builder, &builder->places[known], place, err);
    if (!status && is_given(place->name))
        status = set_main_name(builder, known, place->name, err);
    return status;
}
