/* SPDX-License-Identifier: MIT */
/* Readers of tables: one per format, chosen by gm_builder_read. */
#ifndef BUILD_SOURCE_H
#define BUILD_SOURCE_H

#include "build/builder.h"
#include "build/lines.h"

/* GeoNames' files: one, or a folder of them. */
gm_status gmi_read_geonames(gm_builder *builder, const char *path,
                            gm_error *err);
/* Whether a file is one of GeoNames' by its name. */
bool gmi_is_geonames(const char *path);

/* Any table with a header. */
gm_status gmi_read_table(gm_builder *builder, const char *path,
                         const char *const *columns, size_t column_count,
                         gm_error *err);

/* Splits a line at a sign, in place; returns how many fields there are. */
size_t gmi_split(char *line, char sign, char **fields, size_t most);

/* A text without its outer spaces, cut in place. */
char *gmi_trim(char *text);

/*
 * A decimal number, all of the text, with a point whatever the locale. False
 * when it is not one.
 */
bool gmi_parse_decimal(const char *text, double *out);
/* A whole number, 0 for an empty text. */
bool gmi_parse_count(const char *text, uint64_t *out);

/*
 * Calls `row` for each line. A row's GM_ERR_ARGUMENT, _UTF8, _SYNTAX and
 * _NOT_FOUND make it a bad line, which is counted and skipped; any other
 * error ends the reading.
 */
typedef gm_status gmi_row_function(gm_builder *builder, char *line,
                                   size_t length, void *context,
                                   gm_error *err);
gm_status gmi_read_rows(gm_builder *builder, const char *path,
                        gmi_row_function *row, void *context, gm_error *err);

/* The same for a table in another encoding; NULL: UTF-8. */
struct gmi_encoded {
    const char *path;
    const char *encoding;
};
gm_status gmi_read_encoded_rows(gm_builder *builder,
                                const struct gmi_encoded *file,
                                gmi_row_function *row, void *context,
                                gm_error *err);

#endif
