/* SPDX-License-Identifier: MIT */
/* Filling a gm_error at the place that failed. */
#ifndef BASE_STATUS_H
#define BASE_STATUS_H

#include "include/geomention_gazetteer.h"

/* Fills `err` (may be NULL) and returns `status`. */
gm_status gmi_fail(gm_error *err, gm_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with a byte offset, and with a line number. */
gm_status gmi_fail_at_byte(gm_error *err, gm_status status, uint64_t byte,
                           const char *format, ...)
    __attribute__((format(printf, 4, 5)));
gm_status gmi_fail_at_line(gm_error *err, gm_status status, uint64_t line,
                           const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Out of memory. */
gm_status gmi_fail_memory(gm_error *err);

/* "cannot VERB 'path': reason" from errno. */
gm_status gmi_fail_errno(gm_error *err, const char *verb, const char *path);

#endif
