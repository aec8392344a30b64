/* SPDX-License-Identifier: MIT */
/* Below a map: legend, scale, what is off the map, and credits. */
#include "write/map_draw.h"

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

/* Lines of text, from the top of the foot. */
static const double LEGEND_DOWN = 20, TEXT_DOWN = 40;
static const double LINE = 15;

static void add(struct gmi_drawing *drawing, const char *text)
{
    gmi_buffer_add_string(drawing->out, text);
}

/* Begins a line of text; `down` from the top of the foot. */
static void begin_text(struct gmi_drawing *drawing, double x, double down)
{
    add(drawing, "<text");
    gmi_xml_number(drawing->out, "x", x);
    gmi_xml_number(drawing->out, "y", drawing->frame.height + down);
}

/* ---- Legend ------------------------------------------------------------- */

/* Writes a word, and gives where the next one may begin. */
static double add_word(struct gmi_drawing *drawing, double x, const char *word)
{
    begin_text(drawing, x, LEGEND_DOWN);
    add(drawing, ">");
    add(drawing, word);
    add(drawing, "</text>\n");
    return x + gmi_map_text_width(word, LETTERS) + 12;
}

static void add_dot(struct gmi_drawing *drawing, double x, double radius,
                    const char *style)
{
    add(drawing, "<circle");
    gmi_xml_number(drawing->out, "cx", x);
    gmi_xml_number(drawing->out, "cy",
                   drawing->frame.height + LEGEND_DOWN - 3.8);
    gmi_xml_number(drawing->out, "r", radius);
    add(drawing, " ");
    add(drawing, style);
    add(drawing, "/>\n");
}

static double add_reach(struct gmi_drawing *drawing, double x)
{
    add_dot(drawing, x + 7, 7,
            "fill=\"" GMI_MAP_FAINT "\" fill-opacity=\".09\" "
            "stroke=\"" GMI_MAP_FAINT "\" stroke-dasharray=\"2 3\"");
    return add_word(drawing, x + 18, "reach of an area");
}

/* A small circle and a large one: how many mentions each stands for. */
static double add_sizes(struct gmi_drawing *drawing, double x)
{
    static const char STYLE[] = "fill=\"none\" stroke=\"" GMI_MAP_FAINT "\"";
    size_t largest = 0;
    const size_t count = drawing->places->count;
    while (largest < count && drawing->marks[largest].kind != GMI_MARK_CIRCLE)
        largest++;
    if (largest == count || drawing->places->places[largest].mentions < 2)
        return x;
    const double radius = fmin(drawing->marks[largest].radius, 12);
    char word[48];
    add_dot(drawing, x + 4, 4, STYLE);
    x = add_word(drawing, x + 12, "1");
    add_dot(drawing, x + radius, radius, STYLE);
    snprintf(word, sizeof word, "%" PRIu64 " mentions",
             drawing->places->places[largest].mentions);
    return add_word(drawing, x + 2 * radius + 4, word);
}

static bool has_tint(const struct gmi_drawing *drawing)
{
    size_t i = 0;
    while (i < drawing->places->count &&
           drawing->marks[i].kind != GMI_MARK_COUNTRY)
        i++;
    return i < drawing->places->count;
}

static double add_tint(struct gmi_drawing *drawing, double x)
{
    add(drawing, "<rect");
    gmi_xml_number(drawing->out, "x", x);
    gmi_xml_number(drawing->out, "y", drawing->frame.height + LEGEND_DOWN - 9);
    gmi_buffer_printf(drawing->out,
                      " width=\"14\" height=\"10\" fill=\"%s\" "
                      "stroke=\"" GMI_MAP_BORDER "\"/>\n",
                      gmi_map_country_fill(0.5));
    return add_word(drawing, x + 19,
                    gmi_map_class_style(GMI_CLASS_COUNTRY)->name);
}

