/* SPDX-License-Identifier: MIT */
/*
 * Rows of cells on standard output: aligned for people, tab-separated or in
 * JSON for programs.
 */
#ifndef CLI_LISTING_H
#define CLI_LISTING_H

#include "cli/options.h"

#include <stdio.h>

enum { COLUMNS_MAX = 12 };

struct column {
    const char *name;
    bool is_number;
};

enum listing_form { LISTING_TABLE, LISTING_TSV, LISTING_JSONL, LISTING_JSON };

struct listing {
    enum listing_form form;
    const struct column *columns;
    size_t count;
    bool has_header;
    bool has_color;
    size_t rows; /* of a JSON array, so far */
    FILE *kept; /* a table's rows, until its widths are known */
    char *text;
    size_t size;
};

/*
 * `form` is the value of --format, NULL: a table on a terminal, else TSV.
 * False, after a message, for a value that there is not.
 */
bool listing_begin(struct listing *out, const struct options *options,
                   const struct column *columns, size_t count);

/* A cell that is "" is null in JSON. */
void listing_row(struct listing *listing, const char *const *cells);
void listing_end(struct listing *listing);

#endif
