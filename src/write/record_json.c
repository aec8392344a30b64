/* SPDX-License-Identifier: MIT */
/* A record as members of a JSON object. */
#include "write/record_json.h"

#include "write/candidates.h"

static void add_field(const struct gmi_column *column, const gm_record *record,
                      struct gmi_json *json)
{
    const gm_value value = gm_field_value(column->field, record);
    if (value.is_null) {
        gmi_json_null(json);
        return;
    }
    switch (gm_field_at(column->field)->type) {
    case GM_FIELD_TEXT:
        gmi_json_string(json, value.text);
        break;
    case GM_FIELD_INTEGER:
        gmi_json_integer(json, value.integer);
        break;
    case GM_FIELD_REAL:
        gmi_json_number(json, value.real, column->decimals);
        break;
    }
}

gm_status gmi_record_json(const struct gmi_sheet *sheet,
                          const gm_record *record, struct gmi_json *json,
                          gm_error *err)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct gmi_column *column = &sheet->columns[i];
        gmi_json_key(json, column->name);
        if (column->kind != GMI_COLUMN_CANDIDATES) {
            add_field(column, record, json);
            continue;
        }
        const int decimals =
            gmi_degree_decimals(sheet->options, GMI_JSON_DEGREES);
        const gm_status status =
            gmi_candidates_json(sheet, record->mention, decimals, json, err);
        if (status)
            return status;
    }
    if (sheet->options->explain)
        gmi_reasons_json(record->mention, json);
    return GM_OK;
}
