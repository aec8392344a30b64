/* SPDX-License-Identifier: MIT */
/* Learning several times by different chances, and taking the mean. */
#include "train/train_tagger_learn.h"

#include "base/status.h"
#include "base/thread.h"

#include <assert.h>

static void add_weights(struct gmi_tagger_weights *sum,
                        const struct gmi_tagger_weights *more)
{
    for (size_t i = 0; i < sum->feature_count; i++)
        for (unsigned tag = 0; tag < GMI_WEIGHT_ROW; tag++)
            sum->rows[i][tag] += more->rows[i][tag];
    for (unsigned from = 0; from < GMI_TAGS; from++)
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            sum->crf.follow[from][tag] += more->crf.follow[from][tag];
}

static void divide_weights(struct gmi_tagger_weights *weights, float by)
{
    for (size_t i = 0; i < weights->feature_count; i++)
        for (unsigned tag = 0; tag < GMI_WEIGHT_ROW; tag++)
            weights->rows[i][tag] /= by;
    for (unsigned from = 0; from < GMI_TAGS; from++)
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            weights->crf.follow[from][tag] /= by;
}

/* What one run learns, on a thread of its own. */
struct run {
    struct gmi_tagger_weights weights;
    gm_error err;
    gm_status status;
};

struct runs {
    const struct gmi_tagger_data *data;
    const struct gmi_learning *learning;
    struct run items[GMI_LEARNING_RUNS_MAX];
};

static void learn_one_of(void *context, size_t index)
{
    struct runs *runs = context;
    struct gmi_learning learning = *runs->learning;
    if (index > 0)
        learning.on_epoch = NULL;
    struct run *run = &runs->items[index];
    run->status =
        gmi_tagger_learn_run(runs->data, &learning, (unsigned)index,
                             &run->weights, &run->err);
}

gm_status gmi_tagger_learn(const struct gmi_tagger_data *data,
                           const struct gmi_learning *learning,
                           struct gmi_tagger_weights *out, gm_error *err)
{
    struct runs runs = {.data = data, .learning = learning};
    const unsigned count = learning->runs ? learning->runs : 1;
    assert(count <= GMI_LEARNING_RUNS_MAX);
    gmi_parallel(count, learn_one_of, &runs);
    gm_status status = GM_OK;
    for (unsigned i = 0; i < count && !status; i++) {
        status = runs.items[i].status;
        if (status && err)
            *err = runs.items[i].err;
    }
    /* in order, so that the sum is the same however the threads ran */
    for (unsigned i = 1; i < count; i++) {
        if (!status)
            add_weights(&runs.items[0].weights, &runs.items[i].weights);
        gmi_tagger_weights_release(&runs.items[i].weights);
    }
    if (status) {
        gmi_tagger_weights_release(&runs.items[0].weights);
        return status;
    }
    *out = runs.items[0].weights;
    divide_weights(out, (float)count);
    return GM_OK;
}
