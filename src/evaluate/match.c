/* SPDX-License-Identifier: MIT */
/* Pairing gold mentions with those that were found, one to one. */
#include "evaluate/match.h"

#include "base/memory.h"
#include "base/status.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Centres nearer than this, in code points: EUPEG (Wang, Hu 2019). */
static const double NEAR = 10;

/* Many mentions at one spot make pairs by their product. */
static const size_t PAIRS_MAX = (size_t)1 << 24;

void gmi_matcher_release(struct gmi_matcher *matcher)
{
    gmi_arena_release(&matcher->arena);
    gmi_release(matcher->pairs);
    *matcher = (struct gmi_matcher){0};
}

/* ---- Pairs that may be -------------------------------------------------- */

/* What was found, in the order of where it stands. */
struct spot {
    double position;
    size_t found;
};

static int compare_spots(const void *a_item, const void *b_item)
{
    const struct spot *a = a_item, *b = b_item;
    if (a->position != b->position)
        return a->position < b->position ? -1 : 1;
    return a->found < b->found ? -1 : a->found > b->found;
}

/* Where a rule looks for partners: at spots from `low` to `high`. */
struct window {
    double low, high;
};

static double position_of(enum gmi_rule rule, const struct gmi_span *span)
{
    return rule == GMI_RULE_NEAR ? gmi_span_middle(span) : span->start;
}

static struct window window_of(enum gmi_rule rule, const struct gmi_span *gold,
                               double longest)
{
    const double position = position_of(rule, gold);
    if (rule == GMI_RULE_NEAR)
        return (struct window){position - NEAR, position + NEAR};
    if (rule == GMI_RULE_OVERLAP)
        return (struct window){position - longest, gold->end};
    return (struct window){position, position};
}

/* What a pair costs; NaN: it is none. */
static double cost_of(enum gmi_rule rule, const struct gmi_span *gold,
                      const struct gmi_span *found)
{
    const double gold_start = gold->start, gold_end = gold->end;
    const double start = found->start, end = found->end;
    if (rule == GMI_RULE_EXACT)
        return start == gold_start && end == gold_end ? 0 : NAN;
    if (rule == GMI_RULE_NEAR) {
        const double apart =
            fabs(gmi_span_middle(gold) - gmi_span_middle(found));
        return apart < NEAR && strcmp(gold->key, found->key) == 0 ? apart : NAN;
    }
    const double shared = fmin(gold_end, end) - fmax(gold_start, start);
    /* most shared, then the tighter one */
    return shared > 0 ? -shared + (end - start) * 1e-6 : NAN;
}

static double longest_of(struct gmi_span_list found)
{
    double longest = 0;
    for (size_t i = 0; i < found.count; i++)
        longest = fmax(longest, (double)found.items[i]->end -
                                    (double)found.items[i]->start);
    return longest;
}

