/* SPDX-License-Identifier: MIT */
/* Which part of the earth a map shows. */
#include "write/map_frame.h"

#include "base/memory.h"
#include "base/status.h"
#include "geo/extent.h"
#include "geo/sphere.h"
#include "write/map_style.h"

#include <math.h>

static const double PI = 3.14159265358979323846;

/* Degrees of longitude from which the whole world is the better map. */
static const double WORLD_FROM = 170;

/* Of the world, no ice that nobody mentions. */
static const double WORLD_SOUTH = -58, WORLD_NORTH = 90;

/* Room around the points, so that their labels have some. */
static const double MARGIN = 0.13;

/* Degrees of latitude: a single village is shown with its surroundings. */
static const double HEIGHT_MIN = 1.6;

/* Beyond it the plane has little to do with the earth. */
static const double LATITUDE_MAX = 86, PARALLEL_MAX = 75;

/* A place that reaches so far is not meant by its middle. */
static const double LARGE_KM = 150;
static const double LARGE_WEIGHT = 0.2;

/* ---- Points ------------------------------------------------------------ */

static bool is_large(const gm_place *place)
{
    return gmi_map_is_country(place) || place->radius_km > LARGE_KM;
}

/* Four points at the edge of a place that only large ones are beside. */
static size_t add_reach(struct gmi_weighted *points, const gm_place *place)
{
    const struct gmi_point centre = {place->longitude, place->latitude};
    const double reach = fmin(fmax(place->radius_km, 1), 3000);
    for (int i = 0; i < 4; i++)
        points[i] = (struct gmi_weighted){
            gmi_destination(centre, 90.0 * i, reach), 1, false};
    return 4;
}

static size_t collect(const struct gmi_place_list *places,
                      struct gmi_weighted *points)
{
    bool has_small = false;
    for (size_t i = 0; i < places->count; i++)
        has_small |=
            places->places[i].has_point && !is_large(&places->places[i].place);
    size_t count = 0;
    for (size_t i = 0; i < places->count; i++) {
        const struct gmi_listed_place *listed = &places->places[i];
        const gm_place *place = &listed->place;
        const double weight = (double)listed->mentions;
        if (!listed->has_point)
            continue;
        if (!has_small)
            count += add_reach(points + count, place);
        else
            points[count++] = (struct gmi_weighted){
                {place->longitude, place->latitude},
                is_large(place) ? weight * LARGE_WEIGHT : weight,
                false};
    }
    return count;
}

/* ---- The window -------------------------------------------------------- */

static void show_world(struct gmi_map_frame *frame,
                       const struct gmi_window *points)
{
    frame->is_world = true;
    frame->projection = (struct gmi_projection){GMI_EQUAL_EARTH, 0};
    frame->window = (struct gmi_window){-180, WORLD_SOUTH, 180, WORLD_NORTH};
    if (points && points->south < WORLD_SOUTH + 3)
        frame->window.south = -90;
}

static void show_part(struct gmi_map_frame *frame,
                      const struct gmi_window *points)
{
    struct gmi_window window = *points;
    const double height =
        fmax((window.north - window.south) * (1 + 2 * MARGIN), HEIGHT_MIN);
    const double middle = (window.north + window.south) / 2;
    window.north = fmin(middle + height / 2, LATITUDE_MAX);
    window.south = fmax(middle - height / 2, -LATITUDE_MAX);
    const double margin = (window.east - window.west) * MARGIN;
    window.west -= margin;
    window.east += margin;
    const double parallel = (window.north + window.south) / 2;
    frame->projection = (struct gmi_projection){
        GMI_EQUIRECTANGULAR, fmax(-PARALLEL_MAX, fmin(PARALLEL_MAX, parallel))};
    frame->window = window;
}

/* Widens a window on its plane to a shape that the room has. */
static void fit_shape(struct gmi_map_frame *frame,
                      const struct gmi_map_room *room)
{
    struct gmi_window *window = &frame->window;
    const double squeeze = cos(frame->projection.parallel * PI / 180);
    double width = (window->east - window->west) * squeeze;
    double height = window->north - window->south;
    width = fmax(width, height * room->width / room->height_max);
    height = fmax(height, width * room->height_min / room->width);
    const double middle_x = (window->east + window->west) / 2;
    double middle_y = (window->north + window->south) / 2;
    if (middle_y + height / 2 > 90)
        middle_y = 90 - height / 2;
    if (middle_y - height / 2 < -90)
        middle_y = -90 + height / 2;
    window->west = middle_x - width / squeeze / 2;
    window->east = middle_x + width / squeeze / 2;
    window->south = middle_y - height / 2;
    window->north = middle_y + height / 2;
}

static void settle(struct gmi_map_frame *frame, const struct gmi_map_room *room)
{
    const struct gmi_window *window = &frame->window;
    const struct gmi_projection *projection = &frame->projection;
    const double widest =
        window->south < 0 && window->north > 0 ? 0 : window->south;
    const double left = gmi_project(projection, window->west, widest).x;
    const double right = gmi_project(projection, window->east, widest).x;
    const double top = gmi_project(projection, window->west, window->north).y;
    const double bottom =
        gmi_project(projection, window->west, window->south).y;
    frame->width = room->width;
    frame->scale = room->width / (right - left);
    frame->height = (top - bottom) * frame->scale;
    frame->left = left;
    frame->top = top;
    if (frame->height <= room->height_max)
        return;
    /* Only the world gets here: in a low room it has sea at its sides. */
    frame->scale *= room->height_max / frame->height;
    frame->height = room->height_max;
    frame->left = (left + right) / 2 - room->width / frame->scale / 2;
}

gm_status gmi_map_frame_fit(const struct gmi_place_list *places,
                            const struct gmi_map_room *room,
                            struct gmi_map_frame *out, gm_error *err)
{
    struct gmi_map_frame frame = {0};
    struct gmi_window window;
    /* At most four points a place; one more, as there may be none. */
    struct gmi_weighted *points =
        gmi_alloc_zeroed(places->count * 4 + 1, sizeof *points);
    if (!points)
        return gmi_fail_memory(err);
    const size_t count = collect(places, points);
    gm_status status = GM_OK;
    if (count)
        status = gmi_extent_fit(points, count, &window, err);
    gmi_release(points);
    if (status)
        return status;
    if (count)
        show_part(&frame, &window);
    if (count && frame.window.east - frame.window.west < WORLD_FROM)
        fit_shape(&frame, room);
    if (!count || frame.window.east - frame.window.west >= WORLD_FROM)
        show_world(&frame, count ? &window : NULL);
    settle(&frame, room);
    *out = frame;
    return GM_OK;
}

/* ---- On the picture ---------------------------------------------------- */

struct gmi_spot gmi_map_spot(const struct gmi_map_frame *frame,
                             double longitude, double latitude)
{
    const struct gmi_plane at =
        gmi_project(&frame->projection, longitude, latitude);
    return (struct gmi_spot){(at.x - frame->left) * frame->scale,
                             (frame->top - at.y) * frame->scale};
}

bool gmi_map_place(const struct gmi_map_frame *frame, const gm_place *place,
                   struct gmi_spot *out)
{
    const double longitude =
        gmi_window_longitude(&frame->window, place->longitude);
    *out = gmi_map_spot(frame, longitude, place->latitude);
    return out->x >= 0 && out->x <= frame->width && out->y >= 0 &&
           out->y <= frame->height;
}

double gmi_map_length(const struct gmi_map_frame *frame, double km)
{
    return km / GMI_EARTH_RADIUS_KM * frame->scale;
}
