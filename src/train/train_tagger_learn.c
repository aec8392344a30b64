/* SPDX-License-Identifier: MIT */
/*
 * Learning the weights of the tagger: the likelihood of the right tags, one
 * step for each example, AdaGrad with one sum for each feature. Leaving out
 * half of a word's features at random is what keeps it from learning its
 * examples by heart; it was worth more than any penalty on weights. Now and
 * then all features of a kind are left out, so that the others learn to do
 * without: names that no gazetteer has, words that no lesson had. Where
 * several tags may be right, their sum is what becomes likely.
 */
#include "train/train_tagger_learn.h"

#include "base/memory.h"
#include "base/status.h"

#include <math.h>
#include <string.h>

enum { EPOCHS = 7, RUN_SEEDS = 7919 };
static const uint64_t RANDOM_BEGIN = 88172645463325252;
static const float NEVER = -1e30f;

/* How often a word is learned from without a group of its features. */
static const double GROUP_DROPOUT[GMI_FEATURE_GROUPS] = {
    [GMI_GROUP_WORDS] = 0.25, [GMI_GROUP_SHAPES] = 0.1,
    [GMI_GROUP_AFFIXES] = 0.25, [GMI_GROUP_LISTS] = 0.1,
    [GMI_GROUP_NAMES] = 0.2, [GMI_GROUP_CLUSTERS] = 0.15,
    [GMI_GROUP_RUNS] = 0.2, [GMI_GROUP_REPEATS] = 0.2,
};
static const double RATE = 0.1, LAST_RATE = 0.1, DROPOUT = 0.5;
static const float EPSILON = 0.05f, PENALTY = 1e-5f, LEAST_GRADIENT = 2e-3f;

/* Sums over paths, with the room for them. */
struct paths {
    float ahead[GMI_SEGMENT_MAX][GMI_TAGS];
    float behind[GMI_SEGMENT_MAX][GMI_TAGS];
    float chance[GMI_SEGMENT_MAX][GMI_TAGS];
    struct gmi_crf_sums sums;
};

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
    struct paths all, right; /* the latter over what is allowed */
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

