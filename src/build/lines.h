/* SPDX-License-Identifier: MIT */
/*
 * Lines of a table, plain or packed (gzip, zstd, zip), told by the first
 * bytes and not by the name. Of a zip archive the entry named like it is
 * read ("AM.zip": "AM.txt"), or else its largest.
 *
 * A table is read in blocks of some megabytes. gmi_lines_next goes from one
 * to the next by itself. Or, while the lines of one block are used, another
 * thread may fetch the next:
 *
 *     gmi_lines_fetch  |  gmi_lines_next_of_block until false
 *     gmi_lines_turn
 */
#ifndef BUILD_LINES_H
#define BUILD_LINES_H

#include "base/buffer.h"
#include "base/status.h"

#include <stdint.h>

enum { GMI_LINE_MAX = 16 << 20 }; /* bytes of the longest line */

struct gmi_unpacker;
struct gmi_decoder;

/* Bytes that are read; before `begin` there may be room. */
struct gmi_block {
    char *data;
    size_t begin, end, capacity;
};

struct gmi_lines {
    const char *path; /* borrowed */
    struct gmi_unpacker *unpacker;
    struct gmi_decoder *decoder; /* NULL: the table is UTF-8 */
    struct gmi_block raw;        /* read and not decoded yet */
    struct gmi_block block;   /* whose lines are given */
    struct gmi_block fetched; /* what follows it, once it is fetched */
    gm_status fetch_status;
    gm_error fetch_error;
    uint64_t packed_fetched;
    bool is_all_read;    /* the file's end was met, */
    bool is_all_fetched; /* and all of it is decoded */
    bool is_last;        /* nothing follows `block` */
    uint64_t number;     /* of the line given last, from 1 */
    uint64_t packed_size; /* of the file, for progress */
    uint64_t packed_done;
};

gm_status gmi_lines_open(struct gmi_lines *lines, const char *path,
                         gm_error *err);
/* `encoding` as in build/decode.h; NULL: UTF-8. */
gm_status gmi_lines_open_encoded(struct gmi_lines *lines, const char *path,
                                 const char *encoding, gm_error *err);
void gmi_lines_close(struct gmi_lines *lines);

/*
 * The next line, without its end, NUL-terminated and writable; it lives until
 * the next call. GM_END after the last. A line over the ceiling is damage.
 */
gm_status gmi_lines_next(struct gmi_lines *lines, char **line, size_t *length,
                         gm_error *err);

/* Reads the bytes behind the block. The outcome is told by the next turn. */
void gmi_lines_fetch(struct gmi_lines *lines);

/* The next line of the block; false behind its last whole one. */
bool gmi_lines_next_of_block(struct gmi_lines *lines, char **line,
                             size_t *length);

/* Goes on with what was fetched. GM_END when there are no more lines. */
gm_status gmi_lines_turn(struct gmi_lines *lines, gm_error *err);

#endif
