/* SPDX-License-Identifier: MIT */
/*
 * The layers beside the mentions in a GeoPackage: places, countries, the land
 * around them, documents, what was not resolved, candidates; the styles of
 * all; and a project for QGIS that shows them. Rows of documents, unresolved
 * mentions and candidates are written as they come; places are counted, and
 * written with the rest at the end.
 */
#ifndef LAYER_COMPANIONS_H
#define LAYER_COMPANIONS_H

#include "layer/companion_set.h"

/*
 * Makes the layers. A layer that has a name of its own has none of them, but a
 * style; in another format `layer->companions` stays NULL.
 */
gm_status gmi_companions_begin(gm_layer *layer, gm_error *err);
void gmi_companions_free(struct gmi_companions *companions);

gm_status gmi_companions_add(struct gmi_companions *companions,
                             const gm_document *doc, gm_error *err);

/* Writes what was counted. */
gm_status gmi_companions_finish(struct gmi_companions *companions,
                                gm_error *err);

/* Parts of finish: countries and land by the layer of places; `most` is the
   count of mentions of the most mentioned country. */
gm_status gmi_companions_write_places(struct gmi_companions *companions,
                                      gm_error *err);
gm_status gmi_companions_write_areas(struct gmi_companions *companions,
                                     uint64_t *most, gm_error *err);

#endif
