/* SPDX-License-Identifier: MIT */
/*
 * Which column of a layer means what: as the caller maps them, else by the
 * names that GeoNames, Natural Earth, GADM, OpenStreetMap and the United
 * Nations' boundaries give to theirs.
 */
#ifndef LAYER_ATTRIBUTE_H
#define LAYER_ATTRIBUTE_H

#include "layer/name_column.h"

#include "include/geomention_build.h"

#include <ogr_api.h>

enum gmi_attribute {
    GMI_ATTRIBUTE_ID, GMI_ATTRIBUTE_NAME, GMI_ATTRIBUTE_FEATURE,
    GMI_ATTRIBUTE_CLASS, GMI_ATTRIBUTE_COUNTRY, GMI_ATTRIBUTE_ADMIN1,
    GMI_ATTRIBUTE_ADMIN2, GMI_ATTRIBUTE_PARENT, GMI_ATTRIBUTE_LONGITUDE,
    GMI_ATTRIBUTE_LATITUDE, GMI_ATTRIBUTE_RADIUS, GMI_ATTRIBUTE_POPULATION,
    GMI_ATTRIBUTE_COUNT
};

enum { GMI_NAME_COLUMNS_MAX = 256 };

struct gmi_attributes {
    int columns[GMI_ATTRIBUTE_COUNT];         /* in the layer; -1: none */
    const char *constants[GMI_ATTRIBUTE_COUNT]; /* for all rows; or NULL */
    struct gmi_name_column names[GMI_NAME_COLUMNS_MAX];
    size_t name_count;
};

/*
 * `mappings` are "name=NAME_1", "name:hy=ANUN", "names=OTHER", or, with two
 * equals signs, a value for all rows: "feature==P.PPL". GM_ERR_ARGUMENT, with
 * the columns that there are, when one does not fit or no name is found.
 */
gm_status gmi_attributes_init(struct gmi_attributes *attributes,
                              OGRLayerH layer, const char *const *mappings,
                              size_t mapping_count, gm_error *err);

/* The text of an attribute, NULL when it has none. Lives until the next call
   on that feature. */
const char *gmi_attribute_text(const struct gmi_attributes *attributes,
                               enum gmi_attribute attribute,
                               OGRFeatureH feature);

/* Its number; NaN when it has none. */
double gmi_attribute_number(const struct gmi_attributes *attributes,
                            enum gmi_attribute attribute, OGRFeatureH feature);

#endif
