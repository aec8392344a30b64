/* SPDX-License-Identifier: MIT */
/* Learning how mentions use their names: logistic regression, AdaGrad. */
#include "train/train_use.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"

#include <math.h>

enum { EPOCHS = 12 };
static const float RATE = 0.1f, LAST_RATE = 0.1f, EPSILON = 0.05f;
static const uint32_t DROPPED_BELOW = 0x80000000u; /* a half */

struct example {
    size_t first, count; /* of the learner's hashes */
    uint8_t use;
    bool is_partial; /* only tells literal and metonymic apart: ReLocaR */
};

struct learner {
    struct gmi_use_weights *weights;
    float *squares;
    uint64_t *hashes;
    size_t hash_count, hash_capacity;
    struct example *examples;
    size_t example_count, example_capacity;
    uint8_t *seen; /* how often, at most 2, by row */
    uint64_t random;
    float rate;
};

int gmi_use_of_gold(const struct gmi_gold *gold)
{
    switch (gold->use) {
    case GMI_GOLD_LITERAL:
        return GM_USE_LITERAL;
    case GMI_GOLD_METONYMIC:
        return GM_USE_METONYMIC;
    case GMI_GOLD_ADJECTIVAL:
        return GM_USE_ADJECTIVAL;
    case GMI_GOLD_EMBEDDED:
        return GM_USE_EMBEDDED;
    default:
        return -1;
    }
}

bool gmi_gold_words(const gm_document *doc, const struct gmi_gold *gold,
                    size_t *first, size_t *last)
{
    const struct gmi_words *words = &doc->words;
    size_t low = 0, high = words->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (words->items[middle].end <= gold->start)
            low = middle + 1;
        else
            high = middle;
    }
    *first = low;
    while (low < words->count && words->items[low].start < gold->end)
        low++;
    *last = low - 1;
    return low > *first;
}

static uint32_t next_random(struct learner *l)
{
    l->random ^= l->random << 13;
    l->random ^= l->random >> 7;
    l->random ^= l->random << 17;
    return (uint32_t)(l->random * UINT64_C(0x2545f4914f6cdd1d) >> 32);
}

static size_t row_of(uint64_t hash)
{
    return (size_t)hash & (GMI_USE_ROWS - 1);
}

static gm_status add_example(struct learner *l, const struct gmi_cues *cues,
                             const gm_document *doc,
                             const struct gmi_gold *gold, bool is_partial,
                             gm_error *err)
{
    size_t first, last;
    const int use = gmi_use_of_gold(gold);
    if (use < 0 || !gmi_gold_words(doc, gold, &first, &last))
        return GM_OK;
    uint64_t hashes[GMI_USE_FEATURES_MAX];
    const size_t count = gmi_use_features(cues, first, last, hashes);
    if (!gmi_reserve(&l->examples, &l->example_capacity, l->example_count,
                     sizeof *l->examples))
        return gmi_fail_memory(err);
    l->examples[l->example_count++] =
        (struct example){l->hash_count, count, (uint8_t)use, is_partial};
    for (size_t i = 0; i < count; i++) {
        if (!gmi_reserve(&l->hashes, &l->hash_capacity, l->hash_count,
                         sizeof *l->hashes))
            return gmi_fail_memory(err);
        l->hashes[l->hash_count++] = hashes[i];
        uint8_t *seen = &l->seen[row_of(hashes[i])];
        *seen = *seen < 2 ? (uint8_t)(*seen + 1) : 2;
    }
    return GM_OK;
}

static gm_status add_examples(struct learner *l,
                              const struct gmi_use_learning *learning,
                              gm_error *err)
{
    gm_status status = GM_OK;
    const struct gmi_annotated *corpus = learning->corpus;
    for (size_t i = 0; i < corpus->count; i++) {
        const struct gmi_annotated_document *item = &corpus->items[i];
        if (learning->takes && !learning->takes[i])
            continue;
        for (size_t j = 0; j < item->gold_count && !status; j++)
            status = add_example(l, &learning->cues[i], item->doc,
                                 &item->golds[j], item->is_partial, err);
    }
    return status;
}

