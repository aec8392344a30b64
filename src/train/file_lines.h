/* SPDX-License-Identifier: MIT */
/* A whole file in memory, plain or packed, line by line. */
#ifndef TRAIN_FILE_LINES_H
#define TRAIN_FILE_LINES_H

#include "base/buffer.h"
#include "base/status.h"

struct gmi_file_lines {
    const char *path; /* borrowed */
    struct gmi_buffer text;
    size_t position;
    uint64_t number; /* of the line given last, from 1 */
};

gm_status gmi_file_lines_open(struct gmi_file_lines *lines, const char *path,
                              gm_error *err);
void gmi_file_lines_close(struct gmi_file_lines *lines);

/* The next line without its end, NUL-terminated; NULL after the last. */
char *gmi_file_lines_next(struct gmi_file_lines *lines, size_t *length);

/* Puts file and line before the message of `why`. */
gm_status gmi_file_lines_fail(const struct gmi_file_lines *lines,
                              const gm_error *why, gm_error *err);

#endif
