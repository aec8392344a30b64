/* SPDX-License-Identifier: MIT */
/* How features are drawn: points by category, areas by count. */
#include "write/style.h"

#include "write/xml.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A category: the value it is for, "" for all others, and its colour. */
struct category {
    const char *value;
    const char *label;
    const char *color; /* red,green,blue */
};

/* Colours of uses: M. Okabe, K. Ito, Color Universal Design (2008). */
static const struct category USES[] = {
    {"literal", "the place itself", "0,114,178"},
    {"metonymic", "its government, team, people", "213,94,0"},
    {"adjectival", "as an adjective", "155,95,168"},
    {"embedded", "in another name", "0,158,115"},
    {"", "other", "107,122,133"},
};

/* Those of the classes are the colours of all our maps. */
static const struct category CLASSES[] = {
    {"P", "towns and villages", "213,94,0"},
    {"country", "countries", "184,137,43"},
    {"A", "provinces and districts", "155,95,168"},
    {"H", "waters", "0,114,178"},
    {"T", "mountains and islands", "0,158,115"},
    {"L", "regions", "204,121,167"},
    {"", "other places", "107,122,133"},
};

static const struct category RANKS[] = {
    {"1", "best candidate", "213,94,0"},
    {"", "other candidates", "107,122,133"},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* GeoNames' classes, in groups that one looks at as one. */
#define CLASS_OF                                                               \
    "CASE WHEN {feature} LIKE 'A.PCL%' THEN 'country' "                        \
    "WHEN left({feature}, 1) IN ('H', 'U') THEN 'H' "                          \
    "WHEN left({feature}, 1) IN ('T', 'V') THEN 'T' "                          \
    "ELSE left({feature}, 1) END"

#define SHAPE_OF                                                               \
    "CASE WHEN left({feature}, 1) = 'A' THEN 'square' "                        \
    "WHEN left({feature}, 1) IN ('H', 'U') THEN 'diamond' "                    \
    "WHEN left({feature}, 1) IN ('T', 'V') THEN 'triangle' "                   \
    "WHEN left({feature}, 1) = 'L' THEN 'pentagon' "                           \
    "WHEN left({feature}, 1) IN ('S', 'R') THEN 'star' ELSE 'circle' END"

/*
 * Diameter in metres, of what fills a circle more or less: a river does not,
 * and that of a continent would be all that one sees. QGIS takes metres for
 * those of the map, and Mercator's are shorter than those of the ground.
 */
#define REACH_OF                                                               \
    "{radius_km} * 2000 / if(@map_crs = 'EPSG:3857', "                         \
    "cos(radians({latitude})), 1), 0)"
#define REACHES                                                                \
    "{radius_km} >= 3 AND {radius_km} <= 2500 "                                \
    "AND {feature} NOT LIKE 'H.ST%' AND {feature} NOT LIKE 'R.%'"

/* How the points of a kind of layer are drawn. */
struct look {
    const struct category *categories;
    size_t category_count;
    const char *attributes[2]; /* by what; the first whose fields are there */
    const char *size;          /* millimetres */
    const char *line_alpha;    /* of the circle of a radius */
    bool is_filled;            /* it is, when it is small */
    const char *reach;         /* its diameter */
};

static const struct look LOOKS[] = {
    [GM_STYLE_MENTIONS] = {USES, COUNT(USES), {"{use}", "''"},
                           "2 + 2 * coalesce({confidence}, 0)", ",60", false,
                           "if(" REACHES ", " REACH_OF},
    [GM_STYLE_PLACES] = {CLASSES, COUNT(CLASSES), {CLASS_OF, "''"},
                         /* countries have their outlines behind them */
                         "if({feature} LIKE 'A.PCL%', 1.8, "
                         "min(2.2 + 1.2 * ln({mentions}), 9))", ",110", true,
                         "if(" REACHES " AND {feature} NOT LIKE 'A.PCL%', "
                         REACH_OF},
    [GM_STYLE_CANDIDATES] = {RANKS, COUNT(RANKS), {"to_string({rank})", "''"},
                             "1.2 + 3 * coalesce({probability}, 0)", ",60",
                             false,
                             "if(" REACHES ", " REACH_OF},
};

/* ---- Symbols ------------------------------------------------------------ */

static void color_option(const struct gmi_style *style, const char *name,
                         const char *color, const char *alpha)
{
    char text[32] = "";
    strncat(text, color, 20);
    strncat(text, alpha, 8);
    gmi_style_option(style, name, text);
}

static void begin_layer(const struct gmi_style *style, const char *class,
                        int pass)
{
    gmi_buffer_printf(style->out,
                      "<layer class=\"%s\" enabled=\"1\" locked=\"0\" "
                      "pass=\"%d\">\n<Option type=\"Map\">\n",
                      class, pass);
}

/*
 * How far the place reaches, in metres on the ground: below all marks. A large
 * circle stays empty, or the colours of countries under it would be others.
 */
static void add_reach(const struct gmi_style *style, const struct look *look,
                      const char *color)
{
    char fill[96];
    snprintf(fill, sizeof fill,
             "if({radius_km} > 100, '%s,0', '%s,20')", color, color);
    const struct gmi_style_property properties[] = {{"size", look->reach},
                                                    {"fillColor", fill}};
    if (!gmi_style_first(style, &look->reach, 1))
        return;
    begin_layer(style, "SimpleMarker", 0);
    color_option(style, "color", color, ",0");
    color_option(style, "outline_color", color, look->line_alpha);
    gmi_style_option(style, "outline_style", "dash");
    gmi_style_option(style, "outline_width", "0.2");
    gmi_style_option(style, "outline_width_unit", "MM");
    gmi_style_option(style, "name", "circle");
    gmi_style_option(style, "size", "0");
    gmi_style_option(style, "size_unit", "RenderMetersInMapUnits");
    gmi_buffer_add_string(style->out, "</Option>\n");
    gmi_style_properties(style, "data_defined_properties", properties,
                         look->is_filled ? 2 : 1);
    gmi_buffer_add_string(style->out, "</layer>\n");
}

static void add_mark(const struct gmi_style *style, const struct look *look,
                     const char *color)
{
    const struct gmi_style_property properties[] = {{"name", SHAPE_OF},
                                                    {"size", look->size}};
    begin_layer(style, "SimpleMarker", 1);
    color_option(style, "color", color, ",225");
    gmi_style_option(style, "outline_color", "255,255,255,255");
    gmi_style_option(style, "outline_width", "0.3");
    gmi_style_option(style, "outline_width_unit", "MM");
    gmi_style_option(style, "name", "circle");
    gmi_style_option(style, "size", "3");
    gmi_style_option(style, "size_unit", "MM");
    gmi_buffer_add_string(style->out, "</Option>\n");
    gmi_style_properties(style, "data_defined_properties", properties,
                         COUNT(properties));
    gmi_buffer_add_string(style->out, "</layer>\n");
}

static void begin_symbol(const struct gmi_style *style, const char *type,
                         size_t index)
{
    gmi_buffer_printf(style->out,
                      "<symbol type=\"%s\" name=\"%zu\" alpha=\"1\" "
                      "clip_to_extent=\"1\" force_rhr=\"0\">\n",
                      type, index);
}

/* ---- Points ------------------------------------------------------------- */

static void add_categories(const struct gmi_style *style,
                           const struct look *look)
{
    struct gmi_buffer *out = style->out;
    gmi_buffer_add_string(out, "<categories>\n");
    for (size_t i = 0; i < look->category_count; i++)
        gmi_buffer_printf(out,
                          "<category type=\"string\" value=\"%s\" symbol=\"%zu\" "
                          "label=\"%s\" render=\"true\"/>\n",
                          look->categories[i].value, i,
                          look->categories[i].label);
    gmi_buffer_add_string(out, "</categories>\n<symbols>\n");
    for (size_t i = 0; i < look->category_count; i++) {
        begin_symbol(style, "marker", i);
        add_reach(style, look, look->categories[i].color);
        add_mark(style, look, look->categories[i].color);
        gmi_buffer_add_string(out, "</symbol>\n");
    }
    gmi_buffer_add_string(out, "</symbols>\n");
}

static void add_points(const struct gmi_style *style)
{
    const struct look *look = &LOOKS[style->wish->kind];
    gmi_buffer_add_string(style->out,
                          "<renderer-v2 type=\"categorizedSymbol\" "
                          "symbollevels=\"1\" enableorderby=\"0\" "
                          "forceraster=\"0\" attr=\"");
    gmi_style_add_expression(
        style,
        gmi_style_first(style, look->attributes, COUNT(look->attributes)));
    gmi_buffer_add_string(style->out, "\">\n");
    add_categories(style, look);
    gmi_buffer_add_string(style->out, "</renderer-v2>\n");
}

/* ---- Areas -------------------------------------------------------------- */

/* From few to many, and land without mentions. */
static const char *const FILLS[] = {"250,244,229", "248,236,208", "245,225,183",
                                    "241,213,158", "235,199,131"};
/* The last range has no end, as rows may be added to the layer later. */
#define NO_END UINT64_C(1000000000000)

static const char LAND[] = "248,246,240";

static void add_fill(const struct gmi_style *style, size_t index,
                     const char *color)
{
    begin_symbol(style, "fill", index);
    begin_layer(style, "SimpleFill", 0);
    color_option(style, "color", color, ",255");
    gmi_style_option(style, "style", "solid");
    gmi_style_option(style, "outline_color", "150,122,80,255");
    gmi_style_option(style, "outline_style", "solid");
    gmi_style_option(style, "outline_width", "0.2");
    gmi_style_option(style, "outline_width_unit", "MM");
    gmi_buffer_add_string(style->out, "</Option>\n</layer>\n</symbol>\n");
}

static void add_range(const struct gmi_style *style, size_t index,
                      uint64_t low, uint64_t high)
{
    gmi_buffer_printf(style->out,
                      "<range symbol=\"%zu\" lower=\"%llu\" upper=\"%llu\" "
                      "label=\"",
                      index, (unsigned long long)low,
                      (unsigned long long)high);
    if (high >= NO_END)
        gmi_buffer_printf(style->out, "%llu and more", (unsigned long long)low);
    else if (low == high)
        gmi_buffer_printf(style->out, "%llu", (unsigned long long)low);
    else
        gmi_buffer_printf(style->out, "%llu – %llu", (unsigned long long)low,
                          (unsigned long long)high);
    gmi_buffer_add_string(style->out, "\" render=\"true\"/>\n");
}

/* Each step is as many times more as the one before: counts of countries
   differ by powers. */
static void add_areas(const struct gmi_style *style)
{
    const uint64_t most = style->wish->most ? style->wish->most : 100;
    gmi_buffer_add_string(style->out,
                          "<renderer-v2 type=\"graduatedSymbol\" "
                          "graduatedMethod=\"GraduatedColor\" "
                          "symbollevels=\"0\" enableorderby=\"0\" "
                          "forceraster=\"0\" attr=\"");
    gmi_style_add_expression(style, "{mentions}");
    gmi_buffer_add_string(style->out, "\">\n<ranges>\n");
    uint64_t low = 0;
    for (size_t i = 0; i < COUNT(FILLS); i++) {
        const double part = (double)(i + 1) / (double)COUNT(FILLS);
        uint64_t high = (uint64_t)floor(pow((double)most, part));
        if (i + 1 == COUNT(FILLS))
            high = most > NO_END ? most : NO_END;
        if (high <= low)
            continue;
        add_range(style, i, low + 1, high);
        low = high;
    }
    gmi_buffer_add_string(style->out, "</ranges>\n<symbols>\n");
    for (size_t i = 0; i < COUNT(FILLS); i++)
        add_fill(style, i, FILLS[i]);
    gmi_buffer_add_string(style->out, "</symbols>\n</renderer-v2>\n");
}

static void add_land(const struct gmi_style *style)
{
    gmi_buffer_add_string(style->out,
                          "<renderer-v2 type=\"singleSymbol\" "
                          "symbollevels=\"0\" enableorderby=\"0\" "
                          "forceraster=\"0\">\n<symbols>\n");
    add_fill(style, 0, LAND);
    gmi_buffer_add_string(style->out, "</symbols>\n</renderer-v2>\n");
}

void gmi_style_renderer(const struct gmi_style *style)
{
    if (style->wish->kind == GM_STYLE_COUNTRIES)
        add_areas(style);
    else if (style->wish->kind == GM_STYLE_LAND)
        add_land(style);
    else
        add_points(style);
}
