/* SPDX-License-Identifier: MIT */
/* Which of the places that share a name are one. */
#ifndef GAZETTEER_UNITE_H
#define GAZETTEER_UNITE_H

#include "gazetteer/gazetteer.h"

/* One of the places; the caller sets `place` and `number`. */
struct gmi_united {
    uint32_t place;
    uint32_t number; /* the caller's own, all different */
    uint32_t same;   /* lowest `number` of those that are one with it */
    int32_t latitude; /* 1e-7 degrees */
    uint8_t type;     /* enum gmi_type */
};

/*
 * Fills in the rest by gmi_gazetteer_is_one and leaves the places in the
 * order of their numbers. Places of one kind that are far apart are never
 * compared: a name with thousands of places takes no longer than a few
 * comparisons each.
 */
void gmi_unite(const gm_gazetteer *gazetteer, struct gmi_united *items,
               size_t count);

#endif
