/* SPDX-License-Identifier: MIT */
/* Growable arrays: bytes and items of any one type. */
#include "base/buffer.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const size_t DEFAULT_CEILING = (size_t)1 << 30;

void gmi_buffer_release(struct gmi_buffer *buffer)
{
    gmi_release(buffer->data);
    *buffer = (struct gmi_buffer){.ceiling = buffer->ceiling};
}

void gmi_buffer_clear(struct gmi_buffer *buffer)
{
    buffer->length = 0;
    buffer->is_failed = false;
    if (buffer->data)
        buffer->data[0] = '\0';
}

/* Room for `extra` more bytes and a NUL. */
static bool make_room(struct gmi_buffer *buffer, size_t extra)
{
    const size_t ceiling = buffer->ceiling ? buffer->ceiling : DEFAULT_CEILING;
    if (buffer->is_failed || extra > ceiling - buffer->length) {
        buffer->is_failed = true;
        return false;
    }
    const size_t needed = buffer->length + extra + 1;
    if (needed <= buffer->capacity)
        return true;
    size_t capacity = buffer->capacity ? buffer->capacity * 2 : 256;
    if (capacity < needed)
        capacity = needed;
    char *data = gmi_resize(buffer->data, capacity, 1);
    if (!data) {
        buffer->is_failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void gmi_buffer_add(struct gmi_buffer *buffer, const char *data, size_t length)
{
    if (!make_room(buffer, length))
        return;
    if (length)
        memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void gmi_buffer_add_string(struct gmi_buffer *buffer, const char *text)
{
    gmi_buffer_add(buffer, text, strlen(text));
}

void gmi_buffer_add_char(struct gmi_buffer *buffer, char c)
{
    gmi_buffer_add(buffer, &c, 1);
}

void gmi_buffer_printf(struct gmi_buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int length = vsnprintf(NULL, 0, format, args);
    if (length >= 0 && make_room(buffer, (size_t)length)) {
        vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format,
                  again);
        buffer->length += (size_t)length;
    }
    va_end(again);
    va_end(args);
}

bool gmi_reserve(void *items, size_t *capacity, size_t count, size_t size)
{
    if (count < *capacity)
        return true;
    void *memory;
    memcpy(&memory, items, sizeof memory);
    const size_t wanted = *capacity ? *capacity + *capacity / 2 + 1 : 16;
    if (wanted < *capacity)
        return false;
    void *grown = gmi_resize(memory, wanted, size);
    if (!grown)
        return false;
    memcpy(items, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}
