/* SPDX-License-Identifier: MIT */
/* The candidates of a mention and the reasons for them. */
#include "write/candidates.h"

#include "write/number.h"

#include <math.h>

enum { PROBABILITY = 4, PROBABILITY_SHORT = 2, REASON = 6 };

/* As many as asked for; all there are for who names the field alone. */
static size_t candidate_count(const struct gmi_sheet *sheet,
                              const gm_mention *mention)
{
    const size_t wanted = sheet->options->candidates;
    return wanted && wanted < mention->candidate_count
               ? wanted
               : mention->candidate_count;
}

static void add_reasons(const gm_candidate *candidate, struct gmi_json *json)
{
    gmi_json_key(json, "reasons");
    gmi_json_begin(json, '[');
    for (size_t i = 0; i < candidate->reason_count; i++) {
        const gm_reason *reason = &candidate->reasons[i];
        gmi_json_begin(json, '{');
        gmi_json_key(json, "feature");
        gmi_json_string(json, reason->feature);
        gmi_json_key(json, "value");
        gmi_json_number(json, reason->value, REASON);
        gmi_json_key(json, "weight");
        gmi_json_number(json, reason->weight, REASON);
        gmi_json_end(json, '}');
    }
    gmi_json_end(json, ']');
}

void gmi_reasons_json(const gm_mention *mention, struct gmi_json *json)
{
    static const gm_candidate none;
    add_reasons(mention->candidate_count ? &mention->candidates[0] : &none,
                json);
}

static void add_degrees(struct gmi_json *json, const gm_place *place,
                        int decimals)
{
    const bool has_point = gmi_place_has_point(place);
    gmi_json_key(json, "longitude");
    gmi_json_number(json, has_point ? place->longitude : NAN, decimals);
    gmi_json_key(json, "latitude");
    gmi_json_number(json, has_point ? place->latitude : NAN, decimals);
}

gm_status gmi_candidates_json(const struct gmi_sheet *sheet,
                              const gm_mention *mention, int degree_decimals,
                              struct gmi_json *json, gm_error *err)
{
    const size_t count = candidate_count(sheet, mention);
    gmi_json_begin(json, '[');
    for (size_t i = 0; i < count; i++) {
        const gm_candidate *candidate = &mention->candidates[i];
        gm_place place;
        const gm_status status =
            gmi_place_read(sheet->gazetteer, candidate->place, &place, err);
        if (status)
            return status;
        gmi_json_begin(json, '{');
        gmi_json_key(json, "id");
        gmi_json_string(json, place.id);
        gmi_json_key(json, "name");
        gmi_json_string(json, place.name);
        add_degrees(json, &place, degree_decimals);
        gmi_json_key(json, "probability");
        gmi_json_number(json, candidate->probability, PROBABILITY);
        if (candidate->how && candidate->how[0]) {
            gmi_json_key(json, "how");
            gmi_json_string(json, candidate->how);
        }
        if (sheet->options->explain)
            add_reasons(candidate, json);
        gmi_json_end(json, '}');
    }
    gmi_json_end(json, ']');
    return GM_OK;
}

gm_status gmi_candidates_text(const struct gmi_sheet *sheet,
                              const gm_mention *mention, struct gmi_buffer *out,
                              gm_error *err)
{
    const size_t count = candidate_count(sheet, mention);
    for (size_t i = 0; i < count; i++) {
        const gm_candidate *candidate = &mention->candidates[i];
        gm_place place;
        const gm_status status =
            gmi_place_read(sheet->gazetteer, candidate->place, &place, err);
        if (status)
            return status;
        if (i)
            gmi_buffer_add_string(out, "; ");
        gmi_buffer_add_string(out, place.name);
        if (place.country[0])
            gmi_buffer_printf(out, " (%s)", place.country);
        if (isfinite(candidate->probability)) {
            gmi_buffer_add_char(out, ' ');
            gmi_number_add(out, candidate->probability, PROBABILITY_SHORT,
                           GMI_ZEROS_KEEP);
        }
    }
    return GM_OK;
}
