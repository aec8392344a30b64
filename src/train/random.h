/* SPDX-License-Identifier: MIT */
/* Numbers that look random, the same from the same start. */
#ifndef TRAIN_RANDOM_H
#define TRAIN_RANDOM_H

#include <stdint.h>

/* The next of a sequence of numbers that look random: splitmix64. */
uint64_t gmi_random_next(uint64_t *state);
/* From 0 to below 1. */
double gmi_random_unit(uint64_t *state);

#endif
