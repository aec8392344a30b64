/* SPDX-License-Identifier: MIT */
/* The candidates of a mention as one field of text. */
#include "layer/candidates.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void add(struct gmi_text *out, const char *text)
{
    gmi_text_add(out, text, strlen(text));
}

/* A string of JSON; ids and names are UTF-8 already. */
static void add_string(struct gmi_text *out, const char *text)
{
    add(out, "\"");
    for (const char *p = text; *p; p++) {
        char escape[8];
        if (*p == '"' || *p == '\\')
            snprintf(escape, sizeof escape, "\\%c", *p);
        else if ((unsigned char)*p < 0x20)
            snprintf(escape, sizeof escape, "\\u%04x", (unsigned)*p);
        else
            snprintf(escape, sizeof escape, "%c", *p);
        add(out, escape);
    }
    add(out, "\"");
}

/* GDAL leaves the locale to the program: the point is put back. */
static void add_number(struct gmi_text *out, double value, int decimals)
{
    char text[64];
    if (!isfinite(value)) {
        add(out, "null");
        return;
    }
    snprintf(text, sizeof text, "%.*f", decimals, value);
    const size_t whole = strspn(text, "-0123456789");
    if (!text[whole]) {
        add(out, text);
        return;
    }
    text[whole] = '.';
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        length--;
    if (text[length - 1] == '.')
        length--;
    gmi_text_add(out, text, length);
}

static void add_reasons(struct gmi_text *out, const gm_candidate *candidate)
{
    add(out, ",\"reasons\":[");
    for (size_t i = 0; i < candidate->reason_count; i++) {
        const gm_reason *reason = &candidate->reasons[i];
        add(out, i ? ",{\"feature\":" : "{\"feature\":");
        add_string(out, reason->feature);
        add(out, ",\"value\":");
        add_number(out, reason->value, 6);
        add(out, ",\"weight\":");
        add_number(out, reason->weight, 6);
        add(out, "}");
    }
    add(out, "]");
}

static void add_candidate(struct gmi_text *out, const gm_place *place,
                          const gm_candidate *candidate, bool explain)
{
    add(out, "{\"id\":");
    add_string(out, place->id);
    add(out, ",\"name\":");
    add_string(out, place->name);
    add(out, ",\"longitude\":");
    add_number(out, place->longitude, 7);
    add(out, ",\"latitude\":");
    add_number(out, place->latitude, 7);
    add(out, ",\"probability\":");
    add_number(out, candidate->probability, 4);
    if (explain)
        add_reasons(out, candidate);
    add(out, "}");
}

const char *gmi_layer_candidates(struct gmi_text *scratch,
                                 const gm_gazetteer *gazetteer,
                                 const gm_mention *mention,
                                 const gm_write_options *options)
{
    const size_t wanted = options->candidates;
    const size_t count = wanted && wanted < mention->candidate_count
                             ? wanted
                             : mention->candidate_count;
    gmi_text_clear(scratch);
    add(scratch, "[");
    for (size_t i = 0; i < count; i++) {
        const gm_candidate *candidate = &mention->candidates[i];
        gm_place place;
        if (gm_gazetteer_place(gazetteer, candidate->place, &place))
            continue;
        if (scratch->length > 1)
            add(scratch, ",");
        add_candidate(scratch, &place, candidate, options->explain);
    }
    add(scratch, "]");
    return scratch->is_failed ? NULL : scratch->data;
}
