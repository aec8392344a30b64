/* SPDX-License-Identifier: MIT */
/*
 * Misspelt names of well-known places, where a place is to be expected: "in
 * Philadelpia". A last resort, for words that nothing is known of.
 */
#ifndef RECOGNIZE_SLIP_H
#define RECOGNIZE_SLIP_H

#include "recognize/recognizer.h"

/* Adds to the mentions of an English document, which are sorted. */
gm_status gmi_slips(const struct gmi_recognizer *recognizer, gm_document *doc,
                    gm_error *err);

#endif
