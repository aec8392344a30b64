/* SPDX-License-Identifier: MIT */
/* What resolution needs besides the document; all borrowed. */
#ifndef RESOLVE_RESOLVER_H
#define RESOLVE_RESOLVER_H

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
    gm_prefer prefer;
};

#endif
