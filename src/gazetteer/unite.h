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
    uint32_t next;   /* while they are compared: another one of them */
    int32_t latitude; /* 1e-7 degrees */
    uint32_t reach;   /* the same: no twin is farther off, nor than its own */
    uint32_t id;
    uint16_t country;
    uint8_t type;     /* enum gmi_type */
    uint8_t layer;
    bool has_string_id;
};

/*
 * Fills in the rest, by gmi_gazetteer_is_one, and leaves the places in the
 * order of their numbers. Places are one when each is one with each of the
 * others: what has no country does not make one of two that lie in different
 * ones. Towns that are far apart are never compared, so that a name with
 * thousands of them takes but a few comparisons each.
 */
void gmi_unite(const gm_gazetteer *gazetteer, struct gmi_united *items,
               size_t count);

#endif
