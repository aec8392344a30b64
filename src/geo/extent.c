/* SPDX-License-Identifier: MIT */
/*
 * Fitting a window to points. From the smallest window around all, the
 * outermost point whose loss makes the window smallest for its weight is taken
 * away, again and again; of all windows on this way, the best is chosen.
 */
#include "geo/extent.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

/*
 * At most this part of the weight may be left out, and 5 % of it must make
 * the area 3 times smaller, 10 % 9 times, 20 % 80 times: far capitals in a
 * report on twenty villages go, one of five towns stays. By eye, on sample
 * texts.
 */
static const double LOSS_MAX = 0.25;
static const double LOSS_PRICE = 22;
static const double LOSS_FROM = 8; /* of less weight nothing is left out */

/* Degrees: below them a smaller window is no better. */
static const double SIDE_MIN = 1.5;

enum { WEST, EAST, SOUTH, NORTH, SIDES };

struct item {
    double x, y, weight; /* x without the jump at 180 */
    bool is_gone;
    struct gmi_weighted *source;
};

struct peeling {
    struct item *items;
    struct item **order[2]; /* by x, by y */
    size_t next[SIDES];     /* how far each side has come in its order */
    size_t count;
};

static int by_x(const void *a, const void *b)
{
    const struct item *const *p = a, *const *q = b;
    return ((*p)->x > (*q)->x) - ((*p)->x < (*q)->x);
}

static int by_y(const void *a, const void *b)
{
    const struct item *const *p = a, *const *q = b;
    return ((*p)->y > (*q)->y) - ((*p)->y < (*q)->y);
}

/* Begins east of the widest gap, so that a turn of the earth ends before. */
static void unwrap(struct peeling *peeling)
{
    struct item **order = peeling->order[0];
    const size_t count = peeling->count;
    qsort(order, count, sizeof *order, by_x);
    size_t start = 0;
    double widest = order[0]->x + 360 - order[count - 1]->x;
    for (size_t i = 1; i < count; i++) {
        const double gap = order[i]->x - order[i - 1]->x;
        if (gap > widest) {
            widest = gap;
            start = i;
        }
    }
    for (size_t i = 0; i < start; i++)
        order[i]->x += 360;
    if (start)
        qsort(order, count, sizeof *order, by_x);
    qsort(peeling->order[1], count, sizeof *order, by_y);
}

/* The outermost item of a side that is still there. */
static struct item *outermost(struct peeling *peeling, int side, size_t skip)
{
    struct item **order = peeling->order[side == SOUTH || side == NORTH];
    const bool is_high = side == EAST || side == NORTH;
    for (size_t i = peeling->next[side]; i < peeling->count; i++) {
        struct item *item = order[is_high ? peeling->count - 1 - i : i];
        if (item->is_gone)
            continue;
        if (!skip)
            return item;
        skip--;
    }
    return NULL;
}

static void advance(struct peeling *peeling)
{
    for (int side = 0; side < SIDES; side++) {
        struct item **order = peeling->order[side == SOUTH || side == NORTH];
        const bool is_high = side == EAST || side == NORTH;
        size_t *next = &peeling->next[side];
        while (*next < peeling->count &&
               order[is_high ? peeling->count - 1 - *next : *next]->is_gone)
            ++*next;
    }
}

static double log_area(const struct gmi_window *window)
{
    const double width = fmax(window->east - window->west, SIDE_MIN);
    const double height = fmax(window->north - window->south, SIDE_MIN);
    return log(width * height);
}

static struct gmi_window window_of(struct peeling *peeling)
{
    return (struct gmi_window){
        outermost(peeling, WEST, 0)->x, outermost(peeling, SOUTH, 0)->y,
        outermost(peeling, EAST, 0)->x, outermost(peeling, NORTH, 0)->y};
}

/* The window without the outermost item of a side. */
static struct gmi_window window_without(struct peeling *peeling,
                                        struct gmi_window window, int side)
{
    const struct item *next = outermost(peeling, side, 1);
    if (side == WEST)
        window.west = next->x;
    else if (side == EAST)
        window.east = next->x;
    else if (side == SOUTH)
        window.south = next->y;
    else
        window.north = next->y;
    return window;
}

