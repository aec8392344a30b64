/* SPDX-License-Identifier: MIT */
/* What the columns of a table are, and what its comments say. */
#include "build/table.h"

#include "base/status.h"
#include "build/csv.h"
#include "build/unpack.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static const struct {
    const char *name;
    enum gmi_column column;
} column_names[] = {
    {"id", GMI_COLUMN_ID},
    {"geonameid", GMI_COLUMN_ID},
    {"name", GMI_COLUMN_NAME},
    {"names", GMI_COLUMN_NAMES},
    {"alternatenames", GMI_COLUMN_NAMES},
    {"alternate_names", GMI_COLUMN_NAMES},
    {"lang", GMI_COLUMN_LANG},
    {"language", GMI_COLUMN_LANG},
    {"longitude", GMI_COLUMN_LONGITUDE},
    {"lon", GMI_COLUMN_LONGITUDE},
    {"lng", GMI_COLUMN_LONGITUDE},
    {"long", GMI_COLUMN_LONGITUDE},
    {"x", GMI_COLUMN_LONGITUDE},
    {"latitude", GMI_COLUMN_LATITUDE},
    {"lat", GMI_COLUMN_LATITUDE},
    {"y", GMI_COLUMN_LATITUDE},
    {"feature_class", GMI_COLUMN_CLASS},
    {"fclass", GMI_COLUMN_CLASS},
    {"feature", GMI_COLUMN_FEATURE},
    {"feature_code", GMI_COLUMN_FEATURE},
    {"fcode", GMI_COLUMN_FEATURE},
    {"country", GMI_COLUMN_COUNTRY},
    {"country_code", GMI_COLUMN_COUNTRY},
    {"iso2", GMI_COLUMN_COUNTRY},
    {"admin1", GMI_COLUMN_ADMIN1},
    {"admin1_code", GMI_COLUMN_ADMIN1},
    {"admin2", GMI_COLUMN_ADMIN2},
    {"admin2_code", GMI_COLUMN_ADMIN2},
    {"population", GMI_COLUMN_POPULATION},
    {"pop", GMI_COLUMN_POPULATION},
    {"radius_km", GMI_COLUMN_RADIUS},
    {"parent", GMI_COLUMN_PARENT},
    {"place", GMI_COLUMN_PLACE},
    {"kind", GMI_COLUMN_KIND},
};

static enum gmi_column column_of(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof column_names / sizeof *column_names; i++)
        if (strncasecmp(name, column_names[i].name, length) == 0 &&
            column_names[i].name[length] == '\0')
            return column_names[i].column;
    return GMI_COLUMN_NONE;
}

/* ---- Comments and the encoding ----------------------------------------- */

/* The value of "# KEY: VALUE", or NULL. */
static const char *comment_value(const char *line, const char *key)
{
    const size_t length = strlen(key);
    const char *p = line + 1;
    while (*p == ' ')
        p++;
    if (strncasecmp(p, key, length) != 0 || p[length] != ':')
        return NULL;
    p += length + 1;
    while (*p == ' ')
        p++;
    return p;
}

void gmi_table_read_comment(struct gmi_table *table, const char *line)
{
    static const char *const keys[] = {"source", "licence", "url"};
    char *const values[] = {table->source, table->licence, table->url};
    const size_t sizes[] = {sizeof table->source, sizeof table->licence,
                            sizeof table->url};
    for (size_t i = 0; i < 3; i++) {
        const char *value = comment_value(line, keys[i]);
        if (value)
            snprintf(values[i], sizes[i], "%s", value);
    }
}

static const char encoding_key[] = "encoding=";

static bool is_encoding(const char *mapping)
{
    return strncmp(mapping, encoding_key, sizeof encoding_key - 1) == 0;
}

/* In the comments that a table begins with. */
static void find_encoding_comment(struct gmi_table *table, char *head)
{
    for (char *line = head; *line == '#';) {
        char *end = line + strcspn(line, "\r\n");
        const bool is_last = *end == '\0';
        *end = '\0';
        const char *value = comment_value(line, "encoding");
        if (value)
            snprintf(table->encoding, sizeof table->encoding, "%.*s",
                     (int)strcspn(value, " \t"), value);
        if (is_last)
            return;
        line = end + 1 + strspn(end + 1, "\r\n");
    }
}

/* The first bytes of a file; none of what can be read only once. */
static gm_status read_head(const char *path, char *head, size_t size,
                           size_t *got, gm_error *err)
{
    struct gmi_unpacker *unpacker;
    struct stat info;
    uint64_t packed_size, done;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return GM_OK;
    gm_status status = gmi_unpacker_open(path, &unpacker, &packed_size, err);
    if (status)
        return status;
    status = gmi_unpacker_read(unpacker, head, size, got, &done, err);
    gmi_unpacker_close(unpacker);
    return status;
}

