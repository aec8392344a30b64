/* SPDX-License-Identifier: MIT */
/* The only place that asks the system for memory. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A test hook, not state of the library: negative outside tests. */
static long remaining = -1;

void gmi_memory_fail_after(long count)
{
    remaining = count;
}

static int is_refused(void)
{
    if (remaining < 0)
        return 0;
    if (remaining == 0)
        return 1;
    remaining--;
    return 0;
}

void *gmi_alloc(size_t size)
{
    return is_refused() ? NULL : malloc(size ? size : 1);
}

void *gmi_alloc_zeroed(size_t count, size_t size)
{
    return is_refused() ? NULL : calloc(count ? count : 1, size ? size : 1);
}

void *gmi_resize(void *memory, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    const size_t bytes = count * size;
    return is_refused() ? NULL : realloc(memory, bytes ? bytes : 1);
}

char *gmi_copy_string(const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? gmi_alloc(length + 1) : NULL;
    if (!copy)
        return NULL;
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

void gmi_release(void *memory)
{
    free(memory);
}
