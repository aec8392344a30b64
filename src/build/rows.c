/* SPDX-License-Identifier: MIT */
/* What readers of tables share: rows, fields, numbers. */
#include "build/source.h"

#include "base/status.h"
#include "base/thread.h"
#include "text/utf8.h"

#include <string.h>

size_t gmi_split(char *line, char sign, char **fields, size_t most)
{
    size_t count = 0;
    for (char *p = line; count < most;) {
        fields[count++] = p;
        char *end = strchr(p, sign);
        if (!end)
            break;
        *end = '\0';
        p = end + 1;
    }
    return count;
}

char *gmi_trim(char *text)
{
    while (*text == ' ')
        text++;
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        text[--length] = '\0';
    return text;
}

bool gmi_parse_count(const char *text, uint64_t *out)
{
    uint64_t value = 0;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || value > UINT64_MAX / 10 - 1)
            return false;
        value = value * 10 + (uint64_t)(*text - '0');
    }
    *out = value;
    return true;
}

/* Digits and a point are exact in a double up to 2^53; no table has more. */
bool gmi_parse_decimal(const char *text, double *out)
{
    static const double powers[] = {1,    1e1,  1e2,  1e3,  1e4,  1e5,
                                    1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17};
    const bool is_negative = *text == '-';
    if (*text == '-' || *text == '+')
        text++;
    uint64_t digits = 0;
    int count = 0, decimals = 0;
    bool has_point = false;
    for (; *text; text++) {
        if (*text == '.' && !has_point) {
            has_point = true;
            continue;
        }
        if (*text < '0' || *text > '9')
            return false;
        count++;
        if (digits > UINT64_C(100000000000000000))
            continue; /* decimals beyond what a double holds */
        digits = digits * 10 + (uint64_t)(*text - '0');
        decimals += has_point;
    }
    if (count == 0)
        return false;
    const double value = (double)digits / powers[decimals < 17 ? decimals : 17];
    *out = is_negative ? -value : value;
    return true;
}

static bool is_bad_line(gm_status status)
{
    return status == GM_ERR_ARGUMENT || status == GM_ERR_UTF8 ||
           status == GM_ERR_SYNTAX || status == GM_ERR_NOT_FOUND;
}

static void tell_bad_line(gm_builder *builder, const struct gmi_lines *lines,
                          const gm_error *cause)
{
    gm_error why;
    gmi_fail_at_line(&why, cause->status, lines->number, "%s:%llu: %s",
                     lines->path, (unsigned long long)lines->number,
                     cause->message);
    gmi_builder_bad_line(builder, &why);
}

/* A table being read: what its two threads share. */
struct reading {
    gm_builder *builder;
    struct gmi_lines lines;
    gmi_row_function *row;
    void *context;
    const char *encoding;
    gm_status status;
    gm_error error;
};

static gm_status read_row(struct reading *reading, char *line, size_t length)
{
    gm_error cause = {0};
    gm_status status;
    if (gmi_utf8_check(line, length) < length)
        status = gmi_fail(&cause, GM_ERR_UTF8, "the line is not %s",
                          reading->encoding);
    else if (memchr(line, '\0', length))
        status = gmi_fail(&cause, GM_ERR_SYNTAX, "a NUL byte");
    else
        status = reading->row(reading->builder, line, length,
                              reading->context, &cause);
    if (is_bad_line(status)) {
        tell_bad_line(reading->builder, &reading->lines, &cause);
        return GM_OK;
    }
    if (status)
        reading->error = cause;
    return status;
}

/* One block: its rows here, what follows it on another thread. */
static void read_block(void *context, size_t part)
{
    struct reading *reading = context;
    struct gmi_lines *lines = &reading->lines;
    if (part > 0) {
        gmi_lines_fetch(lines);
        return;
    }
    char *line;
    size_t length;
    while (!reading->status && gmi_lines_next_of_block(lines, &line, &length)) {
        reading->status = read_row(reading, line, length);
        if (!reading->status && lines->number % 65536 == 0)
            reading->status = gmi_builder_progress(
                reading->builder, lines->path, lines->packed_done,
                lines->packed_size, &reading->error);
    }
}

static gm_status read_all(struct reading *reading)
{
    gm_status status = GM_OK;
    while (!status) {
        gmi_parallel(2, read_block, reading);
        status = reading->status;
        if (!status)
            status = gmi_lines_turn(&reading->lines, &reading->error);
    }
    return status == GM_END ? GM_OK : status;
}

gm_status gmi_read_rows(gm_builder *builder, const char *path,
                        gmi_row_function *row, void *context, gm_error *err)
{
    return gmi_read_encoded_rows(
        builder, &(struct gmi_encoded){path, NULL}, row, context, err);
}

gm_status gmi_read_encoded_rows(gm_builder *builder,
                                const struct gmi_encoded *file,
                                gmi_row_function *row, void *context,
                                gm_error *err)
{
    const char *path = file->path;
    struct reading reading = {
        .builder = builder,
        .row = row,
        .context = context,
        .encoding = file->encoding ? file->encoding : "UTF-8"};
    gm_status status = gmi_lines_open_encoded(&reading.lines, path,
                                              file->encoding, err);
    if (status)
        return status;
    status = read_all(&reading);
    if (!status)
        status = gmi_builder_progress(builder, path, reading.lines.packed_size,
                                      reading.lines.packed_size,
                                      &reading.error);
    if (status && err)
        *err = reading.error;
    gmi_lines_close(&reading.lines);
    return status;
}

gm_status gm_builder_read(gm_builder *builder, const char *format,
                          const char *path, const char *const *columns,
                          size_t column_count, gm_error *err)
{
    if (strcmp(format, "geonames") == 0 ||
        (strcmp(format, "auto") == 0 && gmi_is_geonames(path)))
        return gmi_read_geonames(builder, path, err);
    if (strcmp(format, "csv") == 0 || strcmp(format, "auto") == 0)
        return gmi_read_table(builder, path, columns, column_count, err);
    return gmi_fail(err, GM_ERR_ARGUMENT,
                    "'%s' is no format of tables: geonames, csv, auto",
                    format);
}
