/* SPDX-License-Identifier: MIT */
/* What lies under the places on a map: land, borders, the graticule. */
#ifndef WRITE_MAP_BASE_H
#define WRITE_MAP_BASE_H

#include "base/buffer.h"
#include "include/geomention_outline.h"
#include "write/map_frame.h"

/*
 * Opens the outlines that suit a map, from the data folder; NULL when there
 * is no folder, or the file is not there.
 */
gm_status gmi_map_outline_open(const char *folder,
                               const struct gmi_map_frame *frame,
                               gm_outline **out, gm_error *err);

/* The data of a path around an area, and around the globe of a world map. */
void gmi_map_area_path(const struct gmi_map_frame *frame,
                       const gm_outline *outline, size_t area,
                       struct gmi_buffer *out);
void gmi_map_globe_path(const struct gmi_map_frame *frame,
                        struct gmi_buffer *out);

/* All lines of one kind, as far as they are seen. */
void gmi_map_line_path(const struct gmi_map_frame *frame,
                       const gm_outline *outline, gm_line_kind kind,
                       struct gmi_buffer *out);

/* Degrees between the lines of the graticule, and the lines. */
double gmi_map_grid_step(const struct gmi_map_frame *frame);
void gmi_map_grid_path(const struct gmi_map_frame *frame, double step,
                       struct gmi_buffer *out);

/*
 * Where the name of an area goes: the point in its largest part on the map
 * that is farthest from its edges. False when it is not seen.
 */
bool gmi_map_area_middle(const struct gmi_map_frame *frame,
                         const gm_outline *outline, size_t area,
                         struct gmi_spot *middle, double *room);

#endif
