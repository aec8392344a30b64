/* SPDX-License-Identifier: MIT */
/*
 * Any table with a header. Two kinds, told apart by their columns: places
 * ("name" and a point), and names of places that are known ("place" and
 * "name"). gazetteer/FORMAT.md lists the columns.
 */
#include "build/source.h"

#include "base/status.h"
#include "build/csv.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum column {
    COLUMN_NONE, COLUMN_ID, COLUMN_NAME, COLUMN_NAMES, COLUMN_LANG,
    COLUMN_LONGITUDE, COLUMN_LATITUDE, COLUMN_FEATURE, COLUMN_COUNTRY,
    COLUMN_ADMIN1, COLUMN_ADMIN2, COLUMN_POPULATION, COLUMN_RADIUS,
    COLUMN_PARENT, COLUMN_PLACE, COLUMN_KIND, COLUMN_COUNT
};

static const struct {
    const char *name;
    enum column column;
} column_names[] = {
    {"id", COLUMN_ID},             {"geonameid", COLUMN_ID},
    {"name", COLUMN_NAME},         {"names", COLUMN_NAMES},
    {"alternatenames", COLUMN_NAMES}, {"alternate_names", COLUMN_NAMES},
    {"lang", COLUMN_LANG},         {"language", COLUMN_LANG},
    {"longitude", COLUMN_LONGITUDE}, {"lon", COLUMN_LONGITUDE},
    {"lng", COLUMN_LONGITUDE},     {"long", COLUMN_LONGITUDE},
    {"x", COLUMN_LONGITUDE},       {"latitude", COLUMN_LATITUDE},
    {"lat", COLUMN_LATITUDE},      {"y", COLUMN_LATITUDE},
    {"feature", COLUMN_FEATURE},   {"feature_code", COLUMN_FEATURE},
    {"fcode", COLUMN_FEATURE},     {"country", COLUMN_COUNTRY},
    {"country_code", COLUMN_COUNTRY}, {"iso2", COLUMN_COUNTRY},
    {"admin1", COLUMN_ADMIN1},     {"admin2", COLUMN_ADMIN2},
    {"population", COLUMN_POPULATION}, {"pop", COLUMN_POPULATION},
    {"radius_km", COLUMN_RADIUS},  {"parent", COLUMN_PARENT},
    {"place", COLUMN_PLACE},       {"kind", COLUMN_KIND},
};

static const char *const kind_names[] = {
    "main",       "alternate", "preferred",    "short",    "colloquial",
    "historic",   "abbreviation", "demonym",   "adjective",
};

enum { FIELDS_MAX = 512, PREFIX_MAX = 24 };

struct table {
    const char *path;
    const char *const *mappings; /* "name=NAME_1" */
    size_t mapping_count;
    bool has_header;
    char sign;
    size_t field_count;
    uint8_t columns[FIELDS_MAX];        /* enum column, by field */
    char languages[FIELDS_MAX][8];      /* of name_xx fields, or "" */
    bool is_names;                      /* names of places that are known */
    struct gmi_buffer pending;          /* a row over several lines */
    uint64_t row;
    char prefix[PREFIX_MAX + 1];        /* of ids without one */
    char source[128], licence[128], url[256];
};

/* ---- The header -------------------------------------------------------- */

/* "# licence: public domain": where the table is from. */
static void read_comment(struct table *table, const char *line)
{
    static const char *const keys[] = {"source", "licence", "url"};
    char *const values[] = {table->source, table->licence, table->url};
    const size_t sizes[] = {sizeof table->source, sizeof table->licence,
                            sizeof table->url};
    const char *p = line + 1;
    while (*p == ' ')
        p++;
    for (size_t i = 0; i < 3; i++) {
        const size_t length = strlen(keys[i]);
        if (strncasecmp(p, keys[i], length) == 0 && p[length] == ':') {
            p += length + 1;
            while (*p == ' ')
                p++;
            snprintf(values[i], sizes[i], "%s", p);
            return;
        }
    }
}

/* What a column is called, after the user's mapping. */
static const char *mapped_name(const struct table *table, const char *field)
{
    for (size_t i = 0; i < table->mapping_count; i++) {
        const char *equals = strchr(table->mappings[i], '=');
        if (equals && strcmp(equals + 1, field) == 0)
            return table->mappings[i];
    }
    return field;
}

static enum column column_of(const char *name)
{
    const size_t length = strcspn(name, "=");
    for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++)
        if (strncasecmp(name, column_names[i].name, length) == 0 &&
            column_names[i].name[length] == '\0')
            return column_names[i].column;
    return COLUMN_NONE;
}

