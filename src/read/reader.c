/* SPDX-License-Identifier: MIT */
/* Documents out of files, folders and standard input: gm_reader. */
#include "include/geomention_io.h"

#include "base/memory.h"
#include "base/status.h"
#include "read/bytes.h"
#include "read/format.h"
#include "read/html.h"
#include "read/jsonl.h"
#include "read/size.h"
#include "read/tsv.h"
#include "read/walk.h"
#include "text/utf8.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/*
 * Invariants: an open input has a path and a format; while a folder is walked
 * the path is the walk's.
 */
struct gm_reader {
    const char *const *paths;
    size_t count;
    size_t next;            /* of the paths */
    gm_input_format format; /* AUTO: by each name */
    struct gmi_walk walk;
    bool is_walking;
    bool has_failed; /* some folder below the one being walked */
    struct gmi_bytes bytes;
    bool is_open;
    const char *path;
    gm_input_format current;
    uint64_t line;           /* of the input, read so far */
    struct gmi_buffer text;  /* of a line, or of a whole input */
    struct gmi_buffer shown; /* of HTML */
    struct gmi_read_shared shared;
};

gm_status gm_reader_create(const char *const *paths, size_t count,
                           gm_input_format format, gm_reader **out,
                           gm_error *err)
{
    gm_reader *reader = gmi_alloc_zeroed(1, sizeof *reader);
    if (!reader)
        return gmi_fail_memory(err);
    reader->paths = paths;
    reader->count = count;
    reader->format = format;
    reader->bytes.fd = -1;
    *out = reader;
    return GM_OK;
}

void gm_reader_free(gm_reader *reader)
{
    if (!reader)
        return;
    gmi_walk_release(&reader->walk);
    gmi_bytes_release(&reader->bytes);
    gmi_buffer_release(&reader->text);
    gmi_buffer_release(&reader->shown);
    gmi_release(reader);
}

void gm_reader_cancel(gm_reader *reader)
{
    atomic_store(&reader->shared.is_cancelled, true);
}

uint64_t gm_reader_position(const gm_reader *reader)
{
    return atomic_load(&reader->shared.position);
}

uint64_t gm_reader_size(const gm_reader *reader)
{
    return gmi_inputs_size(reader->paths, reader->count);
}

/* ---- Which input is next ------------------------------------------------ */

static bool is_folder(const char *path)
{
    struct stat info;
    return strcmp(path, "-") != 0 && stat(path, &info) == 0 &&
           S_ISDIR(info.st_mode);
}

/* The next text of the folder being walked; GM_END: go on behind it. */
static gm_status next_in_folder(gm_reader *reader, const char **path,
                                gm_error *err)
{
    gm_status status = gmi_walk_next(&reader->walk, path, err);
    if (status != GM_OK && status != GM_END)
        reader->has_failed = true;
    if (status != GM_END)
        return status;
    const bool is_empty = !reader->walk.found && !reader->has_failed;
    gmi_walk_release(&reader->walk);
    reader->is_walking = false;
    if (is_empty)
        return gmi_fail(err, GM_ERR_NOT_FOUND, "no texts in '%s'",
                        reader->paths[reader->next - 1]);
    return GM_END;
}

static gm_status next_path(gm_reader *reader, const char **path, gm_error *err)
{
    for (;;) {
        if (reader->is_walking) {
            const gm_status status = next_in_folder(reader, path, err);
            if (status != GM_END)
                return status;
        }
        if (reader->next == reader->count)
            return GM_END;
        *path = reader->paths[reader->next++];
        if (!is_folder(*path))
            return GM_OK;
        const gm_status status = gmi_walk_begin(&reader->walk, *path, err);
        if (status)
            return status;
        reader->is_walking = true;
        reader->has_failed = false;
    }
}

