/* SPDX-License-Identifier: MIT */
/* The places that each term may mean. */
#ifndef RESOLVE_CANDIDATES_H
#define RESOLVE_CANDIDATES_H

#include "resolve/scene.h"

/* Fills rows and points of all terms, with their priors. */
gm_status gmi_candidates_find(struct gmi_scene *scene, gm_error *err);

/* What a row's record says; called when names are united. */
void gmi_row_describe(struct gmi_scene *scene, struct gmi_row *row);

/*
 * How likely a row is before anything else of the text is heard: a score in
 * the unit of the logarithm of odds.
 */
float gmi_row_prior(const struct gmi_row *row);

#endif
