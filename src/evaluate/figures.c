/* SPDX-License-Identifier: MIT */
/* All figures for what a system found by itself. */
#include "evaluate/figures.h"

#include "base/memory.h"
#include "evaluate/calibration.h"
#include "evaluate/distance.h"
#include "evaluate/judge.h"
#include "evaluate/resample.h"

#include <math.h>

/* What is gathered over the documents. */
struct tally {
    double limit_km;
    struct gmi_row *rows[GM_EVAL_RULES]; /* of each document */
    struct gmi_row *row_memory;
    struct gmi_distances distances;
    struct gmi_claims recognition, confidence, place, pairs;
    struct gmi_figures *figures;
};

gm_eval_rate gmi_rate(uint64_t right, uint64_t predicted, uint64_t gold)
{
    gm_eval_rate rate = {.right = right,
                         .predicted = predicted,
                         .gold = gold,
                         .low = NAN,
                         .high = NAN};
    rate.precision = predicted ? (double)right / (double)predicted : 0;
    rate.recall = gold ? (double)right / (double)gold : 0;
    const double sum = rate.precision + rate.recall;
    rate.f = sum > 0 ? 2 * rate.precision * rate.recall / sum : 0;
    return rate;
}

static double f_of(uint64_t right, uint64_t predicted, uint64_t gold)
{
    return gmi_rate(right, predicted, gold).f;
}

static bool init(struct tally *tally, const struct gmi_corpus *corpus)
{
    tally->row_memory = gmi_alloc_zeroed(GM_EVAL_RULES * (corpus->count + 1),
                                         sizeof *tally->row_memory);
    for (size_t i = 0; tally->row_memory && i < GM_EVAL_RULES; i++)
        tally->rows[i] = tally->row_memory + i * corpus->count;
    return tally->row_memory != NULL;
}

static void release(struct tally *tally)
{
    gmi_release(tally->row_memory);
    gmi_release(tally->distances.items);
    gmi_release(tally->recognition.items);
    gmi_release(tally->confidence.items);
    gmi_release(tally->place.items);
    gmi_release(tally->pairs.items);
}

static struct gmi_row row_of(const struct gmi_verdict *verdict)
{
    return (struct gmi_row){
        .right = (uint32_t)verdict->right,
        .predicted = (uint32_t)(verdict->found.count - verdict->ignored),
        .gold = (uint32_t)verdict->gold.count,
    };
}

/* ---- One document ------------------------------------------------------- */

/* Counts the kinds of gold that a rule has found. */
static void count_kinds(struct gmi_breakdown *breakdown, enum gmi_rule rule,
                        const struct gmi_verdict *verdict)
{
    for (size_t i = 0; i < verdict->gold.count; i++)
        if (verdict->found_of[i] != GMI_UNMATCHED)
            gmi_breakdown_kind(breakdown, verdict->gold.items[i])
                ->found[rule]++;
}

static void break_down(struct gmi_breakdown *breakdown,
                       const struct gmi_judgement *judgement)
{
    const struct gmi_verdict *near = &judgement->near;
    for (size_t i = 0; i < near->gold.count; i++)
        gmi_breakdown_kind(breakdown, near->gold.items[i])->gold++;
    count_kinds(breakdown, GMI_RULE_EXACT, &judgement->exact);
    count_kinds(breakdown, GMI_RULE_NEAR, near);
    count_kinds(breakdown, GMI_RULE_OVERLAP, &judgement->overlap);
    for (size_t i = 0; i < judgement->eupeg.gold.count; i++)
        gmi_breakdown_kind(breakdown, judgement->eupeg.gold.items[i])
            ->located++;
    for (size_t j = 0; j < near->found.count; j++) {
        const size_t i = near->gold_of[j];
        const struct gmi_span *found = near->found.items[j];
        struct gmi_use_counts *use = gmi_breakdown_use(breakdown, found);
        use->found += i != GMI_IGNORED;
        if (i == GMI_IGNORED || i == GMI_UNMATCHED)
            continue;
        use->right++;
        gmi_breakdown_pair(breakdown, near->gold.items[i], found);
    }
}

/* Each mention found, by the near rule: is it one? */
static bool claim_recognition(struct tally *tally,
                              const struct gmi_verdict *near)
{
    bool is_good = true;
    for (size_t j = 0; is_good && j < near->found.count; j++)
        if (near->gold_of[j] != GMI_IGNORED)
            is_good = gmi_claims_add(&tally->recognition,
                                     near->found.items[j]->recognition,
                                     near->gold_of[j] != GMI_UNMATCHED);
    return is_good;
}

/* A matched pair with points on both sides: is the place right? */
static bool add_pair(struct tally *tally, const struct gmi_span *gold,
                     const struct gmi_span *found, bool *is_right)
{
    const double km = gmi_eval_km(gold->point, found->point);
    const double confidence = found->confidence;
    const double recognition = found->recognition;
    *is_right = km < tally->limit_km;
    struct gmi_breakdown *breakdown = &tally->figures->breakdown;
    gmi_breakdown_kind(breakdown, gold)->joint += *is_right;
    gmi_breakdown_use(breakdown, found)->joint += *is_right;
    return gmi_distances_add(&tally->distances, km) &&
           gmi_claims_add(&tally->pairs, confidence, *is_right) &&
           gmi_claims_add(&tally->place,
                          recognition > 0 ? confidence / recognition : NAN,
                          *is_right);
}

