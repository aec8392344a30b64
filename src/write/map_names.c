/* SPDX-License-Identifier: MIT */
/* The names on a map. */
#include "write/map_draw.h"

#include "write/display.h"
#include "write/map_base.h"
#include "write/map_style.h"
#include "write/map_text.h"
#include "write/xml.h"

#include <math.h>
#include <string.h>

enum {
    LABELS_MAX = 250,
    LETTERS = 12 /* size of a label */
};

/* Bold letters are wider. */
static const double BOLD = 1.1;

static void add(struct gmi_drawing *drawing, const char *text)
{
    gmi_buffer_add_string(drawing->out, text);
}

static const struct gmi_listed_place *
listed_at(const struct gmi_drawing *drawing, size_t index)
{
    return &drawing->places->places[index];
}

/* Whether a place of that name, shown beside this one, has a label. */
static bool is_repeated(const struct gmi_drawing *drawing, size_t index)
{
    static const double NEAR = 40;
    const struct gmi_mark *mark = &drawing->marks[index];
    const char *name = listed_at(drawing, index)->place.name;
    for (size_t i = 0; i < index; i++) {
        const struct gmi_mark *other = &drawing->marks[i];
        if (other->kind == GMI_MARK_CIRCLE &&
            fabs(other->spot.x - mark->spot.x) < NEAR &&
            fabs(other->spot.y - mark->spot.y) < NEAR &&
            strcmp(listed_at(drawing, i)->place.name, name) == 0)
            return true;
    }
    return false;
}

static void write_text(struct gmi_drawing *drawing, struct gmi_spot spot,
                       enum gmi_label_anchor anchor)
{
    static const char *const ANCHORS[] = {"", " text-anchor=\"middle\"",
                                          " text-anchor=\"end\""};
    add(drawing, "<text");
    gmi_xml_number(drawing->out, "x", spot.x);
    /* From the middle of the line to where the letters stand. */
    gmi_xml_number(drawing->out, "y", spot.y + LETTERS * 0.36);
    add(drawing, ANCHORS[anchor]);
}

static void draw_leader(struct gmi_drawing *drawing,
                        const struct gmi_label_position *position)
{
    add(drawing, "<line stroke=\"" GMI_MAP_FAINT "\" stroke-width=\".8\"");
    gmi_xml_number(drawing->out, "x1", position->from.x);
    gmi_xml_number(drawing->out, "y1", position->from.y);
    gmi_xml_number(drawing->out, "x2", position->to.x);
    gmi_xml_number(drawing->out, "y2", position->to.y);
    add(drawing, "/>\n");
}

/* The name as it is shown: valid, on one line. Lasts until the next. */
static const char *shown(struct gmi_drawing *drawing, const char *name)
{
    gmi_buffer_clear(&drawing->label);
    gmi_display_add(&drawing->label, name);
    drawing->out->is_failed |= drawing->label.is_failed;
    return drawing->label.data ? drawing->label.data : "";
}

static bool label_circle(struct gmi_drawing *drawing, size_t index)
{
    const gm_place *place = &listed_at(drawing, index)->place;
    const struct gmi_mark *mark = &drawing->marks[index];
    const struct gmi_map_class_style *style =
        gmi_map_class_style(gmi_map_class_of(place));
    const char *name = shown(drawing, place->name);
    struct gmi_label_position position;
    if (!name[0] || is_repeated(drawing, index) ||
        !gmi_label_place(&drawing->field, mark->spot, mark->radius,
                         gmi_map_text_width(name, LETTERS), LETTERS + 2,
                         &position))
        return false;
    if (position.is_far)
        draw_leader(drawing, &position);
    write_text(drawing, (struct gmi_spot){position.x, position.y},
               position.anchor);
    gmi_buffer_printf(drawing->out, " fill=\"%s\"%s>", style->ink,
                      style->is_italic ? " font-style=\"italic\"" : "");
    gmi_xml_string(drawing->out, name);
    add(drawing, "</text>\n");
    return true;
}

/*
 * The name of a country at its middle, or a little above or below, where it
 * still has room: the letters stand apart. `style` is of the text.
 */
