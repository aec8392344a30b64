/* SPDX-License-Identifier: MIT */
/* The layer of mentions: its fields and its rows. */
#ifndef LAYER_TABLE_H
#define LAYER_TABLE_H

#include "layer/crs.h"
#include "layer/text.h"
#include "layer/trait.h"

#include "include/geomention_layer.h"

#include <gdal.h>
#include <ogr_api.h>

enum { GMI_LAYER_COLUMNS_MAX = 64 };

/* One field of ours and where it stands in the layer. */
struct gmi_layer_column {
    size_t field;  /* gm_field_at; that count stands for the candidates */
    int index;     /* in the layer */
    double scale;  /* a real is rounded to a part of this */
};

/* Borrows all that it points to but the feature and the point. */
struct gmi_table {
    OGRLayerH layer;
    OGRFeatureH feature; /* one for all rows */
    OGRGeometryH point;  /* while the feature has none */
    struct gmi_layer_column columns[GMI_LAYER_COLUMNS_MAX];
    size_t column_count;
    const struct gmi_trait *trait;
    const struct gmi_crs *crs;
    const gm_write_options *write;
    const gm_gazetteer *gazetteer;
    gm_layer_report *report;
    struct gmi_text_limits limits;
    struct gmi_text scratch;    /* a text made fit */
    struct gmi_text candidates; /* the candidates as JSON */
};

/*
 * Chooses the fields by the options: GM_ERR_ARGUMENT when one is not known.
 * Touches no layer; what the struct borrows has been set before.
 */
gm_status gmi_table_choose(struct gmi_table *table, gm_error *err);

/* Finds or makes the fields in a layer of that driver. */
gm_status gmi_table_bind(struct gmi_table *table, GDALDriverH driver,
                         OGRLayerH layer, gm_error *err);

/*
 * Adds a row and counts it. `*is_refused` when GDAL did not take the row: its
 * message is the reason, and `err` is not filled.
 */
gm_status gmi_table_add(struct gmi_table *table, const gm_document *doc,
                        const gm_mention *mention, bool *is_refused,
                        gm_error *err);

void gmi_table_release(struct gmi_table *table);

#endif
