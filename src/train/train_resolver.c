/* SPDX-License-Identifier: MIT */
/* Learning to resolve: from annotated documents to a file of weights. */
#include "base/memory.h"
#include "base/status.h"
#include "include/geomention_train.h"
#include "recognize/tagger.h"
#include "train/train_resolver_try.h"

#include <math.h>
#include <string.h>
#include <strings.h>

void gm_train_resolver_options_init(gm_train_resolver_options *options)
{
    *options = (gm_train_resolver_options){
        .seed = 1, .epochs = 10, .rate = 0.004, .decay = 1e-4,
        .left_out_fold = -1, .threads = 1};
}

/* Marks the features of groups: "geometry", in any case. */
static gm_status hide_groups(const gm_train_resolver_options *options,
                             bool hides[GMI_FEATURE_COUNT], gm_error *err)
{
    for (size_t i = 0; i < options->left_out_group_count; i++) {
        const char *group = options->left_out_groups[i];
        bool is_known = false;
        for (size_t j = 0; j < GMI_FEATURE_COUNT; j++) {
            if (strcasecmp(group, gmi_feature_group_at(j)) != 0)
                continue;
            hides[j] = true;
            is_known = true;
        }
        if (!is_known)
            return gmi_fail(err, GM_ERR_ARGUMENT,
                            "no group of features '%s'", group);
    }
    return GM_OK;
}

/* What reading documents takes beside the gazetteer. */
struct models {
    struct gmi_lexicon lexicon;
    struct gmi_tagger tagger;
};

static gm_status open_models(struct models *models,
                             const gm_train_resolver_options *options,
                             gm_error *err)
{
    gm_status status = GM_OK;
    *models = (struct models){0};
    if (options->lexicon)
        status = gmi_lexicon_open(options->lexicon, &models->lexicon, err);
    if (!status && options->tagger)
        status = gmi_tagger_open(options->tagger, &models->tagger, err);
    return status;
}

static void release_models(struct models *models)
{
    gmi_lexicon_release(&models->lexicon);
    gmi_tagger_release(&models->tagger);
}

static gm_status read_all(struct gmi_resolver_data *data,
                          const gm_train_resolver_options *options,
                          const struct models *models, gm_error *err)
{
    const struct gmi_lexicon *lexicon =
        options->lexicon ? &models->lexicon : NULL;
    const struct gmi_recognizer recognizer = {
        .gazetteer = options->gazetteer,
        .lexicon = lexicon,
        .tagger = options->tagger ? &models->tagger : NULL};
    const struct gmi_resolver resolver = {
        .gazetteer = options->gazetteer,
        .lexicon = lexicon,
        .bias = {.near_longitude = NAN, .near_latitude = NAN},
        .candidates = 1,
    };
    /* Who has the first layer alone has other rows, with fewer names. */
    const struct gm_gazetteer first =
        gmi_gazetteer_first_layer(options->gazetteer);
    const bool is_layered = options->gazetteer->count > 1;
    struct gmi_resolver again = resolver;
    again.gazetteer = &first;
    struct gmi_resolver_view view = {.recognizer = &recognizer,
                                     .resolver = &resolver,
                                     .again = is_layered ? &again : NULL,
                                     .split = options->split};
    gm_status status = hide_groups(options, view.hides, err);
    for (size_t i = 0; i < options->corpus_count && !status; i++)
        status = gmi_resolver_data_read(data, &view, options->corpora[i], err);
    if (!status && data->example_count == 0)
        status = gmi_fail(err, GM_ERR_NOT_FOUND,
                          "no mention with a known place to learn from");
    return status;
}

/* Reads the documents, with what reading them takes. */
static gm_status open_data(struct gmi_resolver_data *data,
                           const gm_train_resolver_options *options,
                           gm_error *err)
{
    struct models models;
    *data = (struct gmi_resolver_data){.seed = options->seed};
    gm_status status = open_models(&models, options, err);
    if (!status)
        status = read_all(data, options, &models, err);
    release_models(&models);
    return status;
}

static struct gmi_ranker_learning
learning_of(const gm_train_resolver_options *options)
{
    return (struct gmi_ranker_learning){.seed = options->seed,
                                        .epochs = options->epochs,
                                        .rate = options->rate,
                                        .decay = options->decay,
                                        .on_epoch = options->on_epoch,
                                        .context = options->context};
}

