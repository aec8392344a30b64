/* SPDX-License-Identifier: MIT */
/* Which format an input has, by the ending of its name. */
#ifndef READ_FORMAT_H
#define READ_FORMAT_H

#include "include/geomention_io.h"

/*
 * GM_INPUT_AUTO when the ending names no format. A ".gz" at the end is set
 * aside first.
 */
gm_input_format gmi_input_format_of(const char *path);

#endif
