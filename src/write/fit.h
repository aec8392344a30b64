/* SPDX-License-Identifier: MIT */
/* How wide the columns of a terminal table get, and which are shown. */
#ifndef WRITE_FIT_H
#define WRITE_FIT_H

#include <stdbool.h>
#include <stddef.h>

/* What may be done to a column when space is short. */
enum gmi_shrink {
    GMI_SHRINK_NEVER, /* a number, or a short code */
    GMI_SHRINK_LATE,  /* a name */
    GMI_SHRINK_FIRST  /* a sentence */
};

struct gmi_fit {
    size_t wanted; /* cells of its widest value */
    enum gmi_shrink shrink;
    int hide;      /* a table without it is still good: 1 goes first; 0 stays */
    bool is_shown; /* false at the start: it is not wanted */
    size_t width;  /* comes out */
};

/*
 * Fits columns with `gap` cells between them into `limit` cells; 0: no limit.
 * Sentences shrink, then names, then columns marked so are hidden, then those
 * at the right. At least one stays.
 */
void gmi_fit(struct gmi_fit *columns, size_t count, size_t gap, size_t limit);

#endif
