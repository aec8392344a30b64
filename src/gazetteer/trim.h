/* SPDX-License-Identifier: MIT */
/*
 * Keeps small what a process holds of a mapped gazetteer. One touch of a page
 * that the system has in memory maps the fifteen around it, too, so that a
 * page of text would hold a hundred megabytes of a large file. What is let go
 * here stays in the system's memory and comes back at the next touch.
 */
#ifndef GAZETTEER_TRIM_H
#define GAZETTEER_TRIM_H

#include "base/map.h"

#include <stdatomic.h>

struct gmi_trim {
    atomic_ulong looks; /* how often it was asked */
    atomic_ulong trims; /* and how often it said yes */
    atomic_long faults; /* of the process, when it was trimmed last */
};

void gmi_trim_init(struct gmi_trim *trim);

/*
 * Asked for every few names that are looked up (it takes 0.3 us). True when so
 * much was mapped since the last time that it should be let go: about 14 MB
 * at first; after eight times ever more, so that a long run is not slowed
 * down and comes to hold all of the file that it uses. From any thread.
 */
bool gmi_trim_is_due(struct gmi_trim *trim);

/* Lets go of all that is mapped of a file. Its bytes stay where they are. */
void gmi_trim_map(const struct gmi_map *map);

#endif
