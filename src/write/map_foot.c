/* SPDX-License-Identifier: MIT */
/* Below a map: legend, scale, what is off the map, and credits. */
#include "write/map_draw.h"

#include "write/credits.h"
#include "write/display.h"
#include "write/map_style.h"
#include "write/map_text.h"
#include "write/number.h"
#include "write/xml.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { LETTERS = 11, LETTERS_SMALL = 10 };

static const double MARGIN = 10;
static const double ROW = 20;  /* of the legend */
static const double LINE = 15; /* of text */

/* Where the legend has come to. */
struct legend {
    struct gmi_drawing *drawing;
    double x, y; /* the foot of the letters */
    double right;
};

static void add(struct gmi_drawing *drawing, const char *text)
{
    gmi_buffer_add_string(&drawing->foot, text);
}

/* ---- Legend ------------------------------------------------------------- */

/* Begins an item: a sign, and a word behind it. */
static void begin_item(struct legend *legend, double sign, const char *word)
{
    const double width = sign + gmi_map_text_width(word, LETTERS);
    if (legend->x + width <= legend->right || legend->x == MARGIN)
        return;
    legend->x = MARGIN;
    legend->y += ROW;
}

static void end_item(struct legend *legend, double sign, const char *word)
{
    struct gmi_drawing *drawing = legend->drawing;
    add(drawing, "<text");
    gmi_xml_number(&drawing->foot, "x", legend->x + sign);
    gmi_xml_number(&drawing->foot, "y", legend->y);
    gmi_buffer_printf(&drawing->foot, ">%s</text>\n", word);
    legend->x += sign + gmi_map_text_width(word, LETTERS) + 12;
}

/* An item whose sign is a circle. */
static void add_dot(struct legend *legend, double radius, const char *style,
                    const char *word)
{
    struct gmi_drawing *drawing = legend->drawing;
    const double sign = 2 * radius + 4;
    begin_item(legend, sign, word);
    add(drawing, "<circle");
    gmi_xml_number(&drawing->foot, "cx", legend->x + radius);
    gmi_xml_number(&drawing->foot, "cy", legend->y - 3.8);
    gmi_xml_number(&drawing->foot, "r", radius);
    gmi_buffer_printf(&drawing->foot, " %s/>\n", style);
    end_item(legend, sign, word);
}

static bool has_tint(const struct gmi_drawing *drawing)
{
    size_t i = 0;
    while (i < drawing->places->count &&
           drawing->marks[i].kind != GMI_MARK_COUNTRY)
        i++;
    return i < drawing->places->count;
}

static void add_tint(struct legend *legend)
{
    struct gmi_drawing *drawing = legend->drawing;
    const char *word = gmi_map_class_style(GMI_CLASS_COUNTRY)->name;
    begin_item(legend, 19, word);
    add(drawing, "<rect");
    gmi_xml_number(&drawing->foot, "x", legend->x);
    gmi_xml_number(&drawing->foot, "y", legend->y - 9);
    gmi_buffer_printf(&drawing->foot,
                      " width=\"14\" height=\"10\" fill=\"%s\" "
                      "stroke=\"" GMI_MAP_BORDER "\"/>\n",
                      gmi_map_country_fill(0.5));
    end_item(legend, 19, word);
}

static void add_classes(struct legend *legend)
{
    const struct gmi_drawing *drawing = legend->drawing;
    bool is_there[GMI_CLASS_COUNT] = {false};
    for (size_t i = 0; i < drawing->places->count; i++)
        if (drawing->marks[i].kind == GMI_MARK_CIRCLE)
            is_there[gmi_map_class_of(&drawing->places->places[i].place)] =
                true;
    if (has_tint(drawing)) {
        add_tint(legend);
        is_there[GMI_CLASS_COUNTRY] = false;
    }
    for (int i = 0; i < GMI_CLASS_COUNT; i++) {
        const struct gmi_map_class_style *style =
            gmi_map_class_style((enum gmi_map_class)i);
        char fill[48];
        snprintf(fill, sizeof fill, "fill=\"%s\"", style->fill);
        if (is_there[i])
            add_dot(legend, 4.5, fill, style->name);
    }
}

static void add_reach(struct legend *legend)
{
    const struct gmi_drawing *drawing = legend->drawing;
    size_t i = 0;
    while (i < drawing->places->count && !(drawing->marks[i].reach > 0))
        i++;
    if (i < drawing->places->count)
        add_dot(legend, 7,
                "fill=\"" GMI_MAP_FAINT "\" fill-opacity=\".09\" "
                "stroke=\"" GMI_MAP_FAINT "\" stroke-dasharray=\"2 3\"",
                "reach of an area");
}

/* A small circle and a large one: how many mentions each stands for. */
static void add_sizes(struct legend *legend)
{
    static const char STYLE[] = "fill=\"none\" stroke=\"" GMI_MAP_FAINT "\"";
    const struct gmi_drawing *drawing = legend->drawing;
    const size_t count = drawing->places->count;
    size_t largest = 0;
    char word[48];
    while (largest < count && drawing->marks[largest].kind != GMI_MARK_CIRCLE)
        largest++;
    if (largest == count || drawing->places->places[largest].mentions < 2)
        return;
    snprintf(word, sizeof word, "%" PRIu64 " mentions",
             drawing->places->places[largest].mentions);
    const double radius = fmin(drawing->marks[largest].radius, 9);
    /* In one row, as one explains the other. */
    begin_item(legend, 2 * (4 + radius) + 20 + gmi_map_text_width("1", LETTERS),
               word);
    add_dot(legend, 4, STYLE, "1");
    add_dot(legend, radius, STYLE, word);
}

