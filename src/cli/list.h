/* SPDX-License-Identifier: MIT */
/* Lists in one word of the command line: "a,b,c". */
#ifndef CLI_LIST_H
#define CLI_LIST_H

#include <stdbool.h>
#include <stddef.h>

enum { WORDS_MAX = 32, WORDS_SIZE = 1024 };

struct words {
    const char *items[WORDS_MAX];
    size_t count;
    char text[WORDS_SIZE]; /* what the items point into */
};

/* False when there are too many, or one is empty. NULL gives none. */
bool words_split(const char *list, struct words *out);

/* The same for country codes, two letters each, which are put in capitals. */
bool words_split_countries(const char *list, struct words *out);

bool words_has(const struct words *words, const char *word);

#endif
