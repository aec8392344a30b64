/* SPDX-License-Identifier: MIT */
/* Land, borders and the graticule as paths. */
#include "write/map_base.h"

#include "base/status.h"
#include "geo/extent.h"
#include "write/map_path.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const double TURN = 360;

/* Degrees of longitude up to which the finer outlines are worth it. */
static const double FINE_UP_TO = 100;

/* Of the window, cut with so much to spare that the cut is not seen. */
static const double SPARE = 0.02;

/* Degrees from point to point where a straight line is curved on the map. */
static const double CURVE_STEP = 3;

gm_status gmi_map_outline_open(const char *folder,
                               const struct gmi_map_frame *frame,
                               gm_outline **out, gm_error *err)
{
    const struct gmi_window *window = &frame->window;
    const bool is_fine = window->east - window->west < FINE_UP_TO;
    char path[4096];
    *out = NULL;
    if (!folder)
        return GM_OK;
    const int length =
        snprintf(path, sizeof path, "%s/%s", folder,
                 is_fine ? "countries-50m.txt.zst" : "countries-110m.txt");
    if (length < 0 || length >= (int)sizeof path || access(path, F_OK) != 0)
        return GM_OK;
    return gm_outline_open(path, out, err);
}

/* ---- Areas ------------------------------------------------------------- */

static struct gmi_window spared(const struct gmi_map_frame *frame)
{
    struct gmi_window window = frame->window;
    if (frame->is_world)
        return (struct gmi_window){-180, -90, 180, 90};
    const double margin = (window.east - window.west) * SPARE;
    return (struct gmi_window){window.west - margin, window.south - margin,
                               window.east + margin, window.north + margin};
}

/* A line from the last point, in steps where the map bends it. */
static void add_curved(const struct gmi_map_frame *frame,
                       struct gmi_map_path *path, gm_lonlat from, gm_lonlat to)
{
    const double dx = to.longitude - from.longitude;
    const double dy = to.latitude - from.latitude;
    const double longest = fmax(fabs(dx), fabs(dy));
    const int steps =
        frame->is_world ? (int)fmin(ceil(longest / CURVE_STEP), 1000) : 1;
    for (int i = 1; i < steps; i++)
        gmi_map_path_add(path,
                         gmi_map_spot(frame, from.longitude + dx * i / steps,
                                      from.latitude + dy * i / steps));
    gmi_map_path_add(path, gmi_map_spot(frame, to.longitude, to.latitude));
}

static void add_ring(const struct gmi_map_frame *frame,
                     const struct gmi_path *ring, double shift,
                     struct gmi_buffer *out)
{
    struct gmi_map_path path = {.out = out};
    gmi_map_path_begin(&path);
    for (size_t i = 0; i < ring->count; i++) {
        gm_lonlat from = ring->points[i ? i - 1 : 0], to = ring->points[i];
        from.longitude += shift;
        to.longitude += shift;
        add_curved(frame, &path, from, to);
    }
    gmi_map_path_end(&path, true);
}

/* Whether a box, moved by `shift`, meets a window. */
static bool meets(const struct gmi_window *window, const gm_area *area,
                  double shift)
{
    return area->west + shift < window->east &&
           area->east + shift > window->west && area->south < window->north &&
           area->north > window->south;
}

/* The same window for shapes that were not moved. */
static struct gmi_window moved(struct gmi_window window, double shift)
{
    window.west -= shift;
    window.east -= shift;
    return window;
}

void gmi_map_area_path(const struct gmi_map_frame *frame,
                       const gm_outline *outline, size_t area,
                       struct gmi_buffer *out)
{
    const gm_area *found = gm_outline_area_at(outline, area);
    const struct gmi_window window = spared(frame);
    struct gmi_path scratch = {0}, piece = {0};
    gm_ring ring;
    for (double shift = -TURN; shift <= TURN; shift += TURN) {
        if (!meets(&window, found, shift))
            continue;
        const struct gmi_window cut = moved(window, shift);
        for (size_t p = 0; p < found->polygon_count; p++) {
            for (size_t r = 0; !gm_outline_ring(outline, area, p, r, &ring);
                 r++) {
                gmi_clip_ring_to(ring.points, ring.count - 1, &cut, &scratch,
                                 &piece);
                add_ring(frame, &piece, shift, out);
                out->is_failed |= piece.is_failed;
            }
        }
    }
    gmi_path_release(&scratch);
    gmi_path_release(&piece);
}

