/* SPDX-License-Identifier: MIT */
/*
 * The rings of one polygon of an outline, as they come from the file: they
 * may go on past 180 degrees, and round a pole.
 */
#ifndef GEO_OUTLINE_RING_H
#define GEO_OUTLINE_RING_H

#include "geo/clip.h"
#include "geo/outline.h"

/* Whole turns of the earth that a difference is; NaN when it is not. */
double gmi_turns(double degrees);

/* Zeroed it is empty. */
struct gmi_shape {
    struct gmi_path points; /* of all rings */
    size_t *ends;           /* one past the last point of each */
    size_t ring_count, end_capacity;
    struct gmi_path scratch, piece;
};

void gmi_shape_release(struct gmi_shape *shape);
void gmi_shape_clear(struct gmi_shape *shape);

/*
 * Ends the ring whose points were added since the last one, and leaves out
 * the repeated first point; goes over the nearer pole where its ends are a
 * turn apart. False when it is not closed; memory is seen in points.
 */
bool gmi_shape_end_ring(struct gmi_shape *shape);

/*
 * Adds the polygons that the shape is between -180 and 180 degrees: itself,
 * or its parts on each side of the antimeridian. False when out of memory.
 */
bool gmi_shape_store(struct gmi_shape *shape, struct gm_outline *outline);

#endif
