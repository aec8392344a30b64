/* SPDX-License-Identifier: MIT */
/* Writing documents to a stream: gm_writer. */
#include "write/format.h"

#include "base/memory.h"
#include "base/status.h"
#include "write/options.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

/* In the order in which they are shown to the user. */
static const struct gmi_format *const FORMATS[] = {
    &gmi_format_table,   &gmi_format_tsv,      &gmi_format_csv, &gmi_format_jsonl,
    &gmi_format_geojson, &gmi_format_geojsonl, &gmi_format_html,  &gmi_format_svg,
    &gmi_format_dots,
};
enum { FORMAT_COUNT = sizeof FORMATS / sizeof FORMATS[0] };

/* Kept back before it goes to the stream. */
enum { CHUNK = 64 * 1024 };

const char *gm_writer_format_at(size_t index)
{
    return index < FORMAT_COUNT ? FORMATS[index]->name : NULL;
}

const char *gm_writer_format_description_at(size_t index)
{
    return index < FORMAT_COUNT ? FORMATS[index]->description : NULL;
}

static const struct gmi_format *format_named(const char *name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(FORMATS[i]->name, name) == 0)
            return FORMATS[i];
    return NULL;
}

/* ---- The stream -------------------------------------------------------- */

/* From errno: "cannot write output: no space left on device". */
static gm_status fail_write(gm_error *err)
{
    char reason[128] = "";
    const int number = errno ? errno : EIO;
    if (strerror_r(number, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "error %d", number);
    reason[0] = (char)tolower((unsigned char)reason[0]);
    return gmi_fail(err, GM_ERR_IO, "cannot write output: %s", reason);
}

gm_status gmi_writer_pass_on(gm_writer *writer, gm_error *err)
{
    struct gmi_buffer *out = &writer->out;
    if (out->is_failed)
        return gmi_fail_memory(err);
    errno = 0;
    if (out->length &&
        fwrite(out->data, 1, out->length, writer->stream) != out->length)
        return fail_write(err);
    gmi_buffer_clear(out);
    return GM_OK;
}

static gm_status flush(gm_writer *writer, gm_error *err)
{
    errno = 0;
    if (fflush(writer->stream) != 0 || ferror(writer->stream))
        return fail_write(err);
    return GM_OK;
}

/* ---- Writing ----------------------------------------------------------- */

gm_status gm_writer_create(const char *format, FILE *stream,
                           const gm_gazetteer *gazetteer,
                           const gm_write_options *options, gm_writer **out,
                           gm_error *err)
{
    const struct gmi_format *found = format_named(format);
    if (!found)
        return gmi_fail(err, GM_ERR_UNSUPPORTED, "unknown format '%.60s'",
                        format);
    gm_writer *writer = gmi_alloc_zeroed(1, sizeof *writer);
    if (!writer)
        return gmi_fail_memory(err);
    writer->format = found;
    writer->stream = stream;
    writer->gazetteer = gazetteer;
    gm_write_options_init(&writer->own_options);
    writer->options = options ? options : &writer->own_options;
    gm_status status = gmi_write_options_check(writer->options, err);
    if (!status && found->open)
        status = found->open(writer, err);
    if (status) {
        gm_writer_free(writer);
        return status;
    }
    *out = writer;
    return GM_OK;
}

static gm_status add_mention(gm_writer *writer, const gm_document *doc,
                             const gm_mention *mention, gm_error *err)
{
    gm_record record;
    gm_status status =
        gm_record_init(writer->gazetteer, doc, mention, &record, err);
    if (!status)
        status = writer->format->add(writer, &record, err);
    if (status)
        return status;
    writer->record_count++;
    writer->document_record_count++;
    return writer->out.length < CHUNK ? GM_OK : gmi_writer_pass_on(writer, err);
}

static gm_status add_document(gm_writer *writer, const gm_document *doc,
                              gm_error *err)
{
    const struct gmi_format *format = writer->format;
    const size_t count = gm_document_mention_count(doc);
    writer->document_count++;
    writer->document_record_count = 0;
    if (format->begin_document)
        format->begin_document(writer, doc);
    for (size_t i = 0; i < count; i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        if (!gm_write_options_take(writer->options, mention))
            continue;
        const gm_status status = add_mention(writer, doc, mention, err);
        if (status)
            return status;
    }
    gm_status status = GM_OK;
    if (format->end_document)
        status = format->end_document(writer, doc, err);
    return status ? status : gmi_writer_pass_on(writer, err);
}

/* What came before a failure is gone; more of it would be a broken file. */
static gm_status fail_again(gm_error *err)
{
    return gmi_fail(err, GM_ERR_IO, "cannot write output: failed before");
}

gm_status gm_writer_add(gm_writer *writer, const gm_document *doc,
                        gm_error *err)
{
    if (writer->is_failed)
        return fail_again(err);
    const gm_status status = add_document(writer, doc, err);
    writer->is_failed = status != GM_OK;
    return status;
}

gm_status gm_writer_finish(gm_writer *writer, gm_error *err)
{
    if (writer->is_failed)
        return fail_again(err);
    gm_status status = GM_OK;
    if (writer->format->finish)
        status = writer->format->finish(writer, err);
    if (!status)
        status = gmi_writer_pass_on(writer, err);
    if (!status)
        status = flush(writer, err);
    writer->is_failed = status != GM_OK;
    return status;
}

void gm_writer_free(gm_writer *writer)
{
    if (!writer)
        return;
    if (writer->format->close)
        writer->format->close(writer);
    gmi_buffer_release(&writer->out);
    gmi_release(writer);
}
