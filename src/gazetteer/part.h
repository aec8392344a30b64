/* SPDX-License-Identifier: MIT */
/*
 * A place's name within the name of something else: "Manila Cathedral" is in
 * Manila. A last resort, for names that are no place's.
 */
#ifndef GAZETTEER_PART_H
#define GAZETTEER_PART_H

#include "gazetteer/gazetteer.h"
#include "gazetteer/spelling.h"

/* Whether the name ends with a word for streets: "Ann Road". */
bool gmi_part_is_street(const struct gmi_spelling *spelling);

/*
 * The key of the longest run of some of the words that is the name of a place
 * with people, from the right; 0 when there is none, and for streets.
 */
uint64_t gmi_part_find(const gm_gazetteer *gazetteer,
                       const struct gmi_spelling *spelling);

#endif
