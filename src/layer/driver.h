/* SPDX-License-Identifier: MIT */
/* Which of GDAL's drivers can write a layer of mentions. */
#ifndef LAYER_DRIVER_H
#define LAYER_DRIVER_H

#include "include/geomention_layer.h"

#include <gdal.h>

/*
 * The driver of that name, case aside; or, when `name` is NULL, for the
 * ending of `path`. GM_ERR_UNSUPPORTED with the reason otherwise.
 */
gm_status gmi_driver_find(const char *name, const char *path,
                          GDALDriverH *out, gm_error *err);

/* Whether such a path names a server ("PG:dbname=x"), not a file. */
bool gmi_driver_is_connection(GDALDriverH driver, const char *path);

/* Whether the driver writes a file that we are to pack: a KML in a KMZ. */
bool gmi_driver_packs(GDALDriverH driver, const char *path);

/* Whether the file is one that the driver would spoil by changing it. */
bool gmi_driver_spoils(GDALDriverH driver, const char *path);

/* The driver that adds to files of that one: LIBKML for KML, else itself. */
GDALDriverH gmi_driver_for_update(GDALDriverH driver);

/* Whether GDAL says "YES" to a capability of the driver. */
bool gmi_driver_can(GDALDriverH driver, const char *capability);

#endif
