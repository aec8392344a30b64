/* SPDX-License-Identifier: MIT */
/*
 * Learning the weights of the tagger: the likelihood of the right tags, one
 * step for each example, AdaGrad with one sum for each feature. Leaving out
 * half of a word's features at random is what keeps it from learning its
 * examples by heart; it was worth more than any penalty on weights.
 */
#include "train/train_tagger_learn.h"

#include "base/memory.h"
#include "base/status.h"

#include <math.h>
#include <string.h>

enum { EPOCHS = 8 };
static const double RATE = 0.1, LAST_RATE = 0.1, DROPOUT = 0.5;
static const float EPSILON = 0.05f, PENALTY = 1e-5f, LEAST_GRADIENT = 2e-3f;

struct learner {
    const struct gmi_tagger_data *data;
    const struct gmi_learning *learning;
    struct gmi_tagger_weights *weights;
    struct gmi_crf follow_squares;
    uint64_t random;
    float rate;
    uint32_t dropped_below; /* of 32 random bits */
    /* Of the example at hand: */
    float scores[GMI_SEGMENT_MAX][GMI_TAGS];
    float ahead[GMI_SEGMENT_MAX][GMI_TAGS];
    float behind[GMI_SEGMENT_MAX][GMI_TAGS];
    float chance[GMI_SEGMENT_MAX][GMI_TAGS];
    struct gmi_crf_sums sums;
    uint32_t *kept; /* features that were not left out */
    size_t *kept_ends;
};

static uint32_t next_random(struct learner *l)
{
    l->random ^= l->random << 13;
    l->random ^= l->random >> 7;
    l->random ^= l->random << 17;
    return (uint32_t)(l->random * UINT64_C(0x2545f4914f6cdd1d) >> 32);
}

static void add_row(float *row, const float *weights)
{
    for (unsigned i = 0; i < GMI_WEIGHT_ROW; i++)
        row[i] += weights[i];
}

void gmi_tagger_weights_score(const struct gmi_tagger_weights *weights,
                              const struct gmi_tagger_data *data,
                              size_t token, float scores[GMI_TAGS])
{
    float row[GMI_WEIGHT_ROW] = {0};
    for (size_t i = data->starts[token]; i < data->starts[token + 1]; i++)
        add_row(row, weights->rows[data->features[i]]);
    memcpy(scores, row, GMI_TAGS * sizeof *scores);
}

/* Picks features and adds their weights up. */
static void score(struct learner *l, const struct gmi_example *example)
{
    const struct gmi_tagger_data *data = l->data;
    size_t kept = 0;
    for (size_t t = 0; t < example->count; t++) {
        float row[GMI_WEIGHT_ROW] = {0};
        const size_t token = example->token + t;
        for (size_t i = data->starts[token]; i < data->starts[token + 1];
             i++) {
            if (next_random(l) < l->dropped_below)
                continue;
            l->kept[kept++] = data->features[i];
            add_row(row, l->weights->rows[data->features[i]]);
        }
        l->kept_ends[t] = kept;
        memcpy(l->scores[t], row, sizeof l->scores[t]);
    }
}

static float step_length(const struct learner *l, float squares)
{
    return l->rate / (sqrtf(squares) + EPSILON);
}

/* One word's weights move towards its right tag. */
static void move_word(struct learner *l, size_t begin, size_t end,
                      const float *gradient, float square)
{
    for (size_t i = begin; i < end; i++) {
        const uint32_t feature = l->kept[i];
        float *row = l->weights->rows[feature];
        l->weights->squares[feature] += square;
        const float step = step_length(l, l->weights->squares[feature]);
        for (unsigned tag = 0; tag < GMI_WEIGHT_ROW; tag++)
            row[tag] += step * (gradient[tag] - PENALTY * row[tag]);
    }
}

static void move_words(struct learner *l, const struct gmi_example *example)
{
    size_t begin = 0;
    for (size_t t = 0; t < example->count; t++) {
        float gradient[GMI_WEIGHT_ROW] = {0}, square = 0, most = 0;
        const unsigned right = l->data->tags[example->token + t];
        for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
            gradient[tag] = (tag == right ? 1.0f : 0.0f) -
                            l->ahead[t][tag] * l->behind[t][tag];
            square += gradient[tag] * gradient[tag];
            most = fmaxf(most, fabsf(gradient[tag]));
        }
        if (most >= LEAST_GRADIENT)
            move_word(l, begin, l->kept_ends[t], gradient, square);
        begin = l->kept_ends[t];
    }
}

