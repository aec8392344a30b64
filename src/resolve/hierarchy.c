/* SPDX-License-Identifier: MIT */
/*
 * What other terms say of areas: how much of them lies in a row's country,
 * and whether they name it. The neighbours' masses are summed by area first;
 * rows then read the sums of theirs.
 */
#include "resolve/evidence.h"
#include "resolve/fast.h"

/* A name loses two thirds of its weight over this much text. */
static const float NEAR_BYTES = 150;

/* The area with its sums for the term that is being heard. */
static struct gmi_area *area_for(struct gmi_scene *scene, uint32_t area,
                                 uint32_t stamp)
{
    struct gmi_area *a = &scene->areas[area];
    if (a->stamp != stamp)
        *a = (struct gmi_area){.place = a->place,
                               .country = a->country,
                               .log_population = a->log_population,
                               .stamp = stamp};
    return a;
}

static float max_of(float a, float b)
{
    return a > b ? a : b;
}

static void add_neighbour(struct gmi_scene *scene, uint32_t stamp,
                          const struct gmi_term *other, float nearness)
{
    const float weight = other->weight;
    for (size_t i = 0; i < other->mass_count; i++) {
        struct gmi_area *area =
            area_for(scene, other->masses[i].area, stamp);
        area->mass += weight * other->masses[i].mass;
        area->near_mass += weight * nearness * other->masses[i].mass;
        area->any += weight;
    }
    for (size_t i = 0; i < other->self_count; i++) {
        const float mass = other->selves[i].mass;
        struct gmi_area *area =
            area_for(scene, other->selves[i].area, stamp);
        area->self_max = max_of(area->self_max, mass);
        area->near_self_max = max_of(area->near_self_max, nearness * mass);
        area->self_sum += weight * mass;
    }
}

static void read_area(const struct gmi_scene *scene, uint32_t stamp,
                      uint32_t index, bool is_self, float scale,
                      float out[6])
{
    static const struct gmi_area nothing = {0};
    const struct gmi_area *area = &scene->areas[index];
    if (index == 0 || area->stamp != stamp)
        area = &nothing;
    out[0] = area->mass * scale;
    out[1] = area->any * scale;
    out[2] = is_self ? 0 : area->self_max;
    out[3] = area->near_mass;
    out[4] = is_self ? 0 : area->near_self_max;
    out[5] = max_of(area->mass - area->self_sum, 0);
}

void gmi_hierarchy_hear(struct gmi_scene *scene, struct gmi_term *term)
{
    const uint32_t stamp = ++scene->stamp;
    float weights = 0;
    for (size_t i = 0; i < term->neighbour_count; i++) {
        const struct gmi_neighbour *neighbour = &term->neighbours[i];
        const struct gmi_term *other = &scene->terms[neighbour->term];
        add_neighbour(scene, stamp, other,
                      gmi_exp_fast(-(float)neighbour->gap / NEAR_BYTES));
        weights += other->weight;
    }
    const float scale = weights > 0 ? 1 / weights : 0;
    for (size_t i = 0; i < term->row_count; i++) {
        struct gmi_row *row = &scene->rows[term->first_row + i];
        struct gmi_evidence *e = &row->evidence;
        const uint32_t self = row->self_area;
        float c[6], a1[6], a2[6], own[6];
        read_area(scene, stamp, row->country_area,
                  row->country_area == self, scale, c);
        read_area(scene, stamp, row->admin1_area, row->admin1_area == self,
                  scale, a1);
        read_area(scene, stamp, row->admin2_area, row->admin2_area == self,
                  scale, a2);
        read_area(scene, stamp, self, false, scale, own);
        e->country = c[0], e->admin1 = a1[0], e->admin2 = a2[0];
        e->any_country = c[1], e->any_admin1 = a1[1], e->any_admin2 = a2[1];
        e->is_country = c[2], e->is_admin1 = a1[2], e->is_admin2 = a2[2];
        e->near_country = c[3], e->near_admin1 = a1[3];
        e->near_admin2 = a2[3];
        e->near_is_country = c[4], e->near_is_admin1 = a1[4];
        e->near_is_admin2 = a2[4];
        e->child = own[5];
    }
}
