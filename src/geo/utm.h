/* SPDX-License-Identifier: MIT */
/*
 * Universal transverse Mercator, and at the poles universal polar
 * stereographic, on the ellipsoid of WGS 84. Good to a nanometre in a zone.
 */
#ifndef GEO_UTM_H
#define GEO_UTM_H

#include "geo/point.h"

enum {
    GMI_ZONE_POLAR = 0, /* stands for UPS, north of 84° and south of -80° */
    GMI_ZONE_MIN = 1,
    GMI_ZONE_MAX = 60,
    GMI_UTM_SIZE = 64, /* bytes of the longest form, with its NUL */
    GMI_UTM_DECIMALS_MAX = 9
};

struct gmi_utm {
    int zone;
    bool is_north;            /* hemisphere */
    double easting, northing; /* metres, with the false origins */
};

/*
 * The zone a point is mapped in: every six degrees, but for the south-west of
 * Norway (32) and Svalbard (31, 33, 35, 37). The point must be valid here and
 * below.
 */
int gmi_utm_zone(struct gmi_point point);

struct gmi_utm gmi_utm_from_point(struct gmi_point point);

/*
 * Back to degrees. Meaningful within a few zones' width of the zone; the
 * result is a valid point for any finite numbers.
 */
struct gmi_point gmi_utm_to_point(const struct gmi_utm *utm);

/*
 * "38N 496001 4402412", with that many decimals of a metre (0 to
 * GMI_UTM_DECIMALS_MAX). The letter is the hemisphere, as in EPSG's "zone
 * 38N", and not a latitude band. A polar point is "UPS N 2000000 1445200".
 */
void gmi_utm_format(const struct gmi_utm *utm, int decimals,
                    char out[GMI_UTM_SIZE]);

#endif
