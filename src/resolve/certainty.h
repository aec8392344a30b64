/* SPDX-License-Identifier: MIT */
/*
 * How far the probability of a choice is to be believed: in line with how often
 * such choices are right. One probability is not worth the same for all: a
 * place that is spelt just so is right more often than weights say, the seat
 * of a county and one that lies in what stands behind a comma elsewhere less
 * often.
 */
#ifndef RESOLVE_CERTAINTY_H
#define RESOLVE_CERTAINTY_H

#include "model/calibration.h"

enum { GMI_CERTAINTY_FEATURES = 4 };

/* logit(certainty) = slope * logit(probability) + shift + weights . features */
struct gmi_certainty {
    struct gmi_calibration calibration;
    float weights[GMI_CERTAINTY_FEATURES];
};

/* Those of a row, from the vector that it is judged by. */
void gmi_certainty_features(const float *vector,
                            float out[GMI_CERTAINTY_FEATURES]);

double gmi_certainty_of(const struct gmi_certainty *certainty,
                        double probability,
                        const float features[GMI_CERTAINTY_FEATURES]);

#endif
