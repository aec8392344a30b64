/* SPDX-License-Identifier: MIT */
/* Files of lines, plain or packed with gzip, and lines that are JSON. */
#include "evaluate/json_lines.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* One document and its mentions: as much as the mapper reads. */
static const size_t LINE_MAX_BYTES = (size_t)64 * 1024 * 1024;

enum { PIECE = 64 * 1024 };

gm_status gmi_fail_in_file(const struct gmi_place_in_file *at,
                           const char *cause, gm_error *err)
{
    return gmi_fail_at_line(err, GM_ERR_SYNTAX, at->line,
                            "%s in '%s', line %" PRIu64, cause, at->path,
                            at->line);
}

/* ---- Lines -------------------------------------------------------------- */

/* A file being read. */
struct input {
    gzFile file;
    struct gmi_place_in_file at;
    struct gmi_buffer line;
    size_t start, end; /* of what is still to be read of the piece */
    char piece[PIECE];
};

static gm_status fail_reading(const struct input *input, gm_error *err)
{
    int number = Z_OK;
    const char *why = gzerror(input->file, &number);
    if (number == Z_ERRNO)
        return gmi_fail_errno(err, "read", input->at.path);
    return gmi_fail(err, GM_ERR_IO, "cannot read '%s': %s", input->at.path,
                    number == Z_BUF_ERROR ? "the packed data end early" : why);
}

/* GM_END when there are no more bytes. */
static gm_status read_piece(struct input *input, gm_error *err)
{
    const int count = gzread(input->file, input->piece, PIECE);
    int number = Z_OK;
    gzerror(input->file, &number);
    if (count < 0 || (count == 0 && number != Z_OK && number != Z_STREAM_END))
        return fail_reading(input, err);
    input->start = 0;
    input->end = (size_t)count;
    return count ? GM_OK : GM_END;
}

/* The next line without its end; GM_END behind the last. */
static gm_status read_line(struct input *input, gm_error *err)
{
    struct gmi_buffer *line = &input->line;
    gmi_buffer_clear(line);
    input->at.line++;
    const char *end = NULL;
    bool is_begun = false;
    while (!end) {
        const gm_status status =
            input->start < input->end ? GM_OK : read_piece(input, err);
        if (status == GM_END && is_begun)
            break;
        if (status)
            return status;
        is_begun = true;
        const char *from = input->piece + input->start;
        const size_t left = input->end - input->start;
        end = memchr(from, '\n', left);
        const size_t length = end ? (size_t)(end - from) : left;
        gmi_buffer_add(line, from, length);
        input->start += length + (end ? 1 : 0);
        if (line->is_failed)
            return length > LINE_MAX_BYTES - line->length
                       ? gmi_fail_in_file(&input->at, "a line over 64 MiB", err)
                       : gmi_fail_memory(err);
    }
    if (line->length > 0 && line->data[line->length - 1] == '\r')
        line->data[--line->length] = '\0';
    return GM_OK;
}

gm_status gmi_each_line(const char *path,
                        gm_status (*each)(void *context, const char *line,
                                          size_t length,
                                          const struct gmi_place_in_file *at,
                                          gm_error *err),
                        void *context, gm_error *err)
{
    struct input *input = gmi_alloc_zeroed(1, sizeof *input);
    if (!input)
        return gmi_fail_memory(err);
    input->at.path = path;
    input->line.ceiling = LINE_MAX_BYTES;
    errno = 0;
    input->file = gzopen(path, "rb");
    gm_status status = GM_OK;
    if (!input->file)
        status =
            errno ? gmi_fail_errno(err, "open", path) : gmi_fail_memory(err);
    while (!status) {
        status = read_line(input, err);
        if (!status)
            status = each(context, input->line.data ? input->line.data : "",
                          input->line.length, &input->at, err);
    }
    gmi_buffer_release(&input->line);
    if (input->file)
        gzclose_r(input->file);
    gmi_release(input);
    return status == GM_END ? GM_OK : status;
}

/* ---- Objects ------------------------------------------------------------ */

/* What the lines are handed on to. */
struct objects {
    gm_status (*each)(void *context, const json_t *object,
                      const struct gmi_place_in_file *at, gm_error *err);
    void *context;
};

static gm_status fail_parsing(const struct gmi_place_in_file *at,
                              const json_error_t *why, gm_error *err)
{
    if (json_error_code(why) == json_error_out_of_memory)
        return gmi_fail_memory(err);
    if (json_error_code(why) == json_error_premature_end_of_input)
        return gmi_fail_in_file(at, "truncated JSON", err);
    char cause[sizeof why->text + 16];
    snprintf(cause, sizeof cause, "bad JSON (%s)", why->text);
    return gmi_fail_in_file(at, cause, err);
}

static gm_status hand_on(void *context, const char *line, size_t length,
                         const struct gmi_place_in_file *at, gm_error *err)
{
    const struct objects *objects = context;
    static const char mark[] = "\xef\xbb\xbf"; /* of byte order */
    if (at->line == 1 && strncmp(line, mark, 3) == 0) {
        line += 3;
        length -= 3;
    }
    if (strspn(line, " \t") == length)
        return GM_OK;
    json_error_t why;
    json_t *object = json_loadb(line, length, 0, &why);
    if (!object)
        return fail_parsing(at, &why, err);
    const gm_status status =
        json_is_object(object)
            ? objects->each(objects->context, object, at, err)
            : gmi_fail_in_file(at, "no JSON object", err);
    json_decref(object);
    return status;
}

gm_status gmi_each_object(const char *path,
                          gm_status (*each)(void *context, const json_t *object,
                                            const struct gmi_place_in_file *at,
                                            gm_error *err),
                          void *context, gm_error *err)
{
    struct objects objects = {each, context};
    return gmi_each_line(path, hand_on, &objects, err);
}

/* ---- Members ------------------------------------------------------------ */

const json_t *gmi_member(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_null(value) ? NULL : value;
}

const char *gmi_member_string(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

double gmi_member_number(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_number(value) ? json_number_value(value) : NAN;
}
