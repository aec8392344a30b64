/* SPDX-License-Identifier: MIT */
/*
 * Any table with a header. Two kinds, told apart by their columns: places
 * ("name" and a point), and names of places that are known ("place" and
 * "name"). gazetteer/FORMAT.md lists the columns.
 */
#ifndef BUILD_TABLE_H
#define BUILD_TABLE_H

#include "build/source.h"

enum gmi_column {
    GMI_COLUMN_NONE,
    GMI_COLUMN_ID,
    GMI_COLUMN_NAME,
    GMI_COLUMN_NAMES,
    GMI_COLUMN_LANG,
    GMI_COLUMN_LONGITUDE,
    GMI_COLUMN_LATITUDE,
    GMI_COLUMN_CLASS,
    GMI_COLUMN_FEATURE,
    GMI_COLUMN_COUNTRY,
    GMI_COLUMN_ADMIN1,
    GMI_COLUMN_ADMIN2,
    GMI_COLUMN_POPULATION,
    GMI_COLUMN_RADIUS,
    GMI_COLUMN_PARENT,
    GMI_COLUMN_PLACE,
    GMI_COLUMN_KIND,
    GMI_COLUMN_COUNT
};

enum { GMI_FIELDS_MAX = 512, GMI_PREFIX_MAX = 24 };

struct gmi_table {
    const char *path;
    const char *const *mappings; /* "name=NAME_1" */
    size_t mapping_count;
    bool has_header;
    char sign; /* between fields */
    size_t field_count;
    uint8_t columns[GMI_FIELDS_MAX];     /* enum gmi_column, by field */
    char languages[GMI_FIELDS_MAX][8];   /* of name_xx fields, or "" */
    bool is_names;                       /* names of places that are known */
    struct gmi_buffer pending;           /* a row over several lines */
    uint64_t row;
    char prefix[GMI_PREFIX_MAX + 1];     /* of ids without one */
    char source[128], licence[128], url[256];
    char encoding[64];                   /* "": UTF-8 */
};

/* GM_ERR_ARGUMENT for a mapping that is none or maps to no known column. */
gm_status gmi_table_check_mappings(const struct gmi_table *table,
                                   gm_error *err);

/* Looks for the encoding: in the mappings, the first bytes, the comments. */
gm_status gmi_table_find_encoding(struct gmi_table *table, gm_error *err);

/* "# licence: public domain": where the table is from. */
void gmi_table_read_comment(struct gmi_table *table, const char *line);

/* What the columns are. GM_ERR_UNSUPPORTED when some are missing. */
gm_status gmi_table_read_header(struct gmi_table *table, char *line,
                                gm_error *err);

/* Adds what a row says. */
gm_status gmi_table_add_row(gm_builder *builder, struct gmi_table *table,
                            char *line, gm_error *err);

#endif
