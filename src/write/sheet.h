/* SPDX-License-Identifier: MIT */
/*
 * A sheet: which columns a table has, and the text of its cells. The formats
 * with rows share it; so do the properties of GeoJSON.
 */
#ifndef WRITE_SHEET_H
#define WRITE_SHEET_H

#include "base/buffer.h"
#include "write/field.h"

enum gmi_column_kind {
    GMI_COLUMN_FIELD,
    GMI_COLUMN_COORDS, /* in place of longitude and latitude */
    GMI_COLUMN_CANDIDATES
};

struct gmi_column {
    enum gmi_column_kind kind;
    enum gmi_field field; /* GMI_FIELD_COUNT unless it is one */
    const char *name;
    bool is_number;
    int decimals;
};

enum { GMI_COLUMNS_MAX = GMI_FIELD_COUNT + 2 };

struct gmi_sheet {
    const gm_gazetteer *gazetteer;
    const gm_write_options *options; /* checked */
    struct gmi_column columns[GMI_COLUMNS_MAX];
    size_t column_count;
};

/* What a format asks of its sheet. */
struct gmi_sheet_style {
    const enum gmi_field *fields; /* by default; NULL: all */
    size_t field_count;
    int degree_decimals; /* by default */
    int other_decimals;  /* at most, of other numbers */
    bool has_coords;     /* whether it obeys options.coords */
    bool is_fixed;       /* whether it only checks options.fields */
};

/*
 * Settles the columns: those of options.fields, else the style's, with
 * candidates at the end when the options ask for them. GM_ERR_ARGUMENT for a
 * field that is not known or comes twice.
 */
gm_status gmi_sheet_init(struct gmi_sheet *sheet, const gm_gazetteer *gazetteer,
                         const gm_write_options *options,
                         const struct gmi_sheet_style *style, gm_error *err);

/* Decimals for degrees: the user's, else the format's own. */
int gmi_degree_decimals(const gm_write_options *options, int by_default);

/*
 * Adds the text of a cell, which is none where the value is null. Not for
 * candidates, whose form is up to the format.
 */
void gmi_cell_add(const struct gmi_sheet *sheet,
                  const struct gmi_column *column, const gm_record *record,
                  bool keeps_zeros, struct gmi_buffer *out);

#endif
