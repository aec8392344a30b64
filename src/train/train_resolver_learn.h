/* SPDX-License-Identifier: MIT */
/*
 * Learning the resolver's weights: gradient descent with adaptive steps and
 * decay of weights (AdamW: I. Loshchilov, F. Hutter, Decoupled Weight Decay
 * Regularization, 2019) on the probability of the right rows among all rows
 * of a mention.
 */
#ifndef TRAIN_TRAIN_RESOLVER_LEARN_H
#define TRAIN_TRAIN_RESOLVER_LEARN_H

#include "resolve/ranker.h"
#include "train/train_resolver_data.h"

struct gmi_ranker_weights {
    struct gmi_hidden hidden;
    struct gmi_column columns[GMI_FEATURE_COUNT];
};

struct gmi_ranker_learning {
    uint64_t seed;
    unsigned epochs;
    const uint8_t *takes; /* of each example: whether to learn; NULL: all */
    double rate;  /* at the beginning */
    double decay; /* of weights, a step, times the rate */
    /* Told after each epoch of each network; may be NULL. */
    void (*on_epoch)(void *context, unsigned epoch, double loss);
    void *context;
};

gm_status gmi_ranker_learn(const struct gmi_resolver_data *data,
                           const struct gmi_ranker_learning *learning,
                           struct gmi_ranker_weights *out, gm_error *err);

#endif
