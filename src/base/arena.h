/* SPDX-License-Identifier: MIT */
/*
 * An arena: memory that is given out piece by piece and freed whole.
 * Invariants: pieces are aligned to 16 bytes and never move; reset keeps the
 * blocks, so that a reused arena stops asking the system.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct gmi_arena_block;

struct gmi_arena {
    struct gmi_arena_block *first;
    struct gmi_arena_block *current;
};

/* A zeroed struct gmi_arena is an empty arena. */
void gmi_arena_release(struct gmi_arena *arena);
void gmi_arena_reset(struct gmi_arena *arena);

/* NULL when out of memory. Not zeroed. */
void *gmi_arena_alloc(struct gmi_arena *arena, size_t size);
/* For an array; NULL when count times size overflows. Zeroed. */
void *gmi_arena_array(struct gmi_arena *arena, size_t count, size_t size);
/* A copy that ends in NUL. */
char *gmi_arena_string(struct gmi_arena *arena, const char *text,
                       size_t length);

/* A place to come back to: all that was given out since is free again. */
struct gmi_arena_mark {
    struct gmi_arena_block *block;
    size_t used;
};
struct gmi_arena_mark gmi_arena_mark(const struct gmi_arena *arena);
void gmi_arena_rewind(struct gmi_arena *arena, struct gmi_arena_mark mark);

#endif
