/* SPDX-License-Identifier: MIT */
/* What recognition needs besides the document. */
#ifndef RECOGNIZE_RECOGNIZER_H
#define RECOGNIZE_RECOGNIZER_H

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

#endif
