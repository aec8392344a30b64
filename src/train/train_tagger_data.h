/* SPDX-License-Identifier: MIT */
/* Annotated documents as the tagger learns from them. */
#ifndef TRAIN_TRAIN_TAGGER_DATA_H
#define TRAIN_TRAIN_TAGGER_DATA_H

#include "recognize/tagger_crf.h"
#include "recognize/tagger_segment.h"
#include "train/annotated.h"

/* A run of words: token t has features[starts[t]] to features[starts[t+1]]. */
struct gmi_example {
    uint32_t document, word, count; /* words of the document's stretch */
    size_t token;
    bool is_open;  /* some word may have several tags */
    bool is_again; /* seen with the gazetteer's first layer alone */
};

struct gmi_tagger_data {
    struct gmi_example *examples;
    size_t example_count, example_capacity;
    uint8_t *tags;     /* of each token */
    uint16_t *allowed; /* of each token: bits of the tags that may be right */
    size_t *starts;    /* one more than tokens */
    size_t token_count, token_capacity, allowed_capacity, start_capacity;
    uint32_t *features; /* numbers below feature_count */
    size_t used, used_capacity;
    uint64_t *hashes;  /* of each feature */
    uint8_t *groups;   /* of each feature: enum gmi_feature_group */
    size_t feature_count;
    struct gmi_cues *cues; /* of each document, in its arena */
};

/*
 * What the features are made with. Where the gazetteer has several layers,
 * each document is learned from twice, the second time with the first layer
 * alone: few users have another.
 */
struct gmi_tagger_view {
    struct gmi_cue_sources sources;
    bool is_caseless;
    unsigned least; /* how often a feature must be seen */
};

gm_status gmi_tagger_data_init(struct gmi_tagger_data *data,
                               const struct gmi_tagger_view *view,
                               const struct gmi_annotated *corpus,
                               gm_error *err);
void gmi_tagger_data_release(struct gmi_tagger_data *data);

#endif
