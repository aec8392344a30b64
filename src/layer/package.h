/* SPDX-License-Identifier: MIT */
/*
 * What QGIS looks for in a GeoPackage beside the layers: their styles, and a
 * project. What is there already is a person's work, and stays.
 */
#ifndef LAYER_PACKAGE_H
#define LAYER_PACKAGE_H

#include "layer/companion_set.h"

/* Tables `layer_styles` and `qgis_projects`, as QGIS makes them. `most` is the
   count of mentions of the most mentioned country. */
gm_status gmi_package_write_styles(struct gmi_companions *companions,
                                   uint64_t most, gm_error *err);
gm_status gmi_package_write_project(struct gmi_companions *companions,
                                    uint64_t most, gm_error *err);

/* The layers in the order of the project, the topmost first. */
struct gmi_package_layer {
    OGRLayerH layer; /* NULL: it is not there */
    const char *title;
    gm_style_kind kind;
    bool is_shown;
};

enum { GMI_PACKAGE_LAYERS = 7 };

void gmi_package_layers(const struct gmi_companions *companions,
                        struct gmi_package_layer out[GMI_PACKAGE_LAYERS]);

#endif
