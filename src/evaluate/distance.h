/* SPDX-License-Identifier: MIT */
/* How far chosen places are from the right ones. */
#ifndef EVALUATE_DISTANCE_H
#define EVALUATE_DISTANCE_H

#include "geo/point.h"
#include "include/geomention_eval.h"

/*
 * Charged for a mention without an answer, and where the area under the curve
 * ends: half of the equator, as published tables have it.
 */
#define GMI_KM_MAX 20039.0

/* Along the great circle of a sphere of 6371 km. */
double gmi_eval_km(struct gmi_point a, struct gmi_point b);

struct gmi_distances {
    double *items;
    size_t count, capacity;
};

/* False when out of memory. */
bool gmi_distances_add(struct gmi_distances *distances, double km);

/* Sorts them, and sums them up. */
gm_eval_distance gmi_distances_sum(struct gmi_distances *distances,
                                   double limit_km);

#endif
