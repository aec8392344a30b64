/* SPDX-License-Identifier: MIT */
/* "Paris, Texas": what stands directly beside a mention. */
#include "resolve/features.h"

/* The most of a parent's mass that any row of the term lies in. */
static float best_parent(const struct gmi_question *q, uint32_t term)
{
    float most = 0;
    if (term == GMI_NONE)
        return 0;
    for (size_t i = 0; i < q->term->row_count; i++) {
        const float mass = gmi_parent_mass(
            q->scene, term, &q->scene->rows[q->term->first_row + i]);
        most = mass > most ? mass : most;
    }
    return most;
}

/* How much of a term lies in the row. */
static float child_mass(const struct gmi_scene *scene, uint32_t term,
                        const struct gmi_row *row)
{
    if (term == GMI_NONE || row->self_area == 0)
        return 0;
    const struct gmi_term *child = &scene->terms[term];
    float mass = 0;
    for (size_t i = 0; i < child->mass_count; i++)
        if (child->masses[i].area == row->self_area)
            mass = child->masses[i].mass;
    for (size_t i = 0; i < child->self_count; i++)
        if (child->selves[i].area == row->self_area)
            mass -= child->selves[i].mass;
    return mass > 0 ? mass : 0;
}

static void put_list(const struct gmi_question *q, const struct gmi_row *row,
                     float *out)
{
    float type = 0, country = 0;
    for (int side = 0; side < 2; side++) {
        const uint32_t term = q->spot_facts->list[side];
        if (term == GMI_NONE)
            continue;
        const struct gmi_term *other = &q->scene->terms[term];
        for (size_t i = 0; i < other->best_count; i++) {
            const struct gmi_best *best = &other->best[i];
            if (best->type != row->type)
                continue;
            type += best->probability;
            country +=
                best->country == row->country ? best->probability : 0;
        }
    }
    out[GMI_F_LIST_TYPE] = type / 2;
    out[GMI_F_LIST_COUNTRY] = country / 2;
}

void gmi_feature_adjacency(const struct gmi_question *q,
                           const struct gmi_row *row, float *out)
{
    const struct gmi_scene *scene = q->scene;
    const struct gmi_spot_facts *facts = q->spot_facts;
    const float after = gmi_parent_mass(scene, facts->after_comma, row);
    const float best = q->best_parent_after;
    out[GMI_F_PARENT_AFTER] = after;
    out[GMI_F_PARENT_FITS] = best > 0.3f;
    out[GMI_F_PARENT_BEHIND] = best - after;
    out[GMI_F_CHILD_BEFORE] = child_mass(scene, facts->before_comma, row);
    out[GMI_F_PARENT_IN] = gmi_parent_mass(scene, facts->in, row);
    out[GMI_F_PARENT_LEFT] = gmi_parent_mass(scene, facts->left, row);
    out[GMI_F_PARENT_RIGHT] = gmi_parent_mass(scene, facts->right, row);
    out[GMI_F_PARENT_ELSEWHERE] = gmi_told_elsewhere(
        scene, q->term, (uint32_t)(q->spot - scene->spots), row);
    put_list(q, row, out);
}

float gmi_best_parent_after(const struct gmi_question *q)
{
    return best_parent(q, q->spot_facts->after_comma);
}
