/* SPDX-License-Identifier: MIT */
/* Rows of a term that are one place. */
#ifndef RESOLVE_DUPLICATES_H
#define RESOLVE_DUPLICATES_H

#include "resolve/scene.h"

/* Keeps one row of each place; the rows of the term are the last ones. */
gm_status gmi_duplicates_unite(struct gmi_scene *scene, struct gmi_term *term,
                               gm_error *err);

#endif
