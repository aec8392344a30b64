/* SPDX-License-Identifier: MIT */
/* Which places are one: those of one full id, and those that are as one. */
#ifndef GAZETTEER_IDENTITY_H
#define GAZETTEER_IDENTITY_H

#include "gazetteer/gazetteer.h"

/*
 * The same place in the uppermost layer that has it: that of the same full
 * id; else one of the same kind where this one is, if what one of them is
 * called first is a name of the other. Itself when no layer above has it.
 */
uint32_t gmi_gazetteer_topmost(const gm_gazetteer *gazetteer, uint32_t place);

/*
 * No place of its kind farther away than this, or than its own, is a twin of
 * the place.
 */
double gmi_reach_km(enum gmi_type type, const struct gmi_place_record *record);

/*
 * Whether two places of one name are one: of a kind, in the same country, and
 * no farther apart than places of their size may be told to be.
 */
bool gmi_gazetteer_is_twin(const gm_gazetteer *gazetteer, uint32_t a,
                           uint32_t b);

/*
 * Whether two places, of one layer or of two, are one: by their ids, or as
 * twins that share a name and the area around them.
 */
bool gmi_gazetteer_is_one(const gm_gazetteer *gazetteer, uint32_t a,
                          uint32_t b);

#endif
