/* SPDX-License-Identifier: MIT */
/* Learning the resolver's weights. */
#include "train/train_resolver_learn.h"

#include "base/memory.h"
#include "base/status.h"
#include "text/fold.h"

#include <math.h>
#include <string.h>

enum { BATCH = 128, F = GMI_FEATURE_COUNT, H = GMI_UNITS };

/* The usual constants of Adam; the rate falls to a twentieth. */
static const double BETA1 = 0.9, BETA2 = 0.999, EPSILON = 1e-8;
static const double LAST_RATE = 0.05;

/* Weights are averaged over this last part of the steps. */
static const double AVERAGED = 0.4;

/* Numbers of the network, in one run so that a step is one loop. */
struct network {
    float in[F][H];  /* from features to hidden units */
    float linear[F]; /* past them */
    float bias[H];
    float out[H];
};

enum { NUMBERS = sizeof(struct network) / sizeof(float) };

struct learner {
    const struct gmi_resolver_data *data;
    const struct gmi_ranker_learning *learning;
    float mean[F], scale[F]; /* of the features: (x - mean) * scale */
    struct network now, gradient;
    double first[NUMBERS], second[NUMBERS], average[NUMBERS];
    uint64_t step, steps, averaged;
    size_t *order;    /* of the examples that are learned from */
    size_t example_count;
    float *inputs;    /* of the rows of one example, scaled */
    float *hidden;
    float *scores;
    float *pushes;    /* gradient by row */
};

/* ---- Features ---------------------------------------------------------- */

/* Deviations below this are those of features that never vary: not learned. */
static const double DEVIATION_MIN = 1e-3;

static bool is_of_none(size_t feature)
{
    return feature >= GMI_FIRST_NONE_FEATURE;
}

/* Mean and deviation over the rows that are candidates. */
static void measure(struct learner *l)
{
    double sums[F] = {0}, squares[F] = {0}, count = 0;
    for (size_t i = 0; i < l->example_count; i++) {
        const struct gmi_choice_example *e =
            &l->data->examples[l->order[i]];
        for (size_t r = 0; r + 1 < e->row_count; r++, count++) {
            const float *x = l->data->vectors + (e->first_row + r) * F;
            for (size_t f = 0; f < F; f++) {
                sums[f] += (double)x[f];
                squares[f] += (double)x[f] * (double)x[f];
            }
        }
    }
    for (size_t f = 0; f < F; f++) {
        const double mean = count > 0 ? sums[f] / count : 0;
        const double variance =
            count > 0 ? squares[f] / count - mean * mean : 0;
        const double deviation = sqrt(fmax(variance, 0));
        l->mean[f] = is_of_none(f) ? 0 : (float)mean;
        l->scale[f] = is_of_none(f)               ? 1
                      : deviation < DEVIATION_MIN ? 0
                                                  : (float)(1 / deviation);
    }
}

static void scale_row(const struct learner *l, const float *x, float *out)
{
    for (size_t f = 0; f < F; f++)
        out[f] = (x[f] - l->mean[f]) * l->scale[f];
}

/* ---- The network ------------------------------------------------------- */

static float forward(const struct network *n, const float *x, float *hidden)
{
    float z[H];
    memcpy(z, n->bias, sizeof z);
    float score = 0;
    for (size_t f = 0; f < F; f++) {
        score += x[f] * n->linear[f];
        for (int h = 0; h < H; h++)
            z[h] += x[f] * n->in[f][h];
    }
    for (int h = 0; h < H; h++) {
        hidden[h] = z[h] > 0 ? z[h] : 0;
        score += hidden[h] * n->out[h];
    }
    return score;
}

static void backward(const struct network *n, const float *x,
                     const float *hidden, float push, struct network *gradient)
{
    float z[H];
    for (int h = 0; h < H; h++) {
        gradient->out[h] += push * hidden[h];
        z[h] = hidden[h] > 0 ? push * n->out[h] : 0;
        gradient->bias[h] += z[h];
    }
    for (size_t f = 0; f < F; f++) {
        gradient->linear[f] += push * x[f];
        for (int h = 0; h < H; h++)
            gradient->in[f][h] += z[h] * x[f];
    }
}

