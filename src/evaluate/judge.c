/* SPDX-License-Identifier: MIT */
/* One document under every rule. */
#include "evaluate/judge.h"

#include "base/status.h"

bool gmi_span_counts(const struct gmi_span *span, bool skip_demonyms)
{
    return !skip_demonyms || !span->is_demonym;
}

bool gmi_span_counts_located(const struct gmi_span *span, bool skip_demonyms)
{
    return span->has_point && gmi_span_counts(span, skip_demonyms);
}

static bool is_skipped(const struct gmi_span *span, bool skip_demonyms)
{
    return !gmi_span_counts(span, skip_demonyms);
}

static bool is_skipped_located(const struct gmi_span *span, bool skip_demonyms)
{
    return span->has_point && is_skipped(span, skip_demonyms);
}

static bool counts_without_point(const struct gmi_span *span,
                                 bool skip_demonyms)
{
    return !span->has_point && gmi_span_counts(span, skip_demonyms);
}

static bool is_located(const struct gmi_span *span, bool skip_demonyms)
{
    (void)skip_demonyms;
    return span->has_point;
}

/* A document's spans, sorted out for every kind of rule. */
struct sorted {
    struct gmi_sides all;     /* recognition */
    struct gmi_sides located; /* what has a point */
    struct gmi_sides joint;   /* the same; gold without one is ignored */
};

static gm_status append(struct gmi_matcher *matcher, struct gmi_span_list a,
                        struct gmi_span_list b, struct gmi_span_list *out,
                        gm_error *err)
{
    out->count = 0;
    out->items = gmi_arena_array(&matcher->arena, a.count + b.count + 1,
                                 sizeof *out->items);
    if (!out->items)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < a.count; i++)
        out->items[out->count++] = a.items[i];
    for (size_t i = 0; i < b.count; i++)
        out->items[out->count++] = b.items[i];
    return GM_OK;
}

static gm_status sort_out(struct gmi_matcher *matcher,
                          const struct gmi_sample *sample, bool skip_demonyms,
                          struct sorted *out, gm_error *err)
{
    struct gmi_span_list blank;
    const struct {
        const struct gmi_spans *spans;
        gmi_span_test *test;
        struct gmi_span_list *list;
    } rows[] = {
        {&sample->gold, gmi_span_counts, &out->all.gold},
        {&sample->gold, is_skipped, &out->all.ignored},
        {&sample->found, NULL, &out->all.found},
        {&sample->gold, gmi_span_counts_located, &out->located.gold},
        {&sample->gold, is_skipped_located, &out->located.ignored},
        {&sample->found, is_located, &out->located.found},
        {&sample->gold, counts_without_point, &blank},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gm_status status =
            gmi_select(matcher, rows[i].spans, rows[i].test, skip_demonyms,
                       rows[i].list, err);
        if (status)
            return status;
    }
    out->joint = out->located;
    return append(matcher, blank, out->all.ignored, &out->joint.ignored, err);
}

gm_status gmi_judge(struct gmi_matcher *matcher,
                    const struct gmi_sample *sample, bool skip_demonyms,
                    struct gmi_judgement *out, gm_error *err)
{
    struct sorted sorted;
    gmi_arena_reset(&matcher->arena);
    gm_status status = sort_out(matcher, sample, skip_demonyms, &sorted, err);
    if (!status)
        status =
            gmi_match(matcher, GMI_RULE_EXACT, &sorted.all, &out->exact, err);
    if (!status)
        status =
            gmi_match(matcher, GMI_RULE_NEAR, &sorted.all, &out->near, err);
    if (!status)
        status = gmi_match(matcher, GMI_RULE_OVERLAP, &sorted.all,
                           &out->overlap, err);
    if (!status)
        status = gmi_match(matcher, GMI_RULE_NEAR, &sorted.located, &out->eupeg,
                           err);
    if (!status)
        status =
            gmi_match(matcher, GMI_RULE_NEAR, &sorted.joint, &out->joint, err);
    return status;
}

/* ---- Given spans -------------------------------------------------------- */

/* Fills answers that are missing from a second match of what was left. */
static gm_status answer_rest(struct gmi_matcher *matcher,
                             const struct gmi_verdict *exact,
                             struct gmi_answers *out, gm_error *err)
{
    struct gmi_sides rest = {.ignored = {NULL, 0}};
    struct gmi_verdict near;
    gm_status status = gmi_select_unmatched(matcher, exact->gold,
                                            exact->found_of, &rest.gold, err);
    if (!status)
        status = gmi_select_unmatched(matcher, exact->found, exact->gold_of,
                                      &rest.found, err);
    if (!status)
        status = gmi_match(matcher, GMI_RULE_NEAR, &rest, &near, err);
    for (size_t i = 0, k = 0; !status && i < out->gold.count; i++) {
        if (out->found[i])
            continue;
        const size_t j = near.found_of[k++];
        out->found[i] = j == GMI_UNMATCHED ? NULL : rest.found.items[j];
    }
    return status;
}

gm_status gmi_judge_given(struct gmi_matcher *matcher,
                          const struct gmi_sample *sample, gmi_span_test *test,
                          bool skip_demonyms, struct gmi_answers *out,
                          gm_error *err)
{
    struct gmi_sides sides = {.ignored = {NULL, 0}};
    struct gmi_verdict exact;
    gmi_arena_reset(&matcher->arena);
    gm_status status = gmi_select(matcher, &sample->gold, test, skip_demonyms,
                                  &sides.gold, err);
    if (!status)
        status =
            gmi_select(matcher, &sample->found, NULL, false, &sides.found, err);
    if (!status)
        status = gmi_match(matcher, GMI_RULE_EXACT, &sides, &exact, err);
    if (status)
        return status;
    out->gold = sides.gold;
    out->found = gmi_arena_array(&matcher->arena, out->gold.count + 1,
                                 sizeof *out->found);
    if (!out->found)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < out->gold.count; i++)
        if (exact.found_of[i] != GMI_UNMATCHED)
            out->found[i] = sides.found.items[exact.found_of[i]];
    return answer_rest(matcher, &exact, out, err);
}
