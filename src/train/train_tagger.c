/* SPDX-License-Identifier: MIT */
/* gm_train_tagger: from annotated documents to the tagger's file. */
#include "include/geomention_train.h"

#include "base/memory.h"
#include "base/status.h"
#include "train/train_tagger_try.h"
#include "train/train_tagger_write.h"
#include "train/vocabulary_table.h"

#include <string.h>

/* Averaging the weights of some runs takes the luck out of them. */
enum { FOLDS = 5, LEAST_SEEN = 2, RUNS = 4, FOLD_RUNS = 2 };

/* Features with smaller weights only are left out: F is the same to .2. */
static const int LEAST_STEPS[GMI_TAGGER_MODELS] = {4, 6};

struct trainer {
    const gm_train_tagger_options *options;
    struct gmi_lexicon lexicon;
    struct gmi_vocabulary_entry *vocabulary;
    struct gmi_annotated corpus;
    uint8_t *takes; /* of each document */
    struct gmi_tagger_parts parts;
    /* What is being learned: */
    const struct gmi_tagger_data *data;
    gm_train_stage stage;
    gm_status status; /* of a try between two epochs */
    gm_error *err;
};

void gm_train_tagger_options_init(gm_train_tagger_options *options)
{
    *options = (gm_train_tagger_options){.seed = 1, .epochs = 7};
}

static void tell(const struct trainer *t, unsigned step, double loss,
                 double f, double error)
{
    if (!t->options->on_progress)
        return;
    const gm_train_progress progress = {t->stage, step, loss, f, error};
    t->options->on_progress(t->options->context, &progress);
}

/* ---- One set of weights ------------------------------------------------ */

static void after_epoch(void *context, unsigned epoch,
                        const struct gmi_tagger_weights *weights, double loss)
{
    struct trainer *t = context;
    struct gmi_trial trial = {0};
    if (!t->status)
        t->status =
            gmi_tagger_try(t->data, weights, t->takes, &trial, t->err);
    tell(t, epoch, loss, trial.gold ? gmi_trial_f(&trial) : -1, -1);
    gmi_trial_release(&trial);
}

static gm_status learn(struct trainer *t, bool tells_epochs,
                       struct gmi_tagger_weights *weights, gm_error *err)
{
    const struct gmi_learning learning = {
        .seed = t->options->seed,
        .epochs = t->options->epochs,
        .runs = t->stage == GM_TRAIN_ALL     ? RUNS
                : t->stage == GM_TRAIN_FOLDS ? FOLD_RUNS : 1,
        .takes = t->takes,
        .on_epoch = tells_epochs ? after_epoch : NULL,
        .context = t,
    };
    t->err = err;
    t->status = GM_OK;
    const gm_status status =
        gmi_tagger_learn(t->data, &learning, weights, err);
    if (!status && t->status)
        gmi_tagger_weights_release(weights);
    return status ? status : t->status;
}

static bool is_dev(const struct trainer *t, size_t document)
{
    return strcmp(t->corpus.items[document].split, "dev") == 0;
}

/* Learns from all but the dev documents, to show how it goes. */
static gm_status learn_dev(struct trainer *t, gm_error *err)
{
    bool has_dev = false;
    for (size_t i = 0; i < t->corpus.count; i++) {
        t->takes[i] = !is_dev(t, i);
        has_dev = has_dev || is_dev(t, i);
    }
    if (!has_dev)
        return GM_OK;
    t->stage = GM_TRAIN_DEV;
    struct gmi_tagger_weights weights;
    const gm_status status = learn(t, true, &weights, err);
    if (!status)
        gmi_tagger_weights_release(&weights);
    return status;
}

/* Learns five times from four fifths, and calibrates by what comes out. */
static gm_status learn_folds(struct trainer *t, size_t which, gm_error *err)
{
    struct gmi_trial trial = {0};
    gm_status status = GM_OK;
    t->stage = GM_TRAIN_FOLDS;
    for (size_t fold = 0; fold < FOLDS && !status; fold++) {
        for (size_t i = 0; i < t->corpus.count; i++)
            t->takes[i] = i % FOLDS != fold;
        struct gmi_tagger_weights weights;
        status = learn(t, false, &weights, err);
        if (status)
            break;
        status = gmi_tagger_try(t->data, &weights, t->takes, &trial, err);
        gmi_tagger_weights_release(&weights);
    }
    struct gmi_calibration *calibrations = t->parts.head.calibrations[which];
    for (unsigned kind = 0; kind < GMI_TAG_KINDS; kind++)
        calibrations[kind] =
            gmi_trial_calibrate(&trial, (enum gmi_tag_kind)kind);
    if (!status)
        tell(t, FOLDS, -1, gmi_trial_f(&trial),
             gmi_trial_error(&trial, calibrations));
    gmi_trial_release(&trial);
    return status;
}