/* "name:hy", "name_hy": names in a language. */
static void set_language(struct table *table, size_t i, const char *field)
{
    if (strncasecmp(field, "name", 4) != 0 ||
        (field[4] != ':' && field[4] != '_'))
        return;
    const size_t length = strlen(field + 5);
    if (length < 2 || length > 7 || !isalpha((unsigned char)field[5]) ||
        !isalpha((unsigned char)field[6]))
        return;
    memcpy(table->languages[i], field + 5, length + 1);
}

static gm_status read_header(struct table *table, char *line, gm_error *err)
{
    char *fields[FIELDS_MAX];
    bool has[COLUMN_COUNT] = {false};
    if (strncmp(line, "\xef\xbb\xbf", 3) == 0)
        line += 3;
    table->sign = gmi_csv_sign(line);
    table->field_count =
        gmi_csv_split(line, table->sign, fields, FIELDS_MAX);
    for (size_t i = 0; i < table->field_count; i++) {
        const enum column column = column_of(mapped_name(table, fields[i]));
        if (column == COLUMN_NONE)
            set_language(table, i, fields[i]);
        if (!has[column])
            table->columns[i] = (uint8_t)column;
        has[column] = true;
    }
    table->has_header = true;
    table->is_names = has[COLUMN_PLACE] && has[COLUMN_NAME] &&
                      !has[COLUMN_LONGITUDE];
    /* Rows that only overlay known places need neither name nor point. */
    if (table->is_names || has[COLUMN_ID] ||
        (has[COLUMN_NAME] && has[COLUMN_LONGITUDE] && has[COLUMN_LATITUDE]))
        return GM_OK;
    return gmi_fail(err, GM_ERR_UNSUPPORTED,
                    "'%s' has no columns %s: map them, as in name=NAME_1",
                    table->path,
                    has[COLUMN_NAME] ? "'longitude' and 'latitude'" : "'name'");
}

/* ---- Rows -------------------------------------------------------------- */

/* Sets the source of an id, and returns the id without its prefix. */
static const char *begin_id(gm_builder *builder, const struct table *table,
                            const char *id, gm_status *status, gm_error *err)
{
    char prefix[PREFIX_MAX + 1];
    const char *colon = strchr(id, ':');
    if (colon && colon > id && colon - id <= PREFIX_MAX) {
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
        status = add_name(builder, id, equals ? equals + 1 : p,
                          equals ? p : "", err);
        p = is_last ? end : end + 1;
    }
    return status;
}

/* The values of a row by their columns; NULL where there is none. */
struct row {
    char *values[COLUMN_COUNT];
    char **fields;
    size_t field_count;
};

static gm_status parse_numbers(const struct row *row, gm_build_place *place,
                               gm_error *err)
{
    const struct {
        enum column column;
        double *value;
    } numbers[] = {{COLUMN_LONGITUDE, &place->longitude},
                   {COLUMN_LATITUDE, &place->latitude},
                   {COLUMN_RADIUS, &place->radius_km}};
    place->longitude = place->latitude = NAN;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const char *text = row->values[numbers[i].column];
        if (text && *text && !gmi_parse_decimal(text, numbers[i].value))
            return gmi_fail(err, GM_ERR_SYNTAX, "'%.40s' is no number", text);
    }
    double population = 0;
    const char *text = row->values[COLUMN_POPULATION];
    if (text && *text &&
        (!gmi_parse_decimal(text, &population) || population < 0))
        return gmi_fail(err, GM_ERR_SYNTAX, "'%.40s' is no population", text);
    place->population = (uint64_t)population;
    return GM_OK;
}

static gm_status add_place_names(gm_builder *builder, struct table *table,
                                 const struct row *row, const char *id,
                                 gm_error *err)
{
    char full_id[GM_ID_SIZE];
    snprintf(full_id, sizeof full_id, "%s:%s",
             builder->sources[builder->source].prefix, id);
    gm_status status = GM_OK;
    const char *language = row->values[COLUMN_LANG];
    if (language && *language && row->values[COLUMN_NAME])
        status = add_name(builder, full_id, row->values[COLUMN_NAME],
                          language, err);
    for (size_t i = 0; i < row->field_count && !status; i++)
        if (table->languages[i][0])
            status = add_name(builder, full_id, row->fields[i],
                              table->languages[i], err);
    if (!status && row->values[COLUMN_NAMES])
        status = add_names(builder, full_id, row->values[COLUMN_NAMES], err);
    return status;
}

