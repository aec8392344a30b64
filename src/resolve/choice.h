/* SPDX-License-Identifier: MIT */
/*
 * The answer among rows, by their scores. Rows at one place (a city and the
 * district around it, under one name) stand together: what decides is how
 * likely the place is, not how likely each of its rows.
 */
#ifndef RESOLVE_CHOICE_H
#define RESOLVE_CHOICE_H

#include <stddef.h>
#include <stdint.h>

/* What is chosen from. Coordinates are those of gmi_points; 0, 0, 0: none. */
struct gmi_rivals {
    const float *scores;
    const float *x, *y, *z;
    size_t count;     /* 1 or more */
    float null_score; /* of "none of these" */
};

struct gmi_choice {
    uint32_t row;      /* the likeliest one of the likeliest place */
    float probability; /* of its place: of the rows around it together */
};

/* Fills the probability of each row; together with the null row's they are 1. */
struct gmi_choice gmi_choice_find(const struct gmi_rivals *rivals,
                                  float *probabilities);

#endif