static void normalise(const float *scores, double *probabilities,
                      unsigned uses)
{
    double most = (double)scores[0], total = 0;
    for (unsigned use = 1; use < uses; use++)
        most = (double)scores[use] > most ? (double)scores[use] : most;
    for (unsigned use = 0; use < GMI_USES; use++) {
        probabilities[use] =
            use < uses ? exp((double)scores[use] - most) : 0;
        total += probabilities[use];
    }
    for (unsigned use = 0; use < GMI_USES; use++)
        probabilities[use] /= total;
}

void gmi_use_weights_judge(const struct gmi_use_weights *weights,
                           const uint64_t *hashes, size_t count,
                           double probabilities[GMI_USES])
{
    float scores[GMI_USES] = {0};
    for (size_t i = 0; i < count; i++)
        for (unsigned use = 0; use < GMI_USES; use++)
            scores[use] += weights->rows[row_of(hashes[i])][use];
    normalise(scores, probabilities, GMI_USES);
}

static void learn_example(struct learner *l, const struct example *example)
{
    size_t kept[GMI_USE_FEATURES_MAX], count = 0;
    float scores[GMI_USES] = {0};
    for (size_t i = 0; i < example->count; i++) {
        const size_t row = row_of(l->hashes[example->first + i]);
        if (l->seen[row] < 2 || next_random(l) < DROPPED_BELOW)
            continue;
        kept[count++] = row;
        for (unsigned use = 0; use < GMI_USES; use++)
            scores[use] += l->weights->rows[row][use];
    }
    double probabilities[GMI_USES];
    normalise(scores, probabilities, example->is_partial ? 2 : GMI_USES);
    float gradient[GMI_USES], square = 0;
    for (unsigned use = 0; use < GMI_USES; use++) {
        gradient[use] = (use == example->use ? 1.0f : 0.0f) -
                        (float)probabilities[use];
        square += gradient[use] * gradient[use];
    }
    for (size_t i = 0; i < count; i++) {
        l->squares[kept[i]] += square;
        const float step =
            l->rate / (sqrtf(l->squares[kept[i]]) + EPSILON);
        for (unsigned use = 0; use < GMI_USES; use++)
            l->weights->rows[kept[i]][use] += step * gradient[use];
    }
}

static void learn_all(struct learner *l, unsigned epochs)
{
    const double steps = (double)l->example_count * epochs;
    double done = 0;
    for (unsigned epoch = 0; epoch < epochs; epoch++) {
        for (size_t i = l->example_count; i > 1; i--) {
            const size_t other = next_random(l) % i;
            const struct example item = l->examples[i - 1];
            l->examples[i - 1] = l->examples[other];
            l->examples[other] = item;
        }
        for (size_t i = 0; i < l->example_count; i++) {
            l->rate = RATE * (LAST_RATE + (1 - LAST_RATE) *
                                              (float)(1 - done++ / steps));
            learn_example(l, &l->examples[i]);
        }
    }
}

gm_status gmi_use_learn(const struct gmi_use_learning *learning,
                        struct gmi_use_weights *out, gm_error *err)
{
    struct learner l = {.weights = out,
                        .random = learning->seed + 88172645463325252};
    out->rows = gmi_alloc_zeroed(GMI_USE_ROWS, sizeof *out->rows);
    l.squares = gmi_alloc_zeroed(GMI_USE_ROWS, sizeof *l.squares);
    l.seen = gmi_alloc_zeroed(GMI_USE_ROWS, 1);
    gm_status status = out->rows && l.squares && l.seen
                           ? GM_OK : gmi_fail_memory(err);
    if (!status)
        status = add_examples(&l, learning, err);
    if (!status)
        learn_all(&l, learning->epochs ? learning->epochs : EPOCHS);
    gmi_release(l.squares);
    gmi_release(l.seen);
    gmi_release(l.hashes);
    gmi_release(l.examples);
    if (status)
        gmi_use_weights_release(out);
    return status;
}

void gmi_use_weights_release(struct gmi_use_weights *weights)
{
    gmi_release(weights->rows);
    weights->rows = NULL;
}
