/* SPDX-License-Identifier: MIT */
/*
 * Annotated documents as the resolver learns from them: for each mention the
 * features of its candidates, which of them are right, and what it weighs.
 */
#ifndef TRAIN_TRAIN_RESOLVER_DATA_H
#define TRAIN_TRAIN_RESOLVER_DATA_H

#include "recognize/recognize.h"
#include "resolve/features.h"
#include "train/random.h"
#include "train/train_resolver_label.h"

/* The rows of a mention; the last one is the null row. */
struct gmi_choice_example {
    size_t first_row;
    uint32_t row_count;
    float weight;
    uint16_t corpus; /* of the data's */
    uint8_t fold;    /* of GMI_FOLDS, by its document */
    bool is_made_up; /* with a home that the document does not tell */
    bool is_again;   /* as it is seen with the first layer alone */
};

enum { GMI_FOLDS = 5, GMI_CORPORA_MAX = 64 };

/* What is known of a row: bits. */
enum {
    GMI_ROW_RIGHT = 1 << 0, /* to be learned */
    GMI_ROW_NEAR = 1 << 1   /* less than 161 km off: counts as right */
};

struct gmi_resolver_data {
    struct gmi_choice_example *examples;
    size_t example_count, example_capacity;
    float *vectors; /* GMI_FEATURE_COUNT a row */
    size_t vector_capacity;
    uint8_t *marks; /* of each row */
    size_t mark_capacity;
    struct gmi_points points; /* of each row; null rows are at 0, 0, 0 */
    size_t point_capacity[3];
    size_t row_count;
    char corpora[GMI_CORPORA_MAX][32]; /* their names, as documents say */
    size_t corpus_count;
    uint64_t seed;  /* of what is made up: homes */
    struct gmi_gold_place last_place; /* of the document read last */
    bool has_last_place;
};

/* What documents are read with, and which are left out. */
struct gmi_resolver_view {
    const struct gmi_recognizer *recognizer;
    const struct gmi_resolver *resolver;
    const struct gmi_resolver *again; /* with fewer layers; NULL: none */
    const char *split; /* documents whose "split" it is not; NULL: none */
    bool hides[GMI_FEATURE_COUNT]; /* features that are not learned from */
};

/*
 * Adds the mentions of a file of JSON lines whose place is known. A document
 * may tell its "weight", 1 otherwise, and its "fold" below GMI_FOLDS, else one
 * by its id.
 */
gm_status gmi_resolver_data_read(struct gmi_resolver_data *data,
                                 const struct gmi_resolver_view *view,
                                 const char *path, gm_error *err);
void gmi_resolver_data_release(struct gmi_resolver_data *data);

#endif
