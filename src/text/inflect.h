/* SPDX-License-Identifier: MIT */
/*
 * From an inflected form of a name to what may be its base form: "Москве" to
 * "Москва", "Երևանում" to "Երևան". Rules of endings, no dictionary: the
 * gazetteer decides which of the answers is a name.
 */
#ifndef TEXT_INFLECT_H
#define TEXT_INFLECT_H

#include "text/fold.h"

#include <stdbool.h>

enum { GMI_BASES_MAX = 32 };

/* A language that stands for all of them. */
#define GMI_INFLECT_ANY "*"

/*
 * Fills `bases` with forms that differ from the word; returns how many. The
 * language ("ru", "tr"; "" when unknown, or GMI_INFLECT_ANY) matters for
 * Latin letters, and for the languages that share others.
 */
size_t gmi_inflect_bases(const struct gmi_folded *word, uint8_t script,
                         const char *language,
                         struct gmi_folded bases[GMI_BASES_MAX]);

/* Whether a word's ending says "in", "to" or "from" in the language. */
bool gmi_inflect_is_locative(const struct gmi_folded *word,
                             const char *language);

#endif
