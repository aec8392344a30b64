/* SPDX-License-Identifier: MIT */
/* What a document is about: the countries and areas of its places. */
#ifndef RESOLVE_FOCUS_H
#define RESOLVE_FOCUS_H

#include "resolve/scene.h"

/* Sums up the mentions that are resolved: doc->focus, in its arena. */
gm_status gmi_focus_find(struct gmi_scene *scene, gm_error *err);

#endif
