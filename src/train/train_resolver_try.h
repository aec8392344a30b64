/* SPDX-License-Identifier: MIT */
/* How well weights do on mentions they were not learned from. */
#ifndef TRAIN_TRAIN_RESOLVER_TRY_H
#define TRAIN_TRAIN_RESOLVER_TRY_H

#include "train/train_resolver_learn.h"

/* What was chosen for a mention. */
struct gmi_chosen {
    float probability;
    bool is_right;     /* less than 161 km off */
    bool is_reachable; /* some candidate is */
};

/* Chooses for the examples whose `takes` is 0. */
void gmi_ranker_try(const struct gmi_resolver_data *data,
                    const struct gmi_ranker_weights *weights,
                    const uint8_t *takes, struct gmi_chosen *chosen);

/*
 * Learns as often as there are folds (or corpora), each time without one of
 * them, and chooses for that one, on `threads` threads. Fills `chosen`, one
 * for each example.
 */
gm_status gmi_ranker_cross_validate(const struct gmi_resolver_data *data,
                                    const struct gmi_ranker_learning *learning,
                                    bool by_corpus, size_t threads,
                                    struct gmi_chosen *chosen, gm_error *err);

/* Figures of some choices; sorts them. NaN for none. */
struct gmi_chosen_figures {
    size_t count;
    double reachable;  /* share with a candidate that is right */
    double right;      /* share */
    double right_90;   /* share of the most confident nine tenths */
    double error;      /* expected calibration error, 15 bins */
};
struct gmi_chosen_figures gmi_chosen_figures(struct gmi_chosen *items,
                                             size_t count);

#endif
