/* SPDX-License-Identifier: MIT */
/*
 * Folded words of other alphabets in Latin letters, as maps and newspapers
 * spell names: "сисиан" and "սիսիան" are "sisian". For names that a
 * gazetteer has in Latin letters only.
 */
#ifndef GAZETTEER_LATIN_H
#define GAZETTEER_LATIN_H

#include "text/fold.h"

/* False, and nothing done, when the word has a letter without a spelling. */
bool gmi_latin_of(const struct gmi_folded *word, struct gmi_folded *out);

#endif
