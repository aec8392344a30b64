/* SPDX-License-Identifier: MIT */
/*
 * Growable arrays: bytes (a string being built) and items of any one type.
 * A zeroed struct is empty. Once out of memory, or over the ceiling, a buffer
 * is_failed and ignores what is added, so that callers check once at the end.
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct gmi_buffer {
    char *data; /* NUL-terminated when not NULL */
    size_t length;
    size_t capacity;
    size_t ceiling; /* most bytes it may hold; 0: 1 GiB */
    bool is_failed;
};

void gmi_buffer_release(struct gmi_buffer *buffer);
void gmi_buffer_clear(struct gmi_buffer *buffer);
void gmi_buffer_add(struct gmi_buffer *buffer, const char *data,
                    size_t length);
void gmi_buffer_add_string(struct gmi_buffer *buffer, const char *text);
void gmi_buffer_add_char(struct gmi_buffer *buffer, char c);
void gmi_buffer_printf(struct gmi_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Makes room for one more item at `*items`, an array of `*capacity` items of
 * `size` bytes that holds `count`. False, and nothing changed, when out of
 * memory.
 */
bool gmi_reserve(void *items, size_t *capacity, size_t count, size_t size);

#endif
