/* SPDX-License-Identifier: MIT */
/* Rows of values with a separator: TSV, and CSV after RFC 4180. */
#include "write/format.h"

#include "base/memory.h"
#include "base/status.h"
#include "text/utf8.h"
#include "write/candidates.h"

#include <string.h>

enum { DEGREE_DECIMALS = 5, OTHER_DECIMALS = 4 };

/* ---- Values ------------------------------------------------------------ */

/* A bad byte, in a file's name perhaps, becomes U+FFFD. */
static void add_valid(struct gmi_buffer *out, const char *text, size_t length)
{
    size_t valid = gmi_utf8_check(text, length);
    while (valid < length) {
        gmi_buffer_add(out, text, valid);
        gmi_buffer_add_string(out, "\xef\xbf\xbd");
        text += valid + 1;
        length -= valid + 1;
        valid = gmi_utf8_check(text, length);
    }
    gmi_buffer_add(out, text, length);
}

/* TSV has no way to say a tab or an end of line. */
static void add_tsv_value(struct gmi_buffer *out, const char *text,
                          size_t length)
{
    size_t done = 0;
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x20)
            continue;
        add_valid(out, text + done, i - done);
        gmi_buffer_add_char(out, ' ');
        done = i + 1;
    }
    add_valid(out, text + done, length - done);
}

static void add_csv_value(struct gmi_buffer *out, const char *text,
                          size_t length)
{
    if (!memchr(text, ',', length) && !memchr(text, '"', length) &&
        !memchr(text, '\n', length) && !memchr(text, '\r', length)) {
        add_valid(out, text, length);
        return;
    }
    gmi_buffer_add_char(out, '"');
    const char *quote;
    while ((quote = memchr(text, '"', length)) != NULL) {
        const size_t before = (size_t)(quote - text) + 1;
        add_valid(out, text, before);
        gmi_buffer_add_char(out, '"');
        text += before;
        length -= before;
    }
    add_valid(out, text, length);
    gmi_buffer_add_char(out, '"');
}

static bool is_csv(const gm_writer *writer)
{
    return writer->format == &gmi_format_csv;
}

static void add_value(gm_writer *writer, size_t column, const char *text,
                      size_t length)
{
    if (column)
        gmi_buffer_add_char(&writer->out, is_csv(writer) ? ',' : '\t');
    if (!is_csv(writer))
        add_tsv_value(&writer->out, text, length);
    else if (!length && writer->sheet.column_count == 1)
        /* An empty line would not be a row. */
        gmi_buffer_add_string(&writer->out, "\"\"");
    else
        add_csv_value(&writer->out, text, length);
}

/* ---- Rows -------------------------------------------------------------- */

/* The cell at hand; kept from row to row. */
struct state {
    struct gmi_buffer cell;
};

static gm_status open_format(gm_writer *writer, gm_error *err)
{
    static const struct gmi_sheet_style style = {
        .degree_decimals = DEGREE_DECIMALS,
        .other_decimals = OTHER_DECIMALS,
        .has_coords = true};
    const gm_status status = gmi_sheet_init(&writer->sheet, writer->gazetteer,
                                            writer->options, &style, err);
    if (status)
        return status;
    writer->state = gmi_alloc_zeroed(1, sizeof(struct state));
    if (!writer->state)
        return gmi_fail_memory(err);
    const struct gmi_sheet *sheet = &writer->sheet;
    for (size_t i = 0; writer->options->header && i < sheet->column_count; i++)
        add_value(writer, i, sheet->columns[i].name,
                  strlen(sheet->columns[i].name));
    if (writer->options->header)
        gmi_buffer_add_char(&writer->out, '\n');
    return GM_OK;
}

static gm_status read_cell(const struct gmi_sheet *sheet,
                           const struct gmi_column *column,
                           const gm_record *record, struct gmi_buffer *cell,
                           gm_error *err)
{
    gmi_buffer_clear(cell);
    if (column->kind != GMI_COLUMN_CANDIDATES) {
        gmi_cell_add(sheet, column, record, false, cell);
        return cell->is_failed ? gmi_fail_memory(err) : GM_OK;
    }
    struct gmi_json json = {cell, false};
    const int decimals = gmi_degree_decimals(sheet->options, DEGREE_DECIMALS);
    const gm_status status =
        gmi_candidates_json(sheet, record->mention, decimals, &json, err);
    return !status && cell->is_failed ? gmi_fail_memory(err) : status;
}

static gm_status add(gm_writer *writer, const gm_record *record, gm_error *err)
{
    struct state *state = writer->state;
    const struct gmi_sheet *sheet = &writer->sheet;
    for (size_t i = 0; i < sheet->column_count; i++) {
        const gm_status status =
            read_cell(sheet, &sheet->columns[i], record, &state->cell, err);
        if (status)
            return status;
        add_value(writer, i, state->cell.data ? state->cell.data : "",
                  state->cell.length);
    }
    gmi_buffer_add_char(&writer->out, '\n');
    return GM_OK;
}

static void close_format(gm_writer *writer)
{
    struct state *state = writer->state;
    if (!state)
        return;
    gmi_buffer_release(&state->cell);
    gmi_release(state);
}

const struct gmi_format gmi_format_tsv = {
    .name = "tsv",
    .description = "tab-separated values, a mention a line",
    .open = open_format,
    .add = add,
    .close = close_format,
};

const struct gmi_format gmi_format_csv = {
    .name = "csv",
    .description = "comma-separated values, RFC 4180; QGIS finds the points",
    .open = open_format,
    .add = add,
    .close = close_format,
};