static gm_status open_next(gm_reader *reader, gm_error *err)
{
    gm_status status = next_path(reader, &reader->path, err);
    if (status)
        return status;
    reader->current = reader->format;
    if (reader->current == GM_INPUT_AUTO)
        reader->current = gmi_input_format_of(reader->path);
    if (reader->current == GM_INPUT_AUTO)
        reader->current = GM_INPUT_TEXT;
    reader->line = 0;
    status = gmi_bytes_open(&reader->bytes, reader->path, &reader->shared, err);
    reader->is_open = !status;
    return status;
}

static void close_input(gm_reader *reader)
{
    gmi_bytes_close(&reader->bytes);
    reader->is_open = false;
}

/* ---- Documents ---------------------------------------------------------- */

static gm_status fail_utf8(const gm_reader *reader, uint64_t byte,
                           gm_error *err)
{
    return gmi_fail_at_byte(err, GM_ERR_UTF8, byte,
                            "not UTF-8 in '%s', byte %" PRIu64, reader->path,
                            byte);
}

/* Adds the file's name to what HTML parser or document said. */
static gm_status wrap(const gm_reader *reader, gm_status status, gm_error *err)
{
    if (!status || status == GM_ERR_MEMORY || !err)
        return status;
    const gm_error cause = *err;
    return gmi_fail(err, status, "%.300s in '%s'", cause.message, reader->path);
}

static gm_status read_whole(gm_reader *reader, gm_document *doc, gm_error *err)
{
    const uint64_t first = reader->bytes.offset;
    struct gmi_buffer *text = &reader->text;
    gm_status status = gmi_bytes_all(&reader->bytes, text, err);
    if (status)
        return status;
    const char *data = text->data ? text->data : "";
    const size_t good = gmi_utf8_check(data, text->length);
    if (good < text->length)
        return fail_utf8(reader, first + good, err);
    size_t length = text->length;
    if (reader->current == GM_INPUT_HTML) {
        gmi_buffer_clear(&reader->shown);
        status = gmi_html_text(data, length, &reader->shown, err);
        data = reader->shown.data ? reader->shown.data : "";
        length = reader->shown.length;
    }
    if (!status)
        status = gm_document_set_text(doc, reader->path, data, length, err);
    return wrap(reader, status, err);
}

static bool is_blank(const struct gmi_line *line)
{
    return strspn(line->text, " \t") == line->length;
}

/* The next line that holds a document. Errors but of memory end the input. */
static gm_status read_line(gm_reader *reader, struct gmi_line *line,
                           gm_error *err)
{
    for (;;) {
        line->offset = reader->bytes.offset;
        gm_status status = gmi_bytes_line(&reader->bytes, &reader->text, err);
        if (status == GM_END)
            return status;
        line->path = reader->path;
        line->number = ++reader->line;
        if (status)
            return status;
        line->text = reader->text.data;
        line->length = reader->text.length;
        const bool is_header = reader->current == GM_INPUT_TSV &&
                               line->number == 1 && gmi_tsv_is_header(line);
        if (!is_header && !is_blank(line))
            return GM_OK;
    }
}

static gm_status read_document(gm_reader *reader, gm_document *doc,
                               gm_error *err)
{
    if (reader->current != GM_INPUT_JSONL && reader->current != GM_INPUT_TSV) {
        const gm_status status = read_whole(reader, doc, err);
        close_input(reader);
        return status;
    }
    struct gmi_line line;
    const gm_status status = read_line(reader, &line, err);
    if (status == GM_ERR_UNSUPPORTED)
        return gmi_line_wrap(&line, status, err);
    if (status) {
        close_input(reader);
        return status;
    }
    return reader->current == GM_INPUT_TSV
               ? gmi_tsv_document(&line, doc, err)
               : gmi_jsonl_document(&line, doc, err);
}

gm_status gm_reader_next(gm_reader *reader, gm_document *doc, gm_error *err)
{
    for (;;) {
        if (atomic_load(&reader->shared.is_cancelled))
            return gmi_fail(err, GM_ERR_CANCELLED, "interrupted");
        gm_status status = reader->is_open ? GM_OK : open_next(reader, err);
        if (status)
            return status;
        status = read_document(reader, doc, err);
        if (status != GM_END)
            return status;
    }
}
