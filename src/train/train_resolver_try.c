/* SPDX-License-Identifier: MIT */
/* How well weights do on mentions they were not learned from. */
#include "train/train_resolver_try.h"

#include "base/memory.h"
#include "base/status.h"
#include "base/thread.h"
#include "resolve/choice.h"
#include "train/calibrate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static float score_row(const struct gmi_ranker *ranker, const float *vector)
{
    struct gmi_activation activation;
    gmi_ranker_begin(ranker, &activation);
    gmi_ranker_add(ranker, vector, 0, GMI_FEATURE_COUNT, &activation);
    return gmi_ranker_score(ranker, &activation);
}

/* Chooses as resolution does. `scores` has room for two a row. */
static struct gmi_chosen choose(const struct gmi_resolver_data *data,
                                const struct gmi_ranker *ranker,
                                const struct gmi_choice_example *e,
                                float *scores)
{
    struct gmi_chosen chosen = {0};
    const size_t first = e->first_row, count = e->row_count - 1;
    const uint8_t *marks = data->marks + first;
    if (count == 0)
        return chosen; /* no candidate: wrong, and sure of nothing */
    for (size_t i = 0; i <= count; i++)
        scores[i] = score_row(ranker, data->vectors +
                                          (first + i) * GMI_FEATURE_COUNT);
    const struct gmi_rivals rivals = {.scores = scores,
                                      .x = data->points.x + first,
                                      .y = data->points.y + first,
                                      .z = data->points.z + first,
                                      .count = count,
                                      .null_score = scores[count]};
    const struct gmi_choice choice =
        gmi_choice_find(&rivals, scores + count + 1);
    for (size_t i = 0; i < count; i++)
        chosen.is_reachable |= (marks[i] & GMI_ROW_NEAR) != 0;
    chosen.is_right = (marks[choice.row] & GMI_ROW_NEAR) != 0;
    chosen.is_accepted = marks[choice.row] != 0;
    chosen.probability = choice.probability;
    gmi_certainty_features(data->vectors +
                               (first + choice.row) * GMI_FEATURE_COUNT,
                           chosen.features);
    return chosen;
}

gm_status gmi_ranker_try(const struct gmi_resolver_data *data,
                         const struct gmi_ranker_weights *weights,
                         const uint8_t *asks, struct gmi_chosen *chosen,
                         gm_error *err)
{
    const struct gmi_ranker ranker = {.hidden = &weights->hidden,
                                      .columns = weights->columns};
    size_t most = 0;
    for (size_t i = 0; i < data->example_count; i++)
        if (data->examples[i].row_count > most)
            most = data->examples[i].row_count;
    float *scores = gmi_alloc_zeroed(2 * most + 1, sizeof *scores);
    if (!scores)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < data->example_count; i++)
        if (!asks || asks[i])
            chosen[i] = choose(data, &ranker, &data->examples[i], scores);
    gmi_release(scores);
    return GM_OK;
}

/* ---- Leaving out ------------------------------------------------------- */

struct validation {
    const struct gmi_resolver_data *data;
    const struct gmi_ranker_learning *learning;
    bool by_corpus;
    size_t parts, threads;
    struct gmi_chosen *chosen;
    gm_status *statuses; /* of each thread */
    gm_error *errors;
};

static int part_of(const struct gmi_choice_example *e, bool by_corpus)
{
    return by_corpus ? e->corpus : e->fold;
}

/* Splits what is learned from into one part and the others. */
static void split(const struct validation *v, size_t part, uint8_t *takes,
                  uint8_t *asks)
{
    const uint8_t *all = v->learning->takes;
    for (size_t i = 0; i < v->data->example_count; i++) {
        const bool is_part =
            part_of(&v->data->examples[i], v->by_corpus) == (int)part;
        takes[i] = (!all || all[i]) && !is_part;
        asks[i] = (!all || all[i]) && is_part;
    }
}

static gm_status validate_part(const struct validation *v, size_t part,
                               gm_error *err)
{
    const struct gmi_resolver_data *data = v->data;
    struct gmi_ranker_learning learning = *v->learning;
    struct gmi_ranker_weights *weights = gmi_alloc_zeroed(1, sizeof *weights);
    uint8_t *takes = gmi_alloc_zeroed(data->example_count + 1, 1);
    uint8_t *asks = gmi_alloc_zeroed(data->example_count + 1, 1);
    gm_status status =
        weights && takes && asks ? GM_OK : gmi_fail_memory(err);
    if (!status)
        split(v, part, takes, asks);
    learning.takes = takes;
    learning.on_epoch = NULL; /* not from several threads */
    if (!status)
        status = gmi_ranker_learn(data, &learning, weights, err);
    if (!status)
        status = gmi_ranker_try(data, weights, asks, v->chosen, err);
    gmi_release(weights);
    gmi_release(takes);
    gmi_release(asks);
    return status;
}

static void validate(void *context, size_t thread)
{
    struct validation *v = context;
    for (size_t part = thread; part < v->parts; part += v->threads) {
        if (!v->statuses[thread])
            v->statuses[thread] =
                validate_part(v, part, &v->errors[thread]);
    }
}

