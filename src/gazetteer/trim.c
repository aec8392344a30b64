/* SPDX-License-Identifier: MIT */
/* Keeps small what a process holds of a mapped gazetteer. */
#include "gazetteer/trim.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum {
    FAULTS_FIRST = 224,     /* 14 MB, at 64 KiB a fault */
    LOOKS_TO_DOUBLE = 5000, /* some 20 kB of text */
    DOUBLED_MOST = 12       /* 64 GB: more than there is to let go of */
};

/*
 * What may be mapped anew before it is let go. To let go again and again
 * costs a long run more than it gains: a fault takes some microseconds, and
 * a document touches a thousand places of a large file.
 */
static long most_faults(unsigned long looks)
{
    return (long)FAULTS_FIRST << looks / LOOKS_TO_DOUBLE;
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
    atomic_init(&trim->faults, faults_now());
}

bool gmi_trim_is_due(struct gmi_trim *trim)
{
    /* A long run has them all mapped by now, and need not count. */
    if (atomic_load_explicit(&trim->looks, memory_order_relaxed) >=
        DOUBLED_MOST * LOOKS_TO_DOUBLE)
        return false;
    const unsigned long looks =
        atomic_fetch_add_explicit(&trim->looks, 1, memory_order_relaxed);
    const long now = faults_now();
    long last = atomic_load_explicit(&trim->faults, memory_order_relaxed);
    /* Of several threads that see it, one lets go. */
    return now - last > most_faults(looks) &&
           atomic_compare_exchange_strong(&trim->faults, &last, now);
}

void gmi_trim_map(const struct gmi_map *map)
{
    /* A private mapping that is never written to: nothing can be lost. */
    if (map->data)
        madvise((void *)(uintptr_t)map->data, map->size, MADV_DONTNEED);
}
