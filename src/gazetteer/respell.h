/* SPDX-License-Identifier: MIT */
/*
 * Other spellings of a name that came into Latin letters: what one writes
 * "kh" another writes "x", "Goumri" is Gyumri. A last resort; the gazetteer
 * decides which of the answers is a name.
 */
#ifndef GAZETTEER_RESPELL_H
#define GAZETTEER_RESPELL_H

#include "text/fold.h"

#include <stdbool.h>
#include <stddef.h>

enum { GMI_RESPELL_LETTERS_MIN = 5 }; /* of a name; shorter ones mean others */

/* How many rules there are. */
size_t gmi_respell_count(void);

/* The letters from a to z that a word has, a bit each. */
uint32_t gmi_respell_letters(const struct gmi_folded *word);

/*
 * Whether a rule changes a word (which has a zero behind it); most are told
 * by its letters alone.
 */
bool gmi_respell_applies(const struct gmi_folded *word, uint32_t letters,
                         size_t rule);

/*
 * Writes the word as rule `rule` has it, wherever the rule applies; false and
 * a copy when it applies nowhere, or the word would be too long.
 */
bool gmi_respell(const struct gmi_folded *word, size_t rule,
                 struct gmi_folded *out);

#endif
