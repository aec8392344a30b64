/* SPDX-License-Identifier: MIT */
/* A geometry as the gazetteer knows places: a point, and how far it reaches. */
#ifndef LAYER_SHAPE_H
#define LAYER_SHAPE_H

#include "layer/crs.h"

#include <ogr_api.h>

struct gmi_shape {
    double longitude, latitude; /* inside an area, on a line */
    double radius_km;           /* 0: a single point */
};

/* How the coordinates of a layer become longitude and latitude. */
struct gmi_shape_source {
    struct gmi_crs crs;
    bool is_swapped; /* y comes before x */
};

/*
 * Measures and consumes a geometry (not NULL). An area reaches as far as a
 * disc of its size, a line half its length. GM_ERR_SYNTAX when it is empty or
 * lies nowhere on earth.
 */
gm_status gmi_shape_measure(OGRGeometryH geometry,
                            const struct gmi_shape_source *source,
                            struct gmi_shape *out, gm_error *err);

#endif
