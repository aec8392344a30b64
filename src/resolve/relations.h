/* SPDX-License-Identifier: MIT */
/*
 * How a spot stands to the spots beside it: "Paris, Texas", "Athens in
 * Georgia", "the Texas town of Paris"; and what words beside it say.
 */
#ifndef RESOLVE_RELATIONS_H
#define RESOLVE_RELATIONS_H

#include "resolve/scene.h"

/* Terms, or GMI_NONE. */
struct gmi_spot_facts {
    uint32_t after_comma;  /* Y of "X, Y", "X (Y" and "X, Y" in one mention */
    uint32_t before_comma; /* W of "W, X" */
    uint32_t in;           /* Y of "X in Y" and "Y's X" */
    uint32_t left, right;  /* within four words in the same sentence */
    uint32_t list[2];      /* neighbours with a comma or "and" between */
    uint8_t type_inside, type_after, type_before; /* enum gmi_type */
    bool is_capitals, has_preposition, is_dateline, is_early;
    uint8_t words;
    uint8_t use;           /* gm_use */
};

/* Facts of all spots, in their order; also `said` of the terms. */
gm_status gmi_relations_find(struct gmi_scene *scene, gm_error *err);

/* How likely it is that a term is what a row lies in. */
float gmi_parent_mass(const struct gmi_scene *scene, uint32_t term,
                      const struct gmi_row *row);

/* The most of it by what a spot says: "X, Y", "X in Y", "Y's X". */
float gmi_told_parent(const struct gmi_scene *scene,
                      const struct gmi_spot_facts *facts,
                      const struct gmi_row *row);

/* The most of it that any spot of the term says, but for one (or GMI_NONE). */
float gmi_told_elsewhere(const struct gmi_scene *scene,
                         const struct gmi_term *term, uint32_t but,
                         const struct gmi_row *row);

#endif