static gm_status add_place(gm_builder *builder, struct table *table,
                           const struct row *row, gm_error *err)
{
    char number[24];
    gm_status status;
    const char *given = row->values[COLUMN_ID];
    snprintf(number, sizeof number, "%llu", (unsigned long long)table->row);
    const char *id = begin_id(builder, table, given && *given ? given : number,
                              &status, err);
    if (status)
        return status;
    gm_build_place place = {
        .id = id,
        .name = row->values[COLUMN_NAME],
        .feature = row->values[COLUMN_FEATURE],
        .country = row->values[COLUMN_COUNTRY],
        .admin1 = row->values[COLUMN_ADMIN1],
        .admin2 = row->values[COLUMN_ADMIN2],
        .parent = row->values[COLUMN_PARENT],
    };
    status = parse_numbers(row, &place, err);
    if (!status)
        status = gm_builder_add_place(builder, &place, err);
    if (!status)
        status = add_place_names(builder, table, row, id, err);
    return status;
}

static gm_status add_name_row(gm_builder *builder, const struct row *row,
                              gm_error *err)
{
    gm_name name = {.text = row->values[COLUMN_NAME],
                    .kind = GM_NAME_ALTERNATE};
    const char *kind = row->values[COLUMN_KIND];
    const char *language = row->values[COLUMN_LANG];
    if (kind && *kind) {
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
    if (!*name.text)
        return gmi_fail(err, GM_ERR_SYNTAX, "a name is empty");
    return gm_builder_add_name(builder, row->values[COLUMN_PLACE], &name, err);
}

static gm_status read_fields(gm_builder *builder, struct table *table,
                             char *line, gm_error *err)
{
    char *fields[FIELDS_MAX];
    struct row row = {.fields = fields};
    row.field_count = gmi_csv_split(line, table->sign, fields, FIELDS_MAX);
    table->row++;
    if (row.field_count != table->field_count)
        return gmi_fail(err, GM_ERR_SYNTAX, "%zu fields, not the header's %zu",
                        row.field_count, table->field_count);
    for (size_t i = 0; i < row.field_count; i++)
        if (table->columns[i] != COLUMN_NONE)
            row.values[table->columns[i]] = fields[i];
    return table->is_names ? add_name_row(builder, &row, err)
                           : add_place(builder, table, &row, err);
}

static gm_status read_row(gm_builder *builder, char *line, size_t length,
                          void *context, gm_error *err)
{
    struct table *table = context;
    struct gmi_buffer *pending = &table->pending;
    if (!table->has_header) {
        if (line[0] == '#') {
            read_comment(table, line);
            return GM_OK;
        }
        return line[0] ? read_header(table, line, err) : GM_OK;
    }
    if (length == 0 && pending->length == 0)
        return GM_OK;
    if (pending->length == 0 && !gmi_csv_is_open(line, table->sign))
        return read_fields(builder, table, line, err);
    if (pending->length > 0)
        gmi_buffer_add_char(pending, '\n');
    gmi_buffer_add(pending, line, length);
    if (pending->is_failed || pending->length > 1 << 20) {
        gmi_buffer_clear(pending);
        return gmi_fail(err, GM_ERR_SYNTAX, "a quote is never closed");
    }
    if (gmi_csv_is_open(pending->data, table->sign))
        return GM_OK;
    const gm_status status = read_fields(builder, table, pending->data, err);
    gmi_buffer_clear(pending);
    return status;
}

/* Ids without a prefix get one from the file's name. */
static void set_prefix(struct table *table)
{
    const char *base = strrchr(table->path, '/');
    base = base ? base + 1 : table->path;
    size_t length = 0;
    for (; base[length] && base[length] != '.' && length < PREFIX_MAX;
         length++) {
        const unsigned char c = (unsigned char)base[length];
        table->prefix[length] = (char)(isalnum(c) ? tolower(c) : '-');
    }
    if (length == 0)
        memcpy(table->prefix, "table", sizeof "table");
}

gm_status gmi_read_table(gm_builder *builder, const char *path,
                         const char *const *columns, size_t column_count,
                         gm_error *err)
{
    struct table table = {.path = path,
                          .mappings = columns,
                          .mapping_count = column_count};
    for (size_t i = 0; i < column_count; i++)
        if (column_of(columns[i]) == COLUMN_NONE || !strchr(columns[i], '='))
            return gmi_fail(err, GM_ERR_ARGUMENT,
                            "'%s' maps no column that is known", columns[i]);
    set_prefix(&table);
    gm_status status = gmi_read_rows(builder, path, read_row, &table, err);
    if (!status && !table.has_header)
        status = gmi_fail(err, GM_ERR_SYNTAX, "'%s' has no header", path);
    if (!status && table.pending.length > 0) {
        gm_error why;
        gmi_fail(&why, GM_ERR_SYNTAX, "%s: a quote is never closed", path);
        gmi_builder_bad_line(builder, &why);
    }
    gmi_buffer_release(&table.pending);
    return status;
}
