/* SPDX-License-Identifier: MIT */
/* A whole file in memory, plain or packed, line by line. */
#include "train/file_lines.h"

#include "build/unpack.h"

#include <string.h>

enum { READ_AT_ONCE = 1 << 16 };

static gm_status read_all(struct gmi_unpacker *unpacker,
                          struct gmi_buffer *text, gm_error *err)
{
    for (;;) {
        char data[READ_AT_ONCE];
        size_t got;
        uint64_t done;
        const gm_status status = gmi_unpacker_read(
            unpacker, data, sizeof data, &got, &done, err);
        if (status)
            return status;
        if (got == 0)
            return GM_OK;
        gmi_buffer_add(text, data, got);
        if (text->is_failed)
            return gmi_fail_memory(err);
    }
}

gm_status gmi_file_lines_open(struct gmi_file_lines *lines, const char *path,
                              gm_error *err)
{
    struct gmi_unpacker *unpacker;
    uint64_t size;
    *lines = (struct gmi_file_lines){.path = path};
    gm_status status = gmi_unpacker_open(path, &unpacker, &size, err);
    if (status)
        return status;
    status = read_all(unpacker, &lines->text, err);
    gmi_unpacker_close(unpacker);
    if (status)
        gmi_file_lines_close(lines);
    return status;
}

void gmi_file_lines_close(struct gmi_file_lines *lines)
{
    gmi_buffer_release(&lines->text);
}

char *gmi_file_lines_next(struct gmi_file_lines *lines, size_t *length)
{
    struct gmi_buffer *text = &lines->text;
    if (lines->position >= text->length)
        return NULL;
    char *line = text->data + lines->position;
    const size_t left = text->length - lines->position;
    char *end = memchr(line, '\n', left);
    *length = end ? (size_t)(end - line) : left;
    lines->position += *length + (end ? 1 : 0);
    lines->number++;
    if (*length > 0 && line[*length - 1] == '\r')
        --*length;
    line[*length] = '\0';
    return line;
}

gm_status gmi_file_lines_fail(const struct gmi_file_lines *lines,
                              const gm_error *why, gm_error *err)
{
    return gmi_fail_at_line(err, why->status, lines->number,
                            "%.120s:%llu: %.240s", lines->path,
                            (unsigned long long)lines->number, why->message);
}
