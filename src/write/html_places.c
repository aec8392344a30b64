/* SPDX-License-Identifier: MIT */
/* The places of a report: the list for people, and the data of its script. */
#include "write/html.h"

#include "base/status.h"
#include "write/json.h"
#include "write/map_frame.h"
#include "write/xml.h"

#include <inttypes.h>
#include <string.h>

enum { DEGREES = 5, KILOMETRES = 1, CHUNK = 64 * 1024 };

/* ---- The list ----------------------------------------------------------- */

static void add_part(struct gmi_buffer *out, const char *part, bool *is_first)
{
    if (!part[0])
        return;
    gmi_buffer_add_string(out, *is_first ? "" : ", ");
    gmi_buffer_add_string(out, part);
    *is_first = false;
}

/* "Kotayk Province, AM": plain text, still to be escaped. */
static void add_where(struct gmi_buffer *out, const gm_place *place)
{
    bool is_first = true;
    if (strcmp(place->admin2, place->name) != 0)
        add_part(out, place->admin2, &is_first);
    if (strcmp(place->admin1, place->name) != 0)
        add_part(out, place->admin1, &is_first);
    add_part(out, place->country, &is_first);
}

static void add_place(gm_writer *writer, const struct gmi_listed_place *listed)
{
    struct gmi_buffer *out = &writer->out;
    struct gmi_buffer where = {0};
    add_where(&where, &listed->place);
    gmi_buffer_printf(out,
                      "<li id=\"p%zu\" class=\"u%d\"><button type=\"button\" "
                      "aria-pressed=\"false\"><b><bdi>",
                      listed->number, (int)gmi_listed_use(listed));
    gmi_xml_label(out, listed->place.name);
    gmi_buffer_add_string(out, "</bdi></b> <span class=\"where\">");
    if (where.length)
        gmi_xml_label(out, where.data);
    out->is_failed |= where.is_failed;
    gmi_buffer_release(&where);
    gmi_buffer_printf(out,
                      "</span> <span class=\"n\" title=\"mentions\">%" PRIu64
                      "</span></button></li>\n",
                      listed->mentions);
}

void gmi_html_places(gm_writer *writer)
{
    const struct gmi_html *html = writer->state;
    gmi_buffer_add_string(&writer->out,
                          "<section id=\"places\" aria-label=\"Places\" "
                          "tabindex=\"-1\">\n<h2>Places</h2>\n"
                          "<label id=\"find\" hidden>Find <input "
                          "type=\"search\"></label>\n<ol>\n");
    for (size_t i = 0; i < html->places.count; i++)
        add_place(writer, &html->places.places[i]);
    gmi_buffer_add_string(&writer->out, "</ol>\n</section>\n");
}

/* ---- The data ----------------------------------------------------------- */

static void add_point(struct gmi_json *json,
                      const struct gmi_listed_place *listed)
{
    if (listed->has_point) {
        gmi_json_number(json, listed->place.longitude, DEGREES);
        gmi_json_number(json, listed->place.latitude, DEGREES);
    } else {
        gmi_json_null(json);
        gmi_json_null(json);
    }
}

/* The order is known to the script: see `places` in page/report.js. */
static void add_row(struct gmi_json *json,
                    const struct gmi_listed_place *listed)
{
    struct gmi_buffer where = {0};
    const gm_place *place = &listed->place;
    add_where(&where, place);
    gmi_json_begin(json, '[');
    gmi_json_integer(json, (int64_t)listed->number);
    gmi_json_string(json, place->name);
    gmi_json_string(json, where.data ? where.data : "");
    gmi_json_string(json, place->id);
    gmi_json_string(json, place->feature);
    gmi_json_string(json, place->country);
    add_point(json, listed);
    gmi_json_number(json, place->radius_km, KILOMETRES);
    gmi_json_integer(json, place->population < INT64_MAX
                               ? (int64_t)place->population
                               : INT64_MAX);
    gmi_json_integer(json, (int64_t)listed->documents);
    gmi_json_end(json, ']');
    json->out->is_failed |= where.is_failed;
    gmi_buffer_release(&where);
}

static void add_view(struct gmi_json *json, const struct gmi_map_frame *frame)
{
    gmi_json_key(json, "view");
    gmi_json_begin(json, '[');
    gmi_json_number(json, frame->window.west, 2);
    gmi_json_number(json, frame->window.south, 2);
    gmi_json_number(json, frame->window.east, 2);
    gmi_json_number(json, frame->window.north, 2);
    gmi_json_end(json, ']');
}

/* JSON in a page: nothing in it may look like a tag. */
static void add_escaped(struct gmi_buffer *out, const char *json, size_t length)
{
    for (size_t i = 0; i < length;) {
        const size_t run = strcspn(json + i, "<");
        gmi_buffer_add(out, json + i, run);
        i += run;
        if (i < length)
            gmi_buffer_add_string(out, "\\u003c");
        i++;
    }
}

static gm_status write_data(gm_writer *writer, struct gmi_buffer *text,
                            gm_error *err)
{
    /* The window that a picture would show is where the map begins. */
    static const struct gmi_map_room ROOM = {720, 430, 560};
    const struct gmi_html *html = writer->state;
    struct gmi_json json = {text, false};
    struct gmi_map_frame frame;
    gm_status status = gmi_map_frame_fit(&html->places, &ROOM, &frame, err);
    if (status)
        return status;
    gmi_json_begin(&json, '{');
    add_view(&json, &frame);
    gmi_json_key(&json, "places");
    gmi_json_begin(&json, '[');
    for (size_t i = 0; i < html->places.count; i++)
        add_row(&json, &html->places.places[i]);
    gmi_json_end(&json, ']');
    if (html->leaflet.map.size)
        status = gmi_html_land(writer, &frame, &json, err);
    gmi_json_end(&json, '}');
    if (!status && text->is_failed)
        status = gmi_fail_memory(err);
    return status;
}

gm_status gmi_html_data(gm_writer *writer, gm_error *err)
{
    struct gmi_buffer text = {0};
    const gm_status status = write_data(writer, &text, err);
    if (!status) {
        gmi_buffer_add_string(&writer->out,
                              "<script type=\"application/json\" id=\"data\">");
        add_escaped(&writer->out, text.data, text.length);
        gmi_buffer_add_string(&writer->out, "</script>\n");
    }
    gmi_buffer_release(&text);
    return status;
}
