/* SPDX-License-Identifier: MIT */
/* What to write: gm_write_options of geomention_io.h. */
#ifndef WRITE_OPTIONS_H
#define WRITE_OPTIONS_H

#include "include/geomention_io.h"

/* GM_ERR_ARGUMENT when a value is out of its range. */
gm_status gmi_write_options_check(const gm_write_options *options,
                                  gm_error *err);

#endif
