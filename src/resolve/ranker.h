/* SPDX-License-Identifier: MIT */
/*
 * Learned weights: a network of one hidden layer beside a linear one,
 * score = b . relu(A x + c) + l . x. What scales the features is worked into
 * A, c and l when the weights are written. The hidden units are those of
 * several networks, learned apart, whose scores are averaged: they agree more
 * than each of them with itself from another start.
 */
#ifndef RESOLVE_RANKER_H
#define RESOLVE_RANKER_H

#include "base/container.h"
#include "resolve/certainty.h"

enum { GMI_NETWORKS = 3, GMI_UNITS = 32, GMI_HIDDEN = GMI_NETWORKS * GMI_UNITS };

#define GMI_RANKER_KIND GMI_TAG('R', 'E', 'S', ' ')
enum { GMI_RANKER_MAJOR = 3, GMI_RANKER_MINOR = 0 };
#define GMI_SECTION_FEATURE_NAMES GMI_TAG('F', 'N', 'A', 'M')
#define GMI_SECTION_WEIGHTS       GMI_TAG('W', 'G', 'H', 'T')
#define GMI_SECTION_CALIBRATION   GMI_TAG('C', 'A', 'L', 'I')

/* One feature's column: its weights to the hidden units, and past them. */
struct gmi_column {
    float hidden[GMI_HIDDEN];
    float linear;
    float padding[15];
};

/* The hidden units' own numbers. */
struct gmi_hidden {
    float bias[GMI_HIDDEN];
    float out[GMI_HIDDEN];
};

struct gmi_ranker {
    struct gmi_container container;
    const struct gmi_hidden *hidden;
    const struct gmi_column *columns; /* GMI_FEATURE_COUNT of them */
    /* From the probability of the place that is chosen. */
    const struct gmi_certainty *certainty;
};

_Static_assert(sizeof(struct gmi_column) % 64 == 0, "column");

/*
 * Opens weights; those for other features than this program's are refused
 * with GM_ERR_VERSION, numbers that are none with GM_ERR_DAMAGED.
 */
gm_status gmi_ranker_open(const char *path, struct gmi_ranker *out,
                          gm_error *err);
void gmi_ranker_release(struct gmi_ranker *ranker);

/* Writes weights; the container stays out of it. */
gm_status gmi_ranker_write(const char *path, const struct gmi_ranker *ranker,
                           gm_error *err);

/* What has been added up of a vector so far. */
struct gmi_activation {
    float hidden[GMI_HIDDEN];
    float linear;
};

void gmi_ranker_begin(const struct gmi_ranker *ranker,
                      struct gmi_activation *out);
/* Adds features `first` up to `last`, exclusive, of a vector. */
void gmi_ranker_add(const struct gmi_ranker *ranker, const float *features,
                    size_t first, size_t last, struct gmi_activation *out);
float gmi_ranker_score(const struct gmi_ranker *ranker,
                       const struct gmi_activation *activation);

/*
 * What each feature's unit adds to the score as things stand: with the hidden
 * units that are open now, the score is a plain sum.
 */
void gmi_ranker_slopes(const struct gmi_ranker *ranker,
                       const struct gmi_activation *activation, float *slopes);

#endif
