/* SPDX-License-Identifier: MIT */
/* The layers beside the mentions in a GeoPackage, as data. */
#ifndef LAYER_COMPANION_SET_H
#define LAYER_COMPANION_SET_H

#include "layer/state.h"
#include "layer/place_count.h"
#include "layer/side.h"

/* What the layer of mentions is called where nobody says. */
#define GMI_LAYER_NAME "mentions"

struct gmi_companions {
    struct gmi_side_home home;
    gm_layer *layer; /* of the mentions */
    bool is_alone;   /* a layer with a name of its own: it has but a style */
    struct gmi_side places, countries, land, documents, unresolved, candidates;
    struct gmi_place_count counts;
    uint64_t document_count;
    gm_write_options all; /* the layer's, and also what is not resolved */
    char date[32];        /* of what is written, ISO 8601 */
};

#endif
