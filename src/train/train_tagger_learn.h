/* SPDX-License-Identifier: MIT */
/* Learning the weights of the tagger. */
#ifndef TRAIN_TRAIN_TAGGER_LEARN_H
#define TRAIN_TRAIN_TAGGER_LEARN_H

#include "train/train_tagger_data.h"

/* Rows of weights are padded so that they are added at once. */
enum { GMI_WEIGHT_ROW = 16, GMI_LEARNING_RUNS_MAX = 16 };

struct gmi_tagger_weights {
    float (*rows)[GMI_WEIGHT_ROW]; /* of each feature */
    float *squares;                /* sums of squared gradients */
    size_t feature_count;
    struct gmi_crf crf;
};

struct gmi_learning {
    uint64_t seed;
    unsigned epochs;  /* 0: 7 */
    double rate;      /* at the beginning; 0: 0.1 */
    double dropout;   /* share of a word's features left out; 0: 0.5 */
    unsigned runs; /* on a thread each, their weights averaged; 0: 1 */
    const uint8_t *takes; /* of each document: whether to learn from it */
    /* Told after each epoch of the first run; may be NULL. */
    void (*on_epoch)(void *context, unsigned epoch,
                     const struct gmi_tagger_weights *weights, double loss);
    void *context;
};

gm_status gmi_tagger_learn(const struct gmi_tagger_data *data,
                           const struct gmi_learning *learning,
                           struct gmi_tagger_weights *out, gm_error *err);
/* One of the runs, 0 the first. */
gm_status gmi_tagger_learn_run(const struct gmi_tagger_data *data,
                               const struct gmi_learning *learning,
                               unsigned run, struct gmi_tagger_weights *out,
                               gm_error *err);
void gmi_tagger_weights_release(struct gmi_tagger_weights *weights);

/* The scores of one token with all its features. */
void gmi_tagger_weights_score(const struct gmi_tagger_weights *weights,
                              const struct gmi_tagger_data *data,
                              size_t token, float scores[GMI_TAGS]);

#endif
