/* SPDX-License-Identifier: MIT */
/* Numbers strings in the order in which they are first seen, from 0. */
#ifndef BUILD_INTERN_H
#define BUILD_INTERN_H

#include "base/buffer.h"

#include <stdint.h>

struct gmi_intern {
    struct gmi_buffer text;
    uint32_t *offsets; /* into text, by number */
    size_t count, capacity;
    uint32_t *table; /* 1 + number, by hash; 0: empty */
    size_t table_size;
};

void gmi_intern_release(struct gmi_intern *intern);

/* The number of a string, new or old; UINT32_MAX when out of memory. */
uint32_t gmi_intern_add(struct gmi_intern *intern, const char *text,
                        size_t length);
/* The number of a string seen before; UINT32_MAX when it was not. */
uint32_t gmi_intern_find(const struct gmi_intern *intern, const char *text,
                         size_t length);
const char *gmi_intern_at(const struct gmi_intern *intern, uint32_t number);

#endif
