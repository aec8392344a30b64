/* SPDX-License-Identifier: MIT */
/*
 * Second stage: which place is each mention? Fills candidates, is_resolved
 * and confidence of the mentions of a document; never adds or moves one.
 */
#ifndef RESOLVE_RESOLVE_H
#define RESOLVE_RESOLVE_H

#include "resolve/resolver.h"

gm_status gmi_resolve(const struct gmi_resolver *resolver, gm_document *doc,
                      gm_error *err);

#endif
