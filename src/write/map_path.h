/* SPDX-License-Identifier: MIT */
/*
 * The data of an SVG path, short: whole tenths of a unit, each point as its
 * difference from the one before, none closer than half a unit. To be drawn
 * in a group with transform="scale(.1)".
 */
#ifndef WRITE_MAP_PATH_H
#define WRITE_MAP_PATH_H

#include "base/buffer.h"
#include "write/map_frame.h"

struct gmi_map_path {
    struct gmi_buffer *out;
    long x, y; /* the last point that was written */
    long skipped_x, skipped_y;
    size_t count;     /* points of this piece */
    bool has_skipped; /* whether a point waits that was too close */
};

/* Ends what came before, and begins another piece. */
void gmi_map_path_begin(struct gmi_map_path *path);
void gmi_map_path_add(struct gmi_map_path *path, struct gmi_spot spot);
/* Ends a piece: a line keeps its last point. */
void gmi_map_path_end(struct gmi_map_path *path, bool is_closed);

#endif
