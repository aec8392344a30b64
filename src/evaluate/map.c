/* SPDX-License-Identifier: MIT */
/* Mapping the documents of an evaluation, on several threads. */
#include "evaluate/eval.h"

#include "base/status.h"
#include "base/thread.h"

#include <assert.h>
#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

void gm_eval_map_options_init(gm_eval_map_options *options)
{
    *options = (gm_eval_map_options){
        .uses = 1u << GM_USE_LITERAL | 1u << GM_USE_METONYMIC,
        .threads = 1,
    };
}

struct run {
    gm_eval *eval;
    const gm_mapper *mapper;
    const gm_eval_map_options *options;
    pthread_mutex_t lock; /* over all below, and over the corpus */
    size_t next, done;
    gm_status status;
    gm_error error;
};

static void stop(struct run *run, gm_status status, const gm_error *error)
{
    if (run->status)
        return;
    run->status = status;
    run->error = *error;
}

/* ---- What was found ----------------------------------------------------- */

static bool takes(const struct run *run, const gm_mention *mention)
{
    const bool is_of_use = run->eval->options.gold_mentions ||
                           (run->options->uses >> mention->use & 1);
    return is_of_use && mention->confidence >= run->options->min_confidence;
}

/* The place of a mention, into a span whose strings are the place's. */
static void set_place(const gm_gazetteer *gazetteer, const gm_mention *mention,
                      gm_place *place, struct gmi_span *out)
{
    if (!mention->is_resolved || !mention->candidate_count ||
        gm_gazetteer_place(gazetteer, mention->candidates[0].place, place))
        return;
    static const char prefix[] = "geonames:";
    const size_t length = sizeof prefix - 1;
    out->place = place->id;
    out->name = place->name;
    out->has_point = !isnan(place->longitude) && !isnan(place->latitude);
    out->point = (struct gmi_point){place->longitude, place->latitude};
    if (strncmp(place->id, prefix, length) == 0)
        out->geonameid = strtoll(place->id + length, NULL, 10);
}

static gm_status add_mention(const struct run *run, struct gmi_sample *sample,
                             const gm_mention *mention, gm_error *err)
{
    struct gmi_corpus *corpus = &run->eval->corpus;
    gm_place place;
    struct gmi_span span = {
        .start = (uint32_t)mention->start,
        .end = (uint32_t)mention->end,
        .phrase = mention->text,
        .use = (int)mention->use,
        .recognition = mention->recognition,
        .confidence = mention->confidence,
    };
    set_place(gm_mapper_gazetteer(run->mapper), mention, &place, &span);
    span.place = gmi_corpus_copy(corpus, span.place);
    span.name = gmi_corpus_copy(corpus, span.name);
    return gmi_corpus_add(corpus, &sample->found, &span, err);
}

/* With the lock. */
static gm_status keep_found(const struct run *run, struct gmi_sample *sample,
                            const gm_document *doc, gm_error *err)
{
    gm_status status = GM_OK;
    sample->is_found = true;
    for (size_t i = 0; !status && i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        if (takes(run, mention))
            status = add_mention(run, sample, mention, err);
    }
    return status;
}

/* ---- Documents ---------------------------------------------------------- */

static gm_status map_sample(const struct run *run,
                            const struct gmi_sample *sample, gm_document *doc,
                            gm_error *err)
{
    gm_status status = gm_document_set_text(doc, sample->id, sample->text,
                                            sample->length, err);
    doc->bias = sample->bias;
    if (run->eval->options.gold_mentions) {
        gm_document_set_given(doc);
        for (size_t i = 0; !status && i < sample->gold.count; i++)
            status = gm_document_add_mention(doc, sample->gold.items[i].start,
                                             sample->gold.items[i].end, err);
    }
    return status ? status : gm_mapper_map(run->mapper, doc, err);
}

/* The next document to map; NULL: there is no more to do. */
static struct gmi_sample *take_sample(struct run *run)
{
    struct gmi_corpus *corpus = &run->eval->corpus;
    pthread_mutex_lock(&run->lock);
    const bool is_over = run->status || run->next == corpus->count;
    struct gmi_sample *sample = is_over ? NULL : &corpus->samples[run->next++];
    pthread_mutex_unlock(&run->lock);
    return sample;
}

static void finish_sample(struct run *run, struct gmi_sample *sample,
                          const gm_document *doc, gm_status status,
                          gm_error *error)
{
    const gm_eval_map_options *options = run->options;
    pthread_mutex_lock(&run->lock);
    if (!status)
        status = keep_found(run, sample, doc, error);
    run->done++;
    if (!status && options->on_progress &&
        !options->on_progress(options->context, run->done,
                              run->eval->corpus.count))
        status = gmi_fail(error, GM_ERR_CANCELLED, "interrupted");
    if (status)
        stop(run, status, error);
    pthread_mutex_unlock(&run->lock);
}

static void work(void *context, size_t index)
{
    struct run *run = context;
    gm_document *doc = NULL;
    gm_error error;
    (void)index;
    const gm_status status = gm_document_create(&doc, &error);
    if (status) {
        pthread_mutex_lock(&run->lock);
        stop(run, status, &error);
        pthread_mutex_unlock(&run->lock);
        return;
    }
    for (struct gmi_sample *sample; (sample = take_sample(run));) {
        const gm_status mapped = map_sample(run, sample, doc, &error);
        finish_sample(run, sample, doc, mapped, &error);
    }
    gm_document_free(doc);
}

gm_status gm_eval_map(gm_eval *eval, const gm_mapper *mapper,
                      const gm_eval_map_options *options, gm_error *err)
{
    gm_eval_map_options defaults;
    if (!options) {
        gm_eval_map_options_init(&defaults);
        options = &defaults;
    }
    assert(options->threads >= 1 && options->threads <= GMI_THREADS_MAX);
    struct run run = {.eval = eval, .mapper = mapper, .options = options};
    eval->scope_count = 0;
    pthread_mutex_init(&run.lock, NULL);
    gmi_parallel(options->threads, work, &run);
    pthread_mutex_destroy(&run.lock);
    if (run.status && err)
        *err = run.error;
    return run.status;
}
