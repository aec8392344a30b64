/* SPDX-License-Identifier: MIT */
/* The areas that a row lies in, and those that lie in it. */
#include "resolve/fast.h"
#include "resolve/features.h"

void gmi_feature_hierarchy(const struct gmi_question *q,
                           const struct gmi_row *row, float *out)
{
    const struct gmi_evidence *e = &row->evidence;
    out[GMI_F_SAME_COUNTRY] = e->country;
    out[GMI_F_SAME_ADMIN1] = e->admin1;
    out[GMI_F_SAME_ADMIN2] = e->admin2;
    out[GMI_F_ANY_COUNTRY] = e->any_country;
    out[GMI_F_ANY_ADMIN1] = e->any_admin1;
    out[GMI_F_ANY_ADMIN2] = e->any_admin2;
    out[GMI_F_COUNTRY_NAMED] = e->is_country;
    out[GMI_F_ADMIN1_NAMED] = e->is_admin1;
    out[GMI_F_ADMIN2_NAMED] = e->is_admin2;
    out[GMI_F_CHILDREN] = gmi_ln_fast(1 + e->child);
    out[GMI_F_COUNTRY_BEHIND] = e->country - q->facts->best_same_country;
    out[GMI_F_ADMIN1_BEHIND] = e->admin1 - q->facts->best_same_admin1;
    out[GMI_F_NEAR_COUNTRY] = e->near_country;
    out[GMI_F_NEAR_ADMIN1] = e->near_admin1;
    out[GMI_F_NEAR_ADMIN2] = e->near_admin2;
    out[GMI_F_NEAR_COUNTRY_NAMED] = e->near_is_country;
    out[GMI_F_NEAR_ADMIN1_NAMED] = e->near_is_admin1;
    out[GMI_F_NEAR_ADMIN2_NAMED] = e->near_is_admin2;
}
