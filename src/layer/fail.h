/* SPDX-License-Identifier: MIT */
/*
 * Filling a gm_error in the layer library, which is a client of the public
 * headers and cannot reach the ground floor of libgeomention.
 */
#ifndef LAYER_FAIL_H
#define LAYER_FAIL_H

#include "include/geomention_gazetteer.h"

/* Fills `err` (may be NULL) and returns `status`. */
gm_status gmi_layer_fail(gm_error *err, gm_status status, const char *format,
                         ...) __attribute__((format(printf, 3, 4)));

gm_status gmi_layer_fail_memory(gm_error *err);

/* "cannot VERB 'path': reason" for a number of errno.h. */
gm_status gmi_layer_fail_system(gm_error *err, int number, const char *verb,
                                const char *path);

#endif
