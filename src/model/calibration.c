/* SPDX-License-Identifier: MIT */
/* From what weights say to what can be relied on. */
#include "model/calibration.h"

#include <math.h>

double gmi_calibrate(const struct gmi_calibration *calibration,
                     double probability)
{
    const double least = 1e-6;
    const double p = probability < least       ? least
                     : probability > 1 - least ? 1 - least
                                               : probability;
    const double logit = log(p / (1 - p));
    return 1 / (1 + exp(-((double)calibration->slope * logit +
                          (double)calibration->shift)));
}
