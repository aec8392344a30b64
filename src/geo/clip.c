/* SPDX-License-Identifier: MIT */
/*
 * Cutting rings along meridians and parallels: I. Sutherland, G. Hodgman,
 * Reentrant polygon clipping, Communications of the ACM 17 (1974) 32-42.
 */
#include "geo/clip.h"

#include "base/buffer.h"
#include "base/memory.h"

void gmi_path_release(struct gmi_path *path)
{
    gmi_release(path->points);
    *path = (struct gmi_path){0};
}

void gmi_path_clear(struct gmi_path *path)
{
    path->count = 0;
    path->is_failed = false;
}

void gmi_path_add(struct gmi_path *path, gm_lonlat point)
{
    if (path->is_failed || !gmi_reserve(&path->points, &path->capacity,
                                        path->count, sizeof *path->points)) {
        path->is_failed = true;
        return;
    }
    path->points[path->count++] = point;
}

/* How far a point is on the wanted side, in degrees; below 0: it is not. */
static double depth(gm_lonlat point, enum gmi_side side, double at)
{
    switch (side) {
    case GMI_WEST_OF:
        return at - point.longitude;
    case GMI_EAST_OF:
        return point.longitude - at;
    case GMI_SOUTH_OF:
        return at - point.latitude;
    case GMI_NORTH_OF:
        break;
    }
    return point.latitude - at;
}

/* Where the edge from a to b meets the cut, exactly on it. */
static gm_lonlat crossing(gm_lonlat a, gm_lonlat b, enum gmi_side side,
                          double at)
{
    const double da = depth(a, side, at), db = depth(b, side, at);
    const double t = da / (da - db);
    gm_lonlat point = {a.longitude + t * (b.longitude - a.longitude),
                       a.latitude + t * (b.latitude - a.latitude)};
    if (side == GMI_WEST_OF || side == GMI_EAST_OF)
        point.longitude = at;
    else
        point.latitude = at;
    return point;
}

void gmi_clip_ring(const gm_lonlat *points, size_t count, enum gmi_side side,
                   double at, struct gmi_path *out)
{
    if (!count)
        return;
    gm_lonlat last = points[count - 1];
    bool was_inside = depth(last, side, at) >= 0;
    for (size_t i = 0; i < count; i++) {
        const gm_lonlat point = points[i];
        const bool is_inside = depth(point, side, at) >= 0;
        if (is_inside != was_inside)
            gmi_path_add(out, crossing(last, point, side, at));
        if (is_inside)
            gmi_path_add(out, point);
        last = point;
        was_inside = is_inside;
    }
}

void gmi_clip_ring_to(const gm_lonlat *points, size_t count,
                      const struct gmi_window *window, struct gmi_path *scratch,
                      struct gmi_path *out)
{
    gmi_path_clear(scratch);
    gmi_clip_ring(points, count, GMI_EAST_OF, window->west, scratch);
    gmi_path_clear(out);
    gmi_clip_ring(scratch->points, scratch->count, GMI_WEST_OF, window->east,
                  out);
    bool is_failed = scratch->is_failed || out->is_failed;
    gmi_path_clear(scratch);
    gmi_clip_ring(out->points, out->count, GMI_NORTH_OF, window->south,
                  scratch);
    is_failed = is_failed || scratch->is_failed;
    gmi_path_clear(out);
    out->is_failed = is_failed;
    gmi_clip_ring(scratch->points, scratch->count, GMI_SOUTH_OF, window->north,
                  out);
}
