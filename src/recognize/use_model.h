/* SPDX-License-Identifier: MIT */
/*
 * How a mention uses the name of its place: literal, metonymic, adjectival or
 * embedded, by learned weights of the words around it.
 */
#ifndef RECOGNIZE_USE_MODEL_H
#define RECOGNIZE_USE_MODEL_H

#include "recognize/features.h"

enum { GMI_USES = 4, GMI_USE_FEATURES_MAX = 160 };

/* The weights of the feature whose hash has that place; rows add up. */
struct gmi_use_row {
    int8_t weights[GMI_USES];
};

struct gmi_use_model {
    const struct gmi_use_row *rows; /* a power of two of them, or none */
    size_t row_count;
    float step;
};

/* The features of a mention: words first to last of the stretch. */
size_t gmi_use_features(const struct gmi_cues *cues, size_t first,
                        size_t last, uint64_t out[GMI_USE_FEATURES_MAX]);

/* Fills in the probability of each use. */
void gmi_use_judge(const struct gmi_use_model *model,
                   const struct gmi_cues *cues, size_t first, size_t last,
                   double probabilities[GMI_USES]);

#endif
