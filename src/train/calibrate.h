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

enum { GMI_FIT_ROUNDS = 50 };

struct gmi_fit {
    double slope, shift;
    double gradient[2], curvature[3]; /* of this round */
};

void gmi_fit_init(struct gmi_fit *fit);
void gmi_fit_begin_round(struct gmi_fit *fit);
void gmi_fit_add(struct gmi_fit *fit, double probability, bool is_right,
                 double weight);
void gmi_fit_end_round(struct gmi_fit *fit);

/* (1, 0), which changes nothing, when the answers tell nothing. */
struct gmi_calibration gmi_fit_calibration(const struct gmi_fit *fit);

#endif
