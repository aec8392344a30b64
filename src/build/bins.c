/* SPDX-License-Identifier: MIT */
/* Sorting many items in place by a 64-bit key that is spread evenly. */
#include "build/sort.h"

#include "base/memory.h"
#include "base/thread.h"

#include <stdlib.h>
#include <string.h>

enum { BINS = 65536, ITEM_MAX = 64, THREADS = 2 };

struct work {
    unsigned char *items;
    const struct gmi_sort *sort;
    const size_t *ends; /* of the bins; bin 0 begins at 0 */
};

static void sort_bins(void *context, size_t part)
{
    const struct work *work = context;
    const size_t size = work->sort->item_size;
    for (size_t bin = part; bin < BINS; bin += THREADS) {
        const size_t begin = bin ? work->ends[bin - 1] : 0;
        const size_t count = work->ends[bin] - begin;
        if (count > 1)
            qsort(work->items + begin * size, count, size,
                  work->sort->compare);
    }
}

static size_t bin_of(const struct gmi_sort *sort, const void *item)
{
    return (size_t)(sort->key(item) >> 48);
}

/* Follows each chain of misplaced items until it closes. */
static void distribute(const struct work *work, size_t *next)
{
    const size_t size = work->sort->item_size;
    unsigned char held[ITEM_MAX], other[ITEM_MAX];
    for (size_t bin = 0; bin < BINS; bin++) {
        while (next[bin] < work->ends[bin]) {
            unsigned char *place = work->items + next[bin] * size;
            size_t target = bin_of(work->sort, place);
            if (target == bin) {
                next[bin]++;
                continue;
            }
            memcpy(held, place, size);
            while (target != bin) {
                unsigned char *there = work->items + next[target]++ * size;
                memcpy(other, there, size);
                memcpy(there, held, size);
                memcpy(held, other, size);
                target = bin_of(work->sort, held);
            }
            memcpy(place, held, size);
            next[bin]++;
        }
    }
}

gm_status gmi_sort_by_key(void *items, size_t count,
                          const struct gmi_sort *sort, gm_error *err)
{
    size_t *ends = gmi_alloc_zeroed(2 * BINS, sizeof *ends);
    if (!ends)
        return gmi_fail_memory(err);
    size_t *next = ends + BINS;
    struct work work = {items, sort, ends};
    for (size_t i = 0; i < count; i++)
        ends[bin_of(sort, work.items + i * sort->item_size)]++;
    size_t sum = 0;
    for (size_t bin = 0; bin < BINS; bin++) {
        next[bin] = sum;
        sum += ends[bin];
        ends[bin] = sum;
    }
    distribute(&work, next);
    gmi_parallel(THREADS, sort_bins, &work);
    gmi_release(ends);
    return GM_OK;
}
