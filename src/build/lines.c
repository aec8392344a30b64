/* SPDX-License-Identifier: MIT */
/* Lines of a table, plain or packed. */
#include "build/lines.h"

#include "base/memory.h"
#include "build/decode.h"
#include "build/unpack.h"

#include <string.h>

/*
 * Bytes of a block, fewer for a small file, and room in front of it for the
 * beginning of a line that the block before it ended with.
 */
enum { BLOCK = 4 << 20, BLOCK_MIN = 64 << 10, ROOM = 64 << 10 };
enum { RAW = 64 << 10 };

/* No letter is longer in UTF-8, so that with more room decoding goes on. */
enum { LETTER_MAX = 16 };

/* Room for `size` bytes with `room` before them, and a NUL. Empties it. */
static bool make_block(struct gmi_block *block, size_t room, size_t size)
{
    if (block->capacity < room + size) {
        char *data = gmi_alloc(room + size + 1);
        if (!data)
            return false;
        gmi_release(block->data);
        block->data = data;
        block->capacity = room + size;
    }
    block->begin = block->end = room;
    return true;
}

gm_status gmi_lines_open(struct gmi_lines *lines, const char *path,
                         gm_error *err)
{
    return gmi_lines_open_encoded(lines, path, NULL, err);
}

gm_status gmi_lines_open_encoded(struct gmi_lines *lines, const char *path,
                                 const char *encoding, gm_error *err)
{
    *lines = (struct gmi_lines){.path = path};
    gm_status status = gmi_unpacker_open(path, &lines->unpacker,
                                         &lines->packed_size, err);
    if (!status && encoding)
        status = gmi_decoder_open(encoding, &lines->decoder, err);
    const size_t size = lines->packed_size < BLOCK / 4
                            ? (size_t)lines->packed_size * 4 + BLOCK_MIN
                            : BLOCK;
    if (!status && (!make_block(&lines->block, ROOM, size) ||
                    !make_block(&lines->fetched, ROOM, size) ||
                    (lines->decoder && !make_block(&lines->raw, 0, RAW))))
        status = gmi_fail_memory(err);
    if (status)
        gmi_lines_close(lines);
    return status;
}

void gmi_lines_close(struct gmi_lines *lines)
{
    gmi_unpacker_close(lines->unpacker);
    gmi_decoder_close(lines->decoder);
    gmi_release(lines->raw.data);
    gmi_release(lines->block.data);
    gmi_release(lines->fetched.data);
    *lines = (struct gmi_lines){0};
}

/* Reads as much of the file as the block has room for, or less. */
static gm_status read_into(struct gmi_lines *lines, struct gmi_block *block)
{
    size_t got = 0;
    const gm_status status = gmi_unpacker_read(
        lines->unpacker, block->data + block->end,
        block->capacity - block->end, &got, &lines->packed_fetched,
        &lines->fetch_error);
    if (!status) {
        block->end += got;
        lines->is_all_read = got == 0;
    }
    return status;
}

/* Decodes what has been read, as far as the block has room. */
static void decode_into(struct gmi_lines *lines, struct gmi_block *block)
{
    struct gmi_block *raw = &lines->raw;
    struct gmi_bytes_in in = {raw->data + raw->begin, raw->data + raw->end};
    block->end += gmi_decoder_run(lines->decoder, &in, lines->is_all_read,
                                  block->data + block->end,
                                  block->capacity - block->end);
    const size_t left = (size_t)(in.end - in.begin);
    memmove(raw->data, in.begin, left);
    raw->begin = 0;
    raw->end = left;
    lines->is_all_fetched = lines->is_all_read && left == 0;
}

void gmi_lines_fetch(struct gmi_lines *lines)
{
    struct gmi_block *block = &lines->fetched;
    block->begin = block->end = ROOM;
    while (block->capacity - block->end >= LETTER_MAX &&
           !lines->is_all_fetched) {
        if (!lines->is_all_read)
            lines->fetch_status =
                read_into(lines, lines->decoder ? &lines->raw : block);
        if (lines->fetch_status)
            return;
        if (lines->decoder)
            decode_into(lines, block);
        else
            lines->is_all_fetched = lines->is_all_read;
    }
}

bool gmi_lines_next_of_block(struct gmi_lines *lines, char **line,
                             size_t *length)
{
    struct gmi_block *block = &lines->block;
    char *begin = block->data + block->begin;
    const size_t left = block->end - block->begin;
    char *end = left ? memchr(begin, '\n', left) : NULL;
    if (!end && (left == 0 || !lines->is_last))
        return false;
    *line = begin;
    *length = end ? (size_t)(end - begin) : left;
    block->begin += *length + (end != NULL);
    if (*length > 0 && begin[*length - 1] == '\r')
        (*length)--;
    begin[*length] = '\0';
    lines->number++;
    return true;
}

/* The tail of a block and what was fetched, in a block of their own. */
static gm_status join(struct gmi_lines *lines, gm_error *err)
{
    const struct gmi_block *tail = &lines->block;
    const struct gmi_block *more = &lines->fetched;
    const size_t tail_size = tail->end - tail->begin;
    const size_t more_size = more->end - more->begin;
    if (tail_size >= GMI_LINE_MAX)
        return gmi_fail_at_line(err, GM_ERR_DAMAGED, lines->number + 1,
                                "'%s': a line is longer than %d bytes",
                                lines->path, GMI_LINE_MAX);
    struct gmi_block joined = {0};
    if (!make_block(&joined, ROOM, tail_size + more_size))
        return gmi_fail_memory(err);
    memcpy(joined.data + joined.end, tail->data + tail->begin, tail_size);
    joined.end += tail_size;
    memcpy(joined.data + joined.end, more->data + more->begin, more_size);
    joined.end += more_size;
    gmi_release(lines->block.data);
    lines->block = joined;
    return GM_OK;
}

gm_status gmi_lines_turn(struct gmi_lines *lines, gm_error *err)
{
    if (lines->fetch_status) {
        if (err)
            *err = lines->fetch_error;
        return lines->fetch_status;
    }
    if (lines->is_last)
        return GM_END;
    const size_t tail = lines->block.end - lines->block.begin;
    if (tail <= ROOM) {
        struct gmi_block more = lines->fetched;
        more.begin -= tail;
        memcpy(more.data + more.begin, lines->block.data + lines->block.begin,
               tail);
        lines->fetched = lines->block;
        lines->block = more;
    } else {
        const gm_status status = join(lines, err);
        if (status)
            return status;
    }
    lines->fetched.begin = lines->fetched.end = ROOM;
    lines->packed_done = lines->packed_fetched;
    lines->is_last = lines->is_all_fetched;
    return GM_OK;
}

gm_status gmi_lines_next(struct gmi_lines *lines, char **line, size_t *length,
                         gm_error *err)
{
    while (!gmi_lines_next_of_block(lines, line, length)) {
        gmi_lines_fetch(lines);
        const gm_status status = gmi_lines_turn(lines, err);
        if (status)
            return status;
    }
    return GM_OK;
}