/* What each row is pushed by: p - q; returns the loss. */
static double push_rows(const float *scores, const uint8_t *marks,
                        size_t count, float *pushes)
{
    float best = scores[0];
    for (size_t i = 1; i < count; i++)
        best = scores[i] > best ? scores[i] : best;
    double sum = 0, right = 0;
    for (size_t i = 0; i < count; i++) {
        pushes[i] = expf(scores[i] - best);
        sum += (double)pushes[i];
        right += marks[i] & GMI_ROW_RIGHT ? (double)pushes[i] : 0;
    }
    right = fmax(right, 1e-30);
    for (size_t i = 0; i < count; i++) {
        const double e = (double)pushes[i];
        pushes[i] = (float)(e / sum - (marks[i] & GMI_ROW_RIGHT ? e / right : 0));
    }
    return log(sum / right);
}

static double learn_example(struct learner *l,
                            const struct gmi_choice_example *e)
{
    const size_t count = e->row_count;
    for (size_t i = 0; i < count; i++) {
        float *x = l->inputs + i * F;
        scale_row(l, l->data->vectors + (e->first_row + i) * F, x);
        l->scores[i] = forward(&l->now, x, l->hidden + i * H);
    }
    const double loss = push_rows(
        l->scores, l->data->marks + e->first_row, count, l->pushes);
    for (size_t i = 0; i < count; i++)
        if (fabsf(l->pushes[i]) > 1e-7f)
            backward(&l->now, l->inputs + i * F, l->hidden + i * H,
                     l->pushes[i] * e->weight, &l->gradient);
    return loss * (double)e->weight;
}

/* ---- Steps ------------------------------------------------------------- */

static void take_step(struct learner *l, double weight)
{
    float *now = (float *)&l->now;
    const float *gradient = (const float *)&l->gradient;
    const double done = (double)l->step / (double)l->steps;
    const double rate =
        l->learning->rate * (1 - (1 - LAST_RATE) * done);
    l->step++;
    const double t = (double)l->step;
    const double unbias1 = 1 / (1 - pow(BETA1, t)),
                 unbias2 = 1 / (1 - pow(BETA2, t));
    const bool is_averaged = done >= 1 - AVERAGED;
    l->averaged += is_averaged;
    for (size_t i = 0; i < NUMBERS; i++) {
        const double g = (double)gradient[i] / weight;
        l->first[i] = BETA1 * l->first[i] + (1 - BETA1) * g;
        l->second[i] = BETA2 * l->second[i] + (1 - BETA2) * g * g;
        const double move = l->first[i] * unbias1 /
                            (sqrt(l->second[i] * unbias2) + EPSILON);
        now[i] = (float)((double)now[i] -
                         rate * (move + l->learning->decay * (double)now[i]));
        if (is_averaged)
            l->average[i] += (double)now[i];
    }
}

static void shuffle(struct learner *l, uint64_t *random)
{
    for (size_t i = l->example_count; i > 1; i--) {
        const size_t j = (size_t)(gmi_random_next(random) % i);
        const size_t other = l->order[j];
        l->order[j] = l->order[i - 1];
        l->order[i - 1] = other;
    }
}

static double learn_epoch(struct learner *l)
{
    const size_t count = l->example_count;
    double loss = 0, all = 0;
    for (size_t begin = 0; begin < count; begin += BATCH) {
        const size_t end = count - begin < BATCH ? count : begin + BATCH;
        double weight = 0;
        memset(&l->gradient, 0, sizeof l->gradient);
        for (size_t i = begin; i < end; i++) {
            const struct gmi_choice_example *e =
                &l->data->examples[l->order[i]];
            loss += learn_example(l, e);
            weight += (double)e->weight;
        }
        all += weight;
        if (weight > 0)
            take_step(l, weight);
    }
    return all > 0 ? loss / all : 0;
}

/* He's uniform start for the hidden units, small numbers behind them. */
static void begin(struct learner *l, uint64_t *random)
{
    const double in = sqrt(6.0 / F), out = sqrt(6.0 / H) / 4;
    for (size_t f = 0; f < F; f++)
        for (int h = 0; h < H; h++)
            l->now.in[f][h] =
                (float)(in * (2 * gmi_random_unit(random) - 1));
    for (int h = 0; h < H; h++)
        l->now.out[h] = (float)(out * (2 * gmi_random_unit(random) - 1));
}

