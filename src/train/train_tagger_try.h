/* SPDX-License-Identifier: MIT */
/* How well weights do on documents they were not learned from. */
#ifndef TRAIN_TRAIN_TAGGER_TRY_H
#define TRAIN_TRAIN_TAGGER_TRY_H

#include "recognize/tagger.h"
#include "train/train_tagger_learn.h"

/* A mention that was found. */
struct gmi_tried {
    double probability;
    uint8_t kind; /* enum gmi_tag_kind */
    bool is_right;
};

struct gmi_trial {
    struct gmi_tried *items;
    size_t count, capacity;
    size_t gold, right; /* mentions that there are, and those found */
};

/* Adds the documents whose `takes` is 0. */
gm_status gmi_tagger_try(const struct gmi_tagger_data *data,
                         const struct gmi_tagger_weights *weights,
                         const uint8_t *takes, struct gmi_trial *trial,
                         gm_error *err);
void gmi_trial_release(struct gmi_trial *trial);

double gmi_trial_f(const struct gmi_trial *trial);

/* Finds the calibration of a kind's probabilities. */
struct gmi_calibration gmi_trial_calibrate(const struct gmi_trial *trial,
                                           enum gmi_tag_kind kind);

/* Expected calibration error in ten bins, with these calibrations. */
double gmi_trial_error(const struct gmi_trial *trial,
                       const struct gmi_calibration *calibrations);

#endif
