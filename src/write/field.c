/* SPDX-License-Identifier: MIT */
/* The fields of a mention: their names, types, and where they come from. */
#include "write/field.h"

#include "base/status.h"
#include "geo/point.h"

#include <math.h>
#include <string.h>

/* Which struct a field is read from; a null where it is not there. */
enum source { FROM_MENTION, FROM_PLACE, FROM_POINT, FROM_DOCUMENT };

/* How the member is kept there. */
enum member { TEXT, TEXT_ARRAY, SIZE, UINT64, DOUBLE, USE };

struct row {
    gm_field field;
    enum source source;
    enum member member;
    size_t offset;
};

#define IN_MENTION(name) offsetof(gm_mention, name)
#define IN_PLACE(name)   offsetof(gm_place, name)

/* Seven decimals of a degree are a centimetre, and RFC 7946's advice. */
enum { DEGREES = 7, KILOMETRES = 3, PROBABILITY = 4 };

/* clang-format off */
static const struct row ROWS[] = {
    [GMI_FIELD_DOC] = {{"doc", "doc", GM_FIELD_TEXT, 0, false},
        FROM_DOCUMENT, TEXT, 0},
    [GMI_FIELD_MENTION] = {{"mention", "mention", GM_FIELD_TEXT, 0, false},
        FROM_MENTION, TEXT, IN_MENTION(text)},
    [GMI_FIELD_START] = {{"start", "start", GM_FIELD_INTEGER, 0, false},
        FROM_MENTION, SIZE, IN_MENTION(start)},
    [GMI_FIELD_END] = {{"end", "end", GM_FIELD_INTEGER, 0, false},
        FROM_MENTION, SIZE, IN_MENTION(end)},
    [GMI_FIELD_BYTE_START] = {{"byte_start", NULL, GM_FIELD_INTEGER, 0, false},
        FROM_MENTION, SIZE, IN_MENTION(byte_start)},
    [GMI_FIELD_BYTE_END] = {{"byte_end", NULL, GM_FIELD_INTEGER, 0, false},
        FROM_MENTION, SIZE, IN_MENTION(byte_end)},
    [GMI_FIELD_USE] = {{"use", "use", GM_FIELD_TEXT, 0, false},
        FROM_MENTION, USE, IN_MENTION(use)},
    [GMI_FIELD_NAME] = {{"name", "name", GM_FIELD_TEXT, 0, false},
        FROM_PLACE, TEXT, IN_PLACE(name)},
    [GMI_FIELD_PLACE] = {{"place", "place", GM_FIELD_TEXT, 0, false},
        FROM_PLACE, TEXT_ARRAY, IN_PLACE(id)},
    [GMI_FIELD_FEATURE] = {{"feature", "feature", GM_FIELD_TEXT, 0, false},
        FROM_PLACE, TEXT_ARRAY, IN_PLACE(feature)},
    [GMI_FIELD_COUNTRY] = {{"country", "country", GM_FIELD_TEXT, 0, false},
        FROM_PLACE, TEXT_ARRAY, IN_PLACE(country)},
    [GMI_FIELD_ADMIN1] = {{"admin1", "admin1", GM_FIELD_TEXT, 0, false},
        FROM_PLACE, TEXT, IN_PLACE(admin1)},
    [GMI_FIELD_ADMIN2] = {{"admin2", "admin2", GM_FIELD_TEXT, 0, false},
        FROM_PLACE, TEXT, IN_PLACE(admin2)},
    [GMI_FIELD_LONGITUDE] = {{"longitude", "lon", GM_FIELD_REAL, DEGREES, true},
        FROM_POINT, DOUBLE, IN_PLACE(longitude)},
    [GMI_FIELD_LATITUDE] = {{"latitude", "lat", GM_FIELD_REAL, DEGREES, true},
        FROM_POINT, DOUBLE, IN_PLACE(latitude)},
    [GMI_FIELD_RADIUS_KM] = {{"radius_km", "radius_km", GM_FIELD_REAL,
        KILOMETRES, false}, FROM_PLACE, DOUBLE, IN_PLACE(radius_km)},
    [GMI_FIELD_POPULATION] = {{"population", "pop", GM_FIELD_INTEGER, 0, false},
        FROM_PLACE, UINT64, IN_PLACE(population)},
    [GMI_FIELD_CONFIDENCE] = {{"confidence", "conf", GM_FIELD_REAL,
        PROBABILITY, false}, FROM_MENTION, DOUBLE, IN_MENTION(confidence)},
    [GMI_FIELD_QUOTE] = {{"quote", "quote", GM_FIELD_TEXT, 0, false},
        FROM_MENTION, TEXT, IN_MENTION(quote)},
};
/* clang-format on */

