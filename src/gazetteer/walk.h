/* SPDX-License-Identifier: MIT */
/*
 * The names in a text: which runs of its words the gazetteer knows, longest
 * and nested ones, in one pass.
 */
#ifndef GAZETTEER_WALK_H
#define GAZETTEER_WALK_H

#include "gazetteer/gazetteer.h"
#include "text/word.h"

enum { GMI_WALK_WORDS_MAX = 16 }; /* of a name that is found */

/*
 * Sets bit k of `lengths[i]` when the k + 1 words from word i on are a name.
 * A name goes on over what gmi_word_joins lets it. As sure as
 * gmi_gazetteer_probe: names are compared when their hits are read.
 */
void gmi_walk_names(const gm_gazetteer *gazetteer,
                    const struct gmi_word *words, size_t count,
                    uint16_t *lengths);

/* The key of the run of `length` words that begins with `word`. */
uint64_t gmi_walk_key(const struct gmi_word *word, size_t length);

#endif
