/* SPDX-License-Identifier: MIT */
/*
 * A layer being written: the target holds the file, the dataset what GDAL
 * makes of it, the table the mentions in it, the companions what else is in
 * the same file. Another layer there is another member of those.
 */
#ifndef LAYER_STATE_H
#define LAYER_STATE_H

#include "layer/crs.h"
#include "layer/gdal.h"
#include "layer/table.h"
#include "layer/target.h"
#include "layer/trait.h"

#include "include/geomention_layer.h"

struct gmi_companions;

struct gm_layer {
    gm_layer_options options; /* strings are the caller's */
    gm_write_options write;
    GDALDriverH driver;
    const struct gmi_trait *trait;
    struct gmi_crs crs;
    struct gmi_target target;
    GDALDatasetH dataset;
    struct gmi_table table;
    struct gmi_companions *companions; /* NULL: the format has none */
    bool has_transaction;
    bool is_broken; /* a row failed: there is nothing to commit */
    gm_layer_report report;
};

/* GDAL's settings for a call that opens or closes the dataset. */
void gmi_layer_settings(const gm_layer *layer);

/* Opens or creates the dataset and the layer of mentions in it. */
gm_status gmi_layer_create(gm_layer *layer, struct gmi_gdal_call *call,
                           gm_error *err);

#endif
