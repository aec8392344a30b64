/* SPDX-License-Identifier: MIT */
/*
 * libgeomention-layer: map layers through GDAL, coordinates through PROJ.
 * A library of its own, so that a program which prints a table never loads
 * GDAL. Errors as in geomention_gazetteer.h.
 */
#ifndef GEOMENTION_LAYER_H
#define GEOMENTION_LAYER_H

#include "geomention_build.h"
#include "geomention_io.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gm_layer gm_layer;

/* Strings are borrowed for the life of the layer; NULL: GDAL's default. */
typedef struct gm_layer_options {
    const char *driver;              /* GDAL's short name, "GPKG"; NULL: by
                                        the ending of the path */
    const char *crs;                 /* "EPSG:3857" ...; NULL: WGS 84 */
    const char *name;                /* of the layer; NULL: "mentions", and
                                        in a GeoPackage the layers places,
                                        countries, land, documents, unresolved
                                        and candidates beside it */
    const char *const *layer_options;   /* "K=V" */
    size_t layer_option_count;
    const char *const *dataset_options; /* "K=V" */
    size_t dataset_option_count;
    bool overwrite;
    bool append;
    bool style;                      /* a default style for QGIS, and in a
                                        GeoPackage a project; true */
    const gm_write_options *write;   /* which mentions and fields */
} gm_layer_options;

GM_API void gm_layer_options_init(gm_layer_options *options);

/*
 * Opens a layer for writing. Checks driver, CRS, fields and options before the
 * path is touched: GM_ERR_UNSUPPORTED, GM_ERR_ARGUMENT. GM_ERR_EXISTS when
 * something is there and neither `overwrite` nor `append` is set. The file
 * appears under its name at commit; discard leaves what was there before. With
 * `append`, rows are added in one transaction. Commit and discard both end the
 * layer's life, whatever they return: ask for the report before.
 */
GM_API gm_status gm_layer_open(const char *path,
                               const gm_gazetteer *gazetteer,
                               const gm_layer_options *options,
                               gm_layer **out, gm_error *err);
GM_API gm_status gm_layer_add(gm_layer *layer, const gm_document *doc,
                              gm_error *err);
GM_API gm_status gm_layer_commit(gm_layer *layer, gm_error *err);
GM_API void gm_layer_discard(gm_layer *layer);

/* How much was written, and what the format could not hold. */
typedef struct gm_layer_report {
    uint64_t rows;
    uint64_t shortened;   /* texts cut to fit the format */
    uint64_t left_out;    /* mentions without a point that it cannot hold */
    uint64_t unprojected; /* points outside of where the CRS is defined: the
                             row is written without one, or left out */
    uint64_t changed;     /* texts with characters that the format cannot hold:
                             others stand in their place */
    uint64_t fieldless;   /* fields that the format has no room for */
} gm_layer_report;
GM_API void gm_layer_report_get(const gm_layer *layer, gm_layer_report *out);

/*
 * The drivers of this GDAL that can write vector layers, in order of their
 * names; NULL past the last. `extension` may come back "".
 */
GM_API const char *gm_layer_driver_at(size_t index, const char **description,
                                      const char **extension);

/* The driver for a path's ending; NULL: none. */
GM_API const char *gm_layer_driver_for(const char *path);

/*
 * Adds the features of a vector layer to a gazetteer being built, from the
 * source that was begun last. A line is known by its middle and reaches half
 * its length, an area as far as a disc of its size. `layer_name` NULL: the
 * only one. `columns` map the layer's columns, "name=NAME_1", "name:hy=ANUN",
 * "names=OTHERS", or give all features a value, "feature==P.PPL"; columns of
 * well-known sources are found by themselves. GM_ERR_ARGUMENT tells which
 * columns there are when none has names. A bad feature is skipped and told to
 * the builder's on_bad_line.
 */
GM_API gm_status gm_layer_read_places(gm_builder *builder, const char *path,
                                      const char *layer_name,
                                      const char *const *columns,
                                      size_t column_count, gm_error *err);

/* "GDAL 3.6.2, PROJ 9.1.1". */
GM_API const char *gm_layer_versions(void);

#ifdef __cplusplus
}
#endif
#endif