static gm_status learn_all(struct trainer *t, size_t which, gm_error *err)
{
    for (size_t i = 0; i < t->corpus.count; i++)
        t->takes[i] = 1;
    t->stage = GM_TRAIN_ALL;
    struct gmi_tagger_weights weights;
    gm_status status = learn(t, true, &weights, err);
    if (status)
        return status;
    status = gmi_packed_model_init(&t->parts.models[which], t->data,
                                   &weights, LEAST_STEPS[which], err);
    t->parts.head.steps[which] = t->parts.models[which].step;
    gmi_tagger_weights_release(&weights);
    return status;
}

static gm_status learn_uses(struct trainer *t, const struct gmi_cues *cues,
                            gm_error *err)
{
    const struct gmi_use_learning learning = {
        .corpus = &t->corpus, .cues = cues, .seed = t->options->seed};
    return gmi_use_learn(&learning, &t->parts.uses, err);
}

/* One model: for texts with capitals (0), and without. */
static gm_status make_model(struct trainer *t, size_t which, gm_error *err)
{
    const struct gmi_tagger_view view = {
        .sources = {t->options->gazetteer, &t->lexicon, t->parts.vocabulary},
        .is_caseless = which == 1,
        .least = LEAST_SEEN,
    };
    struct gmi_tagger_data data;
    gm_status status = gmi_tagger_data_init(&data, &view, &t->corpus, err);
    if (status)
        return status;
    t->data = &data;
    status = learn_dev(t, err);
    if (!status)
        status = learn_folds(t, which, err);
    if (!status)
        status = learn_all(t, which, err);
    if (!status && which == 0)
        status = learn_uses(t, data.cues, err);
    gmi_tagger_data_release(&data);
    return status;
}

/* ---- All of it --------------------------------------------------------- */

static gm_status read_inputs(struct trainer *t, gm_error *err)
{
    const gm_train_tagger_options *options = t->options;
    gm_status status = gmi_lexicon_open(options->lexicon, &t->lexicon, err);
    if (status)
        return status;
    size_t count = 0;
    status = gmi_vocabulary_read(options->words, &t->vocabulary, &count, err);
    t->parts.vocabulary = (struct gmi_vocabulary){t->vocabulary, count};
    for (size_t i = 0; i < options->corpus_count && !status; i++)
        status =
            gmi_annotated_read(&t->corpus, options->corpora[i], false, err);
    for (size_t i = 0; i < options->partial_count && !status; i++)
        status =
            gmi_annotated_read(&t->corpus, options->partial[i], true, err);
    if (!status && t->corpus.count == 0)
        status = gmi_fail(err, GM_ERR_NOT_FOUND,
                          "there is no document to learn from");
    if (!status && !(t->takes = gmi_alloc_zeroed(t->corpus.count, 1)))
        status = gmi_fail_memory(err);
    return status;
}

static void release(struct trainer *t)
{
    if (t->lexicon.entries)
        gmi_lexicon_release(&t->lexicon);
    for (size_t i = 0; i < GMI_TAGGER_MODELS; i++)
        gmi_packed_model_release(&t->parts.models[i]);
    gmi_use_weights_release(&t->parts.uses);
    gmi_annotated_release(&t->corpus);
    gmi_release(t->vocabulary);
    gmi_release(t->takes);
}

gm_status gm_train_tagger(const gm_train_tagger_options *options,
                          const char *output, gm_error *err)
{
    struct trainer t = {.options = options};
    t.parts.head = (struct gmi_tagger_head){
        .features_version = GMI_FEATURES_VERSION,
        .tags = GMI_TAGS,
        .seed = options->seed,
    };
    gm_status status = read_inputs(&t, err);
    for (size_t i = 0; i < GMI_TAGGER_MODELS && !status; i++)
        status = make_model(&t, i, err);
    if (!status)
        status = gmi_tagger_write(&t.parts, output, err);
    release(&t);
    return status;
}
