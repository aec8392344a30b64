/* SPDX-License-Identifier: MIT */
/* Keeps small what a process holds of a mapped gazetteer. */
#include "gazetteer/trim.h"

#include <sys/mman.h>
#include <sys/resource.h>

enum {
    READS_BETWEEN = 8,  /* looks at the faults: asking takes 0.3 us */
    FAULTS_FIRST = 192, /* 12 MB, at 64 KiB a fault */
    READS_PER_FAULT = 4 /* a long text may hold that much more */
};

static long faults_now(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
    return usage.ru_minflt + usage.ru_majflt;
}

void gmi_trim_init(struct gmi_trim *trim)
{
    atomic_init(&trim->reads, 0);
    atomic_init(&trim->faults, faults_now());
}

bool gmi_trim_is_due(struct gmi_trim *trim)
{
    const unsigned long reads =
        atomic_fetch_add_explicit(&trim->reads, 1, memory_order_relaxed);
    if (reads % READS_BETWEEN != 0)
        return false;
    const long now = faults_now();
    long last = atomic_load_explicit(&trim->faults, memory_order_relaxed);
    const long most = FAULTS_FIRST + (long)(reads / READS_PER_FAULT);
    /* Of several threads that see it, one lets go. */
    return now - last > most &&
           atomic_compare_exchange_strong(&trim->faults, &last, now);
}

void gmi_trim_map(const struct gmi_map *map)
{
    /* A private mapping that is never written to: nothing can be lost. */
    if (map->data)
        madvise((void *)(uintptr_t)map->data, map->size, MADV_DONTNEED);
}
