/* SPDX-License-Identifier: MIT */
/* Learning how mentions use their names. */
#ifndef TRAIN_TRAIN_USE_H
#define TRAIN_TRAIN_USE_H

#include "recognize/use_model.h"
#include "train/annotated.h"

enum { GMI_USE_ROWS = 1 << 17 };

struct gmi_use_weights {
    float (*rows)[GMI_USES]; /* GMI_USE_ROWS of them */
};

struct gmi_use_learning {
    const struct gmi_annotated *corpus;
    const struct gmi_cues *cues; /* of each document */
    const uint8_t *takes;        /* of each document; NULL: all */
    uint64_t seed;
    unsigned epochs;             /* 0: 12 */
};

gm_status gmi_use_learn(const struct gmi_use_learning *learning,
                        struct gmi_use_weights *out, gm_error *err);
void gmi_use_weights_release(struct gmi_use_weights *weights);

/* The gm_use of an annotation; -1 when it is none of them. */
int gmi_use_of_gold(const struct gmi_gold *gold);

/* The words of an annotation, first to last; false when there are none. */
bool gmi_gold_words(const gm_document *doc, const struct gmi_gold *gold,
                    size_t *first, size_t *last);

/* Probabilities by weights that are still being learned. */
void gmi_use_weights_judge(const struct gmi_use_weights *weights,
                           const uint64_t *hashes, size_t count,
                           double probabilities[GMI_USES]);

#endif
