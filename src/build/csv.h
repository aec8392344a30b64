/* SPDX-License-Identifier: MIT */
/* Fields of a line of a table: RFC 4180, with any sign between fields. */
#ifndef BUILD_CSV_H
#define BUILD_CSV_H

#include <stdbool.h>
#include <stddef.h>

/* The sign between fields of a header: tab, semicolon or comma. */
char gmi_csv_sign(const char *header);

/*
 * Whether a line ends inside quotes, so that the next one belongs to it. For
 * that one, `is_open`: it begins inside quotes.
 */
bool gmi_csv_ends_open(const char *line, char sign, bool is_open);

/*
 * Splits in place and takes quotes off; returns how many fields there are.
 * Tab-separated fields have no quoting.
 */
size_t gmi_csv_split(char *line, char sign, char **fields, size_t most);

#endif
