/* SPDX-License-Identifier: MIT */
/* The places on a map: tinted countries and circles. */
#include "write/map_draw.h"

#include "write/map_base.h"
#include "write/map_style.h"
#include "write/xml.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum {
    CIRCLES_MAX = 4000, /* more than any eye tells apart */
    LETTERS = 12,       /* size of a label */
    LETTERS_COUNTRY = 12
};

/* Radius of one mention, and of the place with the most. */
static const double RADIUS_MIN = 4, RADIUS_MAX = 15;

/* A country with less room than that is a circle. */
static const double COUNTRY_ROOM_MIN = 4;

static void add(struct gmi_drawing *drawing, const char *text)
{
    gmi_buffer_add_string(drawing->out, text);
}

static const struct gmi_listed_place *
listed_at(const struct gmi_drawing *drawing, size_t index)
{
    return &drawing->places->places[index];
}

/* ---- Marks -------------------------------------------------------------- */

/* Areas grow with the mentions; one mention can be seen and hit. */
static double radius_of(const struct gmi_drawing *drawing, size_t index)
{
    const double most = (double)drawing->places->places[0].mentions;
    const double mentions = (double)listed_at(drawing, index)->mentions;
    /* Where few are the most, they are no giants. */
    const double largest = fmin(RADIUS_MAX, RADIUS_MIN + 2.2 * sqrt(most - 1));
    if (most <= 1)
        return RADIUS_MIN;
    const double part = (mentions - 1) / (most - 1);
    return sqrt(RADIUS_MIN * RADIUS_MIN +
                part * (largest * largest - RADIUS_MIN * RADIUS_MIN));
}

/* Whether a place before this one has that area. */
static bool is_taken(const struct gmi_drawing *drawing, size_t index,
                     size_t area)
{
    for (size_t i = 0; i < index; i++)
        if (drawing->marks[i].kind == GMI_MARK_COUNTRY &&
            drawing->marks[i].area == area)
            return true;
    return false;
}

static bool mark_country(struct gmi_drawing *drawing, size_t index,
                         struct gmi_mark *mark)
{
    const gm_place *place = &listed_at(drawing, index)->place;
    if (!drawing->outline || !gmi_map_is_country(place))
        return false;
    mark->area = gm_outline_area_find(drawing->outline, place->country);
    if (mark->area == gm_outline_area_count(drawing->outline) ||
        is_taken(drawing, index, mark->area) ||
        !gmi_map_area_middle(&drawing->frame, drawing->outline, mark->area,
                             &mark->spot, &mark->radius) ||
        mark->radius < COUNTRY_ROOM_MIN)
        return false;
    mark->kind = GMI_MARK_COUNTRY;
    return true;
}

/* How far an area reaches: a disc, where it is neither dot nor page. */
static double reach_of(const struct gmi_drawing *drawing, const gm_place *place,
                       double radius)
{
    const enum gmi_map_class class = gmi_map_class_of(place);
    const double reach = gmi_map_length(&drawing->frame, place->radius_km);
    const bool is_shown =
        (class == GMI_CLASS_AREA || class == GMI_CLASS_REGION) &&
        reach > radius * 1.5 && reach < drawing->frame.height / 3;
    return is_shown ? reach : 0;
}

void gmi_map_mark(struct gmi_drawing *drawing)
{
    size_t circles = 0;
    for (size_t i = 0; i < drawing->places->count; i++) {
        const struct gmi_listed_place *listed = listed_at(drawing, i);
        struct gmi_mark *mark = &drawing->marks[i];
        if (mark_country(drawing, i, mark) || !listed->has_point)
            continue;
        mark->radius = radius_of(drawing, i);
        if (!gmi_map_place(&drawing->frame, &listed->place, &mark->spot))
            mark->kind = GMI_MARK_OFF;
        else if (circles++ < CIRCLES_MAX)
            mark->kind = GMI_MARK_CIRCLE;
        if (mark->kind == GMI_MARK_CIRCLE)
            mark->reach = reach_of(drawing, &listed->place, mark->radius);
    }
}

/* ---- What is shown when asked ------------------------------------------- */

