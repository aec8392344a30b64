/* SPDX-License-Identifier: MIT */
/*
 * Judging the rows of one term: their features, for each of its spots, and
 * the scores that weights give them.
 */
#ifndef RESOLVE_JUDGE_H
#define RESOLVE_JUDGE_H

#include "resolve/features.h"
#include "resolve/ranker.h"

/*
 * What a text says outright ("Paris, Texas") is added to what was learned: the
 * corpora seldom name a far namesake so, and one of them, annotated by rule, has
 * most of those wrong ("named after Medina, Ohio").
 */
#define GMI_TOLD_WEIGHT 8.0f

struct gmi_judge {
    struct gmi_question question;
    struct gmi_term_facts facts;
    const struct gmi_ranker *ranker; /* NULL: by hand */
    float hand[GMI_FEATURE_COUNT];
    float *vectors; /* one a row, GMI_FEATURE_COUNT numbers each */
    struct gmi_activation *activations; /* of the rows' own features */
    float *told;   /* gmi_told_outright; with learned weights alone */
    float *scores;
    float none_vector[GMI_FEATURE_COUNT];
    float none_score;
};

/* Evidence and features of a term's rows, in the scene's arena. */
gm_status gmi_judge_term(struct gmi_judge *judge, struct gmi_scene *scene,
                         struct gmi_term *term, gm_error *err);

/* Features and scores as the spot asks for them. */
void gmi_judge_spot(struct gmi_judge *judge, size_t spot);

/* How much each feature adds to a row's score a unit, as things stand. */
void gmi_judge_slopes(const struct gmi_judge *judge, size_t row,
                      float slopes[GMI_FEATURE_COUNT]);

#endif
