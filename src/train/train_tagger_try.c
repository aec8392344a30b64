/* SPDX-License-Identifier: MIT */
/* How well weights do on documents they were not learned from. */
#include "train/train_tagger_try.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"

#include <math.h>

enum { BINS = 10, ROUNDS = 50 };

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

static double logit_of(double p)
{
    const double least = 1e-6;
    p = p < least ? least : p > 1 - least ? 1 - least : p;
    return log(p / (1 - p));
}

static double at_most_half(double step)
{
    return step > 0.5 ? 0.5 : step < -0.5 ? -0.5 : step;
}

/* Newton's method with short steps; a little pull towards (1, 0). */
struct gmi_calibration gmi_trial_calibrate(const struct gmi_trial *trial,
                                           enum gmi_tag_kind kind)
{
    double slope = 0.5, shift = 0;
    for (unsigned round = 0; round < ROUNDS; round++) {
        double g0 = 1 - slope, g1 = -shift, h00 = 1, h01 = 0, h11 = 1;
        for (size_t i = 0; i < trial->count; i++) {
            const struct gmi_tried *tried = &trial->items[i];
            if (tried->kind != (uint8_t)kind)
                continue;
            const double x = logit_of(tried->probability);
            const double p = 1 / (1 + exp(-(slope * x + shift)));
            const double d = (tried->is_right ? 1 : 0) - p, w = p * (1 - p);
            g0 += d * x;
            g1 += d;
            h00 += w * x * x;
            h01 += w * x;
            h11 += w;
        }
        const double det = h00 * h11 - h01 * h01;
        slope += at_most_half((h11 * g0 - h01 * g1) / det);
        shift += at_most_half((h00 * g1 - h01 * g0) / det);
    }
    if (!isfinite(slope) || !isfinite(shift) || slope <= 0)
        return (struct gmi_calibration){1, 0};
    return (struct gmi_calibration){(float)slope, (float)shift};
}

double gmi_trial_error(const struct gmi_trial *trial,
                       const struct gmi_calibration *calibrations)
{
    double sums[BINS] = {0}, right[BINS] = {0}, error = 0;
    for (size_t i = 0; i < trial->count; i++) {
        const struct gmi_tried *tried = &trial->items[i];
        const double p = gmi_tagger_calibrate(&calibrations[tried->kind],
                                              tried->probability);
        const size_t bin = p >= 1 ? BINS - 1 : (size_t)(p * BINS);
        sums[bin] += p;
        right[bin] += tried->is_right;
    }
    for (size_t bin = 0; bin < BINS; bin++)
        error += fabs(sums[bin] - right[bin]);
    return trial->count ? error / (double)trial->count : 0;
}
