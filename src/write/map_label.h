/* SPDX-License-Identifier: MIT */
/*
 * Places labels on a picture, one after another, so that none lies on another
 * or on what was blocked: the best free position of each is taken, and who
 * comes first has the choice.
 */
#ifndef WRITE_MAP_LABEL_H
#define WRITE_MAP_LABEL_H

#include "base/status.h"
#include "write/map_frame.h"

struct gmi_label_field {
    unsigned char *cells; /* bits of what is there */
    size_t columns, rows;
    double width, height;
};

gm_status gmi_label_field_init(struct gmi_label_field *field, double width,
                               double height, gm_error *err);
void gmi_label_field_release(struct gmi_label_field *field);

struct gmi_label_box {
    double left, top, width, height;
};

/*
 * Keeps labels away from a mark: a line to a label may cross it. What is
 * outside of the picture does not count, and is not free.
 */
void gmi_label_block(struct gmi_label_field *field, struct gmi_label_box box);
/* The same for a label: a line to another may not cross it. */
void gmi_label_occupy(struct gmi_label_field *field, struct gmi_label_box box);
bool gmi_label_is_free(const struct gmi_label_field *field,
                       struct gmi_label_box box);

/* Which end of the text a position holds. */
enum gmi_label_anchor { GMI_ANCHOR_START, GMI_ANCHOR_MIDDLE, GMI_ANCHOR_END };

struct gmi_label_position {
    enum gmi_label_anchor anchor;
    double x, y; /* of the anchor; y is the middle of the line */
    bool is_far; /* so far that a line leads to it, from the circle */
    struct gmi_spot from, to;
};

/*
 * Finds a free position for a label of a circle, and occupies it. False when
 * there is none.
 */
bool gmi_label_place(struct gmi_label_field *field, struct gmi_spot centre,
                     double radius, double width, double height,
                     struct gmi_label_position *out);

#endif
