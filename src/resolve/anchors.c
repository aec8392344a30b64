/* SPDX-License-Identifier: MIT */
/*
 * Anchors: how likely each row is once terms have heard one another. The
 * weights of the evidence were set by hand, once; how much the prior counts
 * beside it was chosen among four values by cross-validation.
 */
#include "base/status.h"
#include "resolve/evidence.h"
#include "resolve/fast.h"
#include "resolve/relations.h"

/* What is too unlikely to speak for its term. */
static const float SPEAKS_FROM = 0.003f;

enum { ROUNDS = 2 };

/* What the prior weighs before others are heard, and beside them. */
static const float PRIOR_ALONE = 0.6f, PRIOR_HEARD = 0.5f;

/* ---- From scores to what others hear ----------------------------------- */

static void set_probabilities(struct gmi_row *rows, size_t count,
                              const float *scores)
{
    float best = -1e9f, sum = 0;
    for (size_t i = 0; i < count; i++)
        best = scores[i] > best ? scores[i] : best;
    for (size_t i = 0; i < count; i++)
        sum += rows[i].probability = gmi_exp_fast(scores[i] - best);
    for (size_t i = 0; i < count; i++)
        rows[i].probability /= sum;
}

/* Keeps the best rows in the order of their probability. */
static void keep_best(const struct gmi_scene *scene, struct gmi_term *term)
{
    term->best_count = 0;
    for (size_t i = 0; i < term->row_count; i++) {
        const size_t at = term->first_row + i;
        const float p = scene->rows[at].probability;
        const bool is_full = term->best_count == GMI_BEST_MAX;
        if (p <= SPEAKS_FROM || !(scene->rows[at].flags & GMI_ROW_HAS_POINT) ||
            (is_full && p <= term->best[GMI_BEST_MAX - 1].probability))
            continue;
        size_t slot = is_full ? GMI_BEST_MAX - 1 : term->best_count++;
        for (; slot > 0 && term->best[slot - 1].probability < p; slot--)
            term->best[slot] = term->best[slot - 1];
        term->best[slot] =
            (struct gmi_best){scene->points.x[at],     scene->points.y[at],
                              scene->points.z[at],     p,
                              scene->rows[at].country, scene->rows[at].type};
    }
}

/* The areas that a term's masses are being summed for. */
struct masses {
    struct gmi_scene *scene;
    uint32_t stamp;
    struct gmi_mass *items;
    size_t count, room;
};

static void add_mass(struct masses *masses, uint32_t index, float mass)
{
    struct gmi_area *area = &masses->scene->areas[index];
    if (index == 0)
        return;
    if (area->stamp != masses->stamp) {
        if (masses->count == masses->room)
            return;
        area->stamp = masses->stamp;
        area->mass = 0;
        masses->items[masses->count++].area = index;
    }
    area->mass += mass;
}

static void sum_masses(struct gmi_scene *scene, struct gmi_term *term)
{
    struct masses masses = {.scene = scene,
                            .stamp = ++scene->stamp,
                            .items = term->masses,
                            .room = 3 * term->row_count};
    term->self_count = 0;
    for (size_t i = 0; i < term->row_count; i++) {
        const struct gmi_row *row = &scene->rows[term->first_row + i];
        if (row->probability < 1e-6f)
            continue;
        add_mass(&masses, row->country_area, row->probability);
        if (row->admin1_area != row->country_area)
            add_mass(&masses, row->admin1_area, row->probability);
        if (row->admin2_area != row->admin1_area)
            add_mass(&masses, row->admin2_area, row->probability);
        if (row->self_area && row->probability > SPEAKS_FROM)
            term->selves[term->self_count++] =
                (struct gmi_mass){row->self_area, row->probability};
    }
    term->mass_count = 0;
    for (size_t i = 0; i < masses.count; i++) {
        const uint32_t area = masses.items[i].area;
        const float mass = scene->areas[area].mass;
        if (mass > SPEAKS_FROM)
            term->masses[term->mass_count++] = (struct gmi_mass){area, mass};
    }
}

static void speak(struct gmi_scene *scene, struct gmi_term *term,
                  const float *scores)
{
    set_probabilities(scene->rows + term->first_row, term->row_count, scores);
    keep_best(scene, term);
    sum_masses(scene, term);
}

/* ---- Rounds ------------------------------------------------------------ */

static float score(const struct gmi_scene *scene, const struct gmi_term *term,
                   const struct gmi_row *row)
{
    const struct gmi_evidence *e = &row->evidence;
    return PRIOR_HEARD * row->prior + 2 * e->country + 3 * e->admin1 +
           3 * e->km150 + 1.5f * e->is_country + 2.5f * e->is_admin1 +
           2 * e->is_admin2 + gmi_ln_fast(1 + e->child) +
           3 * gmi_told_elsewhere(scene, term, GMI_NONE, row);
}

static void score_term(const struct gmi_scene *scene,
                       const struct gmi_term *term, float *scores)
{
    for (size_t i = 0; i < term->row_count; i++)
        scores[term->first_row + i] =
            score(scene, term, &scene->rows[term->first_row + i]);
}

static gm_status make_room(struct gmi_scene *scene, gm_error *err)
{
    for (size_t i = 0; i < scene->term_count; i++) {
        struct gmi_term *term = &scene->terms[i];
        term->masses = gmi_arena_alloc(&scene->arena, 3 * term->row_count *
                                                          sizeof *term->masses);
        term->selves = gmi_arena_alloc(&scene->arena,
                                       term->row_count * sizeof *term->selves);
        if (!term->masses || !term->selves)
            return gmi_fail_memory(err);
    }
    return GM_OK;
}

static void speak_all(struct gmi_scene *scene, const float *scores)
{
    for (size_t i = 0; i < scene->term_count; i++)
        speak(scene, &scene->terms[i], scores + scene->terms[i].first_row);
}

gm_status gmi_anchors_find(struct gmi_scene *scene, gm_error *err)
{
    float *scores =
        gmi_arena_array(&scene->arena, scene->row_count, sizeof *scores);
    if (!scores)
        return gmi_fail_memory(err);
    const gm_status status = make_room(scene, err);
    if (status)
        return status;
    for (size_t i = 0; i < scene->row_count; i++)
        scores[i] = PRIOR_ALONE * scene->rows[i].prior;
    speak_all(scene, scores);
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < scene->term_count; i++) {
            gmi_hierarchy_hear(scene, &scene->terms[i]);
            gmi_geometry_hear(scene, &scene->terms[i], true);
        }
        for (size_t i = 0; i < scene->term_count; i++)
            score_term(scene, &scene->terms[i], scores);
        speak_all(scene, scores);
    }
    return GM_OK;
}

void gmi_evidence_find(struct gmi_scene *scene, struct gmi_term *term)
{
    gmi_hierarchy_hear(scene, term);
    gmi_geometry_hear(scene, term, false);
}
