/* SPDX-License-Identifier: MIT */
/* How far the probability of a choice is to be believed. */
#include "resolve/certainty.h"

#include "resolve/features.h"

void gmi_certainty_features(const float *vector,
                            float out[GMI_CERTAINTY_FEATURES])
{
    /* Chosen one by one among all: no corpus is badly calibrated with them. */
    static const uint8_t chosen[GMI_CERTAINTY_FEATURES] = {
        GMI_F_IS_LETTERS, GMI_F_IS_SEAT2, GMI_F_PARENT_ELSEWHERE,
        GMI_F_IS_ENGLISH};
    for (int i = 0; i < GMI_CERTAINTY_FEATURES; i++)
        out[i] = vector[chosen[i]];
}

double gmi_certainty_of(const struct gmi_certainty *certainty,
                        double probability,
                        const float features[GMI_CERTAINTY_FEATURES])
{
    struct gmi_calibration calibration = certainty->calibration;
    for (int i = 0; i < GMI_CERTAINTY_FEATURES; i++)
        calibration.shift += certainty->weights[i] * features[i];
    return gmi_calibrate(&calibration, probability);
}
