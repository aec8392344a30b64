/* SPDX-License-Identifier: MIT */
/* An arena: memory that is given out piece by piece and freed whole. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdint.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 64 * 1024 };

struct gmi_arena_block {
    struct gmi_arena_block *next;
    size_t size;
    size_t used;
    size_t padding; /* keeps the data aligned */
    unsigned char data[];
};

_Static_assert(sizeof(struct gmi_arena_block) % ALIGNMENT == 0,
               "data of a block is aligned");

void gmi_arena_release(struct gmi_arena *arena)
{
    struct gmi_arena_block *block = arena->first;
    while (block) {
        struct gmi_arena_block *next = block->next;
        gmi_release(block);
        block = next;
    }
    *arena = (struct gmi_arena){0};
}

void gmi_arena_reset(struct gmi_arena *arena)
{
    arena->current = arena->first;
    if (arena->first)
        arena->first->used = 0;
}

static struct gmi_arena_block *add_block(struct gmi_arena *arena, size_t size)
{
    /* Doubling keeps the number of blocks small for a text of any length. */
    size_t wanted = arena->current ? arena->current->size * 2 : FIRST_BLOCK;
    if (wanted < size)
        wanted = size;
    if (wanted > SIZE_MAX - sizeof(struct gmi_arena_block))
        return NULL;
    struct gmi_arena_block *block =
        gmi_alloc(sizeof(struct gmi_arena_block) + wanted);
    if (!block)
        return NULL;
    block->size = wanted;
    block->used = 0;
    block->next = NULL;
    if (arena->current) {
        block->next = arena->current->next;
        arena->current->next = block;
    } else {
        arena->first = block;
    }
    arena->current = block;
    return block;
}

void *gmi_arena_alloc(struct gmi_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGNMENT)
        return NULL;
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    struct gmi_arena_block *block = arena->current;
    while (block && block->size - block->used < size) {
        block = block->next;
        if (block) {
            block->used = 0;
            arena->current = block;
        }
    }
    if (!block && !(block = add_block(arena, size)))
        return NULL;
    void *piece = block->data + block->used;
    block->used += size;
    return piece;
}

void *gmi_arena_array(struct gmi_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    void *array = gmi_arena_alloc(arena, count * size);
    if (array)
        memset(array, 0, count * size);
    return array;
}

char *gmi_arena_string(struct gmi_arena *arena, const char *text,
                       size_t length)
{
    char *copy = length < SIZE_MAX ? gmi_arena_alloc(arena, length + 1) : NULL;
    if (!copy)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

struct gmi_arena_mark gmi_arena_mark(const struct gmi_arena *arena)
{
    return (struct gmi_arena_mark){
        arena->current, arena->current ? arena->current->used : 0};
}

void gmi_arena_rewind(struct gmi_arena *arena, struct gmi_arena_mark mark)
{
    if (!mark.block) {
        gmi_arena_reset(arena);
        return;
    }
    arena->current = mark.block;
    mark.block->used = mark.used;
}
