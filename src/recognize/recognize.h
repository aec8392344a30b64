/* SPDX-License-Identifier: MIT */
/*
 * First stage: where is a place named, and in which use? Adds mentions with
 * use and recognition to a document; knows nothing of which place it is.
 */
#ifndef RECOGNIZE_RECOGNIZE_H
#define RECOGNIZE_RECOGNIZE_H

#include "recognize/recognizer.h"

/*
 * Finds the mentions of a document whose words are split. Mentions that the
 * caller gave are kept as they are and get a use.
 */
gm_status gmi_recognize(const struct gmi_recognizer *recognizer,
                        gm_document *doc, gm_error *err);

#endif