static bool label_inside(struct gmi_drawing *drawing, const char *name,
                         const struct gmi_mark *mark, const char *style)
{
    static const double MOVES[] = {0, 14, -14, 28, -28};
    static const double SPACING = 1.5;
    const double width =
        gmi_map_text_width(name, LETTERS) +
        SPACING * (double)gmi_display_width(name, strlen(name));
    for (size_t i = 0; i < sizeof MOVES / sizeof MOVES[0]; i++) {
        const struct gmi_spot spot = {mark->spot.x, mark->spot.y + MOVES[i]};
        const struct gmi_label_box box = {
            spot.x - width / 2, spot.y - LETTERS / 2.0, width, LETTERS + 2};
        if (fabs(MOVES[i]) > mark->radius ||
            !gmi_label_is_free(&drawing->field, box))
            continue;
        gmi_label_occupy(&drawing->field, box);
        write_text(drawing, spot, GMI_ANCHOR_MIDDLE);
        add(drawing, style);
        gmi_xml_string(drawing->out, name);
        add(drawing, "</text>\n");
        return true;
    }
    return false;
}

static void label_country(struct gmi_drawing *drawing, size_t index)
{
    const struct gmi_mark *mark = &drawing->marks[index];
    const char *name = shown(drawing, listed_at(drawing, index)->place.name);
    struct gmi_label_position position;
    if (label_inside(drawing, name, mark,
                     " fill=\"" GMI_MAP_COUNTRY_INK
                     "\" letter-spacing=\"1.5\" font-weight=\"600\">") ||
        !gmi_label_place(&drawing->field, mark->spot, 0,
                         gmi_map_text_width(name, LETTERS) * BOLD, LETTERS + 2,
                         &position))
        return;
    if (position.is_far)
        draw_leader(drawing, &position);
    write_text(drawing, (struct gmi_spot){position.x, position.y},
               position.anchor);
    add(drawing, " fill=\"" GMI_MAP_COUNTRY_INK "\" font-weight=\"600\">");
    gmi_xml_string(drawing->out, name);
    add(drawing, "</text>\n");
}

static bool is_mentioned(const struct gmi_drawing *drawing, size_t area)
{
    for (size_t i = 0; i < drawing->places->count; i++)
        if (drawing->marks[i].kind == GMI_MARK_COUNTRY &&
            drawing->marks[i].area == area)
            return true;
    return false;
}

/* Names of countries that nobody mentions, so that the reader knows where. */
static void label_context(struct gmi_drawing *drawing)
{
    static const double ROOM_MIN = 16;
    const gm_outline *outline = drawing->outline;
    const size_t count = outline ? gm_outline_area_count(outline) : 0;
    for (size_t i = 0; i < count && !drawing->frame.is_world; i++) {
        struct gmi_mark mark;
        if (is_mentioned(drawing, i) ||
            !gmi_map_area_middle(&drawing->frame, outline, i, &mark.spot,
                                 &mark.radius) ||
            mark.radius < ROOM_MIN)
            continue;
        label_inside(
            drawing, shown(drawing, gm_outline_area_at(outline, i)->name),
            &mark, " fill=\"" GMI_MAP_CONTEXT_INK "\" letter-spacing=\"1.5\">");
    }
}

void gmi_map_draw_labels(struct gmi_drawing *drawing)
{
    const size_t count = drawing->places->count;
    size_t labels = 0;
    gmi_buffer_printf(drawing->out,
                      "<g font-size=\"%d\" stroke=\"" GMI_MAP_PAPER
                      "\" stroke-opacity=\".8\" stroke-width=\"2.5\" "
                      "stroke-linejoin=\"round\" paint-order=\"stroke\" "
                      "pointer-events=\"none\">\n",
                      LETTERS);
    for (size_t i = 0; i < count; i++)
        if (drawing->marks[i].kind == GMI_MARK_COUNTRY)
            label_country(drawing, i);
    for (size_t i = 0; i < count && labels < LABELS_MAX; i++)
        if (drawing->marks[i].kind == GMI_MARK_CIRCLE)
            labels += label_circle(drawing, i);
    label_context(drawing);
    add(drawing, "</g>\n");
}