/* Adds the mentions found with a point; how many have the right place. */
static bool add_located(struct tally *tally, const struct gmi_verdict *joint,
                        uint32_t *good)
{
    *good = 0;
    bool is_good = true;
    for (size_t j = 0; is_good && j < joint->found.count; j++) {
        const struct gmi_span *found = joint->found.items[j];
        const size_t i = joint->gold_of[j];
        bool is_right = false;
        if (i == GMI_IGNORED)
            continue;
        gmi_breakdown_use(&tally->figures->breakdown, found)->located++;
        if (i != GMI_UNMATCHED)
            is_good = add_pair(tally, joint->gold.items[i], found, &is_right);
        *good += is_right;
        is_good = is_good && gmi_claims_add(&tally->confidence,
                                            found->confidence, is_right);
    }
    return is_good;
}

static bool add_document(struct tally *tally, size_t index,
                         const struct gmi_judgement *judgement)
{
    uint32_t good;
    break_down(&tally->figures->breakdown, judgement);
    if (!claim_recognition(tally, &judgement->near) ||
        !add_located(tally, &judgement->joint, &good))
        return false;
    const struct gmi_row eupeg = row_of(&judgement->eupeg);
    const struct gmi_row joint = row_of(&judgement->joint);
    tally->rows[GM_EVAL_EXACT][index] = row_of(&judgement->exact);
    tally->rows[GM_EVAL_NEAR][index] = row_of(&judgement->near);
    tally->rows[GM_EVAL_OVERLAP][index] = row_of(&judgement->overlap);
    tally->rows[GM_EVAL_EUPEG][index] = eupeg;
    tally->rows[GM_EVAL_JOINT][index] =
        (struct gmi_row){good, joint.predicted, joint.gold};
    tally->rows[GM_EVAL_JOINT_PUB][index] =
        (struct gmi_row){good, eupeg.predicted, eupeg.gold};
    return true;
}

/* ---- All of them -------------------------------------------------------- */

static void sum_up(const struct tally *tally, size_t count)
{
    for (size_t rule = 0; rule < GM_EVAL_RULES; rule++) {
        uint64_t right = 0, predicted = 0, gold = 0;
        for (size_t i = 0; i < count; i++) {
            right += tally->rows[rule][i].right;
            predicted += tally->rows[rule][i].predicted;
            gold += tally->rows[rule][i].gold;
        }
        tally->figures->view.rates[rule] = gmi_rate(right, predicted, gold);
    }
}

static gm_status add_intervals(const struct tally *tally, size_t count,
                               size_t times, gm_error *err)
{
    if (!times || !count)
        return GM_OK;
    double *values = gmi_alloc_zeroed(times, sizeof *values);
    if (!values)
        return gmi_fail_memory(err);
    struct gmi_twister twister;
    gmi_twister_init(&twister, 1);
    for (size_t rule = 0; rule < GM_EVAL_RULES; rule++) {
        gm_eval_rate *rate = &tally->figures->view.rates[rule];
        gmi_resample(&twister, tally->rows[rule], count, times, f_of, values);
        gmi_interval(values, times, &rate->low, &rate->high);
    }
    gmi_release(values);
    return GM_OK;
}

static void finish(struct tally *tally)
{
    gm_eval_view *view = &tally->figures->view;
    view->distance = gmi_distances_sum(&tally->distances, tally->limit_km);
    view->recognition = gmi_claims_calibration(&tally->recognition);
    view->confidence = gmi_claims_calibration(&tally->confidence);
    view->place = gmi_claims_calibration(&tally->place);
    view->accuracy_at_90 = gmi_claims_best(&tally->pairs, .9);
    view->accuracy_answered = view->same_id = view->same_or_twin = NAN;
    view->low = view->high = NAN;
    gmi_breakdown_sort(&tally->figures->breakdown, false);
}

gm_status gmi_figures_found(const struct gmi_corpus *corpus,
                            const gm_eval_options *options, bool skip_demonyms,
                            struct gmi_matcher *matcher,
                            struct gmi_figures *out, gm_error *err)
{
    struct tally tally = {.limit_km = options->km, .figures = out};
    *out = (struct gmi_figures){.view = {.seen = 0}};
    gm_status status = init(&tally, corpus) ? GM_OK : gmi_fail_memory(err);
    for (size_t i = 0; !status && i < corpus->count; i++) {
        struct gmi_judgement judgement;
        status = gmi_judge(matcher, &corpus->samples[i], skip_demonyms,
                           &judgement, err);
        if (!status && !add_document(&tally, i, &judgement))
            status = gmi_fail_memory(err);
    }
    if (!status) {
        sum_up(&tally, corpus->count);
        status = add_intervals(&tally, corpus->count, options->resamples, err);
    }
    if (!status)
        finish(&tally);
    release(&tally);
    return status;
}
