/* SPDX-License-Identifier: MIT */
/* A point on the earth: WGS 84 degrees, longitude first. */
#ifndef GEO_POINT_H
#define GEO_POINT_H

#include <stdbool.h>

struct gmi_point {
    double longitude; /* -180 to 180, east positive */
    double latitude;  /* -90 to 90, north positive */
};

/* Whether both are numbers within their ranges. NaN and infinity are not. */
static inline bool gmi_point_is_valid(struct gmi_point point)
{
    return point.longitude >= -180 && point.longitude <= 180 &&
           point.latitude >= -90 && point.latitude <= 90;
}

#endif
