/* SPDX-License-Identifier: MIT */
/* Where the caller says that the text is from. */
#include "geo/sphere.h"
#include "resolve/fast.h"
#include "resolve/features.h"

#include <math.h>

static bool is_home_country(const struct gmi_bias *bias, uint16_t country)
{
    for (size_t i = 0; i < bias->country_count; i++)
        if (gmi_country_number(bias->countries[i]) == country)
            return true;
    return false;
}

void gmi_feature_home(const struct gmi_question *q, const struct gmi_row *row,
                      float *out)
{
    const struct gmi_scene *scene = q->scene;
    const struct gmi_bias *bias = scene->bias;
    out[GMI_F_HOME_COUNTRY] = row->country && is_home_country(
                                                  bias, row->country);
    if (isnan(bias->near_longitude) || !(row->flags & GMI_ROW_HAS_POINT))
        return;
    const size_t at = (size_t)(row - scene->rows);
    const struct gmi_vector here = {(double)scene->points.x[at],
                                    (double)scene->points.y[at],
                                    (double)scene->points.z[at]};
    const double km = gmi_chord2_to_km(gmi_chord2(here, scene->home));
    out[GMI_F_HOME_NEARNESS] =
        1 - gmi_ln_fast(1 + (float)(km * 100 / bias->near_km)) / 10;
    out[GMI_F_HOME_WITHIN] = km <= bias->near_km;
}
