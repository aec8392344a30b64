/* SPDX-License-Identifier: MIT */
/*
 * A table for people. Rows wait until the widths of the columns are known: at
 * the end, or once there are so many that more would hardly change them; from
 * then on each row is written at once.
 */
#include "write/format.h"

#include "base/memory.h"
#include "base/status.h"
#include "write/candidates.h"
#include "write/display.h"
#include "write/fit.h"
#include "write/table_cell.h"

#include <string.h>

enum {
    ROWS_MAX = 1000,    /* that wait */
    TEXT_MAX = 1 << 20, /* bytes of them */
    GAP = 2,            /* cells between columns */
    DEGREE_DECIMALS = 5,
    OTHER_DECIMALS = 2
};

static const char BOLD[] = "\033[1m";
static const char DIM[] = "\033[2m";
static const char GREEN[] = "\033[32m";
static const char YELLOW[] = "\033[33m";
static const char RED[] = "\033[31m";
static const char PLAIN[] = "\033[0m";

static const enum gmi_field FIELDS[] = {
    GMI_FIELD_DOC,       GMI_FIELD_MENTION,   GMI_FIELD_USE,
    GMI_FIELD_NAME,      GMI_FIELD_FEATURE,   GMI_FIELD_COUNTRY,
    GMI_FIELD_ADMIN1,    GMI_FIELD_LONGITUDE, GMI_FIELD_LATITUDE,
    GMI_FIELD_CONFIDENCE};

struct cell {
    size_t offset, length; /* in the text of the waiting rows */
    size_t width;
};

struct row {
    struct cell cells[GMI_COLUMNS_MAX];
    bool has_place;
    double confidence;
};

struct state {
    struct gmi_buffer value; /* the cell at hand, before it is made safe */
    struct gmi_buffer text;  /* of the waiting rows */
    struct row *rows;
    size_t row_count;
    size_t row_capacity;
    struct gmi_fit fits[GMI_COLUMNS_MAX];
    bool is_settled; /* the widths are */
};

/* ---- Reading cells ----------------------------------------------------- */

static gm_status read_cell(gm_writer *writer, size_t column,
                           const gm_record *record, struct cell *cell,
                           gm_error *err)
{
    struct state *state = writer->state;
    const struct gmi_sheet *sheet = &writer->sheet;
    gmi_buffer_clear(&state->value);
    if (sheet->columns[column].kind == GMI_COLUMN_CANDIDATES) {
        const gm_status status =
            gmi_candidates_text(sheet, record->mention, &state->value, err);
        if (status)
            return status;
    } else {
        gmi_cell_add(sheet, &sheet->columns[column], record, true,
                     &state->value);
    }
    cell->offset = state->text.length;
    if (state->value.length)
        gmi_display_add(&state->text, state->value.data);
    if (state->value.is_failed || state->text.is_failed)
        return gmi_fail_memory(err);
    cell->length = state->text.length - cell->offset;
    cell->width =
        cell->length
            ? gmi_display_width(state->text.data + cell->offset, cell->length)
            : 0;
    return GM_OK;
}

static gm_status read_row(gm_writer *writer, const gm_record *record,
                          struct row *row, gm_error *err)
{
    row->has_place = record->has_place;
    row->confidence = record->mention->confidence;
    for (size_t i = 0; i < writer->sheet.column_count; i++) {
        const gm_status status =
            read_cell(writer, i, record, &row->cells[i], err);
        if (status)
            return status;
    }
    return GM_OK;
}

/* ---- Writing rows ------------------------------------------------------ */

/* Ends a row that began at `start`, without blanks at its end. */
static void end_row(struct gmi_buffer *out, size_t start)
{
    while (out->length > start && out->data[out->length - 1] == ' ')
        out->length--;
    gmi_buffer_add_char(out, '\n');
}

static void add_header(gm_writer *writer)
{
    const struct state *state = writer->state;
    const struct gmi_sheet *sheet = &writer->sheet;
    struct gmi_buffer *out = &writer->out;
    const size_t start = out->length;
    bool is_first = true;
    if (writer->options->color)
        gmi_buffer_add_string(out, BOLD);
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (!state->fits[i].is_shown)
            continue;
        const char *name = sheet->columns[i].name;
        const size_t length = strlen(name);
        gmi_table_spaces(out, is_first ? 0 : GAP);
        gmi_table_cell(out, (struct gmi_shown){name, length, length},
                       state->fits[i].width, sheet->columns[i].is_number);
        is_first = false;
    }
    if (writer->options->color)
        gmi_buffer_add_string(out, PLAIN);
    end_row(out, start);
}

/* The colour of a cell; NULL: none. */
static const char *color_of(const gm_writer *writer, const struct row *row,
                            const struct gmi_column *column)
{
    if (!writer->options->color)
        return NULL;
    if (!row->has_place)
        return DIM;
    if (column->field != GMI_FIELD_CONFIDENCE)
        return NULL;
    return row->confidence >= 0.8   ? GREEN
           : row->confidence >= 0.5 ? YELLOW
                                    : RED;
}

static void add_row(gm_writer *writer, const struct row *row)
{
    const struct state *state = writer->state;
    const struct gmi_sheet *sheet = &writer->sheet;
    struct gmi_buffer *out = &writer->out;
    const size_t start = out->length;
    bool is_first = true;
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (!state->fits[i].is_shown)
            continue;
        const struct cell *cell = &row->cells[i];
        const char *color = color_of(writer, row, &sheet->columns[i]);
        const char *text =
            state->text.data ? state->text.data + cell->offset : "";
        gmi_table_spaces(out, is_first ? 0 : GAP);
        if (color)
            gmi_buffer_add_string(out, color);
        gmi_table_cell(out, (struct gmi_shown){text, cell->length, cell->width},
                       state->fits[i].width, sheet->columns[i].is_number);
        if (color)
            gmi_buffer_add_string(out, PLAIN);
        is_first = false;
    }
    end_row(out, start);
}

