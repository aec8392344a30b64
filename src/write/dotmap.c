/* SPDX-License-Identifier: MIT */
/* A map of the places for a terminal: outlines of dots, marks, a legend. */
#include "write/format.h"

#include "write/display.h"
#include "write/dots.h"
#include "write/map_base.h"
#include "write/map_draw.h"
#include "write/map_format.h"
#include "write/table_cell.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char MARKS[] =
    "123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

enum {
    COLUMNS_DEFAULT = 80,
    COLUMNS_MIN = 20,
    COLUMNS_MAX = 110, /* a map as wide as a wall is all sea */
    ROWS_MIN = 10,
    ROWS_MAX = 26, /* so that table and map are seen together */
    ENTRY_MAX = 24 /* cells of an entry: three fit a usual width */
};

/* ---- The map ------------------------------------------------------------ */

static size_t columns_of(const gm_writer *writer)
{
    const size_t width =
        writer->options->width ? writer->options->width : COLUMNS_DEFAULT;
    return width < COLUMNS_MIN   ? COLUMNS_MIN
           : width > COLUMNS_MAX ? COLUMNS_MAX
                                 : width;
}

static void draw_line(const struct gmi_drawing *drawing, struct gmi_dots *dots,
                      const gm_line *line, double shift)
{
    const struct gmi_window *window = &drawing->frame.window;
    for (size_t i = 1; i < line->count; i++) {
        const gm_lonlat a = line->points[i - 1], b = line->points[i];
        const double west = fmin(a.longitude, b.longitude) + shift;
        const double east = fmax(a.longitude, b.longitude) + shift;
        if (east < window->west || west > window->east ||
            fmax(a.latitude, b.latitude) < window->south ||
            fmin(a.latitude, b.latitude) > window->north)
            continue;
        const struct gmi_spot from =
            gmi_map_spot(&drawing->frame, a.longitude + shift, a.latitude);
        const struct gmi_spot to =
            gmi_map_spot(&drawing->frame, b.longitude + shift, b.latitude);
        gmi_dots_line(dots, from.x, from.y, to.x, to.y);
    }
}

static void draw_outlines(const struct gmi_drawing *drawing,
                          struct gmi_dots *dots)
{
    gm_line line;
    if (!drawing->outline)
        return;
    for (size_t i = 0; !gm_outline_line(drawing->outline, i, &line); i++) {
        /* Borders of the whole world would be a fog of dots. */
        if (drawing->frame.is_world && line.kind != GM_LINE_COAST)
            continue;
        for (double shift = -360; shift <= 360; shift += 360)
            draw_line(drawing, dots, &line, shift);
    }
}

/* ---- The legend --------------------------------------------------------- */

/* One entry: "a Yerevan 5", as wide as a column. */
static void add_entry(gm_writer *writer, char mark,
                      const struct gmi_listed_place *listed, bool is_last)
{
    struct gmi_buffer *out = &writer->out;
    struct gmi_buffer name = {0};
    char count[32];
    gmi_display_add(&name, listed->place.name);
    const char *text = name.data ? name.data : "";
    const int digits =
        snprintf(count, sizeof count, " %" PRIu64, listed->mentions);
    const size_t width = gmi_display_width(text, name.length);
    const size_t room = (size_t)(ENTRY_MAX - 2 - digits);
    const size_t shown = width < room ? width : room;
    const bool color = writer->options->color;
    gmi_buffer_printf(out, color ? "\033[1;33m%c\033[0m " : "%c ", mark);
    gmi_table_cell(out, (struct gmi_shown){text, name.length, width}, shown,
                   false);
    gmi_buffer_printf(out, color ? "\033[2m%s\033[0m" : "%s", count);
    gmi_table_spaces(out, is_last ? 0 : room - shown + 2);
    out->is_failed |= name.is_failed;
    gmi_buffer_release(&name);
}

/* Down one column, then the next, as `ls` does. */
static void add_legend(gm_writer *writer, const struct gmi_place_list *places,
                       const size_t *marked, size_t count)
{
    const size_t fit = (columns_of(writer) + 2) / (ENTRY_MAX + 2);
    const size_t columns = fit ? fit : 1;
    const size_t rows = (count + columns - 1) / columns;
    for (size_t row = 0; row < rows; row++) {
        for (size_t i = row; i < count; i += rows)
            add_entry(writer, MARKS[i], &places->places[marked[i]],
                      i + rows >= count);
        gmi_buffer_add_char(&writer->out, '\n');
    }
}

static void add_missing(gm_writer *writer, size_t count)
{
    if (count)
        gmi_buffer_printf(&writer->out, "and %zu place%s not on this map\n",
                          count, count == 1 ? "" : "s");
}

/* ---- Both --------------------------------------------------------------- */

/* Puts the marks, most mentioned first, and gives whose they are. */
static size_t put_marks(const struct gmi_drawing *drawing,
                        struct gmi_dots *dots, size_t marked[sizeof MARKS])
{
    size_t count = 0;
    for (size_t i = 0; i < drawing->places->count && count < sizeof MARKS - 1;
         i++) {
        const struct gmi_mark *mark = &drawing->marks[i];
        if ((mark->kind == GMI_MARK_CIRCLE || mark->kind == GMI_MARK_COUNTRY) &&
            gmi_dots_mark(dots, mark->spot.x, mark->spot.y, MARKS[count]))
            marked[count++] = i;
    }
    return count;
}

static gm_status write_map(gm_writer *writer, struct gmi_drawing *drawing,
                           size_t columns, gm_error *err)
{
    struct gmi_dots dots;
    size_t marked[sizeof MARKS];
    const size_t rows = (size_t)ceil(drawing->frame.height / GMI_DOTS_DOWN);
    const gm_status status = gmi_dots_init(&dots, columns, rows, err);
    if (!status) {
        draw_outlines(drawing, &dots);
        const size_t count = put_marks(drawing, &dots, marked);
        gmi_buffer_add_char(&writer->out, '\n');
        gmi_dots_write(&dots, writer->options->color, &writer->out);
        gmi_buffer_add_char(&writer->out, '\n');
        add_legend(writer, drawing->places, marked, count);
        add_missing(writer, drawing->places->count - count);
    }
    gmi_dots_release(&dots);
    return status;
}

static gm_status finish(gm_writer *writer, gm_error *err)
{
    const size_t columns = columns_of(writer);
    const struct gmi_map_options options = {
        writer->gazetteer,
        writer->options->data_directory,
        {(double)(columns * GMI_DOTS_ACROSS),
         fmin((double)columns * GMI_DOTS_ACROSS / 2.4,
              ROWS_MIN * GMI_DOTS_DOWN),
         ROWS_MAX * GMI_DOTS_DOWN}};
    struct gmi_drawing drawing = {
        .places = writer->state, .options = &options, .out = &writer->out};
    gmi_place_list_sort(writer->state);
    if (!drawing.places->count)
        return GM_OK;
    gm_status status = gmi_drawing_init(&drawing, err);
    if (!status)
        status = write_map(writer, &drawing, columns, err);
    gmi_drawing_release(&drawing);
    return status;
}

const struct gmi_format gmi_format_dots = {
    .name = "dots",
    .description = "a map of the places of dots, for a terminal",
    .open = gmi_map_format_open,
    .add = gmi_map_format_add,
    .finish = finish,
    .close = gmi_map_format_close,
};
