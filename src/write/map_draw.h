/* SPDX-License-Identifier: MIT */
/* A map of places as an SVG picture. */
#ifndef WRITE_MAP_DRAW_H
#define WRITE_MAP_DRAW_H

#include "base/buffer.h"
#include "include/geomention_outline.h"
#include "write/map_frame.h"
#include "write/map_label.h"

struct gmi_map_options {
    const gm_gazetteer *gazetteer; /* for the credits */
    const char *data_directory;    /* of the outlines; NULL: none */
    struct gmi_map_room room;      /* without the foot */
};

/*
 * Adds the picture: <svg> to </svg>. Its circles and countries carry the
 * number of their place as data-place. `places` is sorted. Presentation
 * attributes only, so that it obeys a page's policy for its content.
 */
gm_status gmi_map_draw(const struct gmi_place_list *places,
                       const struct gmi_map_options *options,
                       struct gmi_buffer *out, gm_error *err);

/* ---- Its parts --------------------------------------------------------- */

/* How a place is shown. */
enum gmi_mark_kind {
    GMI_MARK_NONE, /* without a point, or too many before it */
    GMI_MARK_OFF,  /* off the map */
    GMI_MARK_CIRCLE,
    GMI_MARK_COUNTRY /* its area is tinted */
};

struct gmi_mark {
    enum gmi_mark_kind kind;
    struct gmi_spot spot;
    double radius; /* of a circle; how much room a country has about it */
    double reach;  /* of an area whose disc is worth drawing; else 0 */
    size_t area;   /* in the outline, of a country */
};

struct gmi_drawing {
    const struct gmi_place_list *places;
    const struct gmi_map_options *options;
    struct gmi_map_frame frame;
    gm_outline *outline;    /* NULL: none */
    struct gmi_mark *marks; /* of each place */
    struct gmi_label_field field;
    struct gmi_buffer label; /* the name at hand */
    struct gmi_buffer foot;  /* what is below the map, ready */
    double foot_height;
    struct gmi_buffer *out;
};

/*
 * Fits the frame to the places, opens the outlines and fills the marks, in
 * that order; places, options and out are filled already. To be released
 * whatever it returns.
 */
gm_status gmi_drawing_init(struct gmi_drawing *drawing, gm_error *err);
void gmi_drawing_release(struct gmi_drawing *drawing);

/* Fills the marks. */
void gmi_map_mark(struct gmi_drawing *drawing);

/* Tints countries; draws circles, and the reach of areas; writes labels. */
void gmi_map_draw_countries(struct gmi_drawing *drawing);
void gmi_map_draw_circles(struct gmi_drawing *drawing);
void gmi_map_draw_labels(struct gmi_drawing *drawing);

/*
 * What is below the map: legend and scale, then lines of text with what is
 * off the map and who is to be credited. How high it gets shows when it is
 * written, so it is before the picture begins.
 */
void gmi_map_write_foot(struct gmi_drawing *drawing);

#endif
