/* SPDX-License-Identifier: MIT */
/* What a document is about. */
#include "resolve/focus.h"

#include "base/status.h"
#include "gazetteer/gazetteer.h"
#include "resolve/area.h"

#include <stdlib.h>
#include <string.h>

/* A document is not about what has less of it than this; nor about more. */
static const double SHARE_MIN = 0.05;
enum { FOCUS_MAX = 10 };

struct shares {
    gm_focus items[FOCUS_MAX];
    size_t count;
};

/* The country and the first-order area that a place is or lies in; or 0. */
static void find_areas(struct gmi_scene *scene, uint32_t place,
                       uint32_t *country, uint32_t *admin1)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(scene->gazetteer, place, &image);
    *country = *admin1 = 0;
    if (!record)
        return;
    *country = gmi_area_of_country(scene, record->country);
    const bool is_area =
        gmi_image_type(image, record) ==
        GMI_TYPE_ADMIN1;
    *admin1 = gmi_area_of_place(
        scene, is_area ? place
                       : gmi_gazetteer_ancestors(scene->gazetteer, place)
                             .admin1);
}

static int by_share(const void *a, const void *b)
{
    const gm_focus *left = a, *right = b;
    if (left->share != right->share)
        return left->share > right->share ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

static void offer(struct shares *shares, const gm_focus *focus)
{
    if (shares->count < FOCUS_MAX) {
        shares->items[shares->count++] = *focus;
    } else if (by_share(focus, &shares->items[FOCUS_MAX - 1]) < 0) {
        shares->items[FOCUS_MAX - 1] = *focus;
    } else {
        return;
    }
    qsort(shares->items, shares->count, sizeof *shares->items, by_share);
}

static gm_status keep(gm_document *doc, const struct shares *countries,
                      const struct shares *areas, gm_error *err)
{
    const size_t count = countries->count + areas->count;
    gm_focus *focus =
        gmi_arena_array(&doc->arena, count ? count : 1, sizeof *focus);
    if (!focus)
        return gmi_fail_memory(err);
    memcpy(focus, countries->items, countries->count * sizeof *focus);
    memcpy(focus + countries->count, areas->items,
           areas->count * sizeof *focus);
    doc->focus = focus;
    doc->focus_count = count;
    return GM_OK;
}

/* The confidence of the mentions in each area, the scene's areas by number. */
static double sum_up(struct gmi_scene *scene, double *sums, size_t room)
{
    const gm_document *doc = scene->doc;
    double total = 0;
    for (size_t i = 0; i < doc->mention_count; i++) {
        const gm_mention *mention = &doc->mentions[i];
        uint32_t country, admin1;
        if (!mention->is_resolved)
            continue;
        find_areas(scene, mention->candidates[0].place, &country, &admin1);
        total += mention->confidence;
        if (country && country < room)
            sums[country] += mention->confidence;
        if (admin1 && admin1 != country && admin1 < room)
            sums[admin1] += mention->confidence;
    }
    return total;
}

gm_status gmi_focus_find(struct gmi_scene *scene, gm_error *err)
{
    /* a mention adds two areas at the most to those that are known */
    const size_t room =
        scene->area_count + 2 * scene->doc->mention_count + 1;
    double *sums = gmi_arena_array(&scene->arena, room, sizeof *sums);
    if (!sums)
        return gmi_fail_memory(err);
    memset(sums, 0, room * sizeof *sums);
    const double total = sum_up(scene, sums, room);
    struct shares countries = {.count = 0}, areas = {.count = 0};
    for (size_t i = 1; i < scene->area_count && i < room; i++) {
        const struct gmi_area *area = &scene->areas[i];
        const gm_focus focus = {area->place, total > 0 ? sums[i] / total : 0};
        if (focus.share >= SHARE_MIN && area->place != GMI_NONE)
            offer(area->country ? &countries : &areas, &focus);
    }
    return keep(scene->doc, &countries, &areas, err);
}
