/* SPDX-License-Identifier: MIT */
/* Which places are one: those of one full id, and those that are as one. */
#ifndef GAZETTEER_IDENTITY_H
#define GAZETTEER_IDENTITY_H

#include "gazetteer/gazetteer.h"

/* A hash of a place's full id. */
uint64_t gmi_gazetteer_identity(const gm_gazetteer *gazetteer, uint32_t place);

/*
 * The same place in the uppermost layer that has it under its first name:
 * that of the same full id; else one of the same kind and name where this one
 * is. Itself when no layer above has it.
 */
uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place);

/*
 * Whether two places of one name are one: of a kind, in the same country, and
 * no farther apart than places of their size may be told to be.
 */
bool gmi_gazetteer_is_twin(const gm_gazetteer *gazetteer, uint32_t a,
                           uint32_t b);

#endif