gm_status gmi_table_find_encoding(struct gmi_table *table, gm_error *err)
{
    for (size_t i = 0; i < table->mapping_count; i++)
        if (is_encoding(table->mappings[i])) {
            snprintf(table->encoding, sizeof table->encoding, "%s",
                     table->mappings[i] + sizeof encoding_key - 1);
            return GM_OK;
        }
    char head[4096 + 1] = {0};
    size_t got = 0;
    const gm_status status =
        read_head(table->path, head, sizeof head - 1, &got, err);
    if (status)
        return status;
    /* A spreadsheet's "Unicode text" begins with U+FEFF in 16 bits. */
    if (got >= 2 && (memcmp(head, "\xff\xfe", 2) == 0 ||
                     memcmp(head, "\xfe\xff", 2) == 0))
        snprintf(table->encoding, sizeof table->encoding, "UTF-16");
    else
        find_encoding_comment(table, head + (memcmp(head, "\xef\xbb\xbf", 3)
                                                 ? 0
                                                 : 3));
    return GM_OK;
}

/* ---- The header -------------------------------------------------------- */

gm_status gmi_table_check_mappings(const struct gmi_table *table,
                                   gm_error *err)
{
    for (size_t i = 0; i < table->mapping_count; i++) {
        const char *mapping = table->mappings[i];
        const char *equals = strchr(mapping, '=');
        if (is_encoding(mapping) && equals[1])
            continue;
        if (!equals || !equals[1] ||
            column_of(mapping, (size_t)(equals - mapping)) == GMI_COLUMN_NONE)
            return gmi_fail(err, GM_ERR_ARGUMENT,
                            "'%s' maps no column that is known: write "
                            "name=NAME_1",
                            mapping);
    }
    return GM_OK;
}

/* What the user says a column is; NONE when nothing is said of it. */
static enum gmi_column mapped_column(const struct gmi_table *table,
                                     const char *field)
{
    for (size_t i = 0; i < table->mapping_count; i++) {
        const char *mapping = table->mappings[i];
        const char *equals = strchr(mapping, '=');
        if (strcmp(equals + 1, field) == 0)
            return column_of(mapping, (size_t)(equals - mapping));
    }
    return GMI_COLUMN_NONE;
}

/* "name:hy", "name_hy": names in a language. */
static void set_language(struct gmi_table *table, size_t i, const char *field)
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

/* A header's own column yields to one that the user says is it. */
static void set_columns(struct gmi_table *table, char **fields,
                        bool has[GMI_COLUMN_COUNT])
{
    for (size_t i = 0; i < table->field_count; i++) {
        const enum gmi_column column = mapped_column(table, fields[i]);
        if (column != GMI_COLUMN_NONE && !has[column]) {
            table->columns[i] = (uint8_t)column;
            has[column] = true;
        }
    }
    for (size_t i = 0; i < table->field_count; i++) {
        if (table->columns[i] != GMI_COLUMN_NONE)
            continue;
        const enum gmi_column column =
            column_of(fields[i], strlen(fields[i]));
        if (column == GMI_COLUMN_NONE) {
            set_language(table, i, fields[i]);
        } else if (!has[column]) {
            table->columns[i] = (uint8_t)column;
            has[column] = true;
        }
    }
}

static const char *missing_columns(const bool has[GMI_COLUMN_COUNT])
{
    if (!has[GMI_COLUMN_NAME])
        return "'name'";
    if (!has[GMI_COLUMN_LONGITUDE] && !has[GMI_COLUMN_LATITUDE])
        return "'longitude' and 'latitude'";
    return has[GMI_COLUMN_LATITUDE] ? "'longitude'" : "'latitude'";
}

gm_status gmi_table_read_header(struct gmi_table *table, char *line,
                                gm_error *err)
{
    char *fields[GMI_FIELDS_MAX + 1];
    bool has[GMI_COLUMN_COUNT] = {false};
    table->sign = gmi_csv_sign(line);
    table->field_count =
        gmi_csv_split(line, table->sign, fields, GMI_FIELDS_MAX + 1);
    if (table->field_count > GMI_FIELDS_MAX)
        return gmi_fail(err, GM_ERR_UNSUPPORTED,
                        "'%s' has more than %d columns", table->path,
                        GMI_FIELDS_MAX);
    for (size_t i = 0; i < table->field_count; i++)
        fields[i] = gmi_trim(fields[i]);
    set_columns(table, fields, has);
    table->has_header = true;
    table->is_names = has[GMI_COLUMN_PLACE] && has[GMI_COLUMN_NAME] &&
                      !has[GMI_COLUMN_LONGITUDE];
    /* Rows that only overlay known places need neither name nor point. */
    if (table->is_names || has[GMI_COLUMN_ID] ||
        (has[GMI_COLUMN_NAME] && has[GMI_COLUMN_LONGITUDE] &&
         has[GMI_COLUMN_LATITUDE]))
        return GM_OK;
    return gmi_fail(err, GM_ERR_UNSUPPORTED,
                    "'%s' has no column %s: map it, as in name=NAME_1",
                    table->path, missing_columns(has));
}