/* Takes away the item that pays most, and returns its weight. */
static double peel(struct peeling *peeling)
{
    const struct gmi_window window = window_of(peeling);
    struct item *best = NULL;
    double best_gain = -1;
    for (int side = 0; side < SIDES; side++) {
        struct item *item = outermost(peeling, side, 0);
        const struct gmi_window less = window_without(peeling, window, side);
        const double gain =
            (log_area(&window) - log_area(&less)) / item->weight;
        if (gain > best_gain) {
            best_gain = gain;
            best = item;
        }
    }
    best->is_gone = true;
    return best->weight;
}

static struct gmi_window fit(struct peeling *peeling)
{
    double total = 0, gone = 0;
    for (size_t i = 0; i < peeling->count; i++)
        total += peeling->items[i].weight;
    struct gmi_window best = window_of(peeling);
    double best_cost = log_area(&best);
    for (size_t left = peeling->count; left > 1; left--) {
        gone += peel(peeling);
        if (total < LOSS_FROM || gone > LOSS_MAX * total)
            break;
        advance(peeling);
        const struct gmi_window window = window_of(peeling);
        const double cost = log_area(&window) + LOSS_PRICE * gone / total;
        if (cost < best_cost) {
            best_cost = cost;
            best = window;
        }
    }
    return best;
}

static bool is_inside(const struct gmi_window *window, const struct item *item)
{
    return item->x >= window->west && item->x <= window->east &&
           item->y >= window->south && item->y <= window->north;
}

/* Who is just outside comes in again, as the map hardly grows for it. */
static struct gmi_window with_neighbours(const struct peeling *peeling,
                                         struct gmi_window window)
{
    static const double NEAR = 0.5; /* of the window's side */
    const double x = fmax(window.east - window.west, SIDE_MIN) * NEAR;
    const double y = fmax(window.north - window.south, SIDE_MIN) * NEAR;
    const struct gmi_window wide = {window.west - x, window.south - y,
                                    window.east + x, window.north + y};
    for (size_t i = 0; i < peeling->count; i++) {
        const struct item *item = &peeling->items[i];
        if (!is_inside(&wide, item))
            continue;
        window.west = fmin(window.west, item->x);
        window.east = fmax(window.east, item->x);
        window.south = fmin(window.south, item->y);
        window.north = fmax(window.north, item->y);
    }
    return window;
}

gm_status gmi_extent_fit(struct gmi_weighted *points, size_t count,
                         struct gmi_window *out, gm_error *err)
{
    struct peeling peeling = {
        .items = gmi_alloc_zeroed(count, sizeof *peeling.items),
        .order = {gmi_alloc_zeroed(count, sizeof(struct item *)),
                  gmi_alloc_zeroed(count, sizeof(struct item *))},
        .count = count};
    const bool is_ready = peeling.items && peeling.order[0] && peeling.order[1];
    for (size_t i = 0; is_ready && i < count; i++) {
        peeling.items[i] =
            (struct item){points[i].point.longitude, points[i].point.latitude,
                          points[i].weight, false, &points[i]};
        peeling.order[0][i] = peeling.order[1][i] = &peeling.items[i];
    }
    if (is_ready) {
        unwrap(&peeling);
        *out = with_neighbours(&peeling, fit(&peeling));
        for (size_t i = 0; i < count; i++)
            points[i].is_outside = !is_inside(out, &peeling.items[i]);
    }
    gmi_release(peeling.items);
    gmi_release(peeling.order[0]);
    gmi_release(peeling.order[1]);
    return is_ready ? GM_OK : gmi_fail_memory(err);
}

double gmi_window_longitude(const struct gmi_window *window, double longitude)
{
    const double middle = (window->west + window->east) / 2;
    return longitude + 360 * round((middle - longitude) / 360);
}

bool gmi_window_contains(const struct gmi_window *window,
                         struct gmi_point point)
{
    const double x = gmi_window_longitude(window, point.longitude);
    return x >= window->west && x <= window->east &&
           point.latitude >= window->south && point.latitude <= window->north;
}
