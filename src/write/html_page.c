/* SPDX-License-Identifier: MIT */
/* The frame of a report: what comes before the texts and after them. */
#include "write/html.h"

#include "page_table.h" /* generated */
#include "write/credits.h"
#include "write/map_draw.h"
#include "write/xml.h"

static void add(gm_writer *writer, const char *text)
{
    gmi_buffer_add_string(&writer->out, text);
}

static bool has_leaflet(const struct gmi_html *html)
{
    return html->leaflet.map.size > 0;
}

static void add_leaflet(gm_writer *writer, size_t from, size_t to)
{
    const struct gmi_html *html = writer->state;
    if (to > from)
        gmi_buffer_add(&writer->out,
                       (const char *)html->leaflet.map.data + from, to - from);
}

/* ---- Head --------------------------------------------------------------- */

/* Nothing may be loaded, and nothing runs but what is hashed here. */
static void add_policy(gm_writer *writer)
{
    const struct gmi_html *html = writer->state;
    add(writer, "<meta http-equiv=\"Content-Security-Policy\" content=\""
                "default-src 'none'; style-src '" GMI_PAGE_STYLE_HASH "'");
    if (has_leaflet(html))
        gmi_buffer_printf(&writer->out, " '%s'", html->leaflet.hashes[0]);
    add(writer, "; script-src '" GMI_PAGE_SCRIPT_HASH "'");
    if (has_leaflet(html))
        gmi_buffer_printf(&writer->out, " '%s'", html->leaflet.hashes[1]);
    add(writer, "; base-uri 'none'; form-action 'none'\">\n");
}

static void add_filters(gm_writer *writer)
{
    add(writer, "<form id=\"filters\" hidden>\n<fieldset><legend>Use</legend>");
    for (int use = GM_USE_LITERAL; use < GMI_USE_COUNT; use++)
        if (writer->options->uses >> use & 1)
            gmi_buffer_printf(
                &writer->out,
                "\n<label class=\"u%d\"><input type=\"checkbox\" value=\"%d\" "
                "checked> <span class=\"m u%d\">%s</span> "
                "<span class=\"n\"></span></label>",
                use, use, use, gm_use_name((gm_use)use));
    add(writer,
        "\n</fieldset>\n<label id=\"least\">Confidence at least "
        "<input type=\"range\" min=\"0\" max=\"100\" step=\"5\" value=\"0\"> "
        "<output>0 %</output></label>\n</form>\n");
}

void gmi_html_head(gm_writer *writer)
{
    const struct gmi_html *html = writer->state;
    add(writer, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                "<meta charset=\"utf-8\">\n");
    add_policy(writer);
    add(writer,
        "<meta name=\"viewport\" "
        "content=\"width=device-width,initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        "<meta name=\"generator\" content=\"geomention " GM_VERSION "\">\n"
        "<title>Places in the texts</title>\n");
    add_leaflet(writer, html->leaflet.style, html->leaflet.script);
    add(writer, "\n<style>");
    gmi_buffer_add(&writer->out, (const char *)GMI_PAGE_STYLE,
                   sizeof GMI_PAGE_STYLE);
    add(writer, "</style>\n</head>\n<body>\n"
                "<a class=\"skip\" href=\"#texts\">To the texts</a>\n"
                "<a class=\"skip\" href=\"#places\">To the places</a>\n"
                "<header>\n<h1>Places in the texts</h1>\n");
    add_filters(writer);
    add(writer, "<p id=\"status\" role=\"status\"></p>\n"
                "<nav id=\"index\" aria-label=\"Documents\" hidden></nav>\n"
                "</header>\n<main id=\"texts\" tabindex=\"-1\">\n");
}

/* ---- Foot --------------------------------------------------------------- */

static gm_status add_map(gm_writer *writer, gm_error *err)
{
    static const struct gmi_map_room ROOM = {720, 430, 560};
    struct gmi_html *html = writer->state;
    const struct gmi_map_options options = {
        writer->gazetteer, writer->options->data_directory, ROOM};
    add(writer, "<section id=\"map-box\" aria-label=\"Map\">\n");
    gm_status status = GM_OK;
    if (has_leaflet(html))
        add(writer, "<div id=\"map\"></div>\n");
    else
        status = gmi_map_draw(&html->places, &options, &writer->out, err);
    add(writer, "</section>\n");
    return status;
}

static void add_credits(gm_writer *writer)
{
    const struct gmi_html *html = writer->state;
    struct gmi_buffer text = {0};
    gmi_credits_add(&text, &html->places, writer->gazetteer,
                    has_leaflet(html) ? "Natural Earth" : NULL);
    add(writer, "<footer><p>");
    if (text.length)
        gmi_xml_label(&writer->out, text.data);
    writer->out.is_failed |= text.is_failed;
    gmi_buffer_release(&text);
    if (has_leaflet(html))
        add(writer, "Map: Leaflet (BSD-2-Clause). ");
    add(writer, "Made with geomention " GM_VERSION ".</p></footer>\n");
}

gm_status gmi_html_foot(gm_writer *writer, gm_error *err)
{
    const struct gmi_html *html = writer->state;
    add(writer, "</main>\n<aside aria-label=\"Map and places\">\n");
    gm_status status = add_map(writer, err);
    if (status)
        return status;
    add(writer, "<section id=\"info\" aria-label=\"Chosen place\" "
                "aria-live=\"polite\"></section>\n");
    gmi_html_places(writer);
    add(writer, "</aside>\n");
    add_credits(writer);
    status = gmi_html_data(writer, err);
    if (status)
        return status;
    add_leaflet(writer, html->leaflet.script, html->leaflet.end);
    add(writer, "<script>");
    gmi_buffer_add(&writer->out, (const char *)GMI_PAGE_SCRIPT,
                   sizeof GMI_PAGE_SCRIPT);
    add(writer, "</script>\n</body>\n</html>\n");
    return GM_OK;
}