_Static_assert(sizeof ROWS / sizeof ROWS[0] == GMI_FIELD_COUNT,
               "every field has its row");

size_t gm_field_count(void)
{
    return GMI_FIELD_COUNT;
}

const gm_field *gm_field_at(size_t index)
{
    return index < GMI_FIELD_COUNT ? &ROWS[index].field : NULL;
}

enum gmi_field gmi_field_named(const char *name)
{
    size_t i = 0;
    while (i < GMI_FIELD_COUNT && strcmp(ROWS[i].field.name, name) != 0)
        i++;
    return (enum gmi_field)i;
}

gm_status gmi_place_read(const gm_gazetteer *gazetteer, uint32_t index,
                         gm_place *out, gm_error *err)
{
    if (gm_gazetteer_place(gazetteer, index, out))
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "the gazetteer has no place number %lu",
                        (unsigned long)index);
    return GM_OK;
}

bool gmi_place_has_point(const gm_place *place)
{
    return gmi_point_is_valid(
        (struct gmi_point){place->longitude, place->latitude});
}

gm_status gm_record_init(const gm_gazetteer *gazetteer, const gm_document *doc,
                         const gm_mention *mention, gm_record *out,
                         gm_error *err)
{
    const bool has_place = mention->is_resolved && mention->candidate_count;
    if (has_place) {
        const gm_status status = gmi_place_read(
            gazetteer, mention->candidates[0].place, &out->place, err);
        if (status)
            return status;
    }
    out->doc = doc;
    out->mention = mention;
    out->has_place = has_place;
    out->has_point = has_place && gmi_place_has_point(&out->place);
    return GM_OK;
}

static gm_value text_value(const char *text)
{
    return (gm_value){.text = text ? text : ""};
}

/* No file has offsets, and no place people, beyond what int64 holds. */
static gm_value integer_value(uint64_t number)
{
    return (gm_value){.integer =
                          number > INT64_MAX ? INT64_MAX : (int64_t)number};
}

static gm_value read_member(const char *member, enum member kind)
{
    const char *text;
    size_t size;
    uint64_t number;
    double real;
    gm_use use;
    switch (kind) {
    case TEXT:
        memcpy(&text, member, sizeof text);
        return text_value(text);
    case TEXT_ARRAY:
        return text_value(member);
    case SIZE:
        memcpy(&size, member, sizeof size);
        return integer_value(size);
    case UINT64:
        memcpy(&number, member, sizeof number);
        return integer_value(number);
    case DOUBLE:
        memcpy(&real, member, sizeof real);
        return (gm_value){.is_null = !isfinite(real),
                          .real = isfinite(real) ? real : 0};
    case USE:
        memcpy(&use, member, sizeof use);
        return text_value(gm_use_name(use));
    }
    return (gm_value){.is_null = true};
}

gm_value gm_field_value(size_t index, const gm_record *record)
{
    const gm_value null = {.is_null = true};
    if (index >= GMI_FIELD_COUNT)
        return null;
    const struct row *row = &ROWS[index];
    switch (row->source) {
    case FROM_DOCUMENT:
        return text_value(gm_document_id(record->doc));
    case FROM_MENTION:
        return read_member((const char *)record->mention + row->offset,
                           row->member);
    case FROM_PLACE:
    case FROM_POINT:
        if (row->source == FROM_PLACE ? !record->has_place : !record->has_point)
            return null;
        return read_member((const char *)&record->place + row->offset,
                           row->member);
    }
    return null;
}
