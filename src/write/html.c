/* SPDX-License-Identifier: MIT */
/*
 * A report: the texts with their mentions marked, a map, and the list of
 * places, as one page that asks for nothing else.
 */
#include "write/html.h"

#include "base/memory.h"
#include "base/status.h"

static gm_status open_format(gm_writer *writer, gm_error *err)
{
    struct gmi_html *html = gmi_alloc_zeroed(1, sizeof *html);
    if (!html)
        return gmi_fail_memory(err);
    writer->state = html;
    const gm_status status = gmi_html_leaflet_open(
        writer->options->data_directory, &html->leaflet, err);
    if (!status)
        gmi_html_head(writer);
    return status;
}

static void begin_document(gm_writer *writer, const gm_document *doc)
{
    struct gmi_html *html = writer->state;
    (void)doc;
    html->hit_count = 0;
}

static gm_status add(gm_writer *writer, const gm_record *record, gm_error *err)
{
    struct gmi_html *html = writer->state;
    if (!gmi_reserve(&html->hits, &html->hit_capacity, html->hit_count,
                     sizeof *html->hits))
        return gmi_fail_memory(err);
    struct gmi_html_hit *hit = &html->hits[html->hit_count];
    *hit = (struct gmi_html_hit){
        .start = record->mention->byte_start,
        .end = record->mention->byte_end,
        .order = html->hit_count,
        .use = record->mention->use,
        .confidence = record->mention->confidence,
        .has_place = record->has_place,
    };
    if (record->has_place) {
        const gm_status status = gmi_place_list_add(
            &html->places, record, writer->document_count, &hit->place, err);
        if (status)
            return status;
    }
    html->hit_count++;
    return GM_OK;
}

static gm_status finish(gm_writer *writer, gm_error *err)
{
    struct gmi_html *html = writer->state;
    gmi_place_list_sort(&html->places);
    return gmi_html_foot(writer, err);
}

static void close_format(gm_writer *writer)
{
    struct gmi_html *html = writer->state;
    if (!html)
        return;
    gmi_place_list_release(&html->places);
    gmi_release(html->hits);
    gmi_buffer_release(&html->label);
    gmi_map_release(&html->leaflet.map);
    gmi_release(html);
}

const struct gmi_format gmi_format_html = {
    .name = "html",
    .description = "a report: texts, map and places on one page",
    .open = open_format,
    .begin_document = begin_document,
    .add = add,
    .end_document = gmi_html_document,
    .finish = finish,
    .close = close_format,
};
