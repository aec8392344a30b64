/* SPDX-License-Identifier: MIT */
/* Writing the tagger's file. */
#ifndef TRAIN_TRAIN_TAGGER_WRITE_H
#define TRAIN_TRAIN_TAGGER_WRITE_H

#include "recognize/tagger.h"
#include "train/train_tagger_learn.h"
#include "train/train_use.h"

/*
 * Weights in the form of the file. Features whose weights are all less than
 * `least_steps` steps are left out.
 */
struct gmi_packed_model {
    struct gmi_tagger_row *rows;
    size_t row_count, used;
    struct gmi_crf crf;
    float step;
    int least_steps;
};

gm_status gmi_packed_model_init(struct gmi_packed_model *model,
                                const struct gmi_tagger_data *data,
                                const struct gmi_tagger_weights *weights,
                                int least_steps, gm_error *err);
void gmi_packed_model_release(struct gmi_packed_model *model);

/* What a tagger's file is made of. */
struct gmi_tagger_parts {
    struct gmi_tagger_head head;
    struct gmi_packed_model models[GMI_TAGGER_MODELS];
    struct gmi_vocabulary vocabulary;
    struct gmi_use_weights uses;
};

gm_status gmi_tagger_write(const struct gmi_tagger_parts *parts,
                           const char *path, gm_error *err);

#endif