/* Adds the averaged weights, for features as they come, as network `which`. */
static void finish(const struct learner *l, size_t which,
                   struct gmi_ranker_weights *out)
{
    struct network n;
    float *numbers = (float *)&n;
    const double count = l->averaged ? (double)l->averaged : 1;
    for (size_t i = 0; i < NUMBERS; i++)
        numbers[i] = (float)(l->average[i] / count);
    const size_t first = which * H;
    for (size_t h = 0; h < H; h++) {
        double bias = (double)n.bias[h];
        for (size_t f = 0; f < F; f++)
            bias -= (double)(l->mean[f] * l->scale[f] * n.in[f][h]);
        out->hidden.bias[first + h] = (float)bias;
        out->hidden.out[first + h] = n.out[h] / GMI_NETWORKS;
    }
    for (size_t f = 0; f < F; f++) {
        if (l->scale[f] == 0)
            continue;
        out->columns[f].linear += n.linear[f] * l->scale[f] / GMI_NETWORKS;
        for (size_t h = 0; h < H; h++)
            out->columns[f].hidden[first + h] = n.in[f][h] * l->scale[f];
    }
}

static gm_status make_room(struct learner *l, gm_error *err)
{
    size_t most = 1;
    for (size_t i = 0; i < l->data->example_count; i++)
        if (l->data->examples[i].row_count > most)
            most = l->data->examples[i].row_count;
    l->order = gmi_alloc_zeroed(l->data->example_count + 1, sizeof *l->order);
    l->inputs = gmi_alloc_zeroed(most * F, sizeof *l->inputs);
    l->hidden = gmi_alloc_zeroed(most * H, sizeof *l->hidden);
    l->scores = gmi_alloc_zeroed(most, sizeof *l->scores);
    l->pushes = gmi_alloc_zeroed(most, sizeof *l->pushes);
    return l->order && l->inputs && l->hidden && l->scores && l->pushes
               ? GM_OK
               : gmi_fail_memory(err);
}

static void release(struct learner *l)
{
    gmi_release(l->order);
    gmi_release(l->inputs);
    gmi_release(l->hidden);
    gmi_release(l->scores);
    gmi_release(l->pushes);
    gmi_release(l);
}

static void list_examples(struct learner *l)
{
    const uint8_t *takes = l->learning->takes;
    l->example_count = 0;
    for (size_t i = 0; i < l->data->example_count; i++)
        if (!takes || takes[i])
            l->order[l->example_count++] = i;
}

static void learn_network(struct learner *l, size_t which,
                          struct gmi_ranker_weights *out)
{
    const struct gmi_ranker_learning *learning = l->learning;
    uint64_t random = gmi_mix(learning->seed * GMI_NETWORKS + which);
    memset(&l->now, 0, sizeof l->now);
    memset(l->first, 0, sizeof l->first);
    memset(l->second, 0, sizeof l->second);
    memset(l->average, 0, sizeof l->average);
    l->step = l->averaged = 0;
    list_examples(l);
    begin(l, &random);
    for (unsigned epoch = 0; epoch < learning->epochs; epoch++) {
        shuffle(l, &random);
        const double loss = learn_epoch(l);
        if (learning->on_epoch)
            learning->on_epoch(
                learning->context,
                (unsigned)which * learning->epochs + epoch + 1, loss);
    }
    finish(l, which, out);
}

gm_status gmi_ranker_learn(const struct gmi_resolver_data *data,
                           const struct gmi_ranker_learning *learning,
                           struct gmi_ranker_weights *out, gm_error *err)
{
    struct learner *l = gmi_alloc_zeroed(1, sizeof *l);
    if (!l)
        return gmi_fail_memory(err);
    l->data = data;
    l->learning = learning;
    const gm_status status = make_room(l, err);
    if (status) {
        release(l);
        return status;
    }
    list_examples(l);
    const size_t batches = (l->example_count + BATCH - 1) / BATCH;
    l->steps = (uint64_t)batches * learning->epochs;
    measure(l);
    *out = (struct gmi_ranker_weights){0};
    for (size_t i = 0; i < GMI_NETWORKS; i++)
        learn_network(l, i, out);
    release(l);
    return GM_OK;
}
