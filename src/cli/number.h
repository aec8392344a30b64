/* SPDX-License-Identifier: MIT */
/* Numbers as people type them. */
#ifndef CLI_NUMBER_H
#define CLI_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/* A finite decimal number and nothing else. */
bool number_parse(const char *text, double *out);

/* "1.5,-2,3": between `low` and `high` numbers; sets how many. */
bool number_parse_list(const char *text, size_t low, size_t high, double *out,
                       size_t *count);

#endif
