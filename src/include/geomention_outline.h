/* SPDX-License-Identifier: MIT */
/*
 * Outlines of countries: polygons by country code, and the lines between
 * them, read from a file such as countries-110m.txt of the data folder. Its
 * format is described in gazetteer/outline/README.md.
 */
#ifndef GEOMENTION_OUTLINE_H
#define GEOMENTION_OUTLINE_H

#include "geomention_gazetteer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* All that comes out is borrowed from it. Read-only, so free to be shared. */
typedef struct gm_outline gm_outline;

/*
 * Reads the whole file, plain or packed by zstd: 1 ms for 1:110m, 10 ms for
 * 1:50m. GM_ERR_DAMAGED when it is not an outline or breaks the format.
 */
GM_API gm_status gm_outline_open(const char *path, gm_outline **out,
                                 gm_error *err);
GM_API void gm_outline_close(gm_outline *outline);

/* Who made it: "Natural Earth 1:110m ..."; "" when the file does not say. */
GM_API const char *gm_outline_source(const gm_outline *outline);

/* WGS 84 degrees. */
typedef struct gm_lonlat {
    double longitude, latitude;
} gm_lonlat;

/* ---- Areas ------------------------------------------------------------- */

typedef struct gm_area {
    const char *code; /* ISO 3166-1 alpha-2, once each; "" where none is */
    const char *name; /* in English */
    size_t polygon_count;
    double west, south, east, north; /* box; west is never above east */
} gm_area;

GM_API size_t gm_outline_area_count(const gm_outline *outline);
/* NULL past the last. */
GM_API const gm_area *gm_outline_area_at(const gm_outline *outline,
                                         size_t index);
/* The index of the area with that code; the count when there is none. */
GM_API size_t gm_outline_area_find(const gm_outline *outline,
                                   const char *code);

/*
 * A closed ring: the last point is the first again. Ring 0 of a polygon is
 * its outside, counter-clockwise; the others are holes, clockwise (RFC 7946).
 * No polygon crosses the antimeridian: it is cut there in two.
 */
typedef struct gm_ring {
    const gm_lonlat *points;
    size_t count; /* at least 4 */
} gm_ring;

GM_API size_t gm_outline_ring_count(const gm_outline *outline, size_t area,
                                    size_t polygon);
/* GM_ERR_NOT_FOUND past the last ring, polygon or area. */
GM_API gm_status gm_outline_ring(const gm_outline *outline, size_t area,
                                 size_t polygon, size_t ring, gm_ring *out);

/* ---- Lines ------------------------------------------------------------- */

typedef enum gm_line_kind {
    GM_LINE_COAST = 0, /* an area on one side only */
    GM_LINE_BORDER,    /* between two areas */
    GM_LINE_INNER      /* inside of one area: a line of control */
} gm_line_kind;

/*
 * Each line between points where lines meet is there once, and whole: its
 * longitudes go on past 180 rather than jump to -180.
 */
typedef struct gm_line {
    gm_line_kind kind;
    const gm_lonlat *points;
    size_t count; /* at least 2 */
} gm_line;

GM_API size_t gm_outline_line_count(const gm_outline *outline);
/* GM_ERR_NOT_FOUND past the last. */
GM_API gm_status gm_outline_line(const gm_outline *outline, size_t index,
                                 gm_line *out);

#ifdef __cplusplus
}
#endif
#endif
