/* SPDX-License-Identifier: MIT */
/* How well known a place is: the order in which a name's places are given. */
#ifndef GAZETTEER_IMPORTANCE_H
#define GAZETTEER_IMPORTANCE_H

#include <stdint.h>

/*
 * Population, and what that leaves out of countries and capitals: thousands
 * of a power of ten of people.
 */
uint16_t gmi_importance(const char *feature, uint32_t population);

#endif
