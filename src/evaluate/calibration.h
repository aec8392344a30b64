/* SPDX-License-Identifier: MIT */
/* Whether probabilities are to be believed. */
#ifndef EVALUATE_CALIBRATION_H
#define EVALUATE_CALIBRATION_H

#include "include/geomention_eval.h"

/* What was thought likely, and whether it was so. */
struct gmi_claim {
    double probability;
    bool is_right;
};

struct gmi_claims {
    struct gmi_claim *items;
    size_t count, capacity;
};

/* A probability that is NaN is left out. False when out of memory. */
bool gmi_claims_add(struct gmi_claims *claims, double probability,
                    bool is_right);

/*
 * The expected calibration error: how far the share of right claims is from
 * their mean probability, over 15 bins of equal width.
 */
gm_eval_calibration gmi_claims_calibration(const struct gmi_claims *claims);

/*
 * The share of right ones among the likeliest `coverage` of all. Of claims
 * that are equally likely, the part that is kept is as right as all of them.
 * Sorts. NaN when there are none.
 */
double gmi_claims_best(struct gmi_claims *claims, double coverage);

#endif
