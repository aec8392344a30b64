/* SPDX-License-Identifier: MIT */
/*
 * Fitting a calibration to answers that were not learned from: Newton's
 * method with short steps, and a little pull towards doing nothing. Each of
 * GMI_FIT_ROUNDS rounds begins, adds every answer, and ends.
 */
#ifndef TRAIN_CALIBRATE_H
#define TRAIN_CALIBRATE_H

#include "model/calibration.h"

#include <stdbool.h>

enum { GMI_FIT_ROUNDS = 50, GMI_FIT_FEATURES_MAX = 4 };

/* Slope and shift, and the weights of features beside them. */
enum { GMI_FIT_SLOPE, GMI_FIT_SHIFT, GMI_FIT_FIRST_FEATURE,
       GMI_FIT_NUMBERS_MAX = GMI_FIT_FIRST_FEATURE + GMI_FIT_FEATURES_MAX };

struct gmi_fit {
    int count; /* of the numbers that are sought */
    double numbers[GMI_FIT_NUMBERS_MAX];
    /* Of this round: */
    double gradient[GMI_FIT_NUMBERS_MAX];
    double curvature[GMI_FIT_NUMBERS_MAX][GMI_FIT_NUMBERS_MAX];
};

/* `features`: how many each answer has, up to GMI_FIT_FEATURES_MAX. */
void gmi_fit_init(struct gmi_fit *fit, int features);
void gmi_fit_begin_round(struct gmi_fit *fit);
/* An answer; `features` may be NULL where there are none. */
void gmi_fit_add(struct gmi_fit *fit, double probability,
                 const float *features, bool is_right, double weight);
void gmi_fit_end_round(struct gmi_fit *fit);

/* (1, 0), which changes nothing, when the answers tell nothing. */
struct gmi_calibration gmi_fit_calibration(const struct gmi_fit *fit);
/* What a feature weighs; 0 when the answers tell nothing. */
float gmi_fit_weight(const struct gmi_fit *fit, int feature);

#endif
