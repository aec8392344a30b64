/* SPDX-License-Identifier: MIT */
/*
 * The land of a report's map: all countries coarsely, and those around the
 * places finely, as far as the page stays small.
 */
#include "write/html.h"

#include "include/geomention_outline.h"
#include "write/json.h"
#include "write/map_base.h"

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Points of finely drawn countries; six bytes each, on the page. */
enum { FINE_POINTS_MAX = 30000 };

/* Whole hundredths of a degree: a kilometre, two dots at the closest zoom. */
static const double UNIT = 100;

struct land {
    const gm_writer *writer;
    const struct gmi_window *window;
    gm_outline *coarse, *fine; /* NULL: not there */
    struct gmi_json *json;
    size_t fine_points;
};

/* ---- Which are drawn finely --------------------------------------------- */

static size_t points_of(const gm_outline *outline, size_t area)
{
    const gm_area *found = gm_outline_area_at(outline, area);
    size_t sum = 0;
    gm_ring ring;
    for (size_t p = 0; p < found->polygon_count; p++)
        for (size_t r = 0; !gm_outline_ring(outline, area, p, r, &ring); r++)
            sum += ring.count;
    return sum;
}

static bool is_seen(const struct gmi_window *window, const gm_area *area)
{
    for (double shift = -360; shift <= 360; shift += 360)
        if (area->west + shift < window->east &&
            area->east + shift > window->west && area->south < window->north &&
            area->north > window->south)
            return true;
    return false;
}

static bool has_place(const struct land *land, const gm_area *area)
{
    const struct gmi_html *html = land->writer->state;
    for (size_t i = 0; i < html->places.count; i++)
        if (strcmp(html->places.places[i].place.country, area->code) == 0)
            return true;
    return false;
}

/*
 * The fine outline of an area, where it is worth it: it has a place, or lies
 * beside those of a small map. The count of areas when it is not.
 */
static size_t fine_area(struct land *land, const gm_area *area)
{
    static const double SMALL = 100; /* degrees of longitude */
    const struct gmi_window *window = land->window;
    if (!land->fine)
        return 0;
    const size_t none = gm_outline_area_count(land->fine);
    const size_t found = gm_outline_area_find(land->fine, area->code);
    const bool is_near =
        window->east - window->west < SMALL && is_seen(window, area);
    if (found == none || (!is_near && !has_place(land, area)))
        return none;
    const size_t points = points_of(land->fine, found);
    if (points > FINE_POINTS_MAX - land->fine_points)
        return none;
    land->fine_points += points;
    return found;
}

/* ---- Areas -------------------------------------------------------------- */

/* Longitude and latitude by turns: the first as they are, then differences. */
static void add_ring(struct gmi_json *json, const gm_ring *ring)
{
    long x = 0, y = 0;
    gmi_json_begin(json, '[');
    for (size_t i = 0; i + 1 < ring->count; i++) {
        const long next_x = lround(ring->points[i].longitude * UNIT);
        const long next_y = lround(ring->points[i].latitude * UNIT);
        if (i && next_x == x && next_y == y)
            continue;
        gmi_json_integer(json, next_x - x);
        gmi_json_integer(json, next_y - y);
        x = next_x;
        y = next_y;
    }
    gmi_json_end(json, ']');
}

static void add_area(struct gmi_json *json, const gm_outline *outline,
                     size_t area)
{
    const gm_area *found = gm_outline_area_at(outline, area);
    gm_ring ring;
    gmi_json_begin(json, '[');
    gmi_json_string(json, found->code);
    gmi_json_string(json, found->name);
    gmi_json_begin(json, '[');
    for (size_t p = 0; p < found->polygon_count; p++) {
        gmi_json_begin(json, '[');
        for (size_t r = 0; !gm_outline_ring(outline, area, p, r, &ring); r++)
            add_ring(json, &ring);
        gmi_json_end(json, ']');
    }
    gmi_json_end(json, ']');
    gmi_json_end(json, ']');
}

/* Countries that only the fine outlines have: small ones. */
static void add_small(struct land *land)
{
    const gm_area *area;
    for (size_t i = 0; (area = gm_outline_area_at(land->fine, i)); i++) {
        const size_t count = gm_outline_area_count(land->coarse);
        if (gm_outline_area_find(land->coarse, area->code) < count)
            continue;
        const size_t fine = fine_area(land, area);
        if (fine < gm_outline_area_count(land->fine))
            add_area(land->json, land->fine, fine);
    }
}

static void add_areas(struct land *land)
{
    const gm_area *area;
    for (size_t i = 0; (area = gm_outline_area_at(land->coarse, i)); i++) {
        const size_t fine = fine_area(land, area);
        if (land->fine && fine < gm_outline_area_count(land->fine))
            add_area(land->json, land->fine, fine);
        else
            add_area(land->json, land->coarse, i);
    }
    if (land->fine)
        add_small(land);
}

static gm_status open_outline(const char *folder, const char *name,
                              gm_outline **out, gm_error *err)
{
    char path[4096];
    const int length = snprintf(path, sizeof path, "%s/%s", folder, name);
    if (length < 0 || length >= (int)sizeof path || access(path, F_OK) != 0)
        return GM_OK;
    return gm_outline_open(path, out, err);
}

gm_status gmi_html_land(const gm_writer *writer,
                        const struct gmi_map_frame *frame,
                        struct gmi_json *json, gm_error *err)
{
    const char *folder = writer->options->data_directory;
    struct land land = {
        .writer = writer, .window = &frame->window, .json = json};
    gm_status status =
        open_outline(folder, "countries-110m.txt", &land.coarse, err);
    if (!status)
        status = open_outline(folder, "countries-50m.txt.zst", &land.fine, err);
    gmi_json_key(json, "land");
    gmi_json_begin(json, '[');
    if (!status && land.coarse)
        add_areas(&land);
    gmi_json_end(json, ']');
    gm_outline_close(land.coarse);
    gm_outline_close(land.fine);
    return status;
}
