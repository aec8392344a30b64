/* SPDX-License-Identifier: MIT */
/* What went wrong with single mentions. */
#include "evaluate/error.h"

#include "base/status.h"
#include "evaluate/distance.h"
#include "text/fold.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *gmi_error_kind_name(enum gmi_error_kind kind)
{
    static const char *const names[] = {"missed", "false", "extent",
                                        "unresolved", "misplaced"};
    return names[kind];
}

/* ---- Finding them ------------------------------------------------------- */

static gm_status add(struct gmi_mention_errors *errors,
                     enum gmi_error_kind kind, const struct gmi_span *gold,
                     const struct gmi_span *found, gm_error *err)
{
    if (!gmi_reserve(&errors->items, &errors->capacity, errors->count,
                     sizeof *errors->items))
        return gmi_fail_memory(err);
    const bool is_known = gold && found && gold->has_point && found->has_point;
    errors->items[errors->count++] = (struct gmi_mention_error){
        kind, gold, found,
        is_known ? gmi_eval_km(gold->point, found->point) : NAN};
    return GM_OK;
}

/* A mention that was found: is its place right? */
static gm_status check_place(struct gmi_mention_errors *errors,
                             const struct gmi_span *gold,
                             const struct gmi_span *found, double limit_km,
                             gm_error *err)
{
    if (!gold->has_point)
        return GM_OK;
    if (!found || !found->has_point)
        return add(errors, GMI_ERROR_UNRESOLVED, gold, found, err);
    if (gmi_eval_km(gold->point, found->point) < limit_km)
        return GM_OK;
    return add(errors, GMI_ERROR_MISPLACED, gold, found, err);
}

/* What near did not match: of another extent, missed, false. */
static gm_status check_rest(struct gmi_matcher *matcher,
                            const struct gmi_verdict *near,
                            struct gmi_mention_errors *errors, gm_error *err)
{
    struct gmi_sides rest = {.ignored = {NULL, 0}};
    struct gmi_verdict overlap;
    gm_status status = gmi_select_unmatched(matcher, near->gold, near->found_of,
                                            &rest.gold, err);
    if (!status)
        status = gmi_select_unmatched(matcher, near->found, near->gold_of,
                                      &rest.found, err);
    if (!status)
        status = gmi_match(matcher, GMI_RULE_OVERLAP, &rest, &overlap, err);
    for (size_t i = 0; !status && i < rest.gold.count; i++) {
        const size_t j = overlap.found_of[i];
        const bool is_missed = j == GMI_UNMATCHED;
        status = add(errors, is_missed ? GMI_ERROR_MISSED : GMI_ERROR_EXTENT,
                     rest.gold.items[i], is_missed ? NULL : rest.found.items[j],
                     err);
    }
    for (size_t j = 0; !status && j < rest.found.count; j++)
        if (overlap.gold_of[j] == GMI_UNMATCHED)
            status =
                add(errors, GMI_ERROR_FALSE, NULL, rest.found.items[j], err);
    return status;
}

static gm_status find_found(struct gmi_matcher *matcher,
                            const struct gmi_sample *sample, double limit_km,
                            struct gmi_mention_errors *errors, gm_error *err)
{
    struct gmi_judgement judgement;
    gm_status status = gmi_judge(matcher, sample, false, &judgement, err);
    const struct gmi_verdict *near = &judgement.near;
    for (size_t i = 0; !status && i < near->gold.count; i++)
        if (near->found_of[i] != GMI_UNMATCHED)
            status = check_place(errors, near->gold.items[i],
                                 near->found.items[near->found_of[i]], limit_km,
                                 err);
    return status ? status : check_rest(matcher, near, errors, err);
}

static gm_status find_given(struct gmi_matcher *matcher,
                            const struct gmi_sample *sample, double limit_km,
                            struct gmi_mention_errors *errors, gm_error *err)
{
    struct gmi_answers answers;
    gm_status status = gmi_judge_given(matcher, sample, gmi_span_counts_located,
                                       false, &answers, err);
    for (size_t i = 0; !status && i < answers.gold.count; i++)
        status = check_place(errors, answers.gold.items[i], answers.found[i],
                             limit_km, err);
    return status;
}

static uint32_t start_of(const struct gmi_mention_error *error)
{
    return error->gold ? error->gold->start : error->found->start;
}

static int compare(const void *a_item, const void *b_item)
{
    const struct gmi_mention_error *a = a_item, *b = b_item;
    if (start_of(a) != start_of(b))
        return start_of(a) < start_of(b) ? -1 : 1;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    /* spans lie in arrays, in the order of the files */
    const struct gmi_span *first = a->gold ? a->gold : a->found;
    const struct gmi_span *second = b->gold ? b->gold : b->found;
    return first < second ? -1 : first > second;
}

gm_status gmi_errors_find(struct gmi_matcher *matcher,
                          const struct gmi_sample *sample,
                          const gm_eval_options *options,
                          struct gmi_mention_errors *out, gm_error *err)
{
    out->count = 0;
    const gm_status status = (options->gold_mentions ? find_given : find_found)(
        matcher, sample, options->km, out, err);
    if (!status && out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare);
    return status;
}

/* ---- What helps to see why ---------------------------------------------- */

enum { CONTEXT = 60 }; /* code points on each side */

void gmi_context_release(struct gmi_context_text *context)
{
    gmi_buffer_release(&context->before);
    gmi_buffer_release(&context->mention);
    gmi_buffer_release(&context->behind);
}

static void put(const gm_document *doc, size_t start, size_t end,
                struct gmi_buffer *out)
{
    gmi_buffer_clear(out);
    for (size_t i = start; i < end; i++) {
        const unsigned char c = (unsigned char)doc->text[i];
        gmi_buffer_add_char(out, c < 0x20 || c == 0x7f ? ' ' : (char)c);
    }
    if (!out->data)
        gmi_buffer_add(out, "", 0);
}

void gmi_context_around(const gm_document *doc, const struct gmi_span *span,
                        struct gmi_context_text *out)
{
    const size_t before = span->start > CONTEXT ? span->start - CONTEXT : 0;
    const size_t start = gmi_document_byte_at(doc, span->start);
    const size_t end = gmi_document_byte_at(doc, span->end);
    put(doc, gmi_document_byte_at(doc, before), start, &out->before);
    put(doc, start, end, &out->mention);
    put(doc, end, gmi_document_byte_at(doc, (size_t)span->end + CONTEXT),
        &out->behind);
}

bool gmi_nearest_of_name(const gm_gazetteer *gazetteer,
                         const struct gmi_span *gold, gm_place *place,
                         double *km)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    bool is_found = false;
    gmi_hits_begin(&hits, gazetteer,
                   gmi_key_of(gold->phrase, strlen(gold->phrase), NULL));
    while (gmi_hits_next(&hits, &hit)) {
        gm_place other;
        if (gm_gazetteer_place(gazetteer, hit.place, &other) ||
            isnan(other.longitude) || isnan(other.latitude))
            continue;
        const struct gmi_point point = {other.longitude, other.latitude};
        const double apart = gmi_eval_km(gold->point, point);
        if (is_found && apart >= *km)
            continue;
        is_found = true;
        *place = other;
        *km = apart;
    }
    return is_found;
}
