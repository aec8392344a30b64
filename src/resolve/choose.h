/* SPDX-License-Identifier: MIT */
/* From scores to a choice: probabilities, the answer, the alternatives. */
#ifndef RESOLVE_CHOOSE_H
#define RESOLVE_CHOOSE_H

#include "resolve/scene.h"

/*
 * Fills candidates, is_resolved and confidence of a mention from the scores
 * of its term's rows and of the null row.
 */
gm_status gmi_choose(struct gmi_scene *scene, const struct gmi_term *term,
                     const float *scores, float null_score,
                     gm_mention *mention, gm_error *err);

#endif
