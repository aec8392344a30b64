/* SPDX-License-Identifier: MIT */
/* The style of a layer, by the names that its fields have there. */
#ifndef LAYER_LAYER_STYLE_H
#define LAYER_LAYER_STYLE_H

#include "layer/state.h"

/* A style of that kind for that layer, as a text; VSIFree is due. NULL when
   out of memory. */
char *gmi_layer_style_text(const struct gmi_table *mentions, OGRLayerH layer,
                           gm_style_kind kind, uint64_t most);

/*
 * Writes the style of the layer of mentions beside its file, so that it takes
 * its place with it. Formats that QGIS looks for no such file of have none;
 * one that is there stays unless the layer is replaced.
 */
gm_status gmi_layer_style_write(gm_layer *layer, gm_error *err);

#endif
