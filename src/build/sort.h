/* SPDX-License-Identifier: MIT */
/* Sorting many items in place by a 64-bit key that is spread evenly. */
#ifndef BUILD_SORT_H
#define BUILD_SORT_H

#include "base/status.h"

struct gmi_sort {
    size_t item_size;                              /* at most 64 */
    uint64_t (*key)(const void *item);
    int (*compare)(const void *a, const void *b); /* by key first */
    /* May be NULL. Told now and then; false ends with GM_ERR_CANCELLED. */
    bool (*on_progress)(void *context, size_t done, size_t total);
    void *context;
};

/*
 * In place: items go to one of 256 bins by the high bits of their keys
 * (American flag sort, P. McIlroy, K. Bostic, M. D. McIlroy 1993), those of a
 * bin to one of 256 again, and these are sorted by comparison. The bins are
 * shared by two threads. Of equal items, which comes first is not said.
 */
gm_status gmi_sort_by_key(void *items, size_t count,
                          const struct gmi_sort *sort, gm_error *err);

#endif
