/* SPDX-License-Identifier: MIT */
/* Keeps small what a process holds of a mapped gazetteer. */
#include "gazetteer/trim.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum {
    FAULTS_FIRST = 224,     /* 14 MB, at 64 KiB a fault */
    TRIMS_FIRST = 8,        /* before more is held: a long article */
    TRIMS_TO_DOUBLE = 2,
    TRIMS_LAST = TRIMS_FIRST + 13 * TRIMS_TO_DOUBLE, /* 115 GB, then all */
    LOOKS_LAST = 60000      /* some 250 kB of text */
};

/*
 * What may be mapped anew before it is let go. To let go again and again
 * costs a long run more than it gains: a fault takes some microseconds, and
 * a document touches a thousand places of a large file. A run over 600
 * articles spent nine tenths of its time so.
 */
static long most_faults(unsigned long trims)
{
    const unsigned long more = trims < TRIMS_FIRST ? 0 : trims - TRIMS_FIRST;
    return (long)FAULTS_FIRST
           << (trims < TRIMS_FIRST ? 0 : 1 + more / TRIMS_TO_DOUBLE);
}

static long faults_now(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
    return usage.ru_minflt + usage.ru_majflt;
}

void gmi_trim_init(struct gmi_trim *trim)
{
    atomic_init(&trim->looks, 0);
    atomic_init(&trim->trims, 0);
    atomic_init(&trim->faults, faults_now());
}

bool gmi_trim_is_due(struct gmi_trim *trim)
{
    const unsigned long trims =
        atomic_load_explicit(&trim->trims, memory_order_relaxed);
    /* A long run has them all mapped by now, and need not count. */
    if (atomic_load_explicit(&trim->looks, memory_order_relaxed) >=
            LOOKS_LAST ||
        trims >= TRIMS_LAST)
        return false;
    atomic_fetch_add_explicit(&trim->looks, 1, memory_order_relaxed);
    const long now = faults_now();
    long last = atomic_load_explicit(&trim->faults, memory_order_relaxed);
    /* Of several threads that see it, one lets go. */
    if (now - last <= most_faults(trims) ||
        !atomic_compare_exchange_strong(&trim->faults, &last, now))
        return false;
    atomic_fetch_add_explicit(&trim->trims, 1, memory_order_relaxed);
    return true;
}

void gmi_trim_map(const struct gmi_map *map)
{
    /* A private mapping that is never written to: nothing can be lost. */
    if (map->data)
        madvise((void *)(uintptr_t)map->data, map->size, MADV_DONTNEED);
}