static void draw_legend(struct gmi_drawing *drawing)
{
    bool is_there[GMI_CLASS_COUNT] = {false};
    for (size_t i = 0; i < drawing->places->count; i++)
        if (drawing->marks[i].kind == GMI_MARK_CIRCLE)
            is_there[gmi_map_class_of(&drawing->places->places[i].place)] =
                true;
    double x = MARGIN;
    if (has_tint(drawing)) {
        x = add_tint(drawing, x);
        is_there[GMI_CLASS_COUNTRY] = false;
    }
    for (int i = 0; i < GMI_CLASS_COUNT; i++) {
        const struct gmi_map_class_style *style =
            gmi_map_class_style((enum gmi_map_class)i);
        char fill[48];
        if (!is_there[i])
            continue;
        snprintf(fill, sizeof fill, "fill=\"%s\"", style->fill);
        add_dot(drawing, x + 4.5, 4.5, fill);
        x = add_word(drawing, x + 13, style->name);
    }
    if (drawing->has_reach)
        x = add_reach(drawing, x);
    add_sizes(drawing, x);
}

/* ---- Scale -------------------------------------------------------------- */

/* The longest of 1, 2, 5, 10 ... km that is no longer than `most`. */
static double round_length(double most)
{
    const double power = pow(10, floor(log10(most)));
    const double part = most / power;
    return power * (part >= 5 ? 5 : part >= 2 ? 2 : 1);
}

/* A world map has no one scale. */
static void draw_scale(struct gmi_drawing *drawing)
{
    static const double LONGEST = 150;
    const struct gmi_map_frame *frame = &drawing->frame;
    if (frame->is_world)
        return;
    const double km = round_length(LONGEST / gmi_map_length(frame, 1));
    const double length = gmi_map_length(frame, km);
    const double right = frame->width - MARGIN;
    gmi_buffer_printf(drawing->out,
                      "<path fill=\"none\" stroke=\"" GMI_MAP_INK
                      "\" transform=\"scale(.1)\" stroke-width=\"12\" "
                      "d=\"M%ld %ldv40h%ldv-40\"/>\n",
                      lround((right - length) * 10),
                      lround((frame->height + 15) * 10), lround(length * 10));
    begin_text(drawing, right - length - 5, LEGEND_DOWN);
    add(drawing, " text-anchor=\"end\">");
    gmi_number_add(drawing->out, km, 3, GMI_ZEROS_TRIM);
    add(drawing, " km</text>\n");
}

/* ---- Credits ------------------------------------------------------------ */

static void say(struct gmi_drawing *drawing, const char *text)
{
    gmi_buffer_add_string(&drawing->foot, text);
}

/* A name without what stands in brackets behind it: the package's. */
static void say_short(struct gmi_drawing *drawing, const char *name)
{
    size_t length = strcspn(name, "(");
    while (length && name[length - 1] == ' ')
        length--;
    gmi_buffer_add(&drawing->foot, name, length);
}

/* Whether a place on the list is from there. */
static bool is_used(const struct gmi_drawing *drawing, const gm_source *source)
{
    const size_t length = strlen(source->prefix);
    for (size_t i = 0; i < drawing->places->count; i++) {
        const char *id = drawing->places->places[i].place.id;
        if (length && strncmp(id, source->prefix, length) == 0 &&
            id[length] == ':')
            return true;
    }
    return false;
}

/* Whether its licence asks for its name; several tables are of one source. */
static bool is_credited(const struct gmi_drawing *drawing, size_t index,
                        gm_source *source)
{
    const gm_gazetteer *gazetteer = drawing->options->gazetteer;
    gm_source other;
    if (gm_gazetteer_source(gazetteer, index, source) || !source->name[0] ||
        strncmp(source->licence, "CC0", 3) == 0 || !is_used(drawing, source))
        return false;
    for (size_t i = 0; i < index; i++)
        if (!gm_gazetteer_source(gazetteer, i, &other) &&
            strcmp(other.prefix, source->prefix) == 0 &&
            strncmp(other.licence, "CC0", 3) != 0)
            return false;
    return true;
}

