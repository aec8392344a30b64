/* SPDX-License-Identifier: MIT */
/*
 * The military grid reference system: 38SPK4960002412 is a square of one
 * metre in Shusha. NGA.STND.0037, Universal Grids and Grid Reference Systems
 * (2014).
 */
#ifndef GEO_MGRS_H
#define GEO_MGRS_H

#include "base/status.h"
#include "geo/utm.h"

#include <stddef.h>

enum {
    GMI_MGRS_SIZE = 32,     /* bytes of the longest form, with its NUL */
    GMI_MGRS_DIGITS_MAX = 5 /* of each coordinate: a metre */
};

/*
 * The square of 10^(5 - digits) metres that holds the point, which must be
 * valid; digits 0 to GMI_MGRS_DIGITS_MAX.
 */
void gmi_mgrs_format(struct gmi_point point, int digits,
                     char out[GMI_MGRS_SIZE]);

/*
 * Reads a reference that fills the whole text: small letters and a space
 * between the groups are allowed. `corner` is the south-west corner of the
 * square, `size_m` its side. GM_ERR_SYNTAX when it is none, or names a square
 * that its latitude band does not reach.
 */
gm_status gmi_mgrs_parse(const char *text, size_t length,
                         struct gmi_utm *corner, double *size_m, gm_error *err);

/* The middle of a square. */
struct gmi_point gmi_mgrs_centre(const struct gmi_utm *corner, double size_m);

#endif
