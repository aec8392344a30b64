/* SPDX-License-Identifier: MIT */
/* Any table with a header: from lines to rows. */
#include "build/table.h"

#include "base/status.h"
#include "build/csv.h"

#include <ctype.h>
#include <string.h>

enum { ROW_MAX = 1 << 20 }; /* bytes of a row over several lines */

static gm_status read_row(gm_builder *builder, char *line, size_t length,
                          void *context, gm_error *err)
{
    struct gmi_table *table = context;
    struct gmi_buffer *pending = &table->pending;
    if (!table->has_header) {
        if (strncmp(line, "\xef\xbb\xbf", 3) == 0) /* U+FEFF */
            line += 3;
        if (line[0] == '#') {
            gmi_table_read_comment(table, line);
            return GM_OK;
        }
        return line[0] ? gmi_table_read_header(table, line, err) : GM_OK;
    }
    if (length == 0 && pending->length == 0)
        return GM_OK;
    const bool is_begun = pending->length > 0;
    const bool is_open = gmi_csv_ends_open(line, table->sign, is_begun);
    if (!is_begun && !is_open)
        return gmi_table_add_row(builder, table, line, err);
    if (is_begun)
        gmi_buffer_add_char(pending, '\n');
    gmi_buffer_add(pending, line, length);
    if (pending->is_failed || pending->length > ROW_MAX) {
        gmi_buffer_clear(pending);
        return gmi_fail(err, GM_ERR_SYNTAX, "a quote is never closed");
    }
    if (is_open)
        return GM_OK;
    const gm_status status =
        gmi_table_add_row(builder, table, pending->data, err);
    gmi_buffer_clear(pending);
    return status;
}

/* Ids without a prefix get one from the file's name. */
static void set_prefix(struct gmi_table *table)
{
    const char *base = strrchr(table->path, '/');
    base = base ? base + 1 : table->path;
    size_t length = 0;
    for (; base[length] && base[length] != '.' && length < GMI_PREFIX_MAX;
         length++) {
        const unsigned char c = (unsigned char)base[length];
        table->prefix[length] = (char)(isalnum(c) ? tolower(c) : '-');
    }
    if (length == 0)
        memcpy(table->prefix, "table", sizeof "table");
}

gm_status gmi_read_table(gm_builder *builder, const char *path,
                         const char *const *columns, size_t column_count,
                         gm_error *err)
{
    struct gmi_table table = {.path = path,
                              .mappings = columns,
                              .mapping_count = column_count};
    gm_status status = gmi_table_check_mappings(&table, err);
    if (!status)
        status = gmi_table_find_encoding(&table, err);
    if (status)
        return status;
    set_prefix(&table);
    const struct gmi_encoded file = {path,
                                     table.encoding[0] ? table.encoding : NULL};
    status = gmi_read_encoded_rows(builder, &file, read_row, &table, err);
    if (!status && !table.has_header)
        status = gmi_fail(err, GM_ERR_SYNTAX, "'%s' has no header", path);
    if (!status && table.pending.length > 0) {
        gm_error why;
        gmi_fail(&why, GM_ERR_SYNTAX, "%s: a quote is never closed", path);
        gmi_builder_bad_line(builder, &why);
    }
    gmi_buffer_release(&table.pending);
    return status;
}
