/* SPDX-License-Identifier: MIT */
/* Compiled gazetteers that are damaged in one way each. */
#ifndef TESTS_DAMAGE_H
#define TESTS_DAMAGE_H

#include "gazetteer/format.h"

#include <stdbool.h>
#include <stddef.h>

/* The bytes of a compiled gazetteer, which a kind of damage changes. */
struct file {
    unsigned char *data;
    size_t size, capacity;
};

enum outcome {
    OPENS,         /* nothing is wrong */
    IS_REFUSED,    /* at opening */
    IS_VERSION,    /* at opening, as one of a later version */
    VERIFY_TELLS   /* opens, answers safely, and verify tells of it */
};

struct damage {
    const char *name;
    void (*inflict)(struct file *file);
    enum outcome outcome;
    const char *message; /* part of what is said */
};

extern const struct damage damages[];
extern const size_t damage_count;

#endif
