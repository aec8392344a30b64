/* SPDX-License-Identifier: MIT */
/* All figures where the spans of the gold were given: only places count. */
#include "evaluate/figures.h"

#include "base/memory.h"
#include "evaluate/calibration.h"
#include "evaluate/distance.h"
#include "evaluate/judge.h"
#include "evaluate/resample.h"

#include <math.h>

/* What is gathered over the documents. */
struct tally {
    const gm_eval_options *options;
    struct gmi_figures *figures;
    struct gmi_row *rows; /* of each document: right, and gold */
    struct gmi_distances all, answered;
    struct gmi_claims confidence, ranked;
    uint64_t same_id, same_or_twin;
};

static void release(struct tally *tally)
{
    gmi_release(tally->rows);
    gmi_release(tally->all.items);
    gmi_release(tally->answered.items);
    gmi_release(tally->confidence.items);
    gmi_release(tally->ranked.items);
}

/* Below every confidence: no answer is the least sure one. */
static const double NO_ANSWER = -1;

static bool add_distance(struct tally *tally, const struct gmi_span *found,
                         double km, bool is_right)
{
    if (!gmi_distances_add(&tally->all, km))
        return false;
    if (!found || !found->has_point)
        return gmi_claims_add(&tally->ranked, NO_ANSWER, false);
    return gmi_distances_add(&tally->answered, km) &&
           gmi_claims_add(&tally->confidence, found->confidence, is_right) &&
           gmi_claims_add(&tally->ranked, found->confidence, is_right);
}

static void count_id(struct tally *tally, const struct gmi_span *gold,
                     const struct gmi_span *found, double km)
{
    if (!gold->geonameid)
        return;
    const bool is_same = found && found->geonameid == gold->geonameid;
    tally->figures->view.with_id++;
    tally->same_id += is_same;
    tally->same_or_twin += is_same || km <= tally->options->twin_km;
}

static bool add_answers(struct tally *tally, const struct gmi_answers *answers,
                        struct gmi_row *row)
{
    gm_eval_view *view = &tally->figures->view;
    for (size_t i = 0; i < answers->gold.count; i++) {
        const struct gmi_span *gold = answers->gold.items[i];
        const struct gmi_span *found = answers->found[i];
        const bool is_answered = found && found->has_point;
        const double km =
            is_answered ? gmi_eval_km(gold->point, found->point) : GMI_KM_MAX;
        const bool is_right = km < tally->options->km;
        if (!add_distance(tally, found, km, is_right))
            return false;
        count_id(tally, gold, found, km);
        view->seen += found != NULL;
        view->answered += is_answered;
        row->right += is_right;
        row->gold++;
        struct gmi_kind *kind =
            gmi_breakdown_kind(&tally->figures->breakdown, gold);
        kind->located++;
        kind->joint += is_right;
        if (!is_answered)
            continue;
        struct gmi_use_counts *use =
            gmi_breakdown_use(&tally->figures->breakdown, found);
        use->located++;
        use->joint += is_right;
    }
    return true;
}

/* The use is judged on all gold, also what has no point. */
static void add_uses(struct gmi_breakdown *breakdown,
                     const struct gmi_answers *answers)
{
    for (size_t i = 0; i < answers->gold.count; i++) {
        const struct gmi_span *gold = answers->gold.items[i];
        const struct gmi_span *found = answers->found[i];
        gmi_breakdown_kind(breakdown, gold)->gold++;
        if (found) {
            gmi_breakdown_use(breakdown, found)->found++;
            gmi_breakdown_pair(breakdown, gold, found);
        }
    }
}

static double share(uint64_t right, uint64_t predicted, uint64_t gold)
{
    (void)predicted;
    return gold ? (double)right / (double)gold : 0;
}

static gm_status add_interval(const struct tally *tally, size_t count,
                              gm_error *err)
{
    const size_t times = tally->options->resamples;
    gm_eval_view *view = &tally->figures->view;
    view->low = view->high = NAN;
    if (!times || !count)
        return GM_OK;
    double *values = gmi_alloc_zeroed(times, sizeof *values);
    if (!values)
        return gmi_fail_memory(err);
    struct gmi_twister twister;
    gmi_twister_init(&twister, 1);
    gmi_resample(&twister, tally->rows, count, times, share, values);
    gmi_interval(values, times, &view->low, &view->high);
    gmi_release(values);
    return GM_OK;
}

static bool gives_ids(const struct gmi_corpus *corpus)
{
    for (size_t i = 0; i < corpus->count; i++)
        for (size_t j = 0; j < corpus->samples[i].found.count; j++)
            if (corpus->samples[i].found.items[j].geonameid)
                return true;
    return false;
}

static void finish(struct tally *tally, const struct gmi_corpus *corpus)
{
    gm_eval_view *view = &tally->figures->view;
    const double with_id = (double)view->with_id;
    view->distance = gmi_distances_sum(&tally->all, tally->options->km);
    view->accuracy_answered =
        gmi_distances_sum(&tally->answered, tally->options->km).accuracy;
    view->same_id = view->with_id && gives_ids(corpus)
                        ? (double)tally->same_id / with_id
                        : NAN;
    view->same_or_twin =
        view->with_id ? (double)tally->same_or_twin / with_id : NAN;
    view->recognition = view->place =
        gmi_claims_calibration(&(struct gmi_claims){NULL, 0, 0});
    view->confidence = gmi_claims_calibration(&tally->confidence);
    /* who tells no confidence has no most confident answers either */
    view->accuracy_at_90 =
        tally->confidence.count ? gmi_claims_best(&tally->ranked, .9) : NAN;
    for (size_t i = 0; i < GM_EVAL_RULES; i++)
        view->rates[i] = gmi_rate(0, 0, 0);
    gmi_breakdown_sort(&tally->figures->breakdown, true);
}

static gm_status add_document(struct tally *tally, size_t index,
                              const struct gmi_sample *sample,
                              bool skip_demonyms, struct gmi_matcher *matcher,
                              gm_error *err)
{
    struct gmi_answers answers;
    gm_status status = gmi_judge_given(matcher, sample, gmi_span_counts_located,
                                       skip_demonyms, &answers, err);
    if (!status && !add_answers(tally, &answers, &tally->rows[index]))
        status = gmi_fail_memory(err);
    if (!status)
        status = gmi_judge_given(matcher, sample, gmi_span_counts,
                                 skip_demonyms, &answers, err);
    if (!status)
        add_uses(&tally->figures->breakdown, &answers);
    return status;
}

gm_status gmi_figures_given(const struct gmi_corpus *corpus,
                            const gm_eval_options *options, bool skip_demonyms,
                            struct gmi_matcher *matcher,
                            struct gmi_figures *out, gm_error *err)
{
    struct tally tally = {.options = options, .figures = out};
    *out = (struct gmi_figures){.view = {.seen = 0}};
    tally.rows = gmi_alloc_zeroed(corpus->count + 1, sizeof *tally.rows);
    gm_status status = tally.rows ? GM_OK : gmi_fail_memory(err);
    for (size_t i = 0; !status && i < corpus->count; i++)
        status = add_document(&tally, i, &corpus->samples[i], skip_demonyms,
                              matcher, err);
    if (!status)
        status = add_interval(&tally, corpus->count, err);
    if (!status)
        finish(&tally, corpus);
    release(&tally);
    return status;
}
