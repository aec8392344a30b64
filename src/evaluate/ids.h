/* SPDX-License-Identifier: MIT */
/* A set of strings, borrowed: added first, then sorted, then asked. */
#ifndef EVALUATE_IDS_H
#define EVALUATE_IDS_H

#include <stdbool.h>
#include <stddef.h>

struct gmi_ids {
    const char **items;
    size_t count, capacity;
};

void gmi_ids_release(struct gmi_ids *ids);
/* False when out of memory. */
bool gmi_ids_add(struct gmi_ids *ids, const char *id);
/* Sorts, and drops repetitions. */
void gmi_ids_sort(struct gmi_ids *ids);
bool gmi_ids_has(const struct gmi_ids *ids, const char *id);

#endif
