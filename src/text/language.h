/* SPDX-License-Identifier: MIT */
/* The language of a text, from its letters and its commonest words. */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include "text/word.h"

/*
 * ISO 639-1 code, static; "" when no language of the list stands out. Reads
 * the first few hundred words.
 */
const char *gmi_language_of(const struct gmi_words *words, const char *text);

#endif
