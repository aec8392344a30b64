/* SPDX-License-Identifier: MIT */
/* Where the name of an area goes on a map. */
#include "write/map_base.h"

#include <math.h>

/* Tried on each side of the box around an area. */
enum { TRIES = 14 };

struct box {
    double left, top, right, bottom;
};

/* The points of a ring on the picture take the place of its degrees. */
static struct box to_picture(const struct gmi_map_frame *frame, double shift,
                             struct gmi_path *ring)
{
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < ring->count; i++) {
        gm_lonlat *point = &ring->points[i];
        const struct gmi_spot spot =
            gmi_map_spot(frame, point->longitude + shift, point->latitude);
        *point = (gm_lonlat){spot.x, spot.y};
        box.left = fmin(box.left, spot.x);
        box.right = fmax(box.right, spot.x);
        box.top = fmin(box.top, spot.y);
        box.bottom = fmax(box.bottom, spot.y);
    }
    return box;
}

/* Square of the distance of a spot from the edge between two points. */
static double distance2(struct gmi_spot spot, gm_lonlat a, gm_lonlat b)
{
    const double dx = b.longitude - a.longitude, dy = b.latitude - a.latitude;
    const double px = spot.x - a.longitude, py = spot.y - a.latitude;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? fmax(0, fmin(1, (px * dx + py * dy) / length2)) : 0;
    const double ex = px - t * dx, ey = py - t * dy;
    return ex * ex + ey * ey;
}

/* How far inside of a ring a spot is; below 0 when outside. */
static double depth_of(const struct gmi_path *ring, struct gmi_spot spot)
{
    bool is_inside = false;
    double nearest2 = INFINITY;
    for (size_t i = 0; i < ring->count; i++) {
        const gm_lonlat a = ring->points[i];
        const gm_lonlat b = ring->points[(i + 1) % ring->count];
        nearest2 = fmin(nearest2, distance2(spot, a, b));
        if ((a.latitude > spot.y) != (b.latitude > spot.y) &&
            spot.x < a.longitude + (spot.y - a.latitude) /
                                       (b.latitude - a.latitude) *
                                       (b.longitude - a.longitude))
            is_inside = !is_inside;
    }
    return is_inside ? sqrt(nearest2) : -1;
}

/* A name is wide: the edge above and below may be nearer than at the sides. */
static const double WIDER = 2.5;

static void try_ring(const struct gmi_path *ring, struct box box,
                     struct gmi_spot *middle, double *room)
{
    for (int row = 1; row < TRIES; row++) {
        for (int column = 1; column < TRIES; column++) {
            const struct gmi_spot spot = {
                box.left + (box.right - box.left) * column / TRIES,
                box.top + (box.bottom - box.top) * row / TRIES};
            const double depth = depth_of(ring, spot);
            if (depth > *room) {
                *room = depth;
                *middle = spot;
            }
        }
    }
}

/* Squeezes the ring so that depth counts more upright, and back. */
static void squeeze(struct gmi_path *ring, struct box *box, double by)
{
    for (size_t i = 0; i < ring->count; i++)
        ring->points[i].longitude *= by;
    box->left *= by;
    box->right *= by;
}

bool gmi_map_area_middle(const struct gmi_map_frame *frame,
                         const gm_outline *outline, size_t area,
                         struct gmi_spot *middle, double *room)
{
    const gm_area *found = gm_outline_area_at(outline, area);
    struct gmi_path scratch = {0}, piece = {0};
    gm_ring ring;
    *room = 0;
    for (double shift = -360; shift <= 360; shift += 360) {
        struct gmi_window window = frame->window;
        window.west -= shift;
        window.east -= shift;
        for (size_t p = 0; p < found->polygon_count; p++) {
            if (gm_outline_ring(outline, area, p, 0, &ring))
                continue;
            gmi_clip_ring_to(ring.points, ring.count - 1, &window, &scratch,
                             &piece);
            if (piece.count < 3)
                continue;
            struct box box = to_picture(frame, shift, &piece);
            /* Even its middle could not be deeper than what was found. */
            if (box.bottom - box.top < *room * 2)
                continue;
            squeeze(&piece, &box, 1 / WIDER);
            try_ring(&piece, box, middle, room);
        }
    }
    middle->x *= WIDER;
    gmi_path_release(&scratch);
    gmi_path_release(&piece);
    return *room > 0;
}
