/* SPDX-License-Identifier: MIT */
/*
 * Cutting rings along meridians and parallels, in the plane of longitude and
 * latitude: the coordinates may go on past 180 degrees.
 */
#ifndef GEO_CLIP_H
#define GEO_CLIP_H

#include "include/geomention_outline.h"

/* A growing list of points. Zeroed it is empty; is_failed: out of memory. */
struct gmi_path {
    gm_lonlat *points;
    size_t count, capacity;
    bool is_failed;
};

void gmi_path_release(struct gmi_path *path);
void gmi_path_clear(struct gmi_path *path);
void gmi_path_add(struct gmi_path *path, gm_lonlat point);

enum gmi_side { GMI_WEST_OF, GMI_EAST_OF, GMI_SOUTH_OF, GMI_NORTH_OF };

/*
 * Adds to `out` the part of a ring on one side of a meridian or parallel,
 * which is nothing when all of it is on the other. The ring is closed without
 * its first point coming again, and so is what comes out. A part in pieces
 * stays one ring, whose pieces are joined along the cut.
 */
void gmi_clip_ring(const gm_lonlat *points, size_t count, enum gmi_side side,
                   double at, struct gmi_path *out);

/* What lies in west <= longitude <= east, south <= latitude <= north. */
struct gmi_window {
    double west, south, east, north;
};

/*
 * Fills `out` with the part of a ring inside of a window. `scratch` is for
 * the steps between.
 */
void gmi_clip_ring_to(const gm_lonlat *points, size_t count,
                      const struct gmi_window *window, struct gmi_path *scratch,
                      struct gmi_path *out);

#endif
