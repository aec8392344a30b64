/* SPDX-License-Identifier: MIT */
/* The data of an SVG path, short. */
#include "write/map_path.h"

#include <math.h>

/* Tenths; nearer than that, two points are one to the eye. */
enum { NEAR = 5 };

/* Whatever comes in, whole numbers of a size that every viewer can hold. */
static long tenths(double value)
{
    static const double MOST = 1e6;
    return isfinite(value) ? lround(fmax(-MOST, fmin(MOST, value * 10))) : 0;
}

static void write_pair(struct gmi_map_path *path, const char *command, long x,
                       long y)
{
    gmi_buffer_printf(path->out, y < 0 ? "%s%ld%ld" : "%s%ld %ld", command, x,
                      y);
}

static void write_point(struct gmi_map_path *path, long x, long y)
{
    const long dx = x - path->x, dy = y - path->y;
    if (path->count == 0)
        write_pair(path, "M", x, y);
    else
        write_pair(path, path->count == 1 ? "l" : dx < 0 ? "" : " ", dx, dy);
    path->x = x;
    path->y = y;
    path->count++;
    path->has_skipped = false;
}

void gmi_map_path_begin(struct gmi_map_path *path)
{
    path->count = 0;
    path->has_skipped = false;
}

void gmi_map_path_add(struct gmi_map_path *path, struct gmi_spot spot)
{
    const long x = tenths(spot.x), y = tenths(spot.y);
    const long dx = x - path->x, dy = y - path->y;
    if (path->count == 0 || dx * dx + dy * dy >= NEAR * NEAR) {
        write_point(path, x, y);
        return;
    }
    path->skipped_x = x;
    path->skipped_y = y;
    path->has_skipped = true;
}

void gmi_map_path_end(struct gmi_map_path *path, bool is_closed)
{
    if (path->has_skipped && !is_closed)
        write_point(path, path->skipped_x, path->skipped_y);
    if (path->count && is_closed)
        gmi_buffer_add_char(path->out, 'z');
}
