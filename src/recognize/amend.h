/* SPDX-License-Identifier: MIT */
/*
 * What the tagger leaves to knowledge: names of several words that it found a
 * part of ("Karabakh" of "Nagorno-Karabakh"), places inside organisations'
 * names that are listed ("Minsk Group"), and persons ("Jordan Miller").
 */
#ifndef RECOGNIZE_AMEND_H
#define RECOGNIZE_AMEND_H

#include "recognize/recognizer.h"

gm_status gmi_amend(const struct gmi_recognizer *recognizer, gm_document *doc,
                    gm_error *err);

#endif
