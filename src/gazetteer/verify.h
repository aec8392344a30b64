/* SPDX-License-Identifier: MIT */
/* Parts of reading all of a compiled gazetteer. */
#ifndef GAZETTEER_VERIFY_H
#define GAZETTEER_VERIFY_H

#include "gazetteer/image.h"

/* "WHAT, in record N". */
gm_status gmi_verify_fail(gm_error *err, const char *what, size_t index);

/* Buckets and names fit one another; names are not verified before. */
gm_status gmi_verify_index(const struct gmi_image *image, gm_error *err);

/* Places, names and the list of names of places fit one another. */
gm_status gmi_verify_places(const struct gmi_image *image, gm_error *err);

#endif
