/* SPDX-License-Identifier: MIT */
/* Numbers strings in the order in which they are first seen. */
#include "build/intern.h"

#include "base/memory.h"
#include "text/fold.h"

#include <string.h>

void gmi_intern_release(struct gmi_intern *intern)
{
    gmi_buffer_release(&intern->text);
    gmi_release(intern->offsets);
    gmi_release(intern->table);
    *intern = (struct gmi_intern){0};
}

/* FNV-1a: short strings, and no stranger can gain by a slow table here. */
static uint64_t hash_of(const char *text, size_t length)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(0x100000001b3);
    return gmi_mix(hash);
}

const char *gmi_intern_at(const struct gmi_intern *intern, uint32_t number)
{
    return number < intern->count
               ? intern->text.data + intern->offsets[number]
               : "";
}

/* Where the string stands in the table, or the empty slot for it. */
static size_t slot_of(const struct gmi_intern *intern, const char *text,
                      size_t length)
{
    size_t slot = hash_of(text, length) & (intern->table_size - 1);
    while (intern->table[slot]) {
        const char *known = gmi_intern_at(intern, intern->table[slot] - 1);
        if (strncmp(known, text, length) == 0 && known[length] == '\0')
            break;
        slot = (slot + 1) & (intern->table_size - 1);
    }
    return slot;
}

static bool grow(struct gmi_intern *intern)
{
    const size_t size = intern->table_size ? intern->table_size * 2 : 1024;
    uint32_t *table = gmi_alloc_zeroed(size, sizeof *table);
    if (!table)
        return false;
    gmi_release(intern->table);
    intern->table = table;
    intern->table_size = size;
    for (size_t i = 0; i < intern->count; i++) {
        const char *text = intern->text.data + intern->offsets[i];
        table[slot_of(intern, text, strlen(text))] = (uint32_t)i + 1;
    }
    return true;
}

uint32_t gmi_intern_find(const struct gmi_intern *intern, const char *text,
                         size_t length)
{
    if (intern->table_size == 0)
        return UINT32_MAX;
    return intern->table[slot_of(intern, text, length)] - 1;
}

uint32_t gmi_intern_add(struct gmi_intern *intern, const char *text,
                        size_t length)
{
    if (intern->count * 2 >= intern->table_size && !grow(intern))
        return UINT32_MAX;
    const size_t slot = slot_of(intern, text, length);
    if (intern->table[slot])
        return intern->table[slot] - 1;
    const size_t offset = intern->text.length;
    if (!gmi_reserve(&intern->offsets, &intern->capacity, intern->count,
                     sizeof *intern->offsets))
        return UINT32_MAX;
    gmi_buffer_add(&intern->text, text, length);
    gmi_buffer_add_char(&intern->text, '\0');
    if (intern->text.is_failed)
        return UINT32_MAX;
    intern->offsets[intern->count] = (uint32_t)offset;
    intern->table[slot] = (uint32_t)++intern->count;
    return (uint32_t)intern->count - 1;
}
