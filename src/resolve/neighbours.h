/* SPDX-License-Identifier: MIT */
/* Which other terms a term hears, and how far off they stand in the text. */
#ifndef RESOLVE_NEIGHBOURS_H
#define RESOLVE_NEIGHBOURS_H

#include "resolve/scene.h"

/* Fills the neighbours of all terms: at most GMI_NEIGHBOURS_MAX each. */
gm_status gmi_neighbours_find(struct gmi_scene *scene, gm_error *err);

#endif
