/* SPDX-License-Identifier: MIT */
/* The mapper: both stages, with what they need. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "document/document.h"
#include "recognize/recognize.h"
#include "recognize/tagger.h"
#include "resolve/ranker.h"
#include "resolve/resolve.h"

#include <math.h>
#include <string.h>

struct gm_mapper {
    const gm_gazetteer *gazetteer;
    struct gmi_lexicon lexicon;
    struct gmi_tagger tagger;
    struct gmi_ranker ranker;
    struct gmi_recognizer recognizer;
    struct gmi_resolver resolver;
};

void gm_mapper_options_init(gm_mapper_options *options)
{
    *options = (gm_mapper_options){.near_longitude = NAN,
                                   .near_latitude = NAN,
                                   .candidates = 1};
}

/* Where texts are from, in the form that a document has it. */
static gm_status set_bias(struct gmi_bias *bias,
                          const gm_mapper_options *options, gm_error *err)
{
    gm_document *doc;
    gm_status status = gm_document_create(&doc, err);
    if (status)
        return status;
    for (size_t i = 0; i < options->country_count && !status; i++)
        status = gm_document_add_country(doc, options->countries[i], err);
    if (!status && !isnan(options->near_longitude))
        status = gm_document_set_near(doc, options->near_longitude,
                                      options->near_latitude,
                                      options->near_km, err);
    *bias = doc->bias;
    gm_document_free(doc);
    return status;
}

static gm_status open_lexicon(gm_mapper *mapper, const char *path,
                              gm_error *err)
{
    const gm_status status = gmi_lexicon_open(path, &mapper->lexicon, err);
    if (!status) {
        mapper->recognizer.lexicon = &mapper->lexicon;
        mapper->resolver.lexicon = &mapper->lexicon;
    }
    return status;
}

static gm_status open_tagger(gm_mapper *mapper, const char *path,
                             gm_error *err)
{
    const gm_status status = gmi_tagger_open(path, &mapper->tagger, err);
    if (!status)
        mapper->recognizer.tagger = &mapper->tagger;
    return status;
}

static gm_status open_ranker(gm_mapper *mapper, const char *path,
                             gm_error *err)
{
    const gm_status status = gmi_ranker_open(path, &mapper->ranker, err);
    if (!status)
        mapper->resolver.ranker = &mapper->ranker;
    return status;
}

/* A model that is not there is done without; a damaged one is an error. */
static gm_status open_models(gm_mapper *mapper, const char *folder,
                             gm_error *err)
{
    static const struct {
        const char *name;
        gm_status (*open)(gm_mapper *mapper, const char *path, gm_error *err);
    } models[] = {{"lexicon.gmm", open_lexicon},
                  {"tagger.gmm", open_tagger},
                  {"resolver.gmm", open_ranker}};
    gm_status status = GM_OK;
    for (size_t i = 0; i < sizeof models / sizeof *models && !status; i++) {
        struct gmi_buffer path = {0};
        gmi_buffer_printf(&path, "%s/%s", folder, models[i].name);
        status = path.is_failed ? gmi_fail_memory(err)
                                : models[i].open(mapper, path.data, err);
        gmi_buffer_release(&path);
        if (status == GM_ERR_NOT_FOUND)
            status = GM_OK;
    }
    return status;
}

gm_status gm_mapper_create(const gm_gazetteer *gazetteer,
                           const gm_mapper_options *options, gm_mapper **out,
                           gm_error *err)
{
    gm_mapper_options defaults;
    if (!options) {
        gm_mapper_options_init(&defaults);
        options = &defaults;
    }
    gm_mapper *mapper = gmi_alloc_zeroed(1, sizeof *mapper);
    if (!mapper)
        return gmi_fail_memory(err);
    mapper->gazetteer = gazetteer;
    mapper->recognizer.gazetteer = gazetteer;
    mapper->resolver.gazetteer = gazetteer;
    mapper->resolver.candidates =
        options->candidates ? options->candidates : 1;
    mapper->resolver.explain = options->explain;
    mapper->resolver.prefer = options->prefer;
    gm_status status = set_bias(&mapper->resolver.bias, options, err);
    if (!status && options->model_directory)
        status = open_models(mapper, options->model_directory, err);
    if (status) {
        gm_mapper_free(mapper);
        return status;
    }
    *out = mapper;
    return GM_OK;
}

void gm_mapper_free(gm_mapper *mapper)
{
    if (!mapper)
        return;
    gmi_tagger_release(&mapper->tagger);
    gmi_ranker_release(&mapper->ranker);
    gmi_lexicon_release(&mapper->lexicon);
    gmi_release(mapper);
}

const gm_gazetteer *gm_mapper_gazetteer(const gm_mapper *mapper)
{
    return mapper->gazetteer;
}

gm_status gm_mapper_recognize(const gm_mapper *mapper, gm_document *doc,
                              gm_error *err)
{
    gm_status status = gmi_document_split(doc, err);
    if (!status)
        status = gmi_recognize(&mapper->recognizer, doc, err);
    if (!status)
        gmi_document_sort(doc);
    return status;
}

gm_status gm_mapper_resolve(const gm_mapper *mapper, gm_document *doc,
                            gm_error *err)
{
    const gm_status status = gmi_document_split(doc, err);
    return status ? status : gmi_resolve(&mapper->resolver, doc, err);
}

gm_status gm_mapper_map(const gm_mapper *mapper, gm_document *doc,
                        gm_error *err)
{
    const gm_status status = gm_mapper_recognize(mapper, doc, err);
    return status ? status : gm_mapper_resolve(mapper, doc, err);
}
