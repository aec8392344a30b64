/* SPDX-License-Identifier: MIT */
/*
 * A canvas of dots for a terminal: two across and four down in each cell, as
 * the braille letters of Unicode have them. A cell may hold a mark instead.
 */
#ifndef WRITE_DOTS_H
#define WRITE_DOTS_H

#include "base/buffer.h"
#include "base/status.h"

enum { GMI_DOTS_ACROSS = 2, GMI_DOTS_DOWN = 4 };

struct gmi_dots {
    unsigned char *cells; /* which of eight dots are set */
    char *marks;          /* a letter of ASCII; 0: the dots */
    size_t columns, rows;
};

gm_status gmi_dots_init(struct gmi_dots *dots, size_t columns, size_t rows,
                        gm_error *err);
void gmi_dots_release(struct gmi_dots *dots);

/* A line between two dots; what is outside of the canvas does not show. */
void gmi_dots_line(struct gmi_dots *dots, double x0, double y0, double x1,
                   double y1);

/*
 * Puts a mark where a dot is, or into the nearest free cell beside it. False
 * when there is none.
 */
bool gmi_dots_mark(struct gmi_dots *dots, double x, double y, char mark);

/*
 * Adds the rows as lines, without blanks at their ends. `color`: the dots are
 * faint, the marks bold.
 */
void gmi_dots_write(const struct gmi_dots *dots, bool color,
                    struct gmi_buffer *out);

#endif
