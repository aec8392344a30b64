/* SPDX-License-Identifier: MIT */
/* The word that somebody may have meant. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

struct suggestion {
    const char *typed;
    size_t length;
    size_t distance;  /* of `word`: mistakes of one letter */
    const char *word; /* the nearest so far; NULL: none is near */
};

struct suggestion suggestion_begin(const char *typed, size_t length);
void suggestion_offer(struct suggestion *best, const char *word);

#endif
