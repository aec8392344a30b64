/* SPDX-License-Identifier: MIT */
/* A zip file with one file in it, the same bytes for the same content. */
#ifndef LAYER_ZIP_H
#define LAYER_ZIP_H

#include "layer/text.h"

/* Adds the zip file to `out`, which fails when out of memory. */
void gmi_zip(const char *name, const char *data, size_t length,
             struct gmi_text *out);

#endif
