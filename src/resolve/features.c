/* SPDX-License-Identifier: MIT */
/* What a candidate is judged by: the groups together. */
#include "resolve/features.h"

#include "gazetteer/variant_rule.h"
#include "resolve/fast.h"

#include <string.h>

const char *gmi_feature_words(size_t feature)
{
    static const char *const words[] = {
#define FEATURE(group, name, text) text,
#include "resolve/features.def"
#undef FEATURE
    };
    return feature < GMI_FEATURE_COUNT ? words[feature] : "";
}

const char *gmi_feature_name_at(size_t feature)
{
    static const char *const names[] = {
#define FEATURE(group, name, text) #name,
#include "resolve/features.def"
#undef FEATURE
    };
    return feature < GMI_FEATURE_COUNT ? names[feature] : "";
}

const char *gmi_feature_group_at(size_t feature)
{
    static const char *const groups[] = {
#define FEATURE(group, name, text) #group,
#include "resolve/features.def"
#undef FEATURE
    };
    return feature < GMI_FEATURE_COUNT ? groups[feature] : "";
}

/* ---- What all rows of a term share ------------------------------------- */

uint16_t gmi_main_country(const struct gmi_scene *scene)
{
    float sums[26 * 26 + 1] = {0};
    for (size_t i = 0; i < scene->term_count; i++) {
        const struct gmi_term *term = &scene->terms[i];
        for (size_t j = 0; j < term->mass_count; j++)
            sums[scene->areas[term->masses[j].area].country] +=
                term->weight * term->masses[j].mass;
    }
    uint16_t best = 0;
    sums[0] = 0; /* areas that are no country */
    for (uint16_t i = 1; i <= 26 * 26; i++)
        if (sums[i] > sums[best])
            best = i;
    return best;
}

static float max_of(float a, float b)
{
    return a > b ? a : b;
}

static float min_of(float a, float b)
{
    return a < b ? a : b;
}

void gmi_term_facts_find(const struct gmi_scene *scene,
                         const struct gmi_term *term,
                         struct gmi_term_facts *out)
{
    *out = (struct gmi_term_facts){.best_prior = term->best_prior,
                                   .nearest = 10,
                                   .interpretation = 10};
    size_t names = 0;
    for (size_t i = 0; i < term->row_count; i++) {
        const struct gmi_row *row = &scene->rows[term->first_row + i];
        const struct gmi_evidence *e = &row->evidence;
        out->best_log_population =
            max_of(out->best_log_population, row->log_population);
        names = row->name_count > names ? row->name_count : names;
        out->best_same_country = max_of(out->best_same_country, e->country);
        out->best_same_admin1 = max_of(out->best_same_admin1, e->admin1);
        out->nearest = min_of(out->nearest, e->nearest);
        out->interpretation = min_of(out->interpretation, e->interpretation);
        out->namesakes += (row->flags & GMI_ROW_MAIN) &&
                          row->rule == GMI_VARIANT_EXACT;
        out->plain += row->rule <= GMI_VARIANT_INFLECTED;
    }
    out->best_names = gmi_ln_fast(1 + (float)names) / 5;
    out->main_country = scene->main_country;
}

/* ---- The groups -------------------------------------------------------- */

void gmi_features_of_row(const struct gmi_question *q,
                         const struct gmi_row *row, float *out)
{
    memset(out, 0, GMI_FIRST_SPOT_FEATURE * sizeof *out);
    gmi_feature_prior(q, row, out);
    gmi_feature_name(q, row, out);
    gmi_feature_hierarchy(q, row, out);
    gmi_feature_geometry(q, row, out);
    gmi_feature_document(q, row, out);
    gmi_feature_home(q, row, out);
}

void gmi_features_of_spot(const struct gmi_question *q,
                          const struct gmi_row *row, float *out)
{
    memset(out + GMI_FIRST_SPOT_FEATURE, 0,
           (GMI_FEATURE_COUNT - GMI_FIRST_SPOT_FEATURE) * sizeof *out);
    gmi_feature_cue(q, row, out);
    gmi_feature_adjacency(q, row, out);
}

void gmi_features_of_none(const struct gmi_question *q, float *out)
{
    const struct gmi_term_facts *facts = q->facts;
    memset(out, 0, GMI_FEATURE_COUNT * sizeof *out);
    out[GMI_F_NONE] = 1;
    out[GMI_F_NONE_CANDIDATES] =
        gmi_ln_fast(1 + (float)q->term->row_count) / 5;
    out[GMI_F_NONE_POPULATION] = facts->best_log_population / 8;
    out[GMI_F_NONE_MAIN] = facts->namesakes > 0;
    out[GMI_F_NONE_PLAIN] = facts->plain == 0;
    out[GMI_F_NONE_EMBEDDED] = q->spot_facts->use == GM_USE_EMBEDDED;
}
