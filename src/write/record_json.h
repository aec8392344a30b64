/* SPDX-License-Identifier: MIT */
/* A record as members of a JSON object. */
#ifndef WRITE_RECORD_JSON_H
#define WRITE_RECORD_JSON_H

#include "write/json.h"
#include "write/sheet.h"

enum { GMI_JSON_DEGREES = 7 }; /* decimals, unless the user says */

/*
 * Adds a member for each column of the sheet, and with options.explain the
 * reasons; null where a value is.
 */
gm_status gmi_record_json(const struct gmi_sheet *sheet,
                          const gm_record *record, struct gmi_json *json,
                          gm_error *err);

#endif
