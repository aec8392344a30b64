/* SPDX-License-Identifier: MIT */
/* A layer that stands beside the mentions in the same file. */
#ifndef LAYER_SIDE_H
#define LAYER_SIDE_H

#include "layer/crs.h"
#include "layer/text.h"

#include <gdal.h>
#include <ogr_api.h>

struct gmi_side_field {
    const char *name;
    OGRFieldType type;
};

/* What a layer is. Fields are known by their place in the array. */
struct gmi_side_plan {
    const char *name, *title, *description;
    OGRwkbGeometryType geometry;
    const struct gmi_side_field *fields;
    size_t field_count;
};

enum { GMI_SIDE_FIELDS_MAX = 24 };

/* Where it is made. Borrowed. */
struct gmi_side_home {
    const char *path; /* for messages */
    GDALDatasetH dataset;
    const struct gmi_crs *crs;
};

/* Zeroed it is none. */
struct gmi_side {
    const struct gmi_side_home *home;
    OGRLayerH layer;
    OGRFeatureH feature; /* the row that is being filled */
    int columns[GMI_SIDE_FIELDS_MAX];
    struct gmi_text scratch;
};

/* Finds or makes the layer and its fields. */
gm_status gmi_side_open(struct gmi_side *side,
                        const struct gmi_side_home *home,
                        const struct gmi_side_plan *plan, gm_error *err);
void gmi_side_release(struct gmi_side *side);

/* Sets a field of the row. NULL, and what is not finite, is null. */
gm_status gmi_side_set_text(struct gmi_side *side, size_t field,
                            const char *text, gm_error *err);
void gmi_side_set_integer(struct gmi_side *side, size_t field, uint64_t value);
void gmi_side_set_real(struct gmi_side *side, size_t field, double value,
                       int decimals);

/* Gives the row a point in the layer's system; none where there is none. */
void gmi_side_set_point(struct gmi_side *side, double longitude,
                        double latitude);

/* Writes the row, and begins an empty one. */
gm_status gmi_side_add(struct gmi_side *side, gm_error *err);

/* Removes all rows. */
gm_status gmi_side_clear(struct gmi_side *side, gm_error *err);

/* "cannot write 'path': what GDAL said". */
gm_status gmi_side_fail(const struct gmi_side_home *home, gm_error *err);

/* Runs a statement that has no answer. */
gm_status gmi_side_sql(const struct gmi_side_home *home, const char *sql,
                       gm_error *err);

#endif
