/* SPDX-License-Identifier: MIT */
/* What the other terms of a text say for each row of a term. */
#ifndef RESOLVE_EVIDENCE_H
#define RESOLVE_EVIDENCE_H

#include "resolve/scene.h"

/*
 * From the priors of all rows to probabilities, by two rounds in which terms
 * hear one another. Probabilities, best rows and masses of all terms are
 * those of the second round.
 */
gm_status gmi_anchors_find(struct gmi_scene *scene, gm_error *err);

/* All evidence of a term's rows, from the anchors that there are. */
void gmi_evidence_find(struct gmi_scene *scene, struct gmi_term *term);

/* Parts of it: areas, and distances (only km150 when `is_brief`). */
void gmi_hierarchy_hear(struct gmi_scene *scene, struct gmi_term *term);
void gmi_geometry_hear(struct gmi_scene *scene, struct gmi_term *term,
                       bool is_brief);

#endif
