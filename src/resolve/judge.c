/* SPDX-License-Identifier: MIT */
/* Judging the rows of one term. */
#include "resolve/judge.h"

#include "base/status.h"
#include "resolve/evidence.h"
#include "resolve/hand.h"

#include <string.h>

static float *vector_of(const struct gmi_judge *judge, size_t row)
{
    return judge->vectors + row * GMI_FEATURE_COUNT;
}

static const struct gmi_row *row_at(const struct gmi_judge *judge, size_t i)
{
    const struct gmi_question *q = &judge->question;
    return &q->scene->rows[q->term->first_row + i];
}

static gm_status make_room(struct gmi_judge *judge, gm_error *err)
{
    struct gmi_scene *scene = judge->question.scene;
    const size_t count = judge->question.term->row_count;
    struct gmi_arena *arena = &scene->arena;
    judge->question.twins = gmi_twins_find(scene, judge->question.term);
    judge->question.prior_ranks =
        gmi_prior_ranks_find(scene, judge->question.term);
    judge->vectors = gmi_arena_alloc(
        arena, count * GMI_FEATURE_COUNT * sizeof *judge->vectors);
    judge->activations =
        gmi_arena_alloc(arena, count * sizeof *judge->activations);
    judge->scores = gmi_arena_alloc(arena, count * sizeof *judge->scores);
    judge->told = gmi_arena_alloc(arena, count * sizeof *judge->told);
    if (!judge->told || !judge->question.twins ||
        !judge->question.prior_ranks || !judge->vectors ||
        !judge->activations || !judge->scores)
        return gmi_fail_memory(err);
    return GM_OK;
}

gm_status gmi_judge_term(struct gmi_judge *judge, struct gmi_scene *scene,
                         struct gmi_term *term, gm_error *err)
{
    judge->ranker = scene->resolver->ranker;
    judge->question = (struct gmi_question){
        .scene = scene, .term = term, .facts = &judge->facts};
    if (!judge->ranker)
        gmi_hand_weights(judge->hand);
    gmi_evidence_find(scene, term);
    gmi_term_facts_find(scene, term, &judge->facts);
    const gm_status status = make_room(judge, err);
    if (status)
        return status;
    for (size_t i = 0; i < term->row_count; i++) {
        float *vector = vector_of(judge, i);
        gmi_features_of_row(&judge->question, row_at(judge, i), vector);
        if (!judge->ranker)
            continue;
        gmi_ranker_begin(judge->ranker, &judge->activations[i]);
        gmi_ranker_add(judge->ranker, vector, 0, GMI_FIRST_SPOT_FEATURE,
                       &judge->activations[i]);
    }
    return GM_OK;
}

static float score_of_none(const struct gmi_judge *judge)
{
    struct gmi_activation activation;
    if (!judge->ranker)
        return gmi_hand_score(judge->hand, judge->none_vector);
    gmi_ranker_begin(judge->ranker, &activation);
    gmi_ranker_add(judge->ranker, judge->none_vector, GMI_FIRST_NONE_FEATURE,
                   GMI_FEATURE_COUNT, &activation);
    return gmi_ranker_score(judge->ranker, &activation);
}

void gmi_judge_spot(struct gmi_judge *judge, size_t spot)
{
    struct gmi_question *q = &judge->question;
    q->spot = &q->scene->spots[spot];
    q->spot_facts = &q->scene->spot_facts[spot];
    q->best_parent_after = gmi_best_parent_after(q);
    if (judge->ranker)
        gmi_told_outright(q, judge->told);
    for (size_t i = 0; i < q->term->row_count; i++) {
        float *vector = vector_of(judge, i);
        gmi_features_of_spot(q, row_at(judge, i), vector);
        if (!judge->ranker) {
            judge->scores[i] = gmi_hand_score(judge->hand, vector);
            continue;
        }
        struct gmi_activation activation = judge->activations[i];
        gmi_ranker_add(judge->ranker, vector, GMI_FIRST_SPOT_FEATURE,
                       GMI_FIRST_NONE_FEATURE, &activation);
        judge->scores[i] = gmi_ranker_score(judge->ranker, &activation) +
                           GMI_TOLD_WEIGHT * judge->told[i];
    }
    gmi_features_of_none(q, judge->none_vector);
    judge->none_score = score_of_none(judge);
}

void gmi_judge_slopes(const struct gmi_judge *judge, size_t row,
                      float slopes[GMI_FEATURE_COUNT])
{
    if (!judge->ranker) {
        memcpy(slopes, judge->hand, sizeof judge->hand);
        return;
    }
    struct gmi_activation activation = judge->activations[row];
    gmi_ranker_add(judge->ranker, vector_of(judge, row),
                   GMI_FIRST_SPOT_FEATURE, GMI_FIRST_NONE_FEATURE,
                   &activation);
    gmi_ranker_slopes(judge->ranker, &activation, slopes);
}
