/* SPDX-License-Identifier: MIT */
/* The only place that asks the system for memory. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* All return NULL when out of memory, or when count times size overflows. */
void *gmi_alloc(size_t size);
void *gmi_alloc_zeroed(size_t count, size_t size);
void *gmi_resize(void *memory, size_t count, size_t size);
char *gmi_copy_string(const char *text, size_t length);
void gmi_release(void *memory);

/*
 * For tests: the allocation after `count` more ones fails, and each later
 * one, until called with a negative number. Not for several threads.
 */
void gmi_memory_fail_after(long count);

#endif
