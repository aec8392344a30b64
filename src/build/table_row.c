/* SPDX-License-Identifier: MIT */
/* From a row of a table to a place and its names. */
#include "build/table.h"

#include "base/status.h"
#include "build/csv.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[] = {
    "main",       "alternate", "preferred",    "short",    "colloquial",
    "historic",   "abbreviation", "demonym",   "adjective",
};

/* The values of a row by their columns; NULL where there is none. */
struct row {
    char *values[GMI_COLUMN_COUNT];
    char **fields;
    size_t field_count;
};

/* NULL for an empty value, too. */
static char *value_of(const struct row *row, enum gmi_column column)
{
    char *value = row->values[column];
    return value && *value ? value : NULL;
}

/* ---- Names ------------------------------------------------------------- */

static gm_status add_name(gm_builder *builder, const char *id,
                          const char *text, const char *language,
                          gm_error *err)
{
    gm_name name = {.text = text, .kind = GM_NAME_ALTERNATE};
    snprintf(name.language, sizeof name.language, "%s", language);
    return *text ? gm_builder_add_name(builder, id, &name, err) : GM_OK;
}

/* "Shushi|hy=Շուշի|ru=Шуша". */
static gm_status add_names(gm_builder *builder, const char *id, char *list,
                           gm_error *err)
{
    const char *signs = strchr(list, '|') ? "|" : ";";
    gm_status status = GM_OK;
    for (char *p = list; *p && !status;) {
        char *end = p + strcspn(p, signs);
        const bool is_last = *end == '\0';
        *end = '\0';
        char *equals = memchr(p, '=', strnlen(p, 8));
        if (equals)
            *equals = '\0';
        status = add_name(builder, id, gmi_trim(equals ? equals + 1 : p),
                          equals ? gmi_trim(p) : "", err);
        p = is_last ? end : end + 1;
    }
    return status;
}

static gm_status add_place_names(gm_builder *builder,
                                 const struct gmi_table *table,
                                 const struct row *row, const char *id,
                                 gm_error *err)
{
    char full_id[GM_ID_SIZE];
    snprintf(full_id, sizeof full_id, "%s:%s",
             builder->sources[builder->source].prefix, id);
    gm_status status = GM_OK;
    const char *language = value_of(row, GMI_COLUMN_LANG);
    const char *name = value_of(row, GMI_COLUMN_NAME);
    if (language && name)
        status = add_name(builder, full_id, name, language, err);
    for (size_t i = 0; i < row->field_count && !status; i++)
        if (table->languages[i][0])
            status = add_name(builder, full_id, row->fields[i],
                              table->languages[i], err);
    char *names = value_of(row, GMI_COLUMN_NAMES);
    if (!status && names)
        status = add_names(builder, full_id, names, err);
    return status;
}

static gm_status add_name_row(gm_builder *builder, const struct row *row,
                              gm_error *err)
{
    gm_name name = {.text = value_of(row, GMI_COLUMN_NAME),
                    .kind = GM_NAME_ALTERNATE};
    const char *kind = value_of(row, GMI_COLUMN_KIND);
    const char *language = value_of(row, GMI_COLUMN_LANG);
    const char *place = value_of(row, GMI_COLUMN_PLACE);
    if (kind) {
        size_t i = 0;
        while (i <= GM_NAME_ADJECTIVE && strcmp(kind, kind_names[i]) != 0)
            i++;
        if (i == GM_NAME_MAIN || i > GM_NAME_ADJECTIVE)
            return gmi_fail(err, GM_ERR_SYNTAX, "'%.40s' is no kind of name",
                            kind);
        name.kind = (gm_name_kind)i;
    }
    if (language)
        snprintf(name.language, sizeof name.language, "%s", language);
    if (!name.text || !place)
        return gmi_fail(err, GM_ERR_SYNTAX, "a name or its place is empty");
    return gm_builder_add_name(builder, place, &name, err);
}

/* ---- Places ------------------------------------------------------------ */

/* Sets the source of an id, and returns the id without its prefix. */
static const char *begin_id(gm_builder *builder, const struct gmi_table *table,
                            const char *id, gm_status *status, gm_error *err)
{
    char prefix[GMI_PREFIX_MAX + 1];
    const char *colon = strchr(id, ':');
    if (colon && colon > id && colon - id <= GMI_PREFIX_MAX) {
        memcpy(prefix, id, (size_t)(colon - id));
        prefix[colon - id] = '\0';
        id = colon + 1;
    } else {
        memcpy(prefix, table->prefix, sizeof prefix);
    }
    const gm_source source = {.prefix = prefix,
                              .name = table->source,
                              .licence = table->licence,
                              .url = table->url};
    *status = gm_builder_begin_source(builder, &source, err);
    return id;
}

