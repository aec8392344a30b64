/* SPDX-License-Identifier: MIT */
/* What features are called on the map, and what is told about them. */
#include "write/style.h"

#include "write/xml.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Labels ------------------------------------------------------------- */

static const char *const NAMES[] = {"coalesce({name}, {mention})", "{name}",
                                    "{mention}", "''"};

/* Darker shades of the colours of classes. */
#define IS_COUNTRY "{feature} LIKE 'A.PCL%'"
#define INK_OF                                                                 \
    "CASE WHEN " IS_COUNTRY " THEN '#6b5120' "                        \
    "WHEN left({feature}, 1) = 'A' THEN '#64366f' "                            \
    "WHEN left({feature}, 1) IN ('H', 'U') THEN '#00517f' "                    \
    "WHEN left({feature}, 1) IN ('T', 'V') THEN '#00644a' "                    \
    "WHEN left({feature}, 1) = 'L' THEN '#8a3f66' ELSE '#24303a' END"

/*
 * A place that is mentioned a hundred times is a hundred points at one spot.
 * Each of its labels has one and the same room, and as labels don't cover one
 * another, one is shown. Towns that lie close differ in where it is.
 */
#define ONE_ROOM                                                               \
    "array('TR', 'BR', 'TL', 'BL')[(length({name}) + "                         \
    "ascii(right({name}, 1))) % 4]"

static const struct gmi_style_property OF_MENTIONS[] = {
    {"Color", INK_OF},
    {"Bold", IS_COUNTRY},
    {"LabelDistance", "1.2 + coalesce({confidence}, 0)"},
    {"PredefinedPositionOrder", ONE_ROOM},
    {"Priority", "if({radius_km} > 100, 8, 5)"},
};

/*
 * The more often it is named, the bigger and the sooner. A country's name
 * stands below its middle, in capitals that are spread, as on any map.
 */
static const struct gmi_style_property OF_PLACES[] = {
    {"Color", INK_OF},
    {"Bold", IS_COUNTRY},
    {"FontCase", "if(" IS_COUNTRY ", 'upper', 'mixed')"},
    {"FontLetterSpacing", "if(" IS_COUNTRY ", 1.2, 0)"},
    {"PredefinedPositionOrder",
     "if(" IS_COUNTRY ", 'B,T,BSR,TSR,BR,TR,BL,TL', "
     "'TR,TL,BR,BL,R,L,TSR,BSR')"},
    {"LabelDistance", "if(" IS_COUNTRY ", 1.1, "
                      "min(1.1 + 0.6 * ln({mentions}), 4.5) + 0.2)"},
    {"Italic", "left({feature}, 1) IN ('H', 'T', 'L', 'U', 'V')"},
    {"Size", "min(8 + 1.2 * ln({mentions}), if(" IS_COUNTRY ", 11, 14))"},
    {"Priority", "min(10, 3 + 2 * ln({mentions}))"},
};

static void add_text_style(const struct gmi_style *style)
{
    struct gmi_buffer *out = style->out;
    gmi_buffer_add_string(out, "<text-style isExpression=\"1\" fieldName=\"");
    gmi_style_add_expression(style,
                             gmi_style_first(style, NAMES, COUNT(NAMES)));
    gmi_buffer_add_string(
        out, "\" fontFamily=\"DejaVu Sans\" fontSize=\"8.5\" "
             "fontWeight=\"50\" fontItalic=\"0\" textOpacity=\"1\" "
             "fontSizeUnit=\"Point\" textColor=\"36,48,58,255\">\n"
             "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" "
             "bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,200\" "
             "bufferOpacity=\"1\"/>\n</text-style>\n");
}

/*
 * Points are no obstacles, or two towns close by would both have no name. The
 * distance is from the middle: the symbol's own bounds are those of its
 * circle, which may be a continent away.
 */
void gmi_style_labels(const struct gmi_style *style)
{
    struct gmi_buffer *out = style->out;
    const gm_style_kind kind = style->wish->kind;
    if (kind == GM_STYLE_COUNTRIES || kind == GM_STYLE_LAND)
        return;
    gmi_buffer_add_string(out, "<labeling type=\"simple\"><settings "
                               "calloutType=\"simple\">\n");
    add_text_style(style);
    gmi_buffer_add_string(
        out, "<placement placement=\"6\" offsetType=\"0\" dist=\"2\" "
             "distUnits=\"MM\" priority=\"5\" "
             "predefinedPositionOrder=\"TR,TL,BR,BL,R,L,TSR,BSR\"/>\n"
             "<rendering obstacle=\"0\" displayAll=\"0\" drawLabels=\"1\" "
             "fontLimitPixelSize=\"0\" upsidedownLabels=\"0\"/>\n");
    if (kind == GM_STYLE_PLACES)
        gmi_style_properties(style, "dd_properties", OF_PLACES,
                             COUNT(OF_PLACES));
    else
        gmi_style_properties(style, "dd_properties", OF_MENTIONS,
                             COUNT(OF_MENTIONS));
    gmi_buffer_add_string(out, "</settings></labeling>\n");
}

