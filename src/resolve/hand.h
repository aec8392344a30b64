/* SPDX-License-Identifier: MIT */
/* Weights set by hand, for a program without learned ones. */
#ifndef RESOLVE_HAND_H
#define RESOLVE_HAND_H

#include <stddef.h>

/* The weight of each feature; GMI_FEATURE_COUNT of them. */
void gmi_hand_weights(float *out);

/* The score of a vector, for a row and for the null row. */
float gmi_hand_score(const float *weights, const float *features);

#endif
