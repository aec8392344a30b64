/* SPDX-License-Identifier: MIT */
/* One document of a report, with its mentions marked. */
#include "write/html.h"

#include "write/display.h"
#include "write/xml.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

enum {
    DEPTH_MAX = 32,   /* mentions in mentions; deeper ones are not marked */
    CHUNK = 64 * 1024 /* of a text, until it is passed on */
};

/* Where the document has been written up to. */
struct progress {
    gm_writer *writer;
    const char *text;
    size_t length;
    size_t at;
    const struct gmi_html_hit *open[DEPTH_MAX]; /* one in the other */
    bool is_begun[DEPTH_MAX]; /* whether a piece of it was written */
    size_t depth;
    gm_error *err;
};

/* ---- Marks -------------------------------------------------------------- */

/*
 * Links do not nest, so a mention around another comes in pieces; the first
 * of them counts.
 */
static void begin_mark(struct progress *progress)
{
    struct gmi_buffer *out = &progress->writer->out;
    const size_t level = progress->depth - 1;
    const struct gmi_html_hit *hit = progress->open[level];
    const int percent = (int)lround(100 * fmax(0, fmin(1, hit->confidence)));
    const char *more = progress->is_begun[level] ? " more" : "";
    progress->is_begun[level] = true;
    if (hit->has_place)
        gmi_buffer_printf(out,
                          "<a class=\"m u%d%s\" href=\"#p%zu\" data-p=\"%zu\" "
                          "data-c=\"%d\">",
                          (int)hit->use, more, hit->place, hit->place, percent);
    else
        gmi_buffer_printf(out, "<span class=\"m u%d x%s\" data-c=\"%d\">",
                          (int)hit->use, more, percent);
}

static void end_mark(struct progress *progress)
{
    gmi_buffer_add_string(
        &progress->writer->out,
        progress->open[progress->depth - 1]->has_place ? "</a>" : "</span>");
}

/* ---- Text --------------------------------------------------------------- */

/* Writes the text up to `end`, in pieces that are passed on. */
static gm_status write_plain(struct progress *progress, size_t end)
{
    while (progress->at < end) {
        size_t stop = end - progress->at > CHUNK ? progress->at + CHUNK : end;
        /* Not inside of a letter. */
        while (stop < end && (progress->text[stop] & 0xc0) == 0x80)
            stop++;
        gmi_xml_text(&progress->writer->out, progress->text + progress->at,
                     stop - progress->at);
        progress->at = stop;
        if (progress->writer->out.length < CHUNK)
            continue;
        const gm_status status =
            gmi_writer_pass_on(progress->writer, progress->err);
        if (status)
            return status;
    }
    return GM_OK;
}

/* Writes up to `end`, as a piece of the innermost open mention. */
static gm_status write_piece(struct progress *progress, size_t end)
{
    if (progress->at >= end)
        return GM_OK;
    if (!progress->depth)
        return write_plain(progress, end);
    begin_mark(progress);
    const gm_status status = write_plain(progress, end);
    end_mark(progress);
    return status;
}

/* Ends the mentions that are over at `position`. */
static gm_status end_before(struct progress *progress, size_t position)
{
    while (progress->depth &&
           progress->open[progress->depth - 1]->end <= position) {
        const gm_status status =
            write_piece(progress, progress->open[progress->depth - 1]->end);
        if (status)
            return status;
        progress->depth--;
    }
    return GM_OK;
}

static gm_status begin_hit(struct progress *progress,
                           const struct gmi_html_hit *hit)
{
    gm_status status = end_before(progress, hit->start);
    if (!status)
        status = write_piece(progress, hit->start);
    if (status || progress->depth == DEPTH_MAX)
        return status;
    progress->is_begun[progress->depth] = false;
    progress->open[progress->depth++] = hit;
    return GM_OK;
}

/* By start; of two at one place, the longer is the outer. */
static int by_place(const void *a, const void *b)
{
    const struct gmi_html_hit *p = a, *q = b;
    if (p->start != q->start)
        return p->start < q->start ? -1 : 1;
    if (p->end != q->end)
        return p->end > q->end ? -1 : 1;
    return p->order < q->order ? -1 : p->order > q->order;
}

static gm_status write_text(struct progress *progress, struct gmi_html *html)
{
    gm_status status = GM_OK;
    if (html->hit_count)
        qsort(html->hits, html->hit_count, sizeof *html->hits, by_place);
    for (size_t i = 0; !status && i < html->hit_count; i++) {
        struct gmi_html_hit *hit = &html->hits[i];
        hit->end = hit->end < progress->length ? hit->end : progress->length;
        if (hit->start < hit->end)
            status = begin_hit(progress, hit);
    }
    if (!status)
        status = end_before(progress, progress->length);
    return status ? status : write_piece(progress, progress->length);
}

/* ---- The document ------------------------------------------------------- */

static void add_label(gm_writer *writer, const char *text)
{
    struct gmi_html *html = writer->state;
    gmi_buffer_clear(&html->label);
    gmi_display_add(&html->label, text);
    if (html->label.length)
        gmi_xml_text(&writer->out, html->label.data, html->label.length);
    writer->out.is_failed |= html->label.is_failed;
}

gm_status gmi_html_document(gm_writer *writer, const gm_document *doc,
                            gm_error *err)
{
    struct gmi_html *html = writer->state;
    struct progress progress = {.writer = writer, .err = err};
    progress.text = gm_document_text(doc, &progress.length);
    gmi_buffer_printf(&writer->out, "<article id=\"d%" PRIu64 "\">\n<h2><bdi>",
                      writer->document_count);
    const char *id = gm_document_id(doc), *title = gm_document_title(doc);
    const char *date = gm_document_date(doc);
    add_label(writer, *title ? title : id);
    gmi_buffer_add_string(&writer->out, "</bdi></h2>\n");
    if (*title || *date) {
        gmi_buffer_add_string(&writer->out, "<p class=\"about\"><bdi>");
        if (*title)
            add_label(writer, id);
        gmi_buffer_add_string(&writer->out, "</bdi> <bdi>");
        add_label(writer, date);
        gmi_buffer_add_string(&writer->out, "</bdi></p>\n");
    }
    gmi_buffer_add_string(&writer->out, "<div class=\"text\" lang=\"\">");
    const gm_status status = write_text(&progress, html);
    gmi_buffer_add_string(&writer->out, "</div>\n</article>\n");
    return status;
}
