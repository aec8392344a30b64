/* SPDX-License-Identifier: MIT */
/* The part of the earth that a picture of points should show. */
#ifndef GEO_EXTENT_H
#define GEO_EXTENT_H

#include "base/status.h"
#include "geo/clip.h"
#include "geo/point.h"

struct gmi_weighted {
    struct gmi_point point; /* valid */
    double weight;          /* above 0 */
    bool is_outside;        /* comes out: left out, as it is far from most */
};

/*
 * The smallest window around the points, or around all but a few of little
 * weight where that makes it much smaller. It lies where the gap between
 * longitudes is widest, so east may be above 180. `count` is at least 1.
 */
gm_status gmi_extent_fit(struct gmi_weighted *points, size_t count,
                         struct gmi_window *out, gm_error *err);

/* The longitude that stands for this one in a window: plus or minus a turn. */
double gmi_window_longitude(const struct gmi_window *window, double longitude);

bool gmi_window_contains(const struct gmi_window *window,
                         struct gmi_point point);

#endif
