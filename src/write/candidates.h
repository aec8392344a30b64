/* SPDX-License-Identifier: MIT */
/* The candidates of a mention and the reasons for them, in cells and JSON. */
#ifndef WRITE_CANDIDATES_H
#define WRITE_CANDIDATES_H

#include "write/json.h"
#include "write/sheet.h"

/*
 * An array of id, name, longitude, latitude, probability of the best ones, as
 * many as the options ask for; with options.explain, of their reasons too.
 */
gm_status gmi_candidates_json(const struct gmi_sheet *sheet,
                              const gm_mention *mention, int degree_decimals,
                              struct gmi_json *json, gm_error *err);

/* An array of feature, value, weight: why the best candidate scored so. */
void gmi_reasons_json(const gm_mention *mention, struct gmi_json *json);

/* For people: "Paris (FR) 0.61; Paris (US) 0.30". */
gm_status gmi_candidates_text(const struct gmi_sheet *sheet,
                              const gm_mention *mention, struct gmi_buffer *out,
                              gm_error *err);

#endif
