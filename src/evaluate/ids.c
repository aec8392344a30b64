/* SPDX-License-Identifier: MIT */
/* A set of strings. */
#include "evaluate/ids.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void gmi_ids_release(struct gmi_ids *ids)
{
    gmi_release(ids->items);
    *ids = (struct gmi_ids){0};
}

bool gmi_ids_add(struct gmi_ids *ids, const char *id)
{
    if (!gmi_reserve(&ids->items, &ids->capacity, ids->count,
                     sizeof *ids->items))
        return false;
    ids->items[ids->count++] = id;
    return true;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void gmi_ids_sort(struct gmi_ids *ids)
{
    if (ids->count < 2)
        return;
    qsort(ids->items, ids->count, sizeof *ids->items, compare);
    size_t kept = 1;
    for (size_t i = 1; i < ids->count; i++)
        if (strcmp(ids->items[i], ids->items[kept - 1]) != 0)
            ids->items[kept++] = ids->items[i];
    ids->count = kept;
}

bool gmi_ids_has(const struct gmi_ids *ids, const char *id)
{
    return ids->count > 0 && bsearch(&id, ids->items, ids->count,
                                     sizeof *ids->items, compare) != NULL;
}
