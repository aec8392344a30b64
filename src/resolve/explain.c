/* SPDX-License-Identifier: MIT */
/*
 * Why a place won. The score is no plain sum, so a feature's share in the
 * difference of two scores is an estimate: the difference of its values, by
 * the mean of the slopes that the network has at both (the trapezoid rule
 * along the line from one to the other).
 */
#include "resolve/explain.h"

#include "base/status.h"

#include <math.h>
#include <string.h>

enum { REASONS_MAX = 6 };

/* Less than this changes a probability by a hundredth or so. */
static const double SHARE_MIN = 0.05;

/* A row with what its features weigh. */
struct side {
    const float *vector;
    float told;
    float slopes[GMI_FEATURE_COUNT];
};

static void weigh_row(const struct gmi_judge *judge, uint32_t place,
                      struct side *out)
{
    const struct gmi_question *q = &judge->question;
    size_t row = 0;
    while (row + 1 < q->term->row_count &&
           q->scene->rows[q->term->first_row + row].place != place)
        row++;
    out->told = judge->ranker ? GMI_TOLD_WEIGHT * judge->told[row] : 0;
    out->vector = judge->vectors + row * GMI_FEATURE_COUNT;
    gmi_judge_slopes(judge, row, out->slopes);
}

static gm_reason reason_of(const struct side *side, const struct side *rival,
                           size_t feature)
{
    const float other = rival ? rival->vector[feature] : 0;
    const float slope =
        rival ? (side->slopes[feature] + rival->slopes[feature]) / 2
              : side->slopes[feature];
    gm_reason reason = {.feature = gmi_feature_words(feature),
                        .value =
                            (double)side->vector[feature] - (double)other,
                        .weight = (double)slope};
    const double told = (double)side->told - (rival ? (double)rival->told : 0);
    if (feature == GMI_F_PARENT_AFTER && told != 0) {
        const double share = reason.value * reason.weight + told;
        reason.value = told / (double)GMI_TOLD_WEIGHT;
        reason.weight = share / reason.value;
    }
    return reason;
}

static double share_of(const gm_reason *reason)
{
    return fabs(reason->value * reason->weight);
}

/* The reasons that weigh most, the heaviest first. */
static size_t find_reasons(const struct side *side, const struct side *rival,
                           gm_reason out[REASONS_MAX])
{
    size_t kept = 0;
    for (size_t i = 0; i < GMI_FIRST_NONE_FEATURE; i++) {
        const gm_reason reason = reason_of(side, rival, i);
        if (!(share_of(&reason) >= SHARE_MIN) ||
            (kept == REASONS_MAX && share_of(&reason) <= share_of(&out[kept - 1])))
            continue;
        size_t slot = kept < REASONS_MAX ? kept++ : kept - 1;
        for (; slot > 0 && share_of(&out[slot - 1]) < share_of(&reason); slot--)
            out[slot] = out[slot - 1];
        out[slot] = reason;
    }
    return kept;
}

static gm_status give(gm_document *doc, gm_candidate *candidate,
                      const struct side *side, const struct side *rival,
                      gm_error *err)
{
    gm_reason reasons[REASONS_MAX];
    const size_t count = find_reasons(side, rival, reasons);
    gm_reason *copy =
        gmi_arena_array(&doc->arena, count ? count : 1, sizeof *copy);
    if (!copy)
        return gmi_fail_memory(err);
    memcpy(copy, reasons, count * sizeof *copy);
    candidate->reasons = copy;
    candidate->reason_count = count;
    return GM_OK;
}

gm_status gmi_explain(const struct gmi_judge *judge, gm_mention *mention,
                      gm_error *err)
{
    gm_document *doc = judge->question.scene->doc;
    const size_t count = mention->candidate_count;
    struct side winner, other;
    if (count == 0)
        return GM_OK;
    gm_candidate *candidates =
        gmi_arena_array(&doc->arena, count, sizeof *candidates);
    if (!candidates)
        return gmi_fail_memory(err);
    memcpy(candidates, mention->candidates, count * sizeof *candidates);
    mention->candidates = candidates;
    weigh_row(judge, candidates[0].place, &winner);
    if (count == 1)
        return give(doc, &candidates[0], &winner, NULL, err);
    gm_status status = GM_OK;
    for (size_t i = count; i-- > 1 && !status;) {
        weigh_row(judge, candidates[i].place, &other);
        status = give(doc, &candidates[i], &other, &winner, err);
    }
    return status ? status : give(doc, &candidates[0], &winner, &other, err);
}
