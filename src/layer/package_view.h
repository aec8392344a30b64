/* SPDX-License-Identifier: MIT */
/* What a project shows at first: how the earth is drawn, and which part. */
#ifndef LAYER_PACKAGE_VIEW_H
#define LAYER_PACKAGE_VIEW_H

#include "layer/companion_set.h"

struct gmi_view {
    OGRSpatialReferenceH osr; /* NULL when out of memory */
    OGREnvelope box;          /* in its units */
};

/*
 * The places with room around them. Layers in degrees are shown in the
 * projection of maps on the web, in which a small part of the earth has its
 * right shape wherever it lies; if there are places near a pole, in one that
 * the poles are on. A layer in a system that the user chose is shown in that.
 */
void gmi_view_init(struct gmi_view *view,
                   const struct gmi_companions *companions);
void gmi_view_release(struct gmi_view *view);

#endif
