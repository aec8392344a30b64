/* SPDX-License-Identifier: MIT */
/*
 * How far a row is from the places that other terms may mean. Eight rows are
 * measured together: the loops over lanes become vector instructions.
 */
#include "resolve/evidence.h"
#include "resolve/fast.h"

#include <math.h>

/* A name loses two thirds of its weight over this much text. */
static const float NEAR_BYTES = 150;

/* What an anchor has to have at least of its term's probability. */
static const float ANCHOR_PROBABILITY_MIN = 0.15f;

static const float EARTH_KM = 6371.0088f;

/* Squares of chords on the unit sphere. */
#define CHORD2(km) ((float)((km) / 6371.0088 * ((km) / 6371.0088)))
static const float CHORD2_MAX = 4;

/* Distances of terms that have no anchor: as far as can be. */
#define FARTHEST 4.0f

enum { LANES = GMI_LANES, NEAREST_IN_TEXT = 5 };

struct lanes {
    float v[LANES];
};

/* Sums for eight rows. */
struct sums {
    struct lanes km50, km150, km500, near50, near150;
    struct lanes first, second, third; /* least distances to anchors */
    struct lanes all, interpretation;
};

/* ln(1 + km) / 10 of chords; to three digits. */
static struct lanes log_distances(const struct lanes *chord2)
{
    struct lanes out;
    for (int i = 0; i < LANES; i++)
        out.v[i] = sqrtf(chord2->v[i]);
    for (int i = 0; i < LANES; i++)
        out.v[i] = gmi_ln_fast(1 + EARTH_KM * out.v[i]) * 0.1f;
    return out;
}

/* What one neighbour says: its masses near each row, its least distances. */
struct heard {
    struct lanes km50, km150, km500, anchor, any;
};

static struct lanes chords_to(const struct gmi_best *best, const float *x,
                              const float *y, const float *z)
{
    struct lanes chord2;
    for (int i = 0; i < LANES; i++) {
        const float dx = x[i] - best->x, dy = y[i] - best->y,
                    dz = z[i] - best->z;
        chord2.v[i] = dx * dx + dy * dy + dz * dz;
    }
    return chord2;
}

static void hear_best(const struct gmi_best *best, const float *x,
                      const float *y, const float *z, struct heard *out)
{
    const struct lanes chord2 = chords_to(best, x, y, z);
    const float p = best->probability;
    for (int i = 0; i < LANES; i++) {
        const float c = chord2.v[i];
        out->km50.v[i] += c < CHORD2(50.0) ? p : 0;
        out->km150.v[i] += c < CHORD2(150.0) ? p : 0;
        out->km500.v[i] += c < CHORD2(500.0) ? p : 0;
        out->any.v[i] = c < out->any.v[i] ? c : out->any.v[i];
    }
    if (p <= ANCHOR_PROBABILITY_MIN)
        return;
    for (int i = 0; i < LANES; i++) {
        const float c = chord2.v[i];
        out->anchor.v[i] = c < out->anchor.v[i] ? c : out->anchor.v[i];
    }
}

static void fill(struct lanes *lanes, float value)
{
    for (int i = 0; i < LANES; i++)
        lanes->v[i] = value;
}

static void hear_term(const struct gmi_term *other, const float *x,
                      const float *y, const float *z, struct heard *out)
{
    *out = (struct heard){0};
    fill(&out->anchor, CHORD2_MAX);
    fill(&out->any, CHORD2_MAX);
    for (size_t i = 0; i < other->best_count; i++)
        hear_best(&other->best[i], x, y, z, out);
}

static float min_of(float a, float b)
{
    return a < b ? a : b;
}

static float max_of(float a, float b)
{
    return a > b ? a : b;
}

static void add_masses(struct sums *sums, const struct heard *heard,
                       float weight, float nearness)
{
    for (int i = 0; i < LANES; i++) {
        sums->km50.v[i] += weight * heard->km50.v[i];
        sums->km150.v[i] += weight * heard->km150.v[i];
        sums->km500.v[i] += weight * heard->km500.v[i];
        sums->near50.v[i] += weight * nearness * heard->km50.v[i];
        sums->near150.v[i] += weight * nearness * heard->km150.v[i];
    }
}

static void add_distances(struct sums *sums, const struct heard *heard,
                          bool is_near_in_text)
{
    const struct lanes distances = log_distances(&heard->anchor);
    for (int i = 0; i < LANES; i++) {
        const float d = distances.v[i];
        const float second = max_of(sums->first.v[i], d);
        sums->first.v[i] = min_of(sums->first.v[i], d);
        const float third = max_of(sums->second.v[i], second);
        sums->second.v[i] = min_of(sums->second.v[i], second);
        sums->third.v[i] = min_of(sums->third.v[i], third);
        sums->all.v[i] += d;
    }
    if (!is_near_in_text)
        return;
    const struct lanes any = log_distances(&heard->any);
    for (int i = 0; i < LANES; i++)
        sums->interpretation.v[i] += any.v[i];
}