static void move_follows(struct learner *l, const struct gmi_example *example)
{
    for (size_t t = 1; t < example->count; t++) {
        const unsigned from_right = l->data->tags[example->token + t - 1];
        const unsigned right = l->data->tags[example->token + t];
        for (unsigned from = 0; from < GMI_TAGS; from++)
            for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
                const float chance =
                    l->ahead[t - 1][from] * l->sums.follow[from][tag] *
                    l->chance[t][tag] * l->behind[t][tag];
                const float gradient =
                    (from == from_right && tag == right ? 1.0f : 0.0f) -
                    chance;
                if (fabsf(gradient) < LEAST_GRADIENT)
                    continue;
                float *squares = &l->follow_squares.follow[from][tag];
                *squares += gradient * gradient;
                l->weights->crf.follow[from][tag] +=
                    step_length(l, *squares) * gradient;
            }
    }
}

static double loss_of(const struct learner *l,
                      const struct gmi_example *example)
{
    double loss = 0;
    for (size_t t = 0; t < example->count; t++) {
        const unsigned right = l->data->tags[example->token + t];
        const double chance =
            (double)(l->ahead[t][right] * l->behind[t][right]);
        loss -= log(chance > 1e-9 ? chance : 1e-9);
    }
    return loss;
}

static double learn_example(struct learner *l,
                            const struct gmi_example *example)
{
    score(l, example);
    gmi_crf_sum(&l->weights->crf, (const float (*)[GMI_TAGS])l->scores,
                example->count, &l->sums);
    const double loss = loss_of(l, example);
    move_words(l, example);
    move_follows(l, example);
    return loss;
}

static void shuffle(struct learner *l, uint32_t *order, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        const size_t other = next_random(l) % i;
        const uint32_t item = order[i - 1];
        order[i - 1] = order[other];
        order[other] = item;
    }
}

static void learn_all(struct learner *l, uint32_t *order, size_t count)
{
    const struct gmi_learning *learning = l->learning;
    const unsigned epochs = learning->epochs ? learning->epochs : EPOCHS;
    const double rate = learning->rate > 0 ? learning->rate : RATE;
    const double steps = (double)count * epochs;
    double done = 0;
    for (unsigned epoch = 0; epoch < epochs; epoch++) {
        double loss = 0;
        shuffle(l, order, count);
        for (size_t i = 0; i < count; i++) {
            const double left = 1 - done++ / steps;
            l->rate = (float)(rate * (LAST_RATE + (1 - LAST_RATE) * left));
            loss += learn_example(l, &l->data->examples[order[i]]);
        }
        if (learning->on_epoch)
            learning->on_epoch(learning->context, epoch + 1, l->weights,
                               loss);
    }
}

static gm_status make_room(struct learner *l, gm_error *err)
{
    struct gmi_tagger_weights *weights = l->weights;
    const size_t count = l->data->feature_count;
    weights->feature_count = count;
    weights->rows = gmi_alloc_zeroed(count + 1, sizeof *weights->rows);
    weights->squares = gmi_alloc_zeroed(count + 1, sizeof *weights->squares);
    l->kept = gmi_alloc_zeroed((size_t)GMI_SEGMENT_MAX * GMI_FEATURES_MAX,
                               sizeof *l->kept);
    l->kept_ends = gmi_alloc_zeroed(GMI_SEGMENT_MAX, sizeof *l->kept_ends);
    if (!weights->rows || !weights->squares || !l->kept || !l->kept_ends)
        return gmi_fail_memory(err);
    l->sums = (struct gmi_crf_sums){.ahead = l->ahead,
                                    .behind = l->behind,
                                    .chance = l->chance};
    return GM_OK;
}

gm_status gmi_tagger_learn(const struct gmi_tagger_data *data,
                           const struct gmi_learning *learning,
                           struct gmi_tagger_weights *out, gm_error *err)
{
    *out = (struct gmi_tagger_weights){0};
    struct learner *l = gmi_alloc_zeroed(1, sizeof *l);
    uint32_t *order =
        gmi_alloc_zeroed(data->example_count + 1, sizeof *order);
    gm_status status = l && order ? GM_OK : gmi_fail_memory(err);
    if (status)
        goto done;
    l->data = data;
    l->learning = learning;
    l->weights = out;
    l->random = learning->seed * UINT64_C(0x9e3779b97f4a7c15) + 88172645463325252;
    const double dropout =
        learning->dropout > 0 ? learning->dropout : DROPOUT;
    l->dropped_below = (uint32_t)(dropout * 4294967295.0);
    status = make_room(l, err);
    if (status)
        goto done;
    size_t count = 0;
    for (uint32_t i = 0; i < data->example_count; i++)
        if (!learning->takes || learning->takes[data->examples[i].document])
            order[count++] = i;
    learn_all(l, order, count);
done:
    if (l) {
        gmi_release(l->kept);
        gmi_release(l->kept_ends);
    }
    gmi_release(l);
    gmi_release(order);
    if (status)
        gmi_tagger_weights_release(out);
    return status;
}

void gmi_tagger_weights_release(struct gmi_tagger_weights *weights)
{
    gmi_release(weights->rows);
    gmi_release(weights->squares);
    *weights = (struct gmi_tagger_weights){0};
}
