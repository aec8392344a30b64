/* SPDX-License-Identifier: MIT */
/* The rings of one polygon of an outline. */
#include "geo/outline_ring.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <math.h>

enum { CORNERS_MIN = 3 };

static const double TURN = 360;

double gmi_turns(double degrees)
{
    /* Coordinates are thousandths, divided. */
    static const double ROUNDING = 1e-6;
    const double turns = round(degrees / TURN);
    return fabs(degrees - turns * TURN) < ROUNDING ? turns : NAN;
}

void gmi_shape_release(struct gmi_shape *shape)
{
    gmi_path_release(&shape->points);
    gmi_path_release(&shape->scratch);
    gmi_path_release(&shape->piece);
    gmi_release(shape->ends);
    *shape = (struct gmi_shape){0};
}

void gmi_shape_clear(struct gmi_shape *shape)
{
    gmi_path_clear(&shape->points);
    shape->ring_count = 0;
}

static size_t ring_start(const struct gmi_shape *shape, size_t ring)
{
    return ring ? shape->ends[ring - 1] : 0;
}

bool gmi_shape_end_ring(struct gmi_shape *shape)
{
    struct gmi_path *path = &shape->points;
    const size_t start = ring_start(shape, shape->ring_count);
    if (path->is_failed ||
        !gmi_reserve(&shape->ends, &shape->end_capacity, shape->ring_count,
                     sizeof *shape->ends)) {
        path->is_failed = true;
        return true;
    }
    const gm_lonlat first = path->points[start];
    const gm_lonlat last = path->points[path->count - 1];
    const double turns = gmi_turns(last.longitude - first.longitude);
    if (path->count - start <= CORNERS_MIN || first.latitude != last.latitude ||
        !(fabs(turns) <= 1))
        return false;
    if (turns != 0) {
        const double pole = first.latitude < 0 ? -90 : 90;
        gmi_path_add(path, (gm_lonlat){last.longitude, pole});
        gmi_path_add(path, (gm_lonlat){first.longitude, pole});
    } else {
        path->count--;
    }
    shape->ends[shape->ring_count++] = path->count;
    return true;
}

/* ---- Storing ----------------------------------------------------------- */

/* Twice the area of a ring, positive when counter-clockwise. */
static double signed_area(const gm_lonlat *points, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        const gm_lonlat a = points[i], b = points[(i + 1) % count];
        sum += a.longitude * b.latitude - b.longitude * a.latitude;
    }
    return sum;
}

/* Copies a ring, moved by `shift` degrees, wound as asked and closed. */
static bool store_ring(struct gm_outline *outline, const struct gmi_path *ring,
                       double shift, bool is_outside)
{
    const size_t first = outline->point_count;
    const size_t count = ring->count;
    const bool turns = (signed_area(ring->points, count) > 0) != is_outside;
    for (size_t i = 0; i <= count; i++) {
        const size_t step = turns ? count - i : i;
        gm_lonlat point = ring->points[step % count];
        point.longitude += shift;
        if (!gmi_reserve(&outline->points, &outline->point_capacity,
                         outline->point_count, sizeof *outline->points))
            return false;
        outline->points[outline->point_count++] = point;
    }
    if (!gmi_reserve(&outline->rings, &outline->ring_capacity,
                     outline->ring_count, sizeof *outline->rings))
        return false;
    outline->rings[outline->ring_count++] = (struct gmi_span){first, count + 1};
    return true;
}

/* The part of the shape in one turn of the earth; there may be none. */
static bool store_part(struct gmi_shape *shape, struct gm_outline *outline,
                       double shift)
{
    const struct gmi_window turn = {-180 - shift, -90, 180 - shift, 90};
    const size_t first = outline->ring_count;
    for (size_t i = 0; i < shape->ring_count; i++) {
        const size_t start = ring_start(shape, i);
        gmi_clip_ring_to(shape->points.points + start, shape->ends[i] - start,
                         &turn, &shape->scratch, &shape->piece);
        if (shape->piece.is_failed)
            return false;
        const bool is_there =
            shape->piece.count >= CORNERS_MIN &&
            signed_area(shape->piece.points, shape->piece.count) != 0;
        if (!is_there && i == 0)
            return true;
        if (is_there && !store_ring(outline, &shape->piece, shift, i == 0))
            return false;
    }
    if (!gmi_reserve(&outline->polygons, &outline->polygon_capacity,
                     outline->polygon_count, sizeof *outline->polygons))
        return false;
    outline->polygons[outline->polygon_count++] =
        (struct gmi_span){first, outline->ring_count - first};
    return true;
}

bool gmi_shape_store(struct gmi_shape *shape, struct gm_outline *outline)
{
    double west = 0, east = 0;
    for (size_t i = 0; i < shape->points.count; i++) {
        const double longitude = shape->points.points[i].longitude;
        west = i && west < longitude ? west : longitude;
        east = i && east > longitude ? east : longitude;
    }
    for (int turn = -1; turn <= 1; turn++) {
        const bool is_there =
            west + turn * TURN < 180 && east + turn * TURN > -180;
        if (is_there && !store_part(shape, outline, turn * TURN))
            return false;
    }
    return true;
}
