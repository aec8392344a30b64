/* SPDX-License-Identifier: MIT */
/* Sorting many items in place by a 64-bit key that is spread evenly. */
#include "build/sort.h"

#include "base/thread.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { BINS = 256, ITEM_MAX = 64, THREADS = 2, TOP_SHIFT = 56 };

/* Items of a range, by eight bits of their keys. */
struct bins {
    const struct gmi_sort *sort;
    unsigned char *items;
    unsigned shift; /* of the key, down to the eight bits */
    size_t ends[BINS];
};

static size_t bin_of(const struct bins *bins, const void *item)
{
    return (size_t)(bins->sort->key(item) >> bins->shift & (BINS - 1));
}

/* Follows each chain of misplaced items until it closes. */
static void distribute(const struct bins *bins, size_t next[BINS])
{
    const size_t size = bins->sort->item_size;
    unsigned char held[ITEM_MAX], other[ITEM_MAX];
    for (size_t bin = 0; bin < BINS; bin++) {
        while (next[bin] < bins->ends[bin]) {
            unsigned char *place = bins->items + next[bin]++ * size;
            size_t target = bin_of(bins, place);
            if (target == bin)
                continue;
            memcpy(held, place, size);
            while (target != bin) {
                unsigned char *there = bins->items + next[target]++ * size;
                memcpy(other, there, size);
                memcpy(there, held, size);
                memcpy(held, other, size);
                target = bin_of(bins, held);
            }
            memcpy(place, held, size);
        }
    }
}

static void sort_into_bins(struct bins *bins, size_t count)
{
    size_t next[BINS], sum = 0;
    memset(bins->ends, 0, sizeof bins->ends);
    for (size_t i = 0; i < count; i++)
        bins->ends[bin_of(bins, bins->items + i * bins->sort->item_size)]++;
    for (size_t bin = 0; bin < BINS; bin++) {
        next[bin] = sum;
        sum += bins->ends[bin];
        bins->ends[bin] = sum;
    }
    distribute(bins, next);
}

static size_t begin_of(const struct bins *bins, size_t bin)
{
    return bin ? bins->ends[bin - 1] : 0;
}

/* A bin of the top level, which one thread takes as a whole. */
static void sort_bin(const struct bins *top, size_t bin)
{
    const struct gmi_sort *sort = top->sort;
    const size_t begin = begin_of(top, bin), size = sort->item_size;
    struct bins bins = {.sort = sort,
                        .items = top->items + begin * size,
                        .shift = top->shift - 8};
    sort_into_bins(&bins, top->ends[bin] - begin);
    for (size_t i = 0; i < BINS; i++) {
        const size_t from = begin_of(&bins, i);
        if (bins.ends[i] - from > 1)
            qsort(bins.items + from * size, bins.ends[i] - from, size,
                  sort->compare);
    }
}

/* What the threads share. */
struct work {
    const struct bins *top;
    atomic_size_t next_bin;
    atomic_bool is_stopped;
};

static void sort_bins(void *context, size_t thread)
{
    struct work *work = context;
    const struct gmi_sort *sort = work->top->sort;
    while (!atomic_load(&work->is_stopped)) {
        const size_t bin = atomic_fetch_add(&work->next_bin, 1);
        if (bin >= BINS)
            return;
        sort_bin(work->top, bin);
        /* The caller's own thread is the first. */
        if (thread == 0 && sort->on_progress &&
            !sort->on_progress(sort->context, bin, BINS))
            atomic_store(&work->is_stopped, true);
    }
}

gm_status gmi_sort_by_key(void *items, size_t count,
                          const struct gmi_sort *sort, gm_error *err)
{
    assert(sort->item_size <= ITEM_MAX);
    if (count == 0)
        return GM_OK;
    struct bins top = {.sort = sort, .items = items, .shift = TOP_SHIFT};
    sort_into_bins(&top, count);
    struct work work = {.top = &top};
    atomic_init(&work.next_bin, 0);
    atomic_init(&work.is_stopped, false);
    gmi_parallel(THREADS, sort_bins, &work);
    return atomic_load(&work.is_stopped)
               ? gmi_fail(err, GM_ERR_CANCELLED, "stopped")
               : GM_OK;
}
