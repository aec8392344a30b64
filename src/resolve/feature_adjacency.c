/* SPDX-License-Identifier: MIT */
/* "Paris, Texas": what stands directly beside a mention. */
#include "resolve/features.h"

#include "gazetteer/variant_rule.h"

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

/* How far along a list its members are asked, to each side. */
enum { LIST_REACH = 6 };

/* What a member of the list says of a row's type, and of its country. */
struct list_share {
    float type, country, weight;
};

static void ask_member(const struct gmi_term *member,
                       const struct gmi_row *row, float weight,
                       struct list_share *share)
{
    share->weight += weight;
    for (size_t i = 0; i < member->best_count; i++) {
        const struct gmi_best *best = &member->best[i];
        if (best->type != row->type)
            continue;
        const float mass = weight * best->probability;
        share->type += mass;
        share->country += best->country == row->country ? mass : 0;
    }
}

/* "in Ohio, Kentucky, Georgia and New York": the nearest weigh most. */
static void put_list(const struct gmi_question *q, const struct gmi_row *row,
                     float *out)
{
    const struct gmi_scene *scene = q->scene;
    struct list_share share = {0};
    for (int side = 0; side < 2; side++) {
        const struct gmi_spot_facts *facts = q->spot_facts;
        float weight = 1;
        for (int i = 0; i < LIST_REACH; i++, weight *= 0.8f) {
            const uint32_t term = facts->list[side];
            if (term == GMI_NONE)
                break;
            if (&scene->terms[term] != q->term)
                ask_member(&scene->terms[term], row, weight, &share);
            facts += side ? 1 : -1; /* spots are in the order of the text */
        }
    }
    if (share.weight == 0)
        return;
    out[GMI_F_LIST_TYPE] = share.type / share.weight;
    out[GMI_F_LIST_COUNTRY] = share.country / share.weight;
}

/* So little of a parent is as good as chance. */
static const float PARENT_DOUBT = 0.03f;

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

/*
 * How likely the term is an area around the row, of those that are called so
 * without more: of "Paris, Texas" the state, not a Texas County.
 */
static float plain_parent(const struct gmi_scene *scene, uint32_t term,
                          const struct gmi_row *row)
{
    const struct gmi_term *parent = &scene->terms[term];
    float most = 0;
    for (size_t i = 0; i < parent->row_count; i++) {
        const struct gmi_row *area = &scene->rows[parent->first_row + i];
        const uint32_t self = area->self_area;
        if (self && area->rule <= GMI_VARIANT_NORMALIZED &&
            area->probability > most && gmi_row_lies_in(row, self))
            most = area->probability;
    }
    return most;
}

void gmi_told_outright(const struct gmi_question *q, float *out)
{
    const uint32_t term = q->spot_facts->after_comma;
    const struct gmi_row *rows = &q->scene->rows[q->term->first_row];
    float best = 0;
    for (size_t i = 0; i < q->term->row_count; i++) {
        out[i] = term == GMI_NONE ? 0 : plain_parent(q->scene, term, &rows[i]);
        best = out[i] > best ? out[i] : best;
    }
    for (size_t i = 0; i < q->term->row_count; i++)
        out[i] /= best + PARENT_DOUBT;
}
