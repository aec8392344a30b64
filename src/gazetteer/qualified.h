/* SPDX-License-Identifier: MIT */
/*
 * Names that say where their place lies: "Paris, Texas", "Springfield MO",
 * "Córdoba (Spain)". Part of lookup.c.
 */
#ifndef GAZETTEER_QUALIFIED_H
#define GAZETTEER_QUALIFIED_H

#include "gazetteer/answers.h"

/*
 * gmi_answers_find; and where the name says an area behind its comma or in
 * brackets, or in its last words if there are nothing but guesses for all of
 * it, the answers in that area only. Those are marked `is_inside`.
 */
gm_status gmi_qualified_find(const gm_gazetteer *gazetteer, const char *name,
                             size_t length, struct gmi_answers *out);

#endif
