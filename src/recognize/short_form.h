/* SPDX-License-Identifier: MIT */
/*
 * Short forms that a known place vouches for: the state behind a town, "Tucson,
 * AZ", where the state has a town of that name; and the direction before an
 * area, "N. Carolina", where the whole is one.
 */
#ifndef RECOGNIZE_SHORT_FORM_H
#define RECOGNIZE_SHORT_FORM_H

#include "recognize/recognizer.h"

/* Adds to and widens the mentions of a document, which are sorted. */
gm_status gmi_short_forms(const struct gmi_recognizer *recognizer,
                          gm_document *doc, gm_error *err);

#endif