static size_t first_from(const struct spot *spots, size_t count, double low)
{
    size_t from = 0, to = count;
    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        if (spots[middle].position < low)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static gm_status add_pair(struct gmi_matcher *matcher, struct gmi_pair pair,
                          gm_error *err)
{
    if (matcher->count == PAIRS_MAX)
        return gmi_fail(err, GM_ERR_MEMORY,
                        "too many mentions at one spot of a document");
    if (!gmi_reserve(&matcher->pairs, &matcher->capacity, matcher->count,
                     sizeof *matcher->pairs))
        return gmi_fail_memory(err);
    matcher->pairs[matcher->count++] = pair;
    return GM_OK;
}

static int compare_pairs(const void *a_item, const void *b_item)
{
    const struct gmi_pair *a = a_item, *b = b_item;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    if (a->gold != b->gold)
        return a->gold < b->gold ? -1 : 1;
    return a->found < b->found ? -1 : a->found > b->found;
}

static gm_status make_pairs(struct gmi_matcher *matcher, enum gmi_rule rule,
                            struct gmi_span_list gold,
                            struct gmi_span_list found, gm_error *err)
{
    matcher->count = 0;
    struct spot *spots =
        gmi_arena_array(&matcher->arena, found.count + 1, sizeof *spots);
    if (!spots)
        return gmi_fail_memory(err);
    for (size_t j = 0; j < found.count; j++)
        spots[j] = (struct spot){position_of(rule, found.items[j]), j};
    qsort(spots, found.count, sizeof *spots, compare_spots);
    const double longest = longest_of(found);
    for (size_t i = 0; i < gold.count; i++) {
        const struct window window = window_of(rule, gold.items[i], longest);
        for (size_t j = first_from(spots, found.count, window.low);
             j < found.count && spots[j].position <= window.high; j++) {
            const size_t k = spots[j].found;
            const double cost = cost_of(rule, gold.items[i], found.items[k]);
            const gm_status status =
                isnan(cost)
                    ? GM_OK
                    : add_pair(matcher, (struct gmi_pair){cost, i, k}, err);
            if (status)
                return status;
        }
    }
    if (matcher->count > 1)
        qsort(matcher->pairs, matcher->count, sizeof *matcher->pairs,
              compare_pairs);
    return GM_OK;
}

/* Takes the best pair whose two are free, and so on. How many there are. */
static size_t take_pairs(const struct gmi_matcher *matcher, size_t *found_of,
                         size_t *gold_of)
{
    size_t taken = 0;
    for (size_t i = 0; i < matcher->count; i++) {
        const struct gmi_pair *pair = &matcher->pairs[i];
        if (found_of[pair->gold] != GMI_UNMATCHED ||
            gold_of[pair->found] != GMI_UNMATCHED)
            continue;
        found_of[pair->gold] = pair->found;
        gold_of[pair->found] = pair->gold;
        taken++;
    }
    return taken;
}

/* ---- Verdicts ----------------------------------------------------------- */

static size_t *make_unmatched(struct gmi_matcher *matcher, size_t count)
{
    size_t *other_of =
        gmi_arena_array(&matcher->arena, count + 1, sizeof *other_of);
    for (size_t i = 0; other_of && i < count; i++)
        other_of[i] = GMI_UNMATCHED;
    return other_of;
}

/* Marks what lies on gold that does not count. */
static gm_status ignore(struct gmi_matcher *matcher, enum gmi_rule rule,
                        struct gmi_span_list ignored, struct gmi_verdict *out,
                        gm_error *err)
{
    if (!ignored.count)
        return GM_OK;
    struct gmi_span_list rest;
    gm_status status =
        gmi_select_unmatched(matcher, out->found, out->gold_of, &rest, err);
    if (!status)
        status = make_pairs(matcher, rule, ignored, rest, err);
    if (status)
        return status;
    size_t *found_of = make_unmatched(matcher, ignored.count);
    size_t *gold_of = make_unmatched(matcher, rest.count);
    if (!found_of || !gold_of)
        return gmi_fail_memory(err);
    out->ignored = take_pairs(matcher, found_of, gold_of);
    for (size_t j = 0, k = 0; j < out->found.count; j++)
        if (out->gold_of[j] == GMI_UNMATCHED && gold_of[k++] != GMI_UNMATCHED)
            out->gold_of[j] = GMI_IGNORED;
    return GM_OK;
}

gm_status gmi_match(struct gmi_matcher *matcher, enum gmi_rule rule,
                    const struct gmi_sides *sides, struct gmi_verdict *out,
                    gm_error *err)
{
    *out = (struct gmi_verdict){.gold = sides->gold, .found = sides->found};
    out->found_of = make_unmatched(matcher, sides->gold.count);
    out->gold_of = make_unmatched(matcher, sides->found.count);
    if (!out->found_of || !out->gold_of)
        return gmi_fail_memory(err);
    const gm_status status =
        make_pairs(matcher, rule, sides->gold, sides->found, err);
    if (status)
        return status;
    out->right = take_pairs(matcher, out->found_of, out->gold_of);
    return ignore(matcher, rule, sides->ignored, out, err);
}

/* ---- Lists -------------------------------------------------------------- */

static gm_status make_list(struct gmi_matcher *matcher, size_t most,
                           struct gmi_span_list *out, gm_error *err)
{
    out->count = 0;
    out->items = gmi_arena_array(&matcher->arena, most + 1, sizeof *out->items);
    return out->items ? GM_OK : gmi_fail_memory(err);
}

gm_status gmi_select(struct gmi_matcher *matcher, const struct gmi_spans *spans,
                     gmi_span_test *test, bool skip_demonyms,
                     struct gmi_span_list *out, gm_error *err)
{
    const gm_status status = make_list(matcher, spans->count, out, err);
    if (status)
        return status;
    for (size_t i = 0; i < spans->count; i++)
        if (!test || test(&spans->items[i], skip_demonyms))
            out->items[out->count++] = &spans->items[i];
    return GM_OK;
}

gm_status gmi_select_unmatched(struct gmi_matcher *matcher,
                               struct gmi_span_list list,
                               const size_t *other_of,
                               struct gmi_span_list *out, gm_error *err)
{
    const gm_status status = make_list(matcher, list.count, out, err);
    if (status)
        return status;
    for (size_t i = 0; i < list.count; i++)
        if (other_of[i] == GMI_UNMATCHED)
            out->items[out->count++] = list.items[i];
    return GM_OK;
}
