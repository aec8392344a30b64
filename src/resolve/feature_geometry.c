/* SPDX-License-Identifier: MIT */
/* Distances to the places that other names mean. */
#include "resolve/features.h"

void gmi_feature_geometry(const struct gmi_question *q,
                          const struct gmi_row *row, float *out)
{
    const struct gmi_evidence *e = &row->evidence;
    out[GMI_F_WITHIN_50] = e->km50;
    out[GMI_F_WITHIN_150] = e->km150;
    out[GMI_F_WITHIN_500] = e->km500;
    out[GMI_F_NEAR_WITHIN_50] = e->near_km50;
    out[GMI_F_NEAR_WITHIN_150] = e->near_km150;
    out[GMI_F_NEAREST] = e->nearest;
    out[GMI_F_NEAREST_3] = e->nearest3;
    out[GMI_F_DISTANCE] = e->distance;
    out[GMI_F_NEAREST_BEHIND] = e->nearest - q->facts->nearest;
    out[GMI_F_INTERPRETATION] = e->interpretation;
    out[GMI_F_INTERPRETATION_BEHIND] =
        e->interpretation - q->facts->interpretation;
}
