/* SPDX-License-Identifier: MIT */
/*
 * First stage: where is a place named, and in which use? Adds mentions with
 * use and recognition to a document; knows nothing of which place it is.
 */
#ifndef RECOGNIZE_RECOGNIZE_H
#define RECOGNIZE_RECOGNIZE_H

#include "document/document.h"
#include "gazetteer/gazetteer.h"
#include "model/lexicon.h"

struct gmi_tagger;

/* What recognition needs; all borrowed, tagger and lexicon may be NULL. */
struct gmi_recognizer {
    const gm_gazetteer *gazetteer;
    const struct gmi_lexicon *lexicon;
    const struct gmi_tagger *tagger; /* NULL: the method of rules */
};

/*
 * Finds the mentions of a document whose words are split. Mentions that the
 * caller gave are kept as they are and get a use.
 */
gm_status gmi_recognize(const struct gmi_recognizer *recognizer,
                        gm_document *doc, gm_error *err);

#endif