/* ---- Scale -------------------------------------------------------------- */

/* The longest of 1, 2, 5, 10 ... km that is no longer than `most`. */
static double round_length(double most)
{
    const double power = pow(10, floor(log10(most)));
    const double part = most / power;
    return power * (part >= 5 ? 5 : part >= 2 ? 2 : 1);
}

/* At the right of the first row. A world map has no one scale. */
static void draw_scale(struct legend *legend)
{
    static const double LONGEST = 150;
    struct gmi_drawing *drawing = legend->drawing;
    const struct gmi_map_frame *frame = &drawing->frame;
    if (frame->is_world)
        return;
    const double km = round_length(LONGEST / gmi_map_length(frame, 1));
    const double length = gmi_map_length(frame, km);
    const double left = frame->width - MARGIN - length;
    gmi_buffer_printf(&drawing->foot,
                      "<path fill=\"none\" stroke=\"" GMI_MAP_INK
                      "\" transform=\"scale(.1)\" stroke-width=\"12\" "
                      "d=\"M%ld %ldv40h%ldv-40\"/>\n<text "
                      "text-anchor=\"end\"",
                      lround(left * 10), lround((legend->y - 5) * 10),
                      lround(length * 10));
    gmi_xml_number(&drawing->foot, "x", left - 5);
    gmi_xml_number(&drawing->foot, "y", legend->y);
    add(drawing, ">");
    gmi_number_add(&drawing->foot, km, 3, GMI_ZEROS_TRIM);
    add(drawing, " km</text>\n");
    legend->right = left - 70;
}

/* ---- Text --------------------------------------------------------------- */

static void say_missing(const struct gmi_drawing *drawing,
                        struct gmi_buffer *text)
{
    enum { NAMED_MAX = 8 };
    size_t missing = 0;
    for (size_t i = 0; i < drawing->places->count; i++) {
        const struct gmi_listed_place *listed = &drawing->places->places[i];
        const enum gmi_mark_kind kind = drawing->marks[i].kind;
        if ((kind != GMI_MARK_OFF && kind != GMI_MARK_NONE) ||
            missing++ >= NAMED_MAX)
            continue;
        gmi_buffer_add_string(text, missing > 1 ? ", " : "Not on this map: ");
        gmi_buffer_add_string(text, listed->place.name);
        gmi_buffer_printf(text, " (%" PRIu64 ")", listed->mentions);
    }
    if (missing > NAMED_MAX)
        gmi_buffer_printf(text, " and %zu more", missing - NAMED_MAX);
    if (missing)
        gmi_buffer_add_string(text, ". ");
}

static void draw_line(struct gmi_drawing *drawing, double y, const char *text,
                      size_t length)
{
    gmi_buffer_printf(&drawing->foot,
                      "<text fill=\"" GMI_MAP_FAINT "\" font-size=\"%d\"",
                      LETTERS_SMALL);
    gmi_xml_number(&drawing->foot, "x", MARGIN);
    gmi_xml_number(&drawing->foot, "y", y);
    add(drawing, ">");
    gmi_xml_text(&drawing->foot, text, length);
    add(drawing, "</text>\n");
}

/* Lines of words, each as long as the picture is wide; gives the end. */
static double draw_lines(struct gmi_drawing *drawing, char *text, double y)
{
    const double width = drawing->frame.width - 2 * MARGIN;
    char *blank = NULL;
    for (char *at = text; (at = strchr(at, ' ')); at++) {
        *at = '\0';
        const bool is_full = gmi_map_text_width(text, LETTERS_SMALL) > width;
        *at = ' ';
        if (is_full && blank) {
            draw_line(drawing, y, text, (size_t)(blank - text));
            y += LINE;
            text = blank + 1;
        }
        blank = at;
    }
    draw_line(drawing, y, text, strlen(text));
    return y;
}

static double draw_text(struct gmi_drawing *drawing, double y)
{
    struct gmi_buffer text = {0}, shown = {0};
    say_missing(drawing, &text);
    gmi_credits_add(&text, drawing->places, drawing->options->gazetteer,
                    drawing->outline ? gm_outline_source(drawing->outline)
                                     : NULL);
    gmi_buffer_add_string(&text, "Made with geomention. ");
    if (!text.is_failed)
        gmi_display_add(&shown, text.data);
    drawing->foot.is_failed |= text.is_failed || shown.is_failed;
    if (!drawing->foot.is_failed)
        y = draw_lines(drawing, shown.data, y);
    gmi_buffer_release(&text);
    gmi_buffer_release(&shown);
    return y;
}

void gmi_map_write_foot(struct gmi_drawing *drawing)
{
    struct legend legend = {drawing, MARGIN, ROW,
                            drawing->frame.width - MARGIN};
    gmi_buffer_printf(&drawing->foot,
                      "<g font-size=\"%d\" fill=\"" GMI_MAP_INK "\">\n",
                      LETTERS);
    draw_scale(&legend);
    add_classes(&legend);
    add_reach(&legend);
    add_sizes(&legend);
    drawing->foot_height = draw_text(drawing, legend.y + ROW) + 8;
    add(drawing, "</g>\n");
}
