/* SPDX-License-Identifier: MIT */
/* Numbers as people type them. */
#include "cli/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Up to the end or a comma; NULL when there is no number. */
static const char *parse(const char *text, double *out)
{
    /* strtod would also take spaces, "inf" and "0x10" */
    const size_t length = strcspn(text, ",");
    if (!length || strspn(text, "0123456789+-.eE") < length)
        return NULL;
    char *end;
    *out = strtod(text, &end);
    return end == text + length && isfinite(*out) ? end : NULL;
}

bool number_parse(const char *text, double *out)
{
    const char *end = parse(text, out);
    return end && !*end;
}

bool number_parse_list(const char *text, size_t low, size_t high, double *out,
                       size_t *count)
{
    size_t i = 0;
    while (i < high && (text = parse(text, &out[i]))) {
        i++;
        if (!*text) {
            *count = i;
            return i >= low;
        }
        text++;
    }
    return false;
}
