/* SPDX-License-Identifier: MIT */
/*
 * Lines of a table, plain or packed (gzip, zstd, zip), told by the first
 * bytes and not by the name. Of a zip archive the entry named like it is
 * read ("AM.zip": "AM.txt"), or else its largest.
 */
#ifndef BUILD_LINES_H
#define BUILD_LINES_H

#include "base/buffer.h"
#include "base/status.h"

#include <stdint.h>

enum { GMI_LINE_MAX = 16 << 20 }; /* bytes of the longest line */

struct gmi_unpacker;

struct gmi_lines {
    const char *path; /* borrowed */
    struct gmi_unpacker *unpacker;
    char *data;
    size_t begin, end, capacity; /* unread bytes of data */
    uint64_t number;             /* of the line given last, from 1 */
    uint64_t packed_size;        /* of the file, for progress */
    uint64_t packed_done;
    bool is_at_end;
};

gm_status gmi_lines_open(struct gmi_lines *lines, const char *path,
                         gm_error *err);
void gmi_lines_close(struct gmi_lines *lines);

/*
 * The next line, without its end, NUL-terminated and writable; it lives until
 * the next call. GM_END after the last. A line over the ceiling is damage.
 */
gm_status gmi_lines_next(struct gmi_lines *lines, char **line, size_t *length,
                         gm_error *err);

#endif
