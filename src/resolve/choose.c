/* SPDX-License-Identifier: MIT */
/* From scores to a choice. */
#include "resolve/choose.h"

#include "base/status.h"
#include "gazetteer/variant.h"
#include "resolve/fast.h"

/* The sum of all, the null row's included, in units of the best one. */
static float sum_of(const float *scores, size_t count, float null_score,
                    float best)
{
    float sum = gmi_exp_fast(null_score - best);
    for (size_t i = 0; i < count; i++)
        sum += gmi_exp_fast(scores[i] - best);
    return sum;
}

/* The `wanted` best rows, best first; of equals the earlier. */
static size_t best_rows(const float *scores, size_t count, size_t wanted,
                        uint32_t *out)
{
    size_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (kept == wanted && scores[i] <= scores[out[kept - 1]])
            continue;
        size_t slot = kept < wanted ? kept++ : kept - 1;
        for (; slot > 0 && scores[out[slot - 1]] < scores[i]; slot--)
            out[slot] = out[slot - 1];
        out[slot] = i;
    }
    return kept;
}

/*
 * How far a guess at the spelling is to be trusted: of the places that texts
 * name and the gazetteer lacks, more are one letter from some name by chance
 * than by a slip. Of 20 guesses in four corpora none was right; they were at
 * small places.
 */
static double trust_of(const struct gmi_row *row)
{
    enum { KNOWN_PEOPLE = 5000 };
    if (row->rule != GMI_VARIANT_GUESS)
        return 1;
    const bool is_known = row->population >= KNOWN_PEOPLE ||
                          row->type == GMI_TYPE_COUNTRY ||
                          row->type == GMI_TYPE_ADMIN1;
    return is_known ? 0.5 : 0.2;
}

gm_status gmi_choose(struct gmi_scene *scene, const struct gmi_term *term,
                     const float *scores, float null_score,
                     gm_mention *mention, gm_error *err)
{
    const size_t count = term->row_count;
    const size_t wanted = scene->resolver->candidates < count
                              ? scene->resolver->candidates
                              : count;
    if (wanted == 0)
        return GM_OK;
    uint32_t *rows = gmi_arena_alloc(&scene->arena, wanted * sizeof *rows);
    gm_candidate *candidates =
        gmi_arena_array(&scene->doc->arena, wanted, sizeof *candidates);
    if (!rows || !candidates)
        return gmi_fail_memory(err);
    const size_t kept = best_rows(scores, count, wanted, rows);
    const float best =
        scores[rows[0]] > null_score ? scores[rows[0]] : null_score;
    const float sum = sum_of(scores, count, null_score, best);
    for (size_t i = 0; i < kept; i++) {
        const struct gmi_row *row = &scene->rows[term->first_row + rows[i]];
        candidates[i].place = row->place;
        candidates[i].how =
            gmi_variant_rule_name((enum gmi_variant_rule)row->rule);
        candidates[i].probability =
            (double)(gmi_exp_fast(scores[rows[i]] - best) / sum) *
            trust_of(row);
    }
    mention->candidates = candidates;
    mention->candidate_count = kept;
    mention->is_resolved = true;
    mention->confidence = mention->recognition * candidates[0].probability;
    return GM_OK;
}