/* Where fields end with a semicolon, decimals may follow a comma. */
static bool parse_real(const struct gmi_table *table, char *text, double *out)
{
    char *comma = table->sign == ';' ? strchr(text, ',') : NULL;
    if (comma)
        *comma = '.';
    return gmi_parse_decimal(text, out);
}

static gm_status parse_numbers(const struct gmi_table *table,
                               const struct row *row, gm_build_place *place,
                               gm_error *err)
{
    const struct {
        enum gmi_column column;
        double *value;
    } numbers[] = {{GMI_COLUMN_LONGITUDE, &place->longitude},
                   {GMI_COLUMN_LATITUDE, &place->latitude},
                   {GMI_COLUMN_RADIUS, &place->radius_km}};
    place->longitude = place->latitude = NAN;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        char *text = value_of(row, numbers[i].column);
        if (text && !parse_real(table, text, numbers[i].value))
            return gmi_fail(err, GM_ERR_SYNTAX, "'%.40s' is no number", text);
    }
    double population = 0;
    char *text = value_of(row, GMI_COLUMN_POPULATION);
    if (text && (!parse_real(table, text, &population) || population < 0 ||
                 population > 1e15))
        return gmi_fail(err, GM_ERR_SYNTAX, "'%.40s' is no population", text);
    place->population = (uint64_t)population;
    return GM_OK;
}

/*
 * "P.PPL" from "P" and "PPL", or from the code alone where that tells the
 * class.
 */
static const char *feature_of(const struct row *row, char out[64])
{
    static const struct {
        const char *begins, *class;
    } classes[] = {{"ADM", "A"}, {"PCL", "A"}, {"TERR", "A"}, {"PPL", "P"}};
    const char *class = value_of(row, GMI_COLUMN_CLASS);
    const char *code = value_of(row, GMI_COLUMN_FEATURE);
    if (!code || strchr(code, '.'))
        return code ? code : class;
    for (size_t i = 0; !class && i < sizeof classes / sizeof *classes; i++)
        if (strncmp(code, classes[i].begins, strlen(classes[i].begins)) == 0)
            class = classes[i].class;
    if (!class)
        return code;
    snprintf(out, 64, "%.20s.%.40s", class, code);
    return out;
}

/* "geonames:616052"; a parent without a prefix is of the same source. */
static const char *parent_of(const gm_builder *builder, const struct row *row,
                             char out[GM_ID_SIZE])
{
    const char *parent = value_of(row, GMI_COLUMN_PARENT);
    if (!parent || strchr(parent, ':'))
        return parent;
    snprintf(out, GM_ID_SIZE, "%s:%s",
             builder->sources[builder->source].prefix, parent);
    return out;
}

static gm_status add_place(gm_builder *builder, const struct gmi_table *table,
                           const struct row *row, gm_error *err)
{
    char number[24], feature[64], parent[GM_ID_SIZE];
    gm_status status;
    const char *given = value_of(row, GMI_COLUMN_ID);
    snprintf(number, sizeof number, "%llu", (unsigned long long)table->row);
    const char *id =
        begin_id(builder, table, given ? given : number, &status, err);
    if (status)
        return status;
    char *country = value_of(row, GMI_COLUMN_COUNTRY);
    for (char *p = country; p && *p; p++)
        *p = (char)toupper((unsigned char)*p);
    gm_build_place place = {
        .id = id,
        .name = value_of(row, GMI_COLUMN_NAME),
        .feature = feature_of(row, feature),
        .country = country,
        .admin1 = value_of(row, GMI_COLUMN_ADMIN1),
        .admin2 = value_of(row, GMI_COLUMN_ADMIN2),
        .parent = parent_of(builder, row, parent),
    };
    status = parse_numbers(table, row, &place, err);
    if (!status)
        status = gm_builder_add_place(builder, &place, err);
    if (!status)
        status = add_place_names(builder, table, row, id, err);
    return status;
}

gm_status gmi_table_add_row(gm_builder *builder, struct gmi_table *table,
                            char *line, gm_error *err)
{
    char *fields[GMI_FIELDS_MAX + 1];
    struct row row = {.fields = fields};
    row.field_count =
        gmi_csv_split(line, table->sign, fields, GMI_FIELDS_MAX + 1);
    table->row++;
    if (row.field_count != table->field_count)
        return gmi_fail(err, GM_ERR_SYNTAX, "%zu fields, not the header's %zu",
                        row.field_count, table->field_count);
    for (size_t i = 0; i < row.field_count; i++) {
        fields[i] = gmi_trim(fields[i]);
        if (table->columns[i] != GMI_COLUMN_NONE)
            row.values[table->columns[i]] = fields[i];
    }
    return table->is_names ? add_name_row(builder, &row, err)
                           : add_place(builder, table, &row, err);
}
