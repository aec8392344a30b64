/* SPDX-License-Identifier: MIT */
/* The columns of a table and the text of its cells. */
#include "write/sheet.h"

#include "base/status.h"
#include "geo/dms.h"
#include "geo/mgrs.h"
#include "geo/utm.h"
#include "write/number.h"

#include <stdio.h>
#include <string.h>

static const char COORDS[] = "coords";
static const char CANDIDATES[] = "candidates";

/* ---- Columns ----------------------------------------------------------- */

int gmi_degree_decimals(const gm_write_options *options, int by_default)
{
    return options->precision >= 0 ? options->precision : by_default;
}

static bool has_column(const struct gmi_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (strcmp(sheet->columns[i].name, name) == 0)
            return true;
    return false;
}

static void add_column(struct gmi_sheet *sheet, enum gmi_column_kind kind,
                       const char *name)
{
    sheet->columns[sheet->column_count++] = (struct gmi_column){
        .kind = kind, .field = GMI_FIELD_COUNT, .name = name};
}

static void add_field(struct gmi_sheet *sheet, enum gmi_field index,
                      const struct gmi_sheet_style *style)
{
    const gm_field *field = gm_field_at(index);
    add_column(sheet, GMI_COLUMN_FIELD, field->name);
    struct gmi_column *column = &sheet->columns[sheet->column_count - 1];
    column->field = index;
    column->is_number = field->type != GM_FIELD_TEXT;
    column->decimals = field->decimals;
    if (field->is_degrees)
        column->decimals =
            gmi_degree_decimals(sheet->options, style->degree_decimals);
    else if (column->decimals > style->other_decimals)
        column->decimals = style->other_decimals;
}

static gm_status fail_field(gm_error *err, const char *name, const char *why)
{
    char known[320] = "";
    size_t used = 0;
    for (size_t i = 0; i < GMI_FIELD_COUNT && used < sizeof known; i++)
        used += (size_t)snprintf(known + used, sizeof known - used, "%s, ",
                                 gm_field_at(i)->name);
    return gmi_fail(err, GM_ERR_ARGUMENT,
                    "%s field '%.40s': the fields are %s%s, %s", why, name,
                    known, COORDS, CANDIDATES);
}

/* One column by its name, or the pair that "coords" stands for in degrees. */
static gm_status add_named(struct gmi_sheet *sheet, const char *name,
                           const struct gmi_sheet_style *style, gm_error *err)
{
    const enum gmi_field field = gmi_field_named(name);
    const bool is_coords = strcmp(name, COORDS) == 0;
    const bool is_point = field == GMI_FIELD_LONGITUDE ||
                          field == GMI_FIELD_LATITUDE || is_coords;
    if (is_point && style->has_coords &&
        sheet->options->coords != GM_COORDS_DD) {
        /* The second of the pair has its place in the first. */
        if (!has_column(sheet, COORDS))
            add_column(sheet, GMI_COLUMN_COORDS, COORDS);
        return GM_OK;
    }
    if (has_column(sheet, is_coords ? "longitude" : name) ||
        (is_coords && has_column(sheet, "latitude")))
        return fail_field(err, name, "repeated");
    if (is_coords) {
        add_field(sheet, GMI_FIELD_LONGITUDE, style);
        add_field(sheet, GMI_FIELD_LATITUDE, style);
    } else if (strcmp(name, CANDIDATES) == 0) {
        add_column(sheet, GMI_COLUMN_CANDIDATES, CANDIDATES);
    } else if (field == GMI_FIELD_COUNT) {
        return fail_field(err, name, "unknown");
    } else {
        add_field(sheet, field, style);
    }
    return GM_OK;
}

static gm_status add_fields(struct gmi_sheet *sheet,
                            const struct gmi_sheet_style *style, gm_error *err)
{
    const gm_write_options *options = sheet->options;
    for (size_t i = 0; i < options->field_count; i++) {
        const gm_status status =
            add_named(sheet, options->fields[i], style, err);
        if (status)
            return status;
    }
    if (!sheet->column_count)
        return gmi_fail(err, GM_ERR_ARGUMENT, "no field to write");
    return GM_OK;
}

static gm_status add_defaults(struct gmi_sheet *sheet,
                              const struct gmi_sheet_style *style,
                              gm_error *err)
{
    const size_t count = style->fields ? style->field_count : GMI_FIELD_COUNT;
    for (size_t i = 0; i < count; i++) {
        const size_t field = style->fields ? style->fields[i] : i;
        const gm_status status =
            add_named(sheet, gm_field_at(field)->name, style, err);
        if (status)
            return status;
    }
    if (sheet->options->candidates)
        add_column(sheet, GMI_COLUMN_CANDIDATES, CANDIDATES);
    return GM_OK;
}

gm_status gmi_sheet_init(struct gmi_sheet *sheet, const gm_gazetteer *gazetteer,
                         const gm_write_options *options,
                         const struct gmi_sheet_style *style, gm_error *err)
{
    *sheet = (struct gmi_sheet){.gazetteer = gazetteer, .options = options};
    if (!options->fields)
        return add_defaults(sheet, style, err);
    const gm_status status = add_fields(sheet, style, err);
    if (status || !style->is_fixed)
        return status;
    sheet->column_count = 0;
    return add_defaults(sheet, style, err);
}

/* ---- Cells ------------------------------------------------------------- */

static int at_most(int value, int limit)
{
    return value < 0 ? 0 : value < limit ? value : limit;
}

/*
 * Five decimals of a degree are about a metre, and four about a third of a
 * second; the forms follow the decimals of degrees that are asked for.
 */
static void add_coords(const gm_record *record, const gm_write_options *options,
                       struct gmi_buffer *out)
{
    enum { METRE = 5, SECOND = 4 };
    char text[GMI_DMS_SIZE + GMI_UTM_SIZE + GMI_MGRS_SIZE];
    const int decimals = gmi_degree_decimals(options, METRE);
    const struct gmi_point point = {record->place.longitude,
                                    record->place.latitude};
    if (options->coords == GM_COORDS_DMS) {
        gmi_dms_format(point, at_most(decimals - SECOND, GMI_DMS_DECIMALS_MAX),
                       text);
    } else if (options->coords == GM_COORDS_UTM) {
        const struct gmi_utm utm = gmi_utm_from_point(point);
        gmi_utm_format(&utm, at_most(decimals - METRE, GMI_UTM_DECIMALS_MAX),
                       text);
    } else {
        gmi_mgrs_format(point, at_most(decimals, GMI_MGRS_DIGITS_MAX), text);
    }
    gmi_buffer_add_string(out, text);
}

void gmi_cell_add(const struct gmi_sheet *sheet,
                  const struct gmi_column *column, const gm_record *record,
                  bool keeps_zeros, struct gmi_buffer *out)
{
    if (column->kind == GMI_COLUMN_COORDS) {
        if (record->has_point)
            add_coords(record, sheet->options, out);
        return;
    }
    const gm_value value = gm_field_value(column->field, record);
    if (value.is_null)
        return;
    switch (gm_field_at(column->field)->type) {
    case GM_FIELD_TEXT:
        gmi_buffer_add_string(out, value.text);
        break;
    case GM_FIELD_INTEGER:
        gmi_integer_add(out, value.integer);
        break;
    case GM_FIELD_REAL:
        gmi_number_add(out, value.real, column->decimals,
                       keeps_zeros ? GMI_ZEROS_KEEP : GMI_ZEROS_TRIM);
        break;
    }
}
