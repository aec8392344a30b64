/* SPDX-License-Identifier: MIT */
/*
 * An outline, inside. Invariants: a polygon has at least one ring, a ring at
 * least four points, a line at least two; all lie on the earth.
 */
#ifndef GEO_OUTLINE_H
#define GEO_OUTLINE_H

#include "base/buffer.h"
#include "include/geomention_outline.h"

/* Points of a line or a ring, as the array of points may move. */
struct gmi_span {
    size_t first, count;
};

struct gmi_outline_line {
    struct gmi_span points;
    gm_line_kind kind;
};

struct gmi_outline_area {
    gm_area area;
    size_t first_polygon;
};

struct gm_outline {
    struct gmi_buffer text; /* the file; codes and names stay in it */
    const char *source;
    gm_lonlat *points; /* of lines, then of rings */
    size_t point_count, point_capacity;
    struct gmi_outline_line *lines;
    size_t line_count, line_capacity;
    struct gmi_span *rings;
    size_t ring_count, ring_capacity;
    struct gmi_span *polygons; /* their rings */
    size_t polygon_count, polygon_capacity;
    struct gmi_outline_area *areas;
    size_t area_count, area_capacity;
};

/* The bytes of a file, unpacked where zstd packed it. */
gm_status gmi_outline_load(const char *path, struct gmi_buffer *out,
                           gm_error *err);

/* Fills an outline from its text, which is changed on the way. */
gm_status gmi_outline_parse(struct gm_outline *outline, gm_error *err);

#endif
