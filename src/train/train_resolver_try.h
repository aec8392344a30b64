/* SPDX-License-Identifier: MIT */
/* How well weights do on mentions they were not learned from. */
#ifndef TRAIN_TRAIN_RESOLVER_TRY_H
#define TRAIN_TRAIN_RESOLVER_TRY_H

#include "train/train_resolver_learn.h"

/* What was chosen for a mention. */
struct gmi_chosen {
    float probability; /* of the place, calibrated or not */
    float features[GMI_CERTAINTY_FEATURES];
    bool is_right;     /* less than 161 km off */
    bool is_accepted;  /* or right for what is learned: the area meant */
    bool is_reachable; /* some candidate is right */
};

/* Chooses for the examples that `asks` marks; NULL: for all. */
gm_status gmi_ranker_try(const struct gmi_resolver_data *data,
                         const struct gmi_ranker_weights *weights,
                         const uint8_t *asks, struct gmi_chosen *chosen,
                         gm_error *err);

/*
 * Learns as often as there are folds (or corpora), each time without one of
 * them, and chooses for that one, on `threads` threads. Fills `chosen` for
 * the examples that are learned from.
 */
gm_status gmi_ranker_cross_validate(const struct gmi_resolver_data *data,
                                    const struct gmi_ranker_learning *learning,
                                    bool by_corpus, size_t threads,
                                    struct gmi_chosen *chosen, gm_error *err);

/*
 * The calibration that fits the choices of the examples in `takes` (NULL:
 * all) but those of one fold or corpus; `but` -1: of none. Examples with a
 * home that was made up say nothing, the others each as much.
 */
struct gmi_certainty gmi_chosen_calibrate(
    const struct gmi_resolver_data *data, const struct gmi_chosen *chosen,
    const uint8_t *takes, bool by_corpus, int but);

/* Calibrates the choices of each fold (or corpus) by those of the others. */
void gmi_chosen_apply(const struct gmi_resolver_data *data, bool by_corpus,
                      struct gmi_chosen *chosen);

/* Figures of some choices; sorts them. NaN for none. */
struct gmi_chosen_figures {
    size_t count;
    double reachable;      /* share with a candidate that is right */
    double right;          /* share */
    double right_90;       /* share of the most confident nine tenths */
    double accepted;       /* share */
    double error;          /* expected calibration error, 15 bins */
    double accepted_error; /* the same against what is accepted */
};
struct gmi_chosen_figures gmi_chosen_figures(struct gmi_chosen *items,
                                             size_t count);

#endif
