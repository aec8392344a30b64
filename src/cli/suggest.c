/* SPDX-License-Identifier: MIT */
/* The word that somebody may have meant. */
#include "cli/suggest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { WORD_MAX = 40 };

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool is_same(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/*
 * Letters added, left out, changed, or swapped with the next: the optimal
 * string alignment distance.
 */
static size_t distance_between(const char *a, size_t a_length, const char *b,
                               size_t b_length)
{
    size_t rows[3][WORD_MAX + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t *row = rows[i % 3];
        const size_t *above = rows[(i + 2) % 3];
        const size_t *before = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = smaller(above[j], row[j - 1]) + 1;
            row[j] =
                smaller(row[j], above[j - 1] + !is_same(a[i - 1], b[j - 1]));
            if (i > 1 && j > 1 && is_same(a[i - 1], b[j - 2]) &&
                is_same(a[i - 2], b[j - 1]))
                row[j] = smaller(row[j], before[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

struct suggestion suggestion_begin(const char *typed, size_t length)
{
    /* a third of the letters may be wrong, two at most */
    const size_t most = length < 3 ? 1 : smaller(2, length / 3 + 1);
    return (struct suggestion){typed, length, most + 1, NULL};
}

void suggestion_offer(struct suggestion *best, const char *word)
{
    const size_t length = strlen(word);
    if (best->length > WORD_MAX || length > WORD_MAX)
        return;
    size_t distance = distance_between(best->typed, best->length, word, length);
    /* the beginning of a word is as good as a mistake */
    if (best->length >= 3 && length > best->length &&
        strncmp(best->typed, word, best->length) == 0)
        distance = 1;
    if (distance < best->distance) {
        best->distance = distance;
        best->word = word;
    }
}
