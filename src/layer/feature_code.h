/* SPDX-License-Identifier: MIT */
/* GeoNames' class and code for what other sources call a kind of place. */
#ifndef LAYER_FEATURE_CODE_H
#define LAYER_FEATURE_CODE_H

#include <stddef.h>

enum { GMI_FEATURE_CODE_SIZE = 16 };

/*
 * "P.PPLC" as it is; "PPLC" with the class "P"; "village" (OpenStreetMap) and
 * "Admin-0 capital" (Natural Earth) by a table. NULL for any other. `class`
 * may be NULL. What is returned may stand in `out`.
 */
const char *gmi_feature_code(const char *text, const char *class_letter,
                             char out[GMI_FEATURE_CODE_SIZE]);

#endif