static void say_sources(struct gmi_drawing *drawing)
{
    const size_t count = gm_gazetteer_source_count(drawing->options->gazetteer);
    bool is_first = true;
    for (size_t i = 0; i < count; i++) {
        gm_source source;
        if (!is_credited(drawing, i, &source))
            continue;
        say(drawing, is_first ? "Places: " : ", ");
        say_short(drawing, source.name);
        if (source.licence[0] && strcmp(source.licence, "public domain") != 0)
            gmi_buffer_printf(&drawing->foot, " (%s)", source.licence);
        is_first = false;
    }
    if (!is_first)
        say(drawing, ". ");
}

static void say_missing(struct gmi_drawing *drawing)
{
    enum { NAMED_MAX = 8 };
    size_t missing = 0;
    for (size_t i = 0; i < drawing->places->count; i++) {
        const struct gmi_listed_place *listed = &drawing->places->places[i];
        const enum gmi_mark_kind kind = drawing->marks[i].kind;
        if ((kind != GMI_MARK_OFF && kind != GMI_MARK_NONE) ||
            missing++ >= NAMED_MAX)
            continue;
        say(drawing, missing > 1 ? ", " : "Not on this map: ");
        say(drawing, listed->place.name);
        gmi_buffer_printf(&drawing->foot, " (%" PRIu64 ")", listed->mentions);
    }
    if (missing > NAMED_MAX)
        gmi_buffer_printf(&drawing->foot, " and %zu more", missing - NAMED_MAX);
    if (missing)
        say(drawing, ". ");
}

/* ---- Lines -------------------------------------------------------------- */

/* Puts an end of line in place of blanks, so that each fits the picture. */
static size_t wrap(struct gmi_buffer *text, double width)
{
    size_t lines = 1, start = 0, blank = 0;
    for (size_t i = 0; i < text->length; i++) {
        if (text->data[i] != ' ')
            continue;
        text->data[i] = '\0';
        const bool is_full =
            gmi_map_text_width(text->data + start, LETTERS_SMALL) > width;
        text->data[i] = ' ';
        if (is_full && blank > start) {
            text->data[blank] = '\n';
            start = blank + 1;
            lines++;
        }
        blank = i;
    }
    return lines;
}

void gmi_map_write_foot(struct gmi_drawing *drawing)
{
    struct gmi_buffer text = {0};
    say_missing(drawing);
    say_sources(drawing);
    if (drawing->outline && gm_outline_source(drawing->outline)[0]) {
        say(drawing, "Outlines: ");
        say_short(drawing, gm_outline_source(drawing->outline));
        say(drawing, ". ");
    }
    say(drawing, "Made with geomention. ");
    if (drawing->foot.is_failed)
        return;
    gmi_display_add(&text, drawing->foot.data);
    gmi_buffer_release(&drawing->foot);
    drawing->foot = text;
    if (!text.is_failed)
        drawing->foot_lines =
            wrap(&drawing->foot, drawing->frame.width - 2 * MARGIN);
}

double gmi_map_foot_height(const struct gmi_drawing *drawing)
{
    return TEXT_DOWN + LINE * (double)drawing->foot_lines - 8;
}

static void draw_text(struct gmi_drawing *drawing)
{
    const char *line = drawing->foot.data;
    for (size_t i = 0; i < drawing->foot_lines; i++) {
        const size_t length = strcspn(line, "\n");
        begin_text(drawing, MARGIN, TEXT_DOWN + LINE * (double)i);
        gmi_buffer_printf(drawing->out,
                          " fill=\"" GMI_MAP_FAINT "\" font-size=\"%d\">",
                          LETTERS_SMALL);
        gmi_xml_text(drawing->out, line, length);
        add(drawing, "</text>\n");
        line += length + 1;
    }
}

void gmi_map_draw_foot(struct gmi_drawing *drawing)
{
    gmi_buffer_printf(drawing->out,
                      "<g font-size=\"%d\" fill=\"" GMI_MAP_INK "\">\n",
                      LETTERS);
    draw_legend(drawing);
    draw_scale(drawing);
    draw_text(drawing);
    add(drawing, "</g>\n");
}
