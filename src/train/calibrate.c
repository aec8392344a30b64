/* SPDX-License-Identifier: MIT */
/* Fitting a calibration to answers that were not learned from. */
#include "train/calibrate.h"

#include <assert.h>
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

void gmi_fit_init(struct gmi_fit *fit, int features)
{
    assert(features >= 0 && features <= GMI_FIT_FEATURES_MAX);
    *fit = (struct gmi_fit){.count = GMI_FIT_FIRST_FEATURE + features};
    fit->numbers[GMI_FIT_SLOPE] = 0.5;
}

void gmi_fit_begin_round(struct gmi_fit *fit)
{
    for (int i = 0; i < fit->count; i++) {
        fit->gradient[i] = (i == GMI_FIT_SLOPE ? 1 : 0) - fit->numbers[i];
        for (int j = 0; j < fit->count; j++)
            fit->curvature[i][j] = i == j ? 1 : 0;
    }
}

void gmi_fit_add(struct gmi_fit *fit, double probability,
                 const float *features, bool is_right, double weight)
{
    double x[GMI_FIT_NUMBERS_MAX] = {logit_of(probability), 1}, sum = 0;
    for (int i = GMI_FIT_FIRST_FEATURE; i < fit->count; i++)
        x[i] = (double)features[i - GMI_FIT_FIRST_FEATURE];
    for (int i = 0; i < fit->count; i++)
        sum += fit->numbers[i] * x[i];
    const double p = 1 / (1 + exp(-sum));
    const double push = weight * ((is_right ? 1 : 0) - p);
    const double curve = weight * p * (1 - p);
    for (int i = 0; i < fit->count; i++) {
        fit->gradient[i] += push * x[i];
        for (int j = 0; j < fit->count; j++)
            fit->curvature[i][j] += curve * x[i] * x[j];
    }
}

/*
 * Solves curvature . steps = gradient by elimination: the curvature is
 * positive definite, so no rows have to be swapped.
 */
void gmi_fit_end_round(struct gmi_fit *fit)
{
    double (*h)[GMI_FIT_NUMBERS_MAX] = fit->curvature, *g = fit->gradient;
    for (int i = 0; i < fit->count; i++) {
        for (int j = i + 1; j < fit->count; j++) {
            const double share = h[j][i] / h[i][i];
            for (int k = i; k < fit->count; k++)
                h[j][k] -= share * h[i][k];
            g[j] -= share * g[i];
        }
    }
    for (int i = fit->count - 1; i >= 0; i--) {
        for (int j = i + 1; j < fit->count; j++)
            g[i] -= h[i][j] * g[j];
        g[i] /= h[i][i];
    }
    for (int i = 0; i < fit->count; i++)
        fit->numbers[i] += at_most_half(g[i]);
}

static bool tells(const struct gmi_fit *fit)
{
    for (int i = 0; i < fit->count; i++)
        if (!isfinite(fit->numbers[i]))
            return false;
    return fit->numbers[GMI_FIT_SLOPE] > 0;
}

struct gmi_calibration gmi_fit_calibration(const struct gmi_fit *fit)
{
    if (!tells(fit))
        return (struct gmi_calibration){1, 0};
    return (struct gmi_calibration){(float)fit->numbers[GMI_FIT_SLOPE],
                                    (float)fit->numbers[GMI_FIT_SHIFT]};
}

float gmi_fit_weight(const struct gmi_fit *fit, int feature)
{
    return tells(fit)
               ? (float)fit->numbers[GMI_FIT_FIRST_FEATURE + feature]
               : 0;
}
