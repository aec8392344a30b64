/* SPDX-License-Identifier: MIT */
/* Why a place won: what its features added against its rival's. */
#ifndef RESOLVE_EXPLAIN_H
#define RESOLVE_EXPLAIN_H

#include "resolve/judge.h"

/*
 * Gives the candidates of a mention their reasons, in the document's arena:
 * the winner's against the runner-up's, all others' against the winner's, a
 * lone one's against nothing. The judge has judged the mention's spot.
 */
gm_status gmi_explain(const struct gmi_judge *judge, gm_mention *mention,
                      gm_error *err);

#endif
