/* SPDX-License-Identifier: MIT */
/* Which languages are written where. */
#ifndef GAZETTEER_LANGUAGES_H
#define GAZETTEER_LANGUAGES_H

#include <stdint.h>

/* Whether most people of a country (its number) write the language: 1 or 0. */
float gmi_country_speaks(uint16_t country, const char *language);

#endif