/* ---- Settling widths --------------------------------------------------- */

static enum gmi_shrink shrink_of(const struct gmi_column *column)
{
    if (column->kind == GMI_COLUMN_CANDIDATES)
        return GMI_SHRINK_FIRST;
    switch (column->field) {
    case GMI_FIELD_QUOTE:
        return GMI_SHRINK_FIRST;
    case GMI_FIELD_DOC:
    case GMI_FIELD_MENTION:
    case GMI_FIELD_NAME:
    case GMI_FIELD_PLACE:
    case GMI_FIELD_ADMIN1:
    case GMI_FIELD_ADMIN2:
        return GMI_SHRINK_LATE;
    default:
        return GMI_SHRINK_NEVER;
    }
}

/* Of the columns that nobody asked for by name. */
static int hide_order(const struct gmi_column *column)
{
    switch (column->field) {
    case GMI_FIELD_ADMIN1:
        return 1;
    case GMI_FIELD_FEATURE:
        return 2;
    case GMI_FIELD_USE:
        return 3;
    default:
        return 0;
    }
}

static bool is_degrees(const struct gmi_column *column)
{
    return column->field == GMI_FIELD_LONGITUDE ||
           column->field == GMI_FIELD_LATITUDE;
}

/* What columns want, but those of degrees where there is no room for both. */
static void fit(gm_writer *writer, bool has_doc, bool has_degrees)
{
    struct state *state = writer->state;
    const struct gmi_sheet *sheet = &writer->sheet;
    const bool is_default = !writer->options->fields;
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct gmi_column *column = &sheet->columns[i];
        struct gmi_fit *wish = &state->fits[i];
        *wish = (struct gmi_fit){
            .wanted = writer->options->header ? strlen(column->name) : 1,
            .shrink = shrink_of(column),
            .hide = is_default ? hide_order(column) : 0,
            .is_shown =
                !is_default || ((column->field != GMI_FIELD_DOC || has_doc) &&
                                (!is_degrees(column) || has_degrees))};
        for (size_t r = 0; r < state->row_count; r++)
            if (state->rows[r].cells[i].width > wish->wanted)
                wish->wanted = state->rows[r].cells[i].width;
    }
    gmi_fit(state->fits, sheet->column_count, GAP, writer->options->width);
}

/* `has_more`: rows will follow that are not seen yet. */
static void settle(gm_writer *writer, bool has_more)
{
    struct state *state = writer->state;
    const struct gmi_sheet *sheet = &writer->sheet;
    const bool has_doc = has_more || writer->document_count > 1;
    fit(writer, has_doc, true);
    /* Half of a point is of no use to anyone. */
    size_t shown = 0;
    for (size_t i = 0; i < sheet->column_count; i++)
        shown += is_degrees(&sheet->columns[i]) && state->fits[i].is_shown;
    if (shown == 1 && !writer->options->fields)
        fit(writer, has_doc, false);
    state->is_settled = true;
}

/* Widths, header, and the rows that waited. */
static void begin_output(gm_writer *writer, bool has_more)
{
    struct state *state = writer->state;
    settle(writer, has_more);
    if (writer->options->header)
        add_header(writer);
    for (size_t r = 0; r < state->row_count; r++)
        add_row(writer, &state->rows[r]);
    state->row_count = 0;
    gmi_buffer_clear(&state->text);
}

/* ---- The format -------------------------------------------------------- */

static gm_status open_format(gm_writer *writer, gm_error *err)
{
    static const struct gmi_sheet_style style = {
        .fields = FIELDS,
        .field_count = sizeof FIELDS / sizeof FIELDS[0],
        .degree_decimals = DEGREE_DECIMALS,
        .other_decimals = OTHER_DECIMALS,
        .has_coords = true};
    writer->state = gmi_alloc_zeroed(1, sizeof(struct state));
    if (!writer->state)
        return gmi_fail_memory(err);
    return gmi_sheet_init(&writer->sheet, writer->gazetteer, writer->options,
                          &style, err);
}

static gm_status add(gm_writer *writer, const gm_record *record, gm_error *err)
{
    struct state *state = writer->state;
    if (state->is_settled) {
        struct row row;
        const gm_status status = read_row(writer, record, &row, err);
        if (!status)
            add_row(writer, &row);
        gmi_buffer_clear(&state->text);
        return status;
    }
    if (!gmi_reserve(&state->rows, &state->row_capacity, state->row_count,
                     sizeof *state->rows))
        return gmi_fail_memory(err);
    const gm_status status =
        read_row(writer, record, &state->rows[state->row_count], err);
    if (status)
        return status;
    state->row_count++;
    if (state->row_count == ROWS_MAX || state->text.length >= TEXT_MAX)
        begin_output(writer, true);
    return GM_OK;
}

static gm_status finish(gm_writer *writer, gm_error *err)
{
    const struct state *state = writer->state;
    (void)err;
    if (!state->is_settled)
        begin_output(writer, false);
    return GM_OK;
}

static void close_format(gm_writer *writer)
{
    struct state *state = writer->state;
    if (!state)
        return;
    gmi_buffer_release(&state->value);
    gmi_buffer_release(&state->text);
    gmi_release(state->rows);
    gmi_release(state);
}

const struct gmi_format gmi_format_table = {
    .name = "table",
    .description = "aligned columns, for reading",
    .open = open_format,
    .add = add,
    .finish = finish,
    .close = close_format,
};
