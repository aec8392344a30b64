/* SPDX-License-Identifier: MIT */
/* A canvas of dots for a terminal. */
#include "write/dots.h"

#include "base/memory.h"

#include <math.h>

static const char FAINT[] = "\033[2m";
static const char BOLD[] = "\033[1;33m";
static const char PLAIN[] = "\033[0m";

gm_status gmi_dots_init(struct gmi_dots *dots, size_t columns, size_t rows,
                        gm_error *err)
{
    *dots = (struct gmi_dots){.columns = columns, .rows = rows};
    dots->cells = gmi_alloc_zeroed(columns * rows + 1, 1);
    dots->marks = gmi_alloc_zeroed(columns * rows + 1, 1);
    return dots->cells && dots->marks ? GM_OK : gmi_fail_memory(err);
}

void gmi_dots_release(struct gmi_dots *dots)
{
    gmi_release(dots->cells);
    gmi_release(dots->marks);
    *dots = (struct gmi_dots){0};
}

/* The bits of the Unicode standard, chapter 21.1: column by column. */
static void set_dot(struct gmi_dots *dots, double x, double y)
{
    static const unsigned char BITS[GMI_DOTS_DOWN][GMI_DOTS_ACROSS] = {
        {0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    if (!(x >= 0 && y >= 0 && x < (double)(dots->columns * GMI_DOTS_ACROSS) &&
          y < (double)(dots->rows * GMI_DOTS_DOWN)))
        return;
    const size_t column = (size_t)x, row = (size_t)y;
    dots->cells[row / GMI_DOTS_DOWN * dots->columns +
                column / GMI_DOTS_ACROSS] |=
        BITS[row % GMI_DOTS_DOWN][column % GMI_DOTS_ACROSS];
}

/* The part of 0 to 1 in which a line is between two limits of one axis. */
static void clip(double from, double to, double limit, double *begin,
                 double *end)
{
    const double step = to - from;
    if (step == 0) {
        if (from < 0 || from > limit)
            *end = -1;
        return;
    }
    const double a = -from / step, b = (limit - from) / step;
    *begin = fmax(*begin, fmin(a, b));
    *end = fmin(*end, fmax(a, b));
}

void gmi_dots_line(struct gmi_dots *dots, double x0, double y0, double x1,
                   double y1)
{
    double begin = 0, end = 1;
    clip(x0, x1, (double)(dots->columns * GMI_DOTS_ACROSS), &begin, &end);
    clip(y0, y1, (double)(dots->rows * GMI_DOTS_DOWN), &begin, &end);
    if (!(begin <= end))
        return;
    const double longest = fmax(fabs(x1 - x0), fabs(y1 - y0)) * (end - begin);
    /* Two a dot, so that rounding leaves none out. */
    const int steps = 1 + (int)(2 * longest);
    for (int i = 0; i <= steps; i++) {
        const double t = begin + (end - begin) * i / steps;
        set_dot(dots, x0 + t * (x1 - x0), y0 + t * (y1 - y0));
    }
}

static bool try_mark(struct gmi_dots *dots, long column, long row, char mark)
{
    if (column < 0 || row < 0 || (size_t)column >= dots->columns ||
        (size_t)row >= dots->rows)
        return false;
    char *cell = &dots->marks[(size_t)row * dots->columns + (size_t)column];
    if (*cell)
        return false;
    *cell = mark;
    return true;
}

bool gmi_dots_mark(struct gmi_dots *dots, double x, double y, char mark)
{
    /* Beside before above: a cell is twice as high as wide. */
    static const signed char MOVES[][2] = {
        {0, 0},  {1, 0}, {-1, 0},  {0, -1}, {0, 1},  {1, -1},
        {-1, 1}, {1, 1}, {-1, -1}, {2, 0},  {-2, 0}, {2, -1},
        {-2, 1}, {2, 1}, {-2, -1}, {3, 0},  {-3, 0}};
    if (!(x >= 0 && y >= 0 && x <= (double)(dots->columns * GMI_DOTS_ACROSS) &&
          y <= (double)(dots->rows * GMI_DOTS_DOWN)))
        return false;
    const long column = (long)(x / GMI_DOTS_ACROSS);
    const long row = (long)(y / GMI_DOTS_DOWN);
    for (size_t i = 0; i < sizeof MOVES / sizeof MOVES[0]; i++)
        if (try_mark(dots, column + MOVES[i][0], row + MOVES[i][1], mark))
            return true;
    return false;
}

/* ---- Writing ------------------------------------------------------------ */

/* The braille letter of a pattern: U+2800 and its bits. */
static void add_braille(struct gmi_buffer *out, unsigned char bits)
{
    gmi_buffer_add_char(out, (char)0xe2);
    gmi_buffer_add_char(out, (char)(0xa0 | bits >> 6));
    gmi_buffer_add_char(out, (char)(0x80 | (bits & 0x3f)));
}

/* How the cell looks: a change of it costs some bytes. */
enum look { LOOK_PLAIN, LOOK_DOTS, LOOK_MARK };

static void change(struct gmi_buffer *out, enum look *now, enum look wanted)
{
    if (*now == wanted)
        return;
    if (*now != LOOK_PLAIN)
        gmi_buffer_add_string(out, PLAIN);
    if (wanted == LOOK_DOTS)
        gmi_buffer_add_string(out, FAINT);
    else if (wanted == LOOK_MARK)
        gmi_buffer_add_string(out, BOLD);
    *now = wanted;
}

static void write_row(const struct gmi_dots *dots, size_t row, bool color,
                      struct gmi_buffer *out)
{
    const unsigned char *cells = dots->cells + row * dots->columns;
    const char *marks = dots->marks + row * dots->columns;
    size_t length = dots->columns;
    enum look look = LOOK_PLAIN;
    while (length && !cells[length - 1] && !marks[length - 1])
        length--;
    for (size_t i = 0; i < length; i++) {
        if (color)
            change(out, &look,
                   marks[i]   ? LOOK_MARK
                   : cells[i] ? LOOK_DOTS
                              : look);
        if (marks[i])
            gmi_buffer_add_char(out, marks[i]);
        else if (cells[i])
            add_braille(out, cells[i]);
        else
            gmi_buffer_add_char(out, ' ');
    }
    change(out, &look, LOOK_PLAIN);
    gmi_buffer_add_char(out, '\n');
}

void gmi_dots_write(const struct gmi_dots *dots, bool color,
                    struct gmi_buffer *out)
{
    for (size_t row = 0; row < dots->rows; row++)
        write_row(dots, row, color, out);
}
