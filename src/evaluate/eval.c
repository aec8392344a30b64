/* SPDX-License-Identifier: MIT */
/* An evaluation: what is read, and the figures of it. */
#include "evaluate/eval.h"

#include "base/memory.h"
#include "base/status.h"

#include <string.h>

void gm_eval_options_init(gm_eval_options *options)
{
    *options = (gm_eval_options){.km = 161, .twin_km = 25};
}

static gm_status init(gm_eval *eval, const gm_eval_options *options,
                      gm_error *err)
{
    const gm_status status = gmi_corpus_init(&eval->corpus, err);
    if (status)
        return status;
    eval->options = *options;
    eval->options.split = gmi_corpus_copy(&eval->corpus, options->split);
    return options->split && !eval->options.split ? gmi_fail_memory(err)
                                                  : GM_OK;
}

gm_status gm_eval_create(const gm_eval_options *options, gm_eval **out,
                         gm_error *err)
{
    gm_eval_options defaults;
    if (!options) {
        gm_eval_options_init(&defaults);
        options = &defaults;
    }
    if (!(options->km > 0) || !(options->twin_km >= 0))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "distances of %g and %g km are no limits", options->km,
                        options->twin_km);
    gm_eval *eval = gmi_alloc_zeroed(1, sizeof *eval);
    if (!eval)
        return gmi_fail_memory(err);
    const gm_status status = init(eval, options, err);
    if (status) {
        gm_eval_free(eval);
        return status;
    }
    *out = eval;
    return GM_OK;
}

void gm_eval_free(gm_eval *eval)
{
    if (!eval)
        return;
    gmi_corpus_release(&eval->corpus);
    gmi_ids_release(&eval->wanted);
    gmi_demonyms_release(&eval->demonyms);
    gmi_matcher_release(&eval->matcher);
    gmi_release(eval);
}

/* ---- Reading ------------------------------------------------------------ */

static gm_status add_id(void *context, const struct gmi_line *line,
                        gm_error *err)
{
    gm_eval *eval = context;
    if (!line->length)
        return GM_OK;
    const char *id = gmi_corpus_copy(&eval->corpus, line->text);
    return id && gmi_ids_add(&eval->wanted, id) ? GM_OK : gmi_fail_memory(err);
}

gm_status gm_eval_read_ids(gm_eval *eval, const char *path, gm_error *err)
{
    const gm_status status = gmi_each_line(path, add_id, eval, err);
    gmi_ids_sort(&eval->wanted);
    eval->has_wanted = !status;
    return status;
}

gm_status gm_eval_read_demonyms(gm_eval *eval, const char *path, gm_error *err)
{
    return gmi_demonyms_read(&eval->demonyms, path, err);
}

gm_status gm_eval_read_gold(gm_eval *eval, const char *path, gm_error *err)
{
    const struct gmi_choice choice = {
        .split = eval->options.split,
        .ids = eval->has_wanted ? &eval->wanted : NULL,
    };
    eval->scope_count = 0;
    return gmi_corpus_read_gold(&eval->corpus, path, &choice, err);
}

gm_status gm_eval_read_predictions(gm_eval *eval, const char *path,
                                   gm_error *err)
{
    eval->scope_count = 0;
    return gmi_corpus_read_found(&eval->corpus, path, err);
}

/* ---- Figures ------------------------------------------------------------ */

const char *gm_eval_rule_name(gm_eval_rule rule)
{
    static const char *const names[GM_EVAL_RULES] = {
        "exact", "near", "eupeg", "overlap", "joint", "joint_pub"};
    return (unsigned)rule < GM_EVAL_RULES ? names[rule] : "";
}

struct gmi_contents gmi_eval_contents(const gm_eval *eval)
{
    struct gmi_contents contents = {.documents = eval->corpus.count};
    for (size_t i = 0; i < eval->corpus.count; i++) {
        const struct gmi_sample *sample = &eval->corpus.samples[i];
        contents.not_found += !sample->is_found;
        contents.gold += sample->gold.count;
        contents.found += sample->found.count;
        for (size_t j = 0; j < sample->gold.count; j++) {
            const struct gmi_span *span = &sample->gold.items[j];
            contents.located += span->has_point;
            contents.with_id += span->geonameid != 0;
            contents.demonyms += span->is_demonym;
        }
    }
    return contents;
}

static void mark_demonyms(gm_eval *eval, const gm_gazetteer *gazetteer)
{
    for (size_t i = 0; i < eval->corpus.count; i++) {
        const struct gmi_spans *gold = &eval->corpus.samples[i].gold;
        for (size_t j = 0; j < gold->count; j++)
            if (!gold->items[j].is_labelled)
                gold->items[j].is_demonym = gmi_demonyms_has(
                    &eval->demonyms, gazetteer, &gold->items[j]);
    }
}

gm_status gm_eval_score(gm_eval *eval, const gm_gazetteer *gazetteer,
                        gm_error *err)
{
    mark_demonyms(eval, gazetteer);
    const size_t scopes = gmi_eval_contents(eval).demonyms ? GMI_SCOPES : 1;
    gm_status status = GM_OK;
    eval->scope_count = 0;
    for (size_t i = 0; !status && i < scopes; i++)
        status = (eval->options.gold_mentions ? gmi_figures_given
                                              : gmi_figures_found)(
            &eval->corpus, &eval->options, i == GM_EVAL_NO_DEMONYMS,
            &eval->matcher, &eval->figures[i], err);
    if (!status)
        eval->scope_count = scopes;
    return status;
}

const gm_eval_view *gm_eval_view_get(const gm_eval *eval, gm_eval_scope scope)
{
    return (size_t)scope < eval->scope_count ? &eval->figures[scope].view
                                             : NULL;
}

gm_status gm_eval_write(const gm_eval *eval, const char *format, bool per_use,
                        FILE *stream, gm_error *err)
{
    if (strcmp(format, "json") == 0)
        return gmi_report_json(eval, per_use, stream, err);
    if (strcmp(format, "table") != 0)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "unknown format '%.60s': give table or json", format);
    gmi_report_table(eval, per_use, stream);
    return GM_OK;
}
