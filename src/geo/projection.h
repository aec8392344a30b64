/* SPDX-License-Identifier: MIT */
/*
 * From the globe to a plane, for pictures. Radians of the sphere on the
 * plane, x east, y north. Nothing is wrapped: longitudes may lie up to a turn
 * beyond 180, where the one who draws across the antimeridian wants them.
 */
#ifndef GEO_PROJECTION_H
#define GEO_PROJECTION_H

enum gmi_projection_kind {
    GMI_EQUIRECTANGULAR, /* true along one parallel: for a part of the earth */
    GMI_EQUAL_EARTH      /* areas are true: for the world */
};

struct gmi_projection {
    enum gmi_projection_kind kind;
    double parallel; /* of the equirectangular one, degrees */
};

struct gmi_plane {
    double x, y;
};

struct gmi_plane gmi_project(const struct gmi_projection *projection,
                             double longitude, double latitude);

#endif
