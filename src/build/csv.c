/* SPDX-License-Identifier: MIT */
/* Fields of a line of a table. */
#include "build/csv.h"

#include "build/source.h"

#include <string.h>

char gmi_csv_sign(const char *header)
{
    size_t commas = 0, semicolons = 0;
    if (strchr(header, '\t'))
        return '\t';
    for (const char *p = header; *p; p++) {
        commas += *p == ',';
        semicolons += *p == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* Behind the quoted field at `p`; at the NUL when the quote stays open. */
static char *end_of_quoted(char *p)
{
    for (p++; *p; p++) {
        if (*p != '"')
            continue;
        if (p[1] != '"')
            return p + 1;
        p++;
    }
    return p;
}

bool gmi_csv_ends_open(const char *line, char sign, bool is_open)
{
    bool at_start = !is_open;
    if (sign == '\t')
        return false;
    for (const char *p = line; *p; p++) {
        if (*p == '"' && (at_start || is_open)) {
            if (is_open && p[1] == '"')
                p++;
            else
                is_open = !is_open;
        }
        at_start = !is_open && *p == sign;
    }
    return is_open;
}

/* Takes the quotes off a field that ends at `end`. */
static void unquote(char *field, const char *end)
{
    char *to = field;
    for (const char *from = field + 1; from < end; from++) {
        if (*from == '"') {
            if (from + 1 >= end || from[1] != '"')
                break;
            from++;
        }
        *to++ = *from;
    }
    *to = '\0';
}

size_t gmi_csv_split(char *line, char sign, char **fields, size_t most)
{
    if (sign == '\t')
        return gmi_split(line, sign, fields, most);
    size_t count = 0;
    char *p = line;
    while (count < most) {
        fields[count++] = p;
        char *end = *p == '"' ? end_of_quoted(p) : p;
        end += strcspn(end, (const char[]){sign, '\0'});
        const bool is_last = *end == '\0';
        *end = '\0';
        if (*p == '"')
            unquote(p, end);
        if (is_last)
            break;
        p = end + 1;
    }
    return count;
}