/* ---- Tips --------------------------------------------------------------- */

/* A text from a document or a gazetteer stays a text: QGIS takes what an
   expression gives for HTML. */
#define PLAIN(field)                                                           \
    "replace(replace(coalesce(" field ", ''), '&', '&amp;'), '<', '&lt;')"

/* Each line of a tip is left out where the layer lacks its field. */
struct line {
    const char *before;
    const char *template;
    const char *after;
};

static const struct line MENTION[] = {
    {"<b>", PLAIN("{mention}"), "</b> "},
    {"→ ", PLAIN("{name}"), ""},
    {", ", PLAIN("{country}"), ""},
    {"<br/>", "{use}", ""},
    {", ", "round(100 * coalesce({confidence}, 0))", " % sure"},
    {"<br/><i>", PLAIN("{quote}"), "</i>"},
    {"<br/>", PLAIN("{doc}"), ""},
};

static const struct line PLACE[] = {
    {"<b>", PLAIN("{name}"), "</b>"},
    {", ", PLAIN("{country}"), ""},
    {"<br/>", "{mentions}", " mentions"},
    {" in ", "{documents}", " documents"},
    {", ", "round(100 * coalesce({confidence}, 0))", " % sure"},
    {"<br/><i>", PLAIN("{quote}"), "</i>"},
};

static const struct line CANDIDATE[] = {
    {"<b>", PLAIN("{mention}"), "</b> "},
    {"→ ", PLAIN("{name}"), "?"},
    {"<br/>", "round(100 * coalesce({probability}, 0))", " % probable"},
};

static const struct line COUNTRY[] = {
    {"<b>", PLAIN("{name}"), "</b>"},
    {"<br/>", "{mentions}", " mentions"},
    {" of ", "{places}", " places"},
};

static void add_lines(const struct gmi_style *style, const struct line *lines,
                      size_t count)
{
    struct gmi_buffer *out = style->out;
    for (size_t i = 0; i < count; i++) {
        struct gmi_buffer text = {0};
        if (gmi_style_expand(style, lines[i].template, &text)) {
            gmi_xml_string(out, lines[i].before);
            gmi_buffer_add_string(out, "[% ");
            gmi_xml_text(out, text.data, text.length);
            gmi_buffer_add_string(out, " %]");
            gmi_xml_string(out, lines[i].after);
        }
        out->is_failed = out->is_failed || text.is_failed;
        gmi_buffer_release(&text);
    }
}

static void add_preview(const struct gmi_style *style)
{
    static const char *const names[] = {"{name}", "{mention}", "{id}"};
    const char *name = gmi_style_first(
        style, style->wish->kind == GM_STYLE_MENTIONS ? names + 1 : names,
        style->wish->kind == GM_STYLE_MENTIONS ? 1 : COUNT(names));
    if (!name)
        return;
    gmi_buffer_add_string(style->out, "<previewExpression>");
    gmi_style_add_expression(style, name);
    gmi_buffer_add_string(style->out, "</previewExpression>\n");
}

void gmi_style_tips(const struct gmi_style *style)
{
    add_preview(style);
    gmi_buffer_add_string(style->out, "<mapTip>");
    switch (style->wish->kind) {
    case GM_STYLE_MENTIONS:
    case GM_STYLE_TABLE:
        add_lines(style, MENTION, COUNT(MENTION));
        break;
    case GM_STYLE_PLACES:
        add_lines(style, PLACE, COUNT(PLACE));
        break;
    case GM_STYLE_CANDIDATES:
        add_lines(style, CANDIDATE, COUNT(CANDIDATE));
        break;
    case GM_STYLE_COUNTRIES:
    case GM_STYLE_LAND:
        add_lines(style, COUNTRY, COUNT(COUNTRY));
        break;
    }
    gmi_buffer_add_string(style->out, "</mapTip>\n");
}