/* Which examples are learned from; NULL when out of memory. */
static uint8_t *take(const struct gmi_resolver_data *data,
                     const gm_train_resolver_options *options)
{
    uint8_t *takes = gmi_alloc_zeroed(data->example_count + 1, 1);
    for (size_t i = 0; takes && i < data->example_count; i++) {
        const struct gmi_choice_example *e = &data->examples[i];
        takes[i] = e->fold != options->left_out_fold &&
                   !(options->left_out_corpus &&
                     strcmp(options->left_out_corpus,
                            data->corpora[e->corpus]) == 0);
    }
    return takes;
}

/* From choices for mentions that were not learned from. */
static gm_status calibrate(const struct gmi_resolver_data *data,
                           const struct gmi_ranker_learning *learning,
                           size_t threads, struct gmi_certainty *out,
                           gm_error *err)
{
    struct gmi_chosen *chosen =
        gmi_alloc_zeroed(data->example_count + 1, sizeof *chosen);
    if (!chosen)
        return gmi_fail_memory(err);
    const gm_status status = gmi_ranker_cross_validate(
        data, learning, false, threads, chosen, err);
    if (!status)
        *out = gmi_chosen_calibrate(data, chosen, learning->takes, false, -1);
    gmi_release(chosen);
    return status;
}

gm_status gm_train_resolver(const gm_train_resolver_options *options,
                            const char *output, gm_error *err)
{
    struct gmi_resolver_data data;
    struct gmi_ranker_learning learning = learning_of(options);
    struct gmi_certainty certainty = {.calibration = {1, 0}};
    gm_status status = open_data(&data, options, err);
    struct gmi_ranker_weights *weights = gmi_alloc_zeroed(1, sizeof *weights);
    uint8_t *takes = take(&data, options);
    if (!status && (!weights || !takes))
        status = gmi_fail_memory(err);
    learning.takes = takes;
    if (!status)
        status = calibrate(&data, &learning, options->threads, &certainty, err);
    if (!status)
        status = gmi_ranker_learn(&data, &learning, weights, err);
    if (!status) {
        const struct gmi_ranker ranker = {.hidden = &weights->hidden,
                                          .columns = weights->columns,
                                          .certainty = &certainty};
        status = gmi_ranker_write(output, &ranker, err);
    }
    gmi_resolver_data_release(&data);
    gmi_release(weights);
    gmi_release(takes);
    return status;
}

/* ---- Trying ------------------------------------------------------------ */

/* Tells the figures of each corpus. `kept` has room for all choices. */
static void tell_corpora(const struct gmi_resolver_data *data,
                         const struct gmi_chosen *chosen,
                         struct gmi_chosen *kept,
                         const gm_train_resolver_options *options)
{
    for (size_t corpus = 0; corpus < data->corpus_count; corpus++) {
        size_t count = 0;
        for (size_t i = 0; i < data->example_count; i++)
            if (data->examples[i].corpus == corpus &&
                !data->examples[i].is_made_up && !data->examples[i].is_again)
                kept[count++] = chosen[i];
        const struct gmi_chosen_figures figures =
            gmi_chosen_figures(kept, count);
        const gm_train_resolver_figures told = {
            .corpus = data->corpora[corpus],
            .mentions = figures.count,
            .reachable = figures.reachable,
            .right = figures.right,
            .right_90 = figures.right_90,
            .accepted = figures.accepted,
            .calibration_error = figures.error,
            .accepted_error = figures.accepted_error,
        };
        options->on_figures(options->context, &told);
    }
}

gm_status gm_train_resolver_try(const gm_train_resolver_options *options,
                                bool by_corpus, gm_error *err)
{
    struct gmi_resolver_data data;
    struct gmi_ranker_learning learning = learning_of(options);
    gm_status status = open_data(&data, options, err);
    const size_t count = data.example_count + 1;
    struct gmi_chosen *chosen = gmi_alloc_zeroed(count, sizeof *chosen);
    struct gmi_chosen *kept = gmi_alloc_zeroed(count, sizeof *kept);
    if (!status && (!chosen || !kept))
        status = gmi_fail_memory(err);
    if (!status)
        status = gmi_ranker_cross_validate(&data, &learning, by_corpus,
                                           options->threads, chosen, err);
    if (!status)
        gmi_chosen_apply(&data, by_corpus, chosen);
    if (!status && options->on_figures)
        tell_corpora(&data, chosen, kept, options);
    gmi_release(chosen);
    gmi_release(kept);
    gmi_resolver_data_release(&data);
    return status;
}
