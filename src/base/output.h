/* SPDX-License-Identifier: MIT */
/* An output file that is there whole or not at all: gm_output. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/status.h"
#include "include/geomention_io.h"

#endif
