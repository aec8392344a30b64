/* SPDX-License-Identifier: MIT */
/* Areas that rows lie in: countries, first and second-order areas. */
#ifndef RESOLVE_AREA_H
#define RESOLVE_AREA_H

#include "resolve/scene.h"

gm_status gmi_areas_begin(struct gmi_scene *scene, gm_error *err);

/* gmi_gazetteer_topmost; of GMI_NONE itself. */
uint32_t gmi_topmost(const struct gmi_scene *scene, uint32_t place);

/* The area that a place is; 0 for GMI_NONE and when out of memory. */
uint32_t gmi_area_of_place(struct gmi_scene *scene, uint32_t place);
/* The area of a country's number; 0 for 0. */
uint32_t gmi_area_of_country(struct gmi_scene *scene, uint16_t country);

#endif
