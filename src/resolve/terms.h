/* SPDX-License-Identifier: MIT */
/* Terms and spots of a document. */
#ifndef RESOLVE_TERMS_H
#define RESOLVE_TERMS_H

#include "resolve/scene.h"

/*
 * The distinct names of the mentions; where the caller gave the mentions,
 * also names that the rest of the text holds, and always what stands behind
 * the comma of "Paris, Texas".
 */
gm_status gmi_terms_find(struct gmi_scene *scene, gm_error *err);

/*
 * Adds a spot of these words, and its term when that is new. `mention` may be
 * GMI_NONE.
 */
gm_status gmi_terms_add(struct gmi_scene *scene, uint32_t start, uint32_t end,
                        uint32_t mention, gm_error *err);

/* Adds terms that are no mentions. The spots are those of the mentions. */
gm_status gmi_context_find(struct gmi_scene *scene, gm_error *err);

#endif
