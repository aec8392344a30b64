/* SPDX-License-Identifier: MIT */
/*
 * Second stage: which place is each mention? Fills candidates, is_resolved
 * and confidence of the mentions of a document; never adds or moves one.
 */
#ifndef RESOLVE_RESOLVE_H
#define RESOLVE_RESOLVE_H

#include "document/document.h"
#include "gazetteer/gazetteer.h"
#include "model/lexicon.h"

struct gmi_ranker; /* learned weights; NULL: the weights set by hand */

struct gmi_resolver {
    const gm_gazetteer *gazetteer;
    const struct gmi_lexicon *lexicon; /* may be NULL */
    const struct gmi_ranker *ranker;   /* may be NULL */
    struct gmi_bias bias;   /* where texts are from, unless they say */
    size_t candidates;      /* how many to keep of each mention, 1 or more */
    bool explain;           /* keep reasons */
};

gm_status gmi_resolve(const struct gmi_resolver *resolver, gm_document *doc,
                      gm_error *err);

#endif
