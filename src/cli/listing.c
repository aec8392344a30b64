/* SPDX-License-Identifier: MIT */
/* Rows of cells on standard output. */
#include "cli/listing.h"

#include "cli/console.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utf8proc.h>

bool listing_begin(struct listing *out, const struct options *options,
                   const struct column *columns, size_t count)
{
    static const char *const FORMS[] = {"table", "tsv", "jsonl", "json"};
    *out = (struct listing){.columns = columns, .count = count};
    out->has_header = !options->no_header;
    out->form =
        console_is_terminal(STDOUT_FILENO) ? LISTING_TABLE : LISTING_TSV;
    bool is_known = !options->list_format;
    for (int i = 0; !is_known && i < 4; i++) {
        is_known = strcmp(FORMS[i], options->list_format) == 0;
        out->form = (enum listing_form)i;
    }
    if (!is_known) {
        console_misuse(options->command,
                       "unknown format '%s': table, tsv, jsonl or json",
                       options->list_format);
        return false;
    }
    if (!console_color(options->color, &out->has_color)) {
        console_misuse(options->command,
                       "bad value '%s' of --color: auto, always, never",
                       options->color);
        return false;
    }
    if (out->form == LISTING_TABLE)
        out->kept = open_memstream(&out->text, &out->size);
    const char *names[COLUMNS_MAX];
    for (size_t i = 0; i < count; i++)
        names[i] = columns[i].name;
    if (out->has_header && out->form < LISTING_JSONL)
        listing_row(out, names);
    return true;
}

/* Tabs and ends of lines would break the row. */
static void put_cell(FILE *out, const char *cell)
{
    for (; *cell; cell++)
        fputc((unsigned char)*cell < ' ' ? ' ' : *cell, out);
}

static void put_json_string(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < ' ' || c == 0x7f)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void put_json(const struct listing *listing, const char *const *cells)
{
    for (size_t i = 0; i < listing->count; i++) {
        putchar(i ? ',' : '{');
        put_json_string(listing->columns[i].name);
        putchar(':');
        if (!cells[i][0])
            fputs("null", stdout);
        else if (listing->columns[i].is_number)
            fputs(cells[i], stdout);
        else
            put_json_string(cells[i]);
    }
    fputs("}\n", stdout);
}

void listing_row(struct listing *listing, const char *const *cells)
{
    if (listing->form >= LISTING_JSONL) {
        if (listing->form == LISTING_JSON)
            putchar(listing->rows++ ? ',' : '[');
        put_json(listing, cells);
        return;
    }
    FILE *out = listing->kept ? listing->kept : stdout;
    for (size_t i = 0; i < listing->count; i++) {
        put_cell(out, cells[i]);
        fputc(i + 1 < listing->count ? '\t' : '\n', out);
    }
}

/* Columns of a terminal that a text fills. */
static size_t width_of(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length;) {
        utf8proc_int32_t code;
        const utf8proc_ssize_t step =
            utf8proc_iterate((const utf8proc_uint8_t *)text + i,
                             (utf8proc_ssize_t)(length - i), &code);
        width += step > 0 ? (size_t)utf8proc_charwidth(code) : 1;
        i += step > 0 ? (size_t)step : 1;
    }
    return width;
}

static void put_spaces(size_t count)
{
    while (count--)
        putchar(' ');
}

static void measure(const struct listing *listing, size_t *widths)
{
    size_t column = 0;
    for (const char *p = listing->text; *p; p++) {
        const size_t length = strcspn(p, "\t\n");
        const size_t width = width_of(p, length);
        if (width > widths[column])
            widths[column] = width;
        p += length;
        column = *p == '\n' ? 0 : column + 1;
    }
}

static void put_aligned(const struct listing *listing, const size_t *widths)
{
    size_t column = 0;
    bool is_header = listing->has_header;
    for (const char *p = listing->text; *p; p++) {
        const size_t length = strcspn(p, "\t\n");
        const size_t gap = widths[column] - width_of(p, length);
        const bool is_bold = is_header && listing->has_color;
        const bool is_number = listing->columns[column].is_number;
        if (is_number)
            put_spaces(gap);
        printf("%s%.*s%s", is_bold ? "\033[1m" : "", (int)length, p,
               is_bold ? "\033[0m" : "");
        p += length;
        if (*p == '\n') {
            putchar('\n');
            column = 0;
            is_header = false;
            continue;
        }
        put_spaces(is_number ? 2 : gap + 2);
        column++;
    }
}

void listing_end(struct listing *listing)
{
    if (listing->form == LISTING_JSON)
        puts(listing->rows ? "]" : "[]");
    if (!listing->kept)
        return;
    size_t widths[COLUMNS_MAX] = {0};
    fclose(listing->kept);
    measure(listing, widths);
    put_aligned(listing, widths);
    free(listing->text);
    listing->kept = NULL;
}
