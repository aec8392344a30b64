/* SPDX-License-Identifier: MIT */
/* Files of lines, plain or packed with gzip, and lines that are JSON. */
#ifndef EVALUATE_JSON_LINES_H
#define EVALUATE_JSON_LINES_H

#include "read/line.h"

#include <jansson.h>
#include <stdbool.h>

/*
 * Hands every line to `each`, NUL-terminated and without its end, until one
 * fails. An empty file has no lines.
 */
gm_status gmi_each_line(const char *path,
                        gm_status (*each)(void *context,
                                          const struct gmi_line *line,
                                          gm_error *err),
                        void *context, gm_error *err);

/* Hands on every object; blank lines are skipped, others are errors. */
gm_status gmi_each_object(const char *path,
                          gm_status (*each)(void *context, const json_t *object,
                                            const struct gmi_line *line,
                                            gm_error *err),
                          void *context, gm_error *err);

/* NULL when missing or null. */
const json_t *gmi_member(const json_t *object, const char *name);
/* NULL when missing, or no string. */
const char *gmi_member_string(const json_t *object, const char *name);
/* NaN when missing, or no number. */
double gmi_member_number(const json_t *object, const char *name);

#endif
