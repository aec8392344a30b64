/* SPDX-License-Identifier: MIT */
/*
 * What a candidate is judged by. To add a feature, add a line to features.def
 * and compute it in the feature_*.c of its group; then train new weights.
 */
#ifndef RESOLVE_FEATURES_H
#define RESOLVE_FEATURES_H

#include "resolve/relations.h"
#include "resolve/scene.h"

enum gmi_feature {
#define FEATURE(group, name, words) GMI_F_##name,
#include "resolve/features.def"
#undef FEATURE
    GMI_FEATURE_COUNT,
    GMI_FIRST_SPOT_FEATURE = GMI_F_TYPE_INSIDE, /* those before: of rows */
    GMI_FIRST_NONE_FEATURE = GMI_F_NONE
};

/* What is the same for all rows of a term. */
struct gmi_term_facts {
    float best_log_population, best_names, best_prior;
    float best_same_country, best_same_admin1;
    float nearest, interpretation; /* the least of all rows */
    size_t namesakes;              /* rows that have the name first */
    size_t plain;                  /* rows by rules that change nothing */
    uint16_t main_country;         /* that the document is most about */
};

void gmi_term_facts_find(const struct gmi_scene *scene,
                         const struct gmi_term *term,
                         struct gmi_term_facts *out);

/* The country with the most mass in the document; 0. */
uint16_t gmi_main_country(const struct gmi_scene *scene);

/* What is asked of one row: by term alone, or by one of its spots. */
struct gmi_question {
    struct gmi_scene *scene;
    const struct gmi_term *term;
    const struct gmi_term_facts *facts;
    const struct gmi_spot *spot;
    const struct gmi_spot_facts *spot_facts;
    float best_parent_after; /* gmi_best_parent_after; with a spot */
    const float *twins; /* three a row, see gmi_twins_find */
    const float *prior_ranks; /* one a row */
};

/* Fill their part of a vector of GMI_FEATURE_COUNT; the rest is untouched. */
void gmi_features_of_row(const struct gmi_question *q,
                         const struct gmi_row *row, float *out);
void gmi_features_of_spot(const struct gmi_question *q,
                          const struct gmi_row *row, float *out);
void gmi_features_of_none(const struct gmi_question *q, float *out);

/* The groups, each in its own file. */
typedef void gmi_feature_group(const struct gmi_question *q,
                               const struct gmi_row *row, float *out);
gmi_feature_group gmi_feature_prior, gmi_feature_name, gmi_feature_hierarchy,
    gmi_feature_geometry, gmi_feature_document, gmi_feature_home,
    gmi_feature_cue, gmi_feature_adjacency;

/*
 * For each row of a term: whether a town has an area of the name around it,
 * whether an area has such a town, and how many rows are within 25 km. NULL
 * when out of memory.
 */
float *gmi_twins_find(struct gmi_scene *scene, const struct gmi_term *term);

/*
 * For each row of a term where it stands by its prior: 1 the best, 1/2 the
 * second ... NULL when out of memory.
 */
float *gmi_prior_ranks_find(struct gmi_scene *scene,
                            const struct gmi_term *term);

/*
 * For each row of the term, 0 to 1: whether it lies in what stands behind the
 * spot's comma, if any row does.
 */
void gmi_told_outright(const struct gmi_question *q, float *out);

/* The most that any row lies in what stands behind the spot's comma. */
float gmi_best_parent_after(const struct gmi_question *q);

/* In words and by name, for people; "" past the last. */
const char *gmi_feature_words(size_t feature);
const char *gmi_feature_name_at(size_t feature);
const char *gmi_feature_group_at(size_t feature);

#endif
