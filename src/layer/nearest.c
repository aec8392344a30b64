/* SPDX-License-Identifier: MIT */
/* The known word nearest to a mistyped one, for messages. */
#include "layer/nearest.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 63 };

static size_t least(size_t a, size_t b, size_t c)
{
    const size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Levenshtein's distance, case aside. */
static size_t distance(const char *a, const char *b)
{
    size_t row[WORD_MAX + 1];
    const size_t a_length = strlen(a), b_length = strlen(b);
    if (a_length > WORD_MAX || b_length > WORD_MAX)
        return WORD_MAX;
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            const int same = tolower((unsigned char)a[i - 1]) ==
                             tolower((unsigned char)b[j - 1]);
            const size_t changed = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = least(row[j] + 1, row[j - 1] + 1, changed);
        }
    }
    return row[b_length];
}

void gmi_nearest_init(struct gmi_nearest *nearest, const char *word)
{
    /* A third of the letters may be wrong; more is another word. */
    *nearest = (struct gmi_nearest){.word = word,
                                    .distance = strlen(word) / 3 + 2};
}

void gmi_nearest_offer(struct gmi_nearest *nearest, const char *known)
{
    const size_t d = distance(nearest->word, known);
    if (d >= nearest->distance)
        return;
    nearest->distance = d;
    snprintf(nearest->hint, sizeof nearest->hint, " (did you mean '%s'?)",
             known);
}

const char *gmi_nearest_hint(const struct gmi_nearest *nearest)
{
    return nearest->hint;
}
