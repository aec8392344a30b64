/* SPDX-License-Identifier: MIT */
/* Which places of several layers are one: those of one full id. */
#ifndef GAZETTEER_IDENTITY_H
#define GAZETTEER_IDENTITY_H

#include "gazetteer/gazetteer.h"

/* A hash of a place's full id. */
uint64_t gmi_gazetteer_identity(const gm_gazetteer *gazetteer, uint32_t place);

/*
 * The same place in the uppermost layer that has it under its name; itself
 * when no layer above has it.
 */
uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place);

#endif
