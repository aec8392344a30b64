/* SPDX-License-Identifier: MIT */
/* How well weights do on mentions they were not learned from. */
#include "train/train_resolver_try.h"

#include "base/memory.h"
#include "base/status.h"
#include "base/thread.h"

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

static struct gmi_chosen choose(const struct gmi_resolver_data *data,
                                const struct gmi_ranker *ranker,
                                const struct gmi_choice_example *e)
{
    struct gmi_chosen chosen = {0};
    double best = -INFINITY, sum = 0;
    const float *vectors = data->vectors + e->first_row * GMI_FEATURE_COUNT;
    if (e->row_count < 2)
        return chosen; /* no candidate: wrong, and sure of nothing */
    for (size_t i = 0; i < e->row_count; i++) {
        const double score =
            (double)score_row(ranker, vectors + i * GMI_FEATURE_COUNT);
        sum += exp(score);
        chosen.is_reachable |= (data->marks[e->first_row + i] & GMI_ROW_NEAR) != 0;
        if (i + 1 < e->row_count && score > best) {
            best = score;
            chosen.is_right = data->marks[e->first_row + i] & GMI_ROW_NEAR;
        }
    }
    chosen.probability = (float)(exp(best) / sum);
    return chosen;
}

void gmi_ranker_try(const struct gmi_resolver_data *data,
                    const struct gmi_ranker_weights *weights,
                    const uint8_t *takes, struct gmi_chosen *chosen)
{
    const struct gmi_ranker ranker = {.hidden = &weights->hidden,
                                      .columns = weights->columns};
    for (size_t i = 0; i < data->example_count; i++)
        if (!takes[i])
            chosen[i] = choose(data, &ranker, &data->examples[i]);
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

static gm_status validate_part(const struct validation *v, size_t part,
                               gm_error *err)
{
    const struct gmi_resolver_data *data = v->data;
    struct gmi_ranker_learning learning = *v->learning;
    struct gmi_ranker_weights *weights = gmi_alloc_zeroed(1, sizeof *weights);
    uint8_t *takes = gmi_alloc_zeroed(data->example_count + 1, 1);
    gm_status status = weights && takes ? GM_OK : gmi_fail_memory(err);
    for (size_t i = 0; takes && i < data->example_count; i++) {
        const struct gmi_choice_example *e = &data->examples[i];
        takes[i] = (v->by_corpus ? e->corpus : e->fold) != part;
    }
    learning.takes = takes;
    if (!status)
        status = gmi_ranker_learn(data, &learning, weights, err);
    if (!status)
        gmi_ranker_try(data, weights, takes, v->chosen);
    gmi_release(weights);
    gmi_release(takes);
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

/* ---- Figures ----------------------------------------------------------- */

static int compare_chosen(const void *a_item, const void *b_item)
{
    const struct gmi_chosen *a = a_item, *b = b_item;
    if (a->probability != b->probability)
        return a->probability > b->probability ? -1 : 1;
    return a->is_right - b->is_right;
}

enum { BINS = 15 };

static double calibration_error(const struct gmi_chosen *items, size_t count)
{
    double sums[BINS] = {0}, right[BINS] = {0}, error = 0;
    for (size_t i = 0; i < count; i++) {
        const int bin = (int)(items[i].probability * BINS);
        const int kept = bin < BINS ? bin : BINS - 1;
        sums[kept] += (double)items[i].probability;
        right[kept] += items[i].is_right;
    }
    for (int i = 0; i < BINS; i++)
        error += fabs(sums[i] - right[i]);
    return error / (double)count;
}

struct gmi_chosen_figures gmi_chosen_figures(struct gmi_chosen *items,
                                             size_t count)
{
    struct gmi_chosen_figures out = {count, NAN, NAN, NAN, NAN};
    if (count == 0)
        return out;
    qsort(items, count, sizeof *items, compare_chosen);
    const size_t kept = (count * 9 + 9) / 10;
    double right = 0, reachable = 0;
    for (size_t i = 0; i < count; i++) {
        right += items[i].is_right;
        reachable += items[i].is_reachable;
        if (i + 1 == kept)
            out.right_90 = right / (double)kept;
    }
    out.reachable = reachable / (double)count;
    out.right = right / (double)count;
    out.error = calibration_error(items, count);
    return out;
}