static void add_name(struct gmi_drawing *drawing, const gm_place *place)
{
    gmi_xml_label(drawing->out, place->name);
    if (place->admin1[0] && strcmp(place->admin1, place->name) != 0) {
        add(drawing, ", ");
        gmi_xml_label(drawing->out, place->admin1);
    }
    if (place->country[0] && !gmi_map_is_country(place)) {
        add(drawing, ", ");
        gmi_xml_label(drawing->out, place->country);
    }
}

/* data-place, the end of the tag, and the tip. */
static void add_tip(struct gmi_drawing *drawing, size_t index)
{
    const struct gmi_listed_place *listed = listed_at(drawing, index);
    gmi_buffer_printf(drawing->out, " data-place=\"%zu\"><title>",
                      listed->number);
    add_name(drawing, &listed->place);
    gmi_buffer_printf(drawing->out, ": %" PRIu64 " mention%s, confidence %d%%",
                      listed->mentions, listed->mentions == 1 ? "" : "s",
                      (int)lround(100 * gmi_listed_confidence(listed)));
    add(drawing, "</title>");
}

/* ---- Countries and circles ---------------------------------------------- */

void gmi_map_draw_countries(struct gmi_drawing *drawing)
{
    double most = 0;
    for (size_t i = 0; i < drawing->places->count; i++)
        if (drawing->marks[i].kind == GMI_MARK_COUNTRY)
            most = fmax(most, (double)listed_at(drawing, i)->mentions);
    for (size_t i = 0; i < drawing->places->count; i++) {
        if (drawing->marks[i].kind != GMI_MARK_COUNTRY)
            continue;
        const double part = (double)listed_at(drawing, i)->mentions / most;
        add(drawing, "<path fill=\"");
        add(drawing, gmi_map_country_fill(part));
        add(drawing, "\" d=\"");
        gmi_map_area_path(&drawing->frame, drawing->outline,
                          drawing->marks[i].area, drawing->out);
        add(drawing, "\"");
        add_tip(drawing, i);
        add(drawing, "</path>\n");
    }
}

static void block_circle(struct gmi_drawing *drawing,
                         const struct gmi_mark *mark)
{
    const double side = mark->radius * 2;
    gmi_label_block(&drawing->field,
                    (struct gmi_label_box){mark->spot.x - mark->radius,
                                           mark->spot.y - mark->radius, side,
                                           side});
}

static void begin_circle(struct gmi_drawing *drawing,
                         const struct gmi_mark *mark, double radius)
{
    add(drawing, "<circle");
    gmi_xml_number(drawing->out, "cx", mark->spot.x);
    gmi_xml_number(drawing->out, "cy", mark->spot.y);
    gmi_xml_number(drawing->out, "r", radius);
}

static void draw_reach(struct gmi_drawing *drawing, size_t index)
{
    const struct gmi_mark *mark = &drawing->marks[index];
    const char *fill =
        gmi_map_class_style(gmi_map_class_of(&listed_at(drawing, index)->place))
            ->fill;
    begin_circle(drawing, mark, mark->reach);
    gmi_buffer_printf(drawing->out,
                      " fill=\"%s\" fill-opacity=\".09\" stroke=\"%s\" "
                      "stroke-opacity=\".5\" stroke-width=\".7\" "
                      "stroke-dasharray=\"2 3\"/>\n",
                      fill, fill);
}

void gmi_map_draw_circles(struct gmi_drawing *drawing)
{
    const size_t count = drawing->places->count;
    for (size_t i = 0; i < count; i++)
        if (drawing->marks[i].reach > 0)
            draw_reach(drawing, i);
    add(drawing, "<g fill-opacity=\".85\" stroke=\"" GMI_MAP_PAPER "\">\n");
    for (size_t i = 0; i < count; i++) {
        const struct gmi_mark *mark = &drawing->marks[i];
        if (mark->kind != GMI_MARK_CIRCLE)
            continue;
        const enum gmi_map_class class =
            gmi_map_class_of(&listed_at(drawing, i)->place);
        begin_circle(drawing, mark, mark->radius);
        gmi_buffer_printf(drawing->out, " fill=\"%s\"",
                          gmi_map_class_style(class)->fill);
        add_tip(drawing, i);
        add(drawing, "</circle>\n");
        block_circle(drawing, mark);
    }
    add(drawing, "</g>\n");
}
