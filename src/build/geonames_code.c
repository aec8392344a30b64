/* SPDX-License-Identifier: MIT */
/* Rows of GeoNames' tables of codes and of its hierarchy. */
#include "build/geonames.h"

#include "base/buffer.h"
#include "base/status.h"

#include <stdio.h>
#include <string.h>
gm_status gmi_geonames_area(gm_builder *builder, char *line, size_t length,
                            void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[4];
    uint64_t id;
    const size_t count = gmi_split(line, '\t', fields, 4);
    if (count < 4 || !gmi_parse_count(fields[3], &id) || id > UINT32_MAX ||
        !strchr(fields[0], '.'))
        return gmi_fail(err, GM_ERR_SYNTAX, "no code, name, name and id");
    if (id == 0)
        return GM_OK;
    if (!gmi_reserve(&builder->areas, &builder->area_capacity,
                     builder->area_count, sizeof *builder->areas))
        return gmi_fail_memory(err);
    const struct gmi_build_area area = {
        .code = gmi_builder_intern(builder, &builder->codes, fields[0],
                                   strlen(fields[0])) + 1,
        .id = (uint32_t)id,
        .source = builder->source,
        .name = gmi_builder_text(builder, fields[1], strlen(fields[1])),
    };
    if (area.code == 0 || area.name == UINT32_MAX)
        return gmi_fail_memory(err);
    builder->areas[builder->area_count++] = area;
    return GM_OK;
}

gm_status gmi_geonames_country(gm_builder *builder, char *line, size_t length,
                               void *context, gm_error *err)
{
    (void)length;
    (void)context;
    if (line[0] == '#' || line[0] == '\0')
        return GM_OK;
    char *fields[18];
    uint64_t id, population;
    double area = 0;
    const size_t count = gmi_split(line, '\t', fields, 18);
    const uint16_t number = count > 16 ? gmi_country_number(fields[0]) : 0;
    if (!number || !gmi_parse_count(fields[16], &id) || id > UINT32_MAX)
        return gmi_fail(err, GM_ERR_SYNTAX, "no country with an id");
    if (!gmi_parse_count(fields[7], &population))
        population = 0;
    gmi_parse_decimal(fields[6], &area);
    struct gmi_build_country *country = &builder->countries[number];
    *country = (struct gmi_build_country){
        .id = (uint32_t)id,
        .source = builder->source,
        .name = gmi_builder_text(builder, fields[4], strlen(fields[4])),
        .area_km2 = area,
        .population = population,
    };
    return country->name == UINT32_MAX ? gmi_fail_memory(err) : GM_OK;
}

/* hierarchy.txt: parent, child, kind ("ADM" or empty is containment). */
gm_status gmi_geonames_parent(gm_builder *builder, char *line, size_t length,
                              void *context, gm_error *err)
{
    (void)length;
    (void)context;
    char *fields[3];
    uint64_t parent, child;
    const size_t count = gmi_split(line, '\t', fields, 3);
    if (count < 2 || !gmi_parse_count(fields[0], &parent) ||
        !gmi_parse_count(fields[1], &child) || parent > UINT32_MAX ||
        child > UINT32_MAX)
        return gmi_fail(err, GM_ERR_SYNTAX, "no parent and child");
    if (count > 2 && fields[2][0] && strcmp(fields[2], "ADM") != 0)
        return GM_OK;
    const uint32_t place =
        gmi_builder_find_number(builder, builder->source, (uint32_t)child);
    if (place == GMI_NONE)
        return GM_OK;
    char id[64];
    const int id_length = snprintf(id, sizeof id, "%s:%llu",
                                   builder->sources[builder->source].prefix,
                                   (unsigned long long)parent);
    const uint32_t number =
        gmi_builder_intern(builder, &builder->ids, id, (size_t)id_length);
    if (number == UINT32_MAX)
        return gmi_fail_memory(err);
    builder->places[place].parent = number + 1;
    return GM_OK;
}
