/* SPDX-License-Identifier: MIT */
/* Rows of GeoNames' tables of places. */
#include "build/geonames.h"

#include "base/status.h"

#include <stdio.h>
#include <string.h>
enum place_column {
    COLUMN_ID, COLUMN_NAME, COLUMN_ASCII, COLUMN_NAMES, COLUMN_LATITUDE,
    COLUMN_LONGITUDE, COLUMN_CLASS, COLUMN_CODE, COLUMN_COUNTRY, COLUMN_CC2,
    COLUMN_ADMIN1, COLUMN_ADMIN2, COLUMN_ADMIN3, COLUMN_ADMIN4,
    COLUMN_POPULATION, COLUMN_COUNT = 19
};

/*
 * Names of a row that are looked through: more than the row of any real place
 * has, and little enough that a made row cannot take hours. What is not found
 * here is united when all names are sorted.
 */
enum { SEARCHED_MAX = 512 };

struct gmi_build_name *gmi_geonames_find(gm_builder *builder, uint32_t place,
                                         uint64_t key)
{
    const struct gmi_build_place *p = &builder->places[place];
    for (size_t i = 0; i < p->name_count && i < SEARCHED_MAX; i++) {
        struct gmi_build_name *name = &builder->names[p->first_name + i];
        if (name->key == key && name->place == place)
            return name;
    }
    return NULL;
}

/*
 * Adds a name of the row unless the place has it: the plain and the listed
 * spellings mostly fold to the same.
 */
static gm_status add_listed(gm_builder *builder, uint32_t place,
                            const char *text, gm_error *err)
{
    const struct gmi_new_name name = {.text = text,
                                      .length = strlen(text),
                                      .kind = GM_NAME_ALTERNATE,
                                      .flags = GMI_NAME_NO_LANGUAGE};
    if (name.length == 0 || name.length > GMI_NAME_MAX)
        return GM_OK;
    const size_t texts = builder->texts.length;
    const size_t before = builder->name_count;
    const gm_status status = gmi_builder_put_name(builder, place, &name, err);
    if (status || builder->name_count == before)
        return status;
    struct gmi_build_place *p = &builder->places[place];
    if (gmi_geonames_find(builder, place, builder->names[before].key)) {
        builder->name_count = before;
        builder->texts.length = texts;
    } else if (p->name_count < UINT16_MAX) {
        p->name_count++;
    }
    return GM_OK;
}

static gm_status add_row_names(gm_builder *builder, uint32_t place,
                               char **fields, gm_error *err)
{
    builder->places[place].name_count = 1;
    gm_status status =
        add_listed(builder, place, fields[COLUMN_ASCII], err);
    char *next = fields[COLUMN_NAMES];
    while (next && *next && !status) {
        char *comma = strchr(next, ',');
        if (comma)
            *comma = '\0';
        status = add_listed(builder, place, next, err);
        next = comma ? comma + 1 : NULL;
    }
    return status;
}

gm_status gmi_geonames_place(gm_builder *builder, char *line, size_t length,
                             void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[COLUMN_COUNT + 1];
    const size_t count = gmi_split(line, '\t', fields, COLUMN_COUNT + 1);
    if (count != COLUMN_COUNT)
        return gmi_fail(err, GM_ERR_SYNTAX, "%zu columns, not %d", count,
                        COLUMN_COUNT);
    char feature[16];
    snprintf(feature, sizeof feature, "%.1s.%.12s", fields[COLUMN_CLASS],
             fields[COLUMN_CODE]);
    gm_build_place place = {
        .id = fields[COLUMN_ID],
        .name = fields[COLUMN_NAME],
        .feature = feature[0] == '.' ? NULL : feature,
        .country = fields[COLUMN_COUNTRY],
        .admin1 = fields[COLUMN_ADMIN1],
        .admin2 = fields[COLUMN_ADMIN2],
    };
    if (!gmi_parse_decimal(fields[COLUMN_LATITUDE], &place.latitude) ||
        !gmi_parse_decimal(fields[COLUMN_LONGITUDE], &place.longitude))
        return gmi_fail(err, GM_ERR_SYNTAX, "'%.20s', '%.20s' is no point",
                        fields[COLUMN_LATITUDE], fields[COLUMN_LONGITUDE]);
    if (!gmi_parse_count(fields[COLUMN_POPULATION], &place.population))
        place.population = 0; /* some rows hold "-" or nothing */
    const size_t before = builder->place_count;
    const gm_status status = gm_builder_add_place(builder, &place, err);
    if (status || builder->place_count == before)
        return status;
    return add_row_names(builder, (uint32_t)before, fields, err);
}