/* Below this is that share of 32 random bits. */
static uint32_t share_of_random(double share)
{
    return (uint32_t)(share * 4294967295.0);
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

/* The groups that are left out of a word, as bits. */
static unsigned draw_groups(struct learner *l)
{
    unsigned groups = 0;
    for (unsigned i = 0; i < GMI_FEATURE_GROUPS; i++)
        if (next_random(l) < share_of_random(GROUP_DROPOUT[i]))
            groups |= 1u << i;
    return groups;
}

/* Picks features and adds their weights up. */
static void score(struct learner *l, const struct gmi_example *example)
{
    const struct gmi_tagger_data *data = l->data;
    size_t kept = 0;
    for (size_t t = 0; t < example->count; t++) {
        float row[GMI_WEIGHT_ROW] = {0};
        const size_t token = example->token + t;
        const unsigned left_out = draw_groups(l);
        for (size_t i = data->starts[token]; i < data->starts[token + 1];
             i++) {
            if (left_out >> data->groups[data->features[i]] & 1 ||
                next_random(l) < l->dropped_below)
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

static float tag_chance(const struct paths *paths, size_t t, unsigned tag)
{
    return paths->ahead[t][tag] * paths->behind[t][tag];
}

/* The probability of a tag behind another, at word t. */
static float pair_chance(const struct paths *paths, size_t t, unsigned from,
                         unsigned tag)
{
    return paths->ahead[t - 1][from] * paths->sums.follow[from][tag] *
           paths->chance[t][tag] * paths->behind[t][tag];
}

static void move_words(struct learner *l, const struct gmi_example *example)
{
    size_t begin = 0;
    for (size_t t = 0; t < example->count; t++) {
        float gradient[GMI_WEIGHT_ROW] = {0}, square = 0, most = 0;
        const unsigned right = l->data->tags[example->token + t];
        for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
            const float wanted = example->is_open
                                     ? tag_chance(&l->right, t, tag)
                                     : tag == right ? 1.0f : 0.0f;
            gradient[tag] = wanted - tag_chance(&l->all, t, tag);
            square += gradient[tag] * gradient[tag];
            most = fmaxf(most, fabsf(gradient[tag]));
        }
        if (most >= LEAST_GRADIENT)
            move_word(l, begin, l->kept_ends[t], gradient, square);
        begin = l->kept_ends[t];
    }
}

static void move_follow(struct learner *l, unsigned from, unsigned tag,
                        float gradient)
{
    if (fabsf(gradient) < LEAST_GRADIENT)
        return;
    float *squares = &l->follow_squares.follow[from][tag];
    *squares += gradient * gradient;
    l->weights->crf.follow[from][tag] += step_length(l, *squares) * gradient;
}

static void move_follows(struct learner *l, const struct gmi_example *example)
{
    for (size_t t = 1; t < example->count; t++) {
        const unsigned from_right = l->data->tags[example->token + t - 1];
        const unsigned right = l->data->tags[example->token + t];
        for (unsigned from = 0; from < GMI_TAGS; from++)
            for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
                const bool is_right = from == from_right && tag == right;
                const float wanted =
                    example->is_open ? pair_chance(&l->right, t, from, tag)
                    : is_right       ? 1.0f : 0.0f;
                move_follow(l, from, tag,
                            wanted - pair_chance(&l->all, t, from, tag));
            }
    }
}

static double loss_of(const struct learner *l,
                      const struct gmi_example *example)
{
    double loss = 0;
    for (size_t t = 0; t < example->count; t++) {
        const unsigned allowed = l->data->allowed[example->token + t];
        double chance = 0;
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            if (allowed >> tag & 1)
                chance += (double)tag_chance(&l->all, t, tag);
        loss -= log(chance > 1e-9 ? chance : 1e-9);
    }
    return loss;
}

/* Sums over all paths, and over those of tags that may be right. */
static void sum_paths(struct learner *l, const struct gmi_example *example)
{
    const struct gmi_crf *crf = &l->weights->crf;
    gmi_crf_sum(crf, (const float (*)[GMI_TAGS])l->scores, example->count,
                &l->all.sums);
    if (!example->is_open)
        return;
    for (size_t t = 0; t < example->count; t++)
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            if (!(l->data->allowed[example->token + t] >> tag & 1))
                l->scores[t][tag] = NEVER;
    gmi_crf_sum(crf, (const float (*)[GMI_TAGS])l->scores, example->count,
                &l->right.sums);
}

static double learn_example(struct learner *l,
                            const struct gmi_example *example)
{
    score(l, example);
    sum_paths(l, example);
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

static void lend(struct paths *paths)
{
    paths->sums = (struct gmi_crf_sums){.ahead = paths->ahead,
                                        .behind = paths->behind,
                                        .chance = paths->chance};
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
    lend(&l->all);
    lend(&l->right);
    return weights->rows && weights->squares && l->kept && l->kept_ends
               ? GM_OK : gmi_fail_memory(err);
}

static gm_status learn_once(struct learner *l, gm_error *err)
{
    const struct gmi_tagger_data *data = l->data;
    const uint8_t *takes = l->learning->takes;
    uint32_t *order =
        gmi_alloc_zeroed(data->example_count + 1, sizeof *order);
    const gm_status status = order ? make_room(l, err) : gmi_fail_memory(err);
    size_t count = 0;
    for (uint32_t i = 0; i < data->example_count && !status; i++)
        if (!takes || takes[data->examples[i].document])
            order[count++] = i;
    if (!status)
        learn_all(l, order, count);
    gmi_release(order);
    gmi_release(l->kept);
    gmi_release(l->kept_ends);
    return status;
}

gm_status gmi_tagger_learn_run(const struct gmi_tagger_data *data,
                               const struct gmi_learning *learning,
                               unsigned run, struct gmi_tagger_weights *out,
                               gm_error *err)
{
    *out = (struct gmi_tagger_weights){0};
    struct learner *l = gmi_alloc_zeroed(1, sizeof *l);
    if (!l)
        return gmi_fail_memory(err);
    const double dropout =
        learning->dropout > 0 ? learning->dropout : DROPOUT;
    l->data = data;
    l->learning = learning;
    l->weights = out;
    l->random = (learning->seed + (uint64_t)run * RUN_SEEDS) *
                    UINT64_C(0x9e3779b97f4a7c15) + RANDOM_BEGIN;
    l->dropped_below = share_of_random(dropout);
    const gm_status status = learn_once(l, err);
    gmi_release(l);
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
