/* SPDX-License-Identifier: MIT */
/* From scores to a choice: probabilities, the answer, the alternatives. */
#ifndef RESOLVE_CHOOSE_H
#define RESOLVE_CHOOSE_H

#include "resolve/judge.h"

/*
 * Fills candidates, is_resolved and confidence of a mention whose spot has
 * been judged.
 */
gm_status gmi_choose(const struct gmi_judge *judge, gm_mention *mention,
                     gm_error *err);

#endif