void gmi_map_globe_path(const struct gmi_map_frame *frame,
                        struct gmi_buffer *out)
{
    static const gm_lonlat CORNERS[] = {
        {-180, -90}, {-180, 90}, {180, 90}, {180, -90}};
    struct gmi_map_path path = {.out = out};
    gmi_map_path_begin(&path);
    for (int i = 0; i < 4; i++)
        add_curved(frame, &path, CORNERS[i ? i - 1 : 0], CORNERS[i]);
    gmi_map_path_end(&path, true);
}

/* ---- Lines ------------------------------------------------------------- */

static bool segment_meets(const struct gmi_window *window, gm_lonlat a,
                          gm_lonlat b)
{
    return fmin(a.longitude, b.longitude) <= window->east &&
           fmax(a.longitude, b.longitude) >= window->west &&
           fmin(a.latitude, b.latitude) <= window->north &&
           fmax(a.latitude, b.latitude) >= window->south;
}

/* The runs of segments that meet the window. */
static void add_line(const struct gmi_map_frame *frame, const gm_line *line,
                     double shift, struct gmi_map_path *path)
{
    const struct gmi_window window = moved(spared(frame), shift);
    bool is_open = false;
    for (size_t i = 1; i < line->count; i++) {
        gm_lonlat a = line->points[i - 1], b = line->points[i];
        if (!segment_meets(&window, a, b)) {
            if (is_open)
                gmi_map_path_end(path, false);
            is_open = false;
            continue;
        }
        a.longitude += shift;
        b.longitude += shift;
        if (!is_open) {
            gmi_map_path_begin(path);
            gmi_map_path_add(path,
                             gmi_map_spot(frame, a.longitude, a.latitude));
        }
        is_open = true;
        gmi_map_path_add(path, gmi_map_spot(frame, b.longitude, b.latitude));
    }
    if (is_open)
        gmi_map_path_end(path, false);
}

void gmi_map_line_path(const struct gmi_map_frame *frame,
                       const gm_outline *outline, gm_line_kind kind,
                       struct gmi_buffer *out)
{
    struct gmi_map_path path = {.out = out};
    gm_line line;
    for (size_t i = 0; !gm_outline_line(outline, i, &line); i++)
        for (double shift = -TURN; shift <= TURN && line.kind == kind;
             shift += TURN)
            add_line(frame, &line, shift, &path);
}

/* ---- The graticule ----------------------------------------------------- */

double gmi_map_grid_step(const struct gmi_map_frame *frame)
{
    static const double STEPS[] = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30};
    enum { COUNT = sizeof STEPS / sizeof STEPS[0] };
    /* About six lines across: they orient, and stay in the background. */
    const double wanted = (frame->window.east - frame->window.west) / 8;
    size_t i = 0;
    while (i + 1 < COUNT && STEPS[i] < wanted)
        i++;
    return STEPS[i];
}

void gmi_map_grid_path(const struct gmi_map_frame *frame, double step,
                       struct gmi_buffer *out)
{
    const struct gmi_window *window = &frame->window;
    struct gmi_map_path path = {.out = out};
    for (double x = ceil(window->west / step) * step; x <= window->east;
         x += step) {
        const gm_lonlat south = {x, window->south}, north = {x, window->north};
        gmi_map_path_begin(&path);
        add_curved(frame, &path, south, south);
        add_curved(frame, &path, south, north);
        gmi_map_path_end(&path, false);
    }
    for (double y = ceil(window->south / step) * step; y <= window->north;
         y += step) {
        const gm_lonlat west = {window->west, y}, east = {window->east, y};
        gmi_map_path_begin(&path);
        add_curved(frame, &path, west, west);
        add_curved(frame, &path, west, east);
        gmi_map_path_end(&path, false);
    }
}
