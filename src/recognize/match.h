/* SPDX-License-Identifier: MIT */
/*
 * What the gazetteer knows in a text: every run of words that is a name, the
 * longest at each word first, with what is worth knowing of its places.
 */
#ifndef RECOGNIZE_MATCH_H
#define RECOGNIZE_MATCH_H

#include "recognize/name_match.h"

/*
 * Finds the matches of a document whose words are split, by first word, the
 * longest first. `language` is that of the text. Words that are written
 * small begin no name, unless `is_caseless`; they may be adjectives.
 */
gm_status gmi_match_document(const gm_gazetteer *gazetteer, gm_document *doc,
                             const char *language, bool is_caseless,
                             struct gmi_matches *out, gm_error *err);

#endif
