/* SPDX-License-Identifier: MIT */
/*
 * From what weights say to what can be relied on: logistic calibration
 * (J. Platt, Probabilistic Outputs for Support Vector Machines, 1999).
 */
#ifndef MODEL_CALIBRATION_H
#define MODEL_CALIBRATION_H

/* logit(calibrated) = slope * logit(probability) + shift */
struct gmi_calibration {
    float slope, shift;
};

double gmi_calibrate(const struct gmi_calibration *calibration,
                     double probability);

#endif
