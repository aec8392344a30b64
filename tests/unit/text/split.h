/* SPDX-License-Identifier: MIT */
/* The words of a text, in memory that the test need not free. */
#ifndef TEST_TEXT_SPLIT_H
#define TEST_TEXT_SPLIT_H

#include "text/word.h"

#include <string.h>

enum { SPLIT_MAX = 512 };

static struct gmi_words split(const char *text)
{
    static struct gmi_word items[SPLIT_MAX];
    struct gmi_words words = {.items = items, .capacity = SPLIT_MAX};
    size_t position = 0;
    while (words.count < SPLIT_MAX &&
           gmi_word_next(text, strlen(text), &position, &items[words.count]))
        words.count++;
    return words;
}

#endif
