/* SPDX-License-Identifier: MIT */
/* Fitting a calibration to answers that were not learned from. */
#include "train/calibrate.h"

#include <math.h>

static double logit_of(double p)
{
    const double least = 1e-6;
    p = p < least ? least : p > 1 - least ? 1 - least : p;
    return log(p / (1 - p));
}

static double at_most_half(double step)
{
    return step > 0.5 ? 0.5 : step < -0.5 ? -0.5 : step;
}

void gmi_fit_init(struct gmi_fit *fit)
{
    *fit = (struct gmi_fit){.slope = 0.5};
}

void gmi_fit_begin_round(struct gmi_fit *fit)
{
    fit->gradient[0] = 1 - fit->slope;
    fit->gradient[1] = -fit->shift;
    fit->curvature[0] = fit->curvature[2] = 1;
    fit->curvature[1] = 0;
}

void gmi_fit_add(struct gmi_fit *fit, double probability, bool is_right,
                 double weight)
{
    const double x = logit_of(probability);
    const double p = 1 / (1 + exp(-(fit->slope * x + fit->shift)));
    const double push = weight * ((is_right ? 1 : 0) - p);
    const double curve = weight * p * (1 - p);
    fit->gradient[0] += push * x;
    fit->gradient[1] += push;
    fit->curvature[0] += curve * x * x;
    fit->curvature[1] += curve * x;
    fit->curvature[2] += curve;
}

void gmi_fit_end_round(struct gmi_fit *fit)
{
    const double *g = fit->gradient, *h = fit->curvature;
    const double det = h[0] * h[2] - h[1] * h[1];
    fit->slope += at_most_half((h[2] * g[0] - h[1] * g[1]) / det);
    fit->shift += at_most_half((h[0] * g[1] - h[1] * g[0]) / det);
}

struct gmi_calibration gmi_fit_calibration(const struct gmi_fit *fit)
{
    if (!isfinite(fit->slope) || !isfinite(fit->shift) || fit->slope <= 0)
        return (struct gmi_calibration){1, 0};
    return (struct gmi_calibration){(float)fit->slope, (float)fit->shift};
}
