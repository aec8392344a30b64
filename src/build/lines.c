/* SPDX-License-Identifier: MIT */
/* Lines of a table, plain or packed. */
#include "build/lines.h"

#include "base/memory.h"
#include "build/unpack.h"

#include <string.h>

enum { FIRST_CAPACITY = 1 << 20 };

gm_status gmi_lines_open(struct gmi_lines *lines, const char *path,
                         gm_error *err)
{
    *lines = (struct gmi_lines){.path = path};
    gm_status status = gmi_unpacker_open(path, &lines->unpacker,
                                         &lines->packed_size, err);
    if (status)
        return status;
    lines->capacity = FIRST_CAPACITY;
    lines->data = gmi_alloc(lines->capacity + 1);
    if (!lines->data) {
        gmi_lines_close(lines);
        return gmi_fail_memory(err);
    }
    return GM_OK;
}

void gmi_lines_close(struct gmi_lines *lines)
{
    gmi_unpacker_close(lines->unpacker);
    gmi_release(lines->data);
    *lines = (struct gmi_lines){0};
}

/* Moves what is unread to the front, makes room if need be, and reads. */
static gm_status refill(struct gmi_lines *lines, gm_error *err)
{
    const size_t kept = lines->end - lines->begin;
    memmove(lines->data, lines->data + lines->begin, kept);
    lines->begin = 0;
    lines->end = kept;
    if (kept == lines->capacity) {
        if (lines->capacity >= GMI_LINE_MAX)
            return gmi_fail_at_line(err, GM_ERR_DAMAGED, lines->number + 1,
                                    "'%s': a line is longer than %d bytes",
                                    lines->path, GMI_LINE_MAX);
        char *data = gmi_resize(lines->data, lines->capacity * 2 + 1, 1);
        if (!data)
            return gmi_fail_memory(err);
        lines->data = data;
        lines->capacity *= 2;
    }
    size_t got;
    const gm_status status = gmi_unpacker_read(
        lines->unpacker, lines->data + lines->end,
        lines->capacity - lines->end, &got, &lines->packed_done, err);
    if (!status) {
        lines->end += got;
        lines->is_at_end = got == 0;
    }
    return status;
}

gm_status gmi_lines_next(struct gmi_lines *lines, char **line, size_t *length,
                         gm_error *err)
{
    size_t searched = 0; /* of the unread bytes, without an end of line */
    char *end = NULL;
    for (;;) {
        char *begin = lines->data + lines->begin;
        const size_t unread = lines->end - lines->begin;
        end = memchr(begin + searched, '\n', unread - searched);
        if (end || lines->is_at_end)
            break;
        searched = unread;
        const gm_status status = refill(lines, err);
        if (status)
            return status;
    }
    if (!end && lines->begin == lines->end)
        return GM_END;
    *line = lines->data + lines->begin;
    *length = end ? (size_t)(end - *line) : lines->end - lines->begin;
    lines->begin += *length + (end != NULL);
    if (*length > 0 && (*line)[*length - 1] == '\r')
        (*length)--;
    (*line)[*length] = '\0';
    lines->number++;
    return GM_OK;
}
