/* SPDX-License-Identifier: MIT */
/*
 * Coordinate reference systems: the one a layer is written in, and the one a
 * layer is read from. Always longitude before latitude, easting before
 * northing. No grid is ever fetched from the network. A struct belongs to one
 * thread at a time.
 */
#ifndef LAYER_CRS_H
#define LAYER_CRS_H

#include "include/geomention_gazetteer.h"

#include <ogr_srs_api.h>
#include <proj.h>

/* A zeroed struct is WGS 84, to and from which nothing needs doing. */
struct gmi_crs {
    PJ_CONTEXT *context;
    PJ *system;    /* NULL: WGS 84 */
    PJ *transform; /* from WGS 84 to it; NULL: none needed */
};

/*
 * `definition` is anything PROJ knows ("EPSG:3857", WKT, PROJJSON, a name) or
 * the path of a file with one of them (.prj, .wkt); NULL: WGS 84.
 * GM_ERR_ARGUMENT with PROJ's reason when it is not known.
 */
gm_status gmi_crs_init(struct gmi_crs *crs, const char *definition,
                       gm_error *err);
void gmi_crs_release(struct gmi_crs *crs);

bool gmi_crs_is_wgs84(const struct gmi_crs *crs);

/* Between WGS 84 degrees and the system, in place; false where it is not
   defined. */
bool gmi_crs_project(const struct gmi_crs *crs, double *x, double *y);
bool gmi_crs_unproject(const struct gmi_crs *crs, double *x, double *y);

/* The same system for GDAL; NULL when out of memory. OSRRelease is due. */
OGRSpatialReferenceH gmi_crs_to_osr(const struct gmi_crs *crs);

#endif
