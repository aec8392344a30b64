/* SPDX-License-Identifier: MIT */
/* A town and the area of its name: which of them the caller would rather have. */
#ifndef RESOLVE_PREFER_H
#define RESOLVE_PREFER_H

#include "resolve/judge.h"

/*
 * The row that stands for the place of `row` by the resolver's preference:
 * of the preferred kind and the same place, or `row` itself. A text that says
 * the kind ("the city of X") is believed.
 */
uint32_t gmi_preferred_row(const struct gmi_question *question, uint32_t row,
                           const float *probabilities);

#endif
