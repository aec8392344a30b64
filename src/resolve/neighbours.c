/* SPDX-License-Identifier: MIT */
/* Which other terms a term hears, and how far off they stand in the text. */
#include "resolve/neighbours.h"

#include "base/status.h"

#include <stdlib.h>
#include <string.h>

enum {
    SPOTS_HEARD = 16,  /* of a term, from which its neighbours are sought */
    STEPS_MAX = 256    /* spots looked at on each side of one of them */
};

/* The terms met so far from one term's spots. */
struct search {
    struct gmi_scene *scene;
    uint32_t term;
    uint32_t *met; /* by term: the place in `found` plus 1, if it is there */
    struct gmi_neighbour *found;
    size_t found_count, found_capacity;
    uint32_t *ends; /* by spot: the farthest end of it and those before */
    uint32_t *seen; /* by term: the spot that met it last, plus 1 */
};

static uint32_t gap_between(const struct gmi_spot *a, const struct gmi_spot *b)
{
    if (a->end <= b->start)
        return b->start - a->end;
    return b->end <= a->start ? a->start - b->end : 0;
}

/* False: the spot's term is none that can be heard. */
static bool meet(struct search *s, const struct gmi_spot *from,
                 const struct gmi_spot *spot)
{
    if (spot->term == s->term || s->scene->terms[spot->term].row_count == 0)
        return false;
    const uint32_t gap = gap_between(from, spot);
    const uint32_t place = s->met[spot->term];
    if (place && place <= s->found_count &&
        s->found[place - 1].term == spot->term) {
        if (gap < s->found[place - 1].gap)
            s->found[place - 1].gap = gap;
        return true;
    }
    if (s->found_count == s->found_capacity)
        return true;
    s->found[s->found_count++] = (struct gmi_neighbour){spot->term, gap};
    s->met[spot->term] = (uint32_t)s->found_count;
    return true;
}

/*
 * Looks left and right of a spot, the nearer side first, until as many terms
 * are met as are heard and all others are farther off. Spots begin in order,
 * so that what is left on the right is no nearer; on the left one may reach
 * over those behind it.
 */
static void look_around(struct search *s, size_t at)
{
    const struct gmi_scene *scene = s->scene;
    const struct gmi_spot *spots = scene->spots, *from = &spots[at];
    size_t left = at, right = at + 1, met = 0;
    uint32_t farthest = 0;
    for (int i = 0; i < 2 * STEPS_MAX; i++) {
        const bool has_left = left > 0;
        const bool has_right = right < scene->spot_count;
        if (!has_left && !has_right)
            return;
        if (met >= GMI_NEIGHBOURS_MAX &&
            (!has_left ||
             (int64_t)from->start - s->ends[left - 1] > farthest) &&
            (!has_right || gap_between(from, &spots[right]) > farthest))
            return;
        const bool goes_left =
            has_left && (!has_right || gap_between(from, &spots[left - 1]) <=
                                           gap_between(from, &spots[right]));
        const struct gmi_spot *spot = &spots[goes_left ? --left : right++];
        if (!meet(s, from, spot) || s->seen[spot->term] == at + 1)
            continue;
        s->seen[spot->term] = (uint32_t)at + 1;
        const uint32_t gap = gap_between(from, spot);
        if (met++ < GMI_NEIGHBOURS_MAX && gap > farthest)
            farthest = gap;
    }
}

static int compare_gaps(const void *a_item, const void *b_item)
{
    const struct gmi_neighbour *a = a_item, *b = b_item;
    if (a->gap != b->gap)
        return a->gap < b->gap ? -1 : 1;
    return a->term < b->term ? -1 : a->term > b->term;
}

static gm_status find(struct search *s, gm_error *err)
{
    struct gmi_scene *scene = s->scene;
    struct gmi_term *term = &scene->terms[s->term];
    s->found_count = 0;
    uint32_t at = term->first_spot;
    for (int i = 0; i < SPOTS_HEARD && at != GMI_NONE; i++) {
        look_around(s, at);
        at = scene->spots[at].next;
    }
    if (s->found_count > 1)
        qsort(s->found, s->found_count, sizeof *s->found, compare_gaps);
    const size_t count = s->found_count < GMI_NEIGHBOURS_MAX
                             ? s->found_count
                             : GMI_NEIGHBOURS_MAX;
    term->neighbours = gmi_arena_alloc(&scene->arena,
                                       count * sizeof *term->neighbours);
    if (!term->neighbours)
        return gmi_fail_memory(err);
    memcpy(term->neighbours, s->found, count * sizeof *s->found);
    term->neighbour_count = count;
    return GM_OK;
}

gm_status gmi_neighbours_find(struct gmi_scene *scene, gm_error *err)
{
    const size_t most = (size_t)SPOTS_HEARD * 2 * STEPS_MAX;
    struct search s = {.scene = scene};
    s.found_capacity = scene->term_count < most ? scene->term_count : most;
    s.met = gmi_arena_array(&scene->arena, scene->term_count, sizeof *s.met);
    s.found =
        gmi_arena_array(&scene->arena, s.found_capacity, sizeof *s.found);
    s.seen = gmi_arena_array(&scene->arena, scene->term_count, sizeof *s.seen);
    s.ends = gmi_arena_array(&scene->arena, scene->spot_count, sizeof *s.ends);
    if (!s.met || !s.found || !s.seen || !s.ends)
        return gmi_fail_memory(err);
    uint32_t farthest = 0;
    for (size_t i = 0; i < scene->spot_count; i++) {
        if (scene->spots[i].end > farthest)
            farthest = scene->spots[i].end;
        s.ends[i] = farthest;
    }
    for (s.term = 0; s.term < scene->term_count; s.term++) {
        const gm_status status = find(&s, err);
        if (status)
            return status;
    }
    return GM_OK;
}
