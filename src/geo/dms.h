/* SPDX-License-Identifier: MIT */
/* Degrees, minutes and seconds: 40°10′52.0″N 44°30′49.0″E. */
#ifndef GEO_DMS_H
#define GEO_DMS_H

#include "base/status.h"
#include "geo/point.h"

#include <stddef.h>

enum {
    GMI_DMS_SIZE = 80,       /* bytes of the longest form, with its NUL */
    GMI_DMS_DECIMALS_MAX = 8 /* of a second: a third of a millimetre is 5 */
};

/*
 * Latitude, then longitude, with that many decimals of a second (0 to
 * GMI_DMS_DECIMALS_MAX). The point must be valid.
 */
void gmi_dms_format(struct gmi_point point, int decimals,
                    char out[GMI_DMS_SIZE]);

/* What a written angle says of itself. */
enum gmi_axis {
    GMI_AXIS_UNKNOWN,  /* no letter */
    GMI_AXIS_LATITUDE, /* N or S */
    GMI_AXIS_LONGITUDE /* E or W */
};

struct gmi_angle {
    double degrees;
    enum gmi_axis axis;
    bool has_unit; /* a degree sign was there, not a bare number */
};

/*
 * Reads one angle at the start of a text and returns how many bytes it takes;
 * 0, and nothing changed, when there is none. An angle is degrees, or degrees
 * and minutes, or those and seconds, each with its sign (° or º; ′, ’ or ';
 * ″, ”, '' or "), the last with or without decimals, one space at most between
 * the parts; a letter N S E W before or after it, or a minus or plus sign.
 * Minutes and seconds are below 60; the angle is at most 90 with N or S, else
 * 180.
 */
size_t gmi_dms_scan(const char *text, size_t length, struct gmi_angle *out);

/*
 * Reads a point that fills the whole text: two angles, with spaces, a comma or
 * a semicolon between them. The letters tell which is which; without letters
 * latitude comes first. GM_ERR_SYNTAX says at which byte it went wrong.
 */
gm_status gmi_dms_parse(const char *text, size_t length, struct gmi_point *out,
                        gm_error *err);

#endif
