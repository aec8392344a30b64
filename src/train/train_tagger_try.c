/* SPDX-License-Identifier: MIT */
/* How well weights do on documents they were not learned from. */
#include "train/train_tagger_try.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "train/calibrate.h"

#include <math.h>

enum { BINS = 10 };

struct tryer {
    const struct gmi_tagger_data *data;
    const struct gmi_tagger_weights *weights;
    struct gmi_trial *trial;
    float scores[GMI_SEGMENT_MAX][GMI_TAGS];
    float ahead[GMI_SEGMENT_MAX][GMI_TAGS];
    float behind[GMI_SEGMENT_MAX][GMI_TAGS];
    float chance[GMI_SEGMENT_MAX][GMI_TAGS];
    uint8_t back[GMI_SEGMENT_MAX][GMI_TAGS];
    uint8_t tags[GMI_SEGMENT_MAX];
};

static size_t mention_end(const uint8_t *tags, size_t first, size_t count)
{
    size_t last = first;
    while (last + 1 < count && gmi_tag_is_open_behind(tags[last]))
        last++;
    return last;
}

/* Adjectives are one kind, all else is the other. */
static bool is_right(const uint8_t *gold, const uint8_t *tags, size_t first,
                     size_t last)
{
    for (size_t i = first; i <= last; i++)
        if (gold[i] == GMI_TAG_O ||
            gmi_tag_part_of(gold[i]) != gmi_tag_part_of(tags[i]) ||
            (gmi_tag_kind_of(gold[i]) == GMI_TAG_ADJECTIVE) !=
                (gmi_tag_kind_of(tags[i]) == GMI_TAG_ADJECTIVE))
            return false;
    return true;
}

static gm_status try_example(struct tryer *t,
                             const struct gmi_example *example, gm_error *err)
{
    struct gmi_crf_sums sums = {.ahead = t->ahead,
                                .behind = t->behind,
                                .chance = t->chance};
    const float(*scores)[GMI_TAGS] = (const float(*)[GMI_TAGS])t->scores;
    const uint8_t *gold = t->data->tags + example->token;
    for (size_t i = 0; i < example->count; i++)
        gmi_tagger_weights_score(t->weights, t->data, example->token + i,
                                 t->scores[i]);
    gmi_crf_decode(&t->weights->crf, scores, example->count, t->back,
                   t->tags);
    gmi_crf_sum(&t->weights->crf, scores, example->count, &sums);
    for (size_t i = 0; i < example->count; i++) {
        t->trial->gold += gold[i] != GMI_TAG_O &&
                          !gmi_tag_is_open_before(gold[i]);
        if (t->tags[i] == GMI_TAG_O || gmi_tag_is_open_before(t->tags[i]))
            continue;
        const size_t last = mention_end(t->tags, i, example->count);
        const enum gmi_tag_kind kind = gmi_tag_kind_of(t->tags[i]);
        struct gmi_trial *trial = t->trial;
        if (!gmi_reserve(&trial->items, &trial->capacity, trial->count,
                         sizeof *trial->items))
            return gmi_fail_memory(err);
        const bool right = is_right(gold, t->tags, i, last);
        trial->items[trial->count++] = (struct gmi_tried){
            gmi_crf_span(&sums, i, last, kind), (uint8_t)kind, right};
        trial->right += right;
    }
    return GM_OK;
}

gm_status gmi_tagger_try(const struct gmi_tagger_data *data,
                         const struct gmi_tagger_weights *weights,
                         const uint8_t *takes, struct gmi_trial *trial,
                         gm_error *err)
{
    struct tryer *t = gmi_alloc_zeroed(1, sizeof *t);
    if (!t)
        return gmi_fail_memory(err);
    t->data = data;
    t->weights = weights;
    t->trial = trial;
    gm_status status = GM_OK;
    for (size_t i = 0; i < data->example_count && !status; i++)
        if (!takes[data->examples[i].document])
            status = try_example(t, &data->examples[i], err);
    gmi_release(t);
    return status;
}

void gmi_trial_release(struct gmi_trial *trial)
{
    gmi_release(trial->items);
    *trial = (struct gmi_trial){0};
}

double gmi_trial_f(const struct gmi_trial *trial)
{
    const size_t all = trial->count + trial->gold;
    return all ? 2 * (double)trial->right / (double)all : 0;
}

/* ---- Calibration ------------------------------------------------------- */

struct gmi_calibration gmi_trial_calibrate(const struct gmi_trial *trial,
                                           enum gmi_tag_kind kind)
{
    struct gmi_fit fit;
    gmi_fit_init(&fit, 0);
    for (unsigned round = 0; round < GMI_FIT_ROUNDS; round++) {
        gmi_fit_begin_round(&fit);
        for (size_t i = 0; i < trial->count; i++)
            if (trial->items[i].kind == (uint8_t)kind)
                gmi_fit_add(&fit, trial->items[i].probability, NULL,
                            trial->items[i].is_right, 1);
        gmi_fit_end_round(&fit);
    }
    return gmi_fit_calibration(&fit);
}

double gmi_trial_error(const struct gmi_trial *trial,
                       const struct gmi_calibration *calibrations)
{
    double sums[BINS] = {0}, right[BINS] = {0}, error = 0;
    for (size_t i = 0; i < trial->count; i++) {
        const struct gmi_tried *tried = &trial->items[i];
        const double p = gmi_calibrate(&calibrations[tried->kind],
                                              tried->probability);
        const size_t bin = p >= 1 ? BINS - 1 : (size_t)(p * BINS);
        sums[bin] += p;
        right[bin] += tried->is_right;
    }
    for (size_t bin = 0; bin < BINS; bin++)
        error += fabs(sums[bin] - right[bin]);
    return trial->count ? error / (double)trial->count : 0;
}
