/* SPDX-License-Identifier: MIT */
/* Which candidates an annotation makes right. */
#ifndef TRAIN_TRAIN_RESOLVER_LABEL_H
#define TRAIN_TRAIN_RESOLVER_LABEL_H

#include "resolve/judge.h"

/* A mention and its place, as a corpus gives them. */
struct gmi_gold_place {
    size_t start, end; /* code points */
    struct gmi_point point;
    char country[4];      /* or "" */
    uint32_t geonames_id; /* 0: not told */
};

/* How far a row of the scene is from the place. */
double gmi_label_km(const struct gmi_scene *scene, size_t row,
                    const struct gmi_gold_place *gold);

/*
 * Sets is_right of each row of a term; returns how many are. Right is the
 * place of that id and what is within 5 km of the point; else what is within
 * 10 km of the nearest row, when that is within 161 km; else the nearest area
 * whose size allows the distance.
 */
size_t gmi_label_rows(const struct gmi_scene *scene,
                      const struct gmi_term *term,
                      const struct gmi_gold_place *gold, bool *is_right);

#endif
