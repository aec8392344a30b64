/* SPDX-License-Identifier: MIT */
/* Where in an input a line stands, for ids and messages. */
#ifndef READ_LINE_H
#define READ_LINE_H

#include "base/status.h"

struct gmi_line {
    const char *path;
    uint64_t number; /* from 1 */
    uint64_t offset; /* of its first byte in the unpacked input */
    char *text;      /* NUL-terminated */
    size_t length;
};

/* "CAUSE in 'FILE', line N". */
gm_status gmi_line_fail(const struct gmi_line *line, gm_error *err,
                        const char *cause);

/* Adds file and line to the message that a lower function left in `err`. */
gm_status gmi_line_wrap(const struct gmi_line *line, gm_status status,
                        gm_error *err);

/* Whether the line is UTF-8; the error holds file, line and byte. */
gm_status gmi_line_check(const struct gmi_line *line, gm_error *err);

/* Room for "FILE:LINE", the id of a document that brings none. */
enum { GMI_LINE_ID_MAX = 4200 };
const char *gmi_line_id(const struct gmi_line *line, char out[GMI_LINE_ID_MAX]);

#endif