gm_status gmi_ranker_cross_validate(const struct gmi_resolver_data *data,
                                    const struct gmi_ranker_learning *learning,
                                    bool by_corpus, size_t threads,
                                    struct gmi_chosen *chosen, gm_error *err)
{
    struct validation v = {.data = data,
                           .learning = learning,
                           .by_corpus = by_corpus,
                           .threads = threads,
                           .chosen = chosen};
    v.parts = by_corpus ? data->corpus_count : GMI_FOLDS;
    v.statuses = gmi_alloc_zeroed(threads, sizeof *v.statuses);
    v.errors = gmi_alloc_zeroed(threads, sizeof *v.errors);
    gm_status status = v.statuses && v.errors ? GM_OK : gmi_fail_memory(err);
    if (!status)
        gmi_parallel(threads, validate, &v);
    for (size_t i = 0; !status && i < threads; i++) {
        status = v.statuses[i];
        if (status && err)
            *err = v.errors[i];
    }
    gmi_release(v.statuses);
    gmi_release(v.errors);
    return status;
}

/* ---- Calibration ------------------------------------------------------- */

struct gmi_certainty gmi_chosen_calibrate(
    const struct gmi_resolver_data *data, const struct gmi_chosen *chosen,
    const uint8_t *takes, bool by_corpus, int but)
{
    struct gmi_fit fit;
    gmi_fit_init(&fit, GMI_CERTAINTY_FEATURES);
    for (unsigned round = 0; round < GMI_FIT_ROUNDS; round++) {
        gmi_fit_begin_round(&fit);
        for (size_t i = 0; i < data->example_count; i++) {
            const struct gmi_choice_example *e = &data->examples[i];
            if (e->is_made_up || e->is_again || (takes && !takes[i]) ||
                e->row_count < 2 || part_of(e, by_corpus) == but)
                continue;
            gmi_fit_add(&fit, (double)chosen[i].probability,
                        chosen[i].features, chosen[i].is_accepted, 1);
        }
        gmi_fit_end_round(&fit);
    }
    struct gmi_certainty out = {.calibration = gmi_fit_calibration(&fit)};
    for (int i = 0; i < GMI_CERTAINTY_FEATURES; i++)
        out.weights[i] = gmi_fit_weight(&fit, i);
    return out;
}

void gmi_chosen_apply(const struct gmi_resolver_data *data, bool by_corpus,
                      struct gmi_chosen *chosen)
{
    const int parts = by_corpus ? (int)data->corpus_count : GMI_FOLDS;
    struct gmi_certainty certainties[GMI_CORPORA_MAX];
    for (int part = 0; part < parts; part++)
        certainties[part] =
            gmi_chosen_calibrate(data, chosen, NULL, by_corpus, part);
    for (size_t i = 0; i < data->example_count; i++) {
        const struct gmi_choice_example *e = &data->examples[i];
        if (e->row_count > 1)
            chosen[i].probability = (float)gmi_certainty_of(
                &certainties[part_of(e, by_corpus)],
                (double)chosen[i].probability, chosen[i].features);
    }
}

/* ---- Figures ----------------------------------------------------------- */

static int compare_chosen(const void *a_item, const void *b_item)
{
    const struct gmi_chosen *a = a_item, *b = b_item;
    if (a->probability != b->probability)
        return a->probability > b->probability ? -1 : 1;
    return a->is_right - b->is_right;
}

enum { BINS = 15 };

static double calibration_error(const struct gmi_chosen *items, size_t count,
                                bool accepts)
{
    double sums[BINS] = {0}, right[BINS] = {0}, error = 0;
    for (size_t i = 0; i < count; i++) {
        const int bin = (int)(items[i].probability * BINS);
        const int kept = bin < BINS ? bin : BINS - 1;
        sums[kept] += (double)items[i].probability;
        right[kept] += accepts ? items[i].is_accepted : items[i].is_right;
    }
    for (int i = 0; i < BINS; i++)
        error += fabs(sums[i] - right[i]);
    return error / (double)count;
}

struct gmi_chosen_figures gmi_chosen_figures(struct gmi_chosen *items,
                                             size_t count)
{
    struct gmi_chosen_figures out = {count, NAN, NAN, NAN, NAN, NAN, NAN};
    if (count == 0)
        return out;
    qsort(items, count, sizeof *items, compare_chosen);
    const size_t kept = (count * 9 + 9) / 10;
    double right = 0, reachable = 0, accepted = 0;
    for (size_t i = 0; i < count; i++) {
        right += items[i].is_right;
        reachable += items[i].is_reachable;
        accepted += items[i].is_accepted;
        if (i + 1 == kept)
            out.right_90 = right / (double)kept;
    }
    out.reachable = reachable / (double)count;
    out.right = right / (double)count;
    out.accepted = accepted / (double)count;
    out.error = calibration_error(items, count, false);
    out.accepted_error = calibration_error(items, count, true);
    return out;
}