static void hear_all(const struct gmi_scene *scene,
                     const struct gmi_term *term, size_t row,
                     struct sums *sums)
{
    const float *x = scene->points.x + row, *y = scene->points.y + row,
                *z = scene->points.z + row;
    *sums = (struct sums){0};
    fill(&sums->first, FARTHEST);
    fill(&sums->second, FARTHEST);
    fill(&sums->third, FARTHEST);
    for (size_t i = 0; i < term->neighbour_count; i++) {
        const struct gmi_neighbour *neighbour = &term->neighbours[i];
        const struct gmi_term *other = &scene->terms[neighbour->term];
        struct heard heard;
        hear_term(other, x, y, z, &heard);
        add_masses(sums, &heard, other->weight,
                   gmi_exp_fast(-(float)neighbour->gap / NEAR_BYTES));
        add_distances(sums, &heard, i < NEAREST_IN_TEXT);
    }
}

/* The mean of the three least distances, or of as many as there are. */
static float nearest3(const struct sums *sums, int i)
{
    if (sums->second.v[i] >= FARTHEST)
        return sums->first.v[i];
    if (sums->third.v[i] >= FARTHEST)
        return (sums->first.v[i] + sums->second.v[i]) / 2;
    return (sums->first.v[i] + sums->second.v[i] + sums->third.v[i]) / 3;
}

static void set_evidence(struct gmi_evidence *e, const struct sums *sums,
                         int i, float scale, size_t neighbours)
{
    /* ln(20,001) / 10: where nothing else is named. */
    static const float nothing = 0.99f;
    const float count = (float)neighbours;
    const size_t read =
        neighbours < NEAREST_IN_TEXT ? neighbours : NEAREST_IN_TEXT;
    e->km50 = sums->km50.v[i] * scale;
    e->km150 = sums->km150.v[i] * scale;
    e->km500 = sums->km500.v[i] * scale;
    e->near_km50 = sums->near50.v[i];
    e->near_km150 = sums->near150.v[i];
    if (neighbours == 0) {
        e->nearest = e->nearest3 = e->distance = e->interpretation = nothing;
        return;
    }
    e->nearest = sums->first.v[i];
    e->nearest3 = nearest3(sums, i);
    e->distance = sums->all.v[i] / count;
    e->interpretation = sums->interpretation.v[i] / (float)read;
}

/* How much of the others lies within 150 km, and no more: a third of the time. */
static void hear_brief(const struct gmi_scene *scene,
                       const struct gmi_term *term, size_t row,
                       struct lanes *km150)
{
    const float *x = scene->points.x + row, *y = scene->points.y + row,
                *z = scene->points.z + row;
    *km150 = (struct lanes){0};
    for (size_t n = 0; n < term->neighbour_count; n++) {
        const struct gmi_term *other =
            &scene->terms[term->neighbours[n].term];
        struct lanes near = {0};
        for (size_t b = 0; b < other->best_count; b++) {
            const float p = other->best[b].probability;
            const struct lanes chord2 = chords_to(&other->best[b], x, y, z);
            for (int i = 0; i < LANES; i++)
                near.v[i] += chord2.v[i] < CHORD2(150.0) ? p : 0;
        }
        for (int i = 0; i < LANES; i++)
            km150->v[i] += other->weight * near.v[i];
    }
}

void gmi_geometry_hear(struct gmi_scene *scene, struct gmi_term *term,
                       bool is_brief)
{
    float weights = 0;
    for (size_t i = 0; i < term->neighbour_count; i++)
        weights += scene->terms[term->neighbours[i].term].weight;
    const float scale = weights > 0 ? 1 / weights : 0;
    for (size_t done = 0; done < term->row_count; done += LANES) {
        struct sums sums;
        const size_t first = term->first_row + done;
        if (is_brief)
            hear_brief(scene, term, first, &sums.km150);
        else
            hear_all(scene, term, first, &sums);
        for (size_t i = 0; i < LANES && done + i < term->row_count; i++) {
            struct gmi_evidence *e = &scene->rows[first + i].evidence;
            if (is_brief)
                e->km150 = sums.km150.v[i] * scale;
            else
                set_evidence(e, &sums, (int)i, scale, term->neighbour_count);
        }
    }
}
