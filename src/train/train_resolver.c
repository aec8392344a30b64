/* SPDX-License-Identifier: MIT */
/* Learning to resolve: from annotated documents to a file of weights. */
#include "base/memory.h"
#include "base/status.h"
#include "include/geomention_train.h"
#include "train/train_resolver_learn.h"

#include <math.h>

void gm_train_resolver_options_init(gm_train_resolver_options *options)
{
    *options = (gm_train_resolver_options){
        .seed = 1, .epochs = 10, .rate = 0.004, .decay = 1e-4,
        .left_out_fold = -1};
}

static void tell_epoch(void *context, unsigned epoch, double loss)
{
    const gm_train_resolver_options *options = context;
    if (options->on_epoch)
        options->on_epoch(options->context, epoch, loss);
}

static gm_status read_all(struct gmi_resolver_data *data,
                          const gm_train_resolver_options *options,
                          const struct gmi_lexicon *lexicon, gm_error *err)
{
    const struct gmi_recognizer recognizer = {
        .gazetteer = options->gazetteer, .lexicon = lexicon};
    const struct gmi_resolver resolver = {
        .gazetteer = options->gazetteer,
        .lexicon = lexicon,
        .bias = {.near_longitude = NAN, .near_latitude = NAN},
        .candidates = 1,
    };
    const struct gmi_resolver_view view = {
        .recognizer = &recognizer,
        .resolver = &resolver,
        .fold = options->left_out_fold,
        .corpus = options->left_out_corpus,
        .split = options->split,
    };
    gm_status status = GM_OK;
    for (size_t i = 0; i < options->corpus_count && !status; i++)
        status = gmi_resolver_data_read(data, &view, options->corpora[i], err);
    if (!status && data->example_count == 0)
        status = gmi_fail(err, GM_ERR_NOT_FOUND,
                          "no mention with a known place to learn from");
    return status;
}

static gm_status learn(const struct gmi_resolver_data *data,
                       const gm_train_resolver_options *options,
                       const char *output, gm_error *err)
{
    const struct gmi_ranker_learning learning = {
        .seed = options->seed,
        .epochs = options->epochs,
        .rate = options->rate,
        .decay = options->decay,
        .on_epoch = tell_epoch,
        .context = (void *)(uintptr_t)options,
    };
    struct gmi_ranker_weights *weights = gmi_alloc_zeroed(1, sizeof *weights);
    if (!weights)
        return gmi_fail_memory(err);
    gm_status status = gmi_ranker_learn(data, &learning, weights, err);
    if (!status)
        status = gmi_ranker_write(output, &weights->hidden, weights->columns,
                                  err);
    gmi_release(weights);
    return status;
}

gm_status gm_train_resolver(const gm_train_resolver_options *options,
                            const char *output, gm_error *err)
{
    struct gmi_lexicon lexicon = {0};
    gm_status status =
        options->lexicon ? gmi_lexicon_open(options->lexicon, &lexicon, err)
                         : GM_OK;
    if (status)
        return status;
    struct gmi_resolver_data data = {.seed = options->seed};
    status =
        read_all(&data, options, options->lexicon ? &lexicon : NULL, err);
    if (!status)
        status = learn(&data, options, output, err);
    gmi_resolver_data_release(&data);
    if (options->lexicon)
        gmi_lexicon_release(&lexicon);
    return status;
}
