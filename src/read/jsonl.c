/* SPDX-License-Identifier: MIT */
/* A document from a line of JSON. */
#include "read/jsonl.h"

#include <ctype.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

/* What the functions below share. */
struct record {
    const struct gmi_line *line;
    const json_t *object;
    gm_document *doc;
};

/* NULL when missing or null. */
static const json_t *member(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return json_is_null(value) ? NULL : value;
}

static gm_status parse(const struct gmi_line *line, json_t **out, gm_error *err)
{
    json_error_t why;
    *out = json_loadb(line->text, line->length, JSON_ALLOW_NUL, &why);
    if (*out && json_is_object(*out))
        return GM_OK;
    if (*out)
        return gmi_line_fail(line, err, "no JSON object");
    if (json_error_code(&why) == json_error_out_of_memory)
        return gmi_fail_memory(err);
    if (json_error_code(&why) == json_error_premature_end_of_input)
        return gmi_line_fail(line, err, "truncated JSON");
    char cause[sizeof why.text + 16];
    snprintf(cause, sizeof cause, "bad JSON (%s)", why.text);
    return gmi_line_fail(line, err, cause);
}

static gm_status set_text(const struct record *record, gm_error *err)
{
    const json_t *text = member(record->object, "text");
    const json_t *id = member(record->object, "id");
    if (!json_is_string(text))
        return gmi_line_fail(record->line, err, "no string \"text\"");
    char made[GMI_LINE_ID_MAX];
    const char *name = made;
    if (json_is_string(id) && json_string_length(id))
        name = json_string_value(id);
    else if (json_is_integer(id))
        snprintf(made, sizeof made, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
    else if (!id || json_is_string(id))
        gmi_line_id(record->line, made);
    else
        return gmi_line_fail(record->line, err,
                             "\"id\" is neither string nor integer");
    return gm_document_set_text(record->doc, name, json_string_value(text),
                                json_string_length(text), err);
}

/* A string or an integer; all else is ignored, as unknown members are. */
static const char *scalar(const struct record *record, const char *name,
                          char made[GMI_LINE_ID_MAX])
{
    const json_t *value = member(record->object, name);
    if (json_is_integer(value)) {
        snprintf(made, GMI_LINE_ID_MAX, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(value));
        return made;
    }
    return json_is_string(value) ? json_string_value(value) : "";
}

static gm_status set_about(const struct record *record, gm_error *err)
{
    char made[GMI_LINE_ID_MAX];
    const gm_status status = gm_document_set_title(
        record->doc, scalar(record, "title", made), err);
    return status ? status
                  : gm_document_set_date(record->doc,
                                         scalar(record, "date", made), err);
}

static gm_status add_country(const struct record *record, const json_t *country,
                             gm_error *err)
{
    if (!json_is_string(country))
        return gmi_line_fail(record->line, err, "\"country\" is no string");
    char code[8];
    snprintf(code, sizeof code, "%s", json_string_value(country));
    for (char *p = code; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return gmi_line_wrap(record->line,
                         gm_document_add_country(record->doc, code, err), err);
}

static gm_status add_countries(const struct record *record, gm_error *err)
{
    const json_t *country = member(record->object, "country");
    if (!json_is_array(country))
        return country ? add_country(record, country, err) : GM_OK;
    gm_status status = GM_OK;
    for (size_t i = 0; !status && i < json_array_size(country); i++)
        status = add_country(record, json_array_get(country, i), err);
    return status;
}

static gm_status set_near(const struct record *record, gm_error *err)
{
    const json_t *near = member(record->object, "near");
    if (!near)
        return GM_OK;
    const size_t count = json_array_size(near);
    bool is_good = count == 2 || count == 3;
    double values[3] = {0};
    for (size_t i = 0; is_good && i < count; i++) {
        const json_t *value = json_array_get(near, i);
        is_good = json_is_number(value);
        values[i] = json_number_value(value);
    }
    if (!is_good)
        return gmi_line_fail(record->line, err,
                             "\"near\" is not [longitude, latitude, km]");
    return gmi_line_wrap(
        record->line,
        gm_document_set_near(record->doc, values[0], values[1], values[2], err),
        err);
}

static gm_status add_mention(const struct record *record, const json_t *mention,
                             gm_error *err)
{
    const json_t *start = json_object_get(mention, "start");
    const json_t *end = json_object_get(mention, "end");
    if (!json_is_integer(start) || !json_is_integer(end) ||
        json_integer_value(start) < 0 || json_integer_value(end) < 0)
        return gmi_line_fail(record->line, err,
                             "a mention without \"start\" and \"end\"");
    return gmi_line_wrap(
        record->line,
        gm_document_add_mention(record->doc, (size_t)json_integer_value(start),
                                (size_t)json_integer_value(end), err),
        err);
}

static gm_status add_mentions(const struct record *record, gm_error *err)
{
    const json_t *mentions = member(record->object, "mentions");
    if (!mentions)
        return GM_OK;
    if (!json_is_array(mentions))
        return gmi_line_fail(record->line, err, "\"mentions\" is no array");
    gm_document_set_given(record->doc);
    gm_status status = GM_OK;
    for (size_t i = 0; !status && i < json_array_size(mentions); i++)
        status = add_mention(record, json_array_get(mentions, i), err);
    return status;
}

gm_status gmi_jsonl_document(const struct gmi_line *line, gm_document *doc,
                             gm_error *err)
{
    gm_status status = gmi_line_check(line, err);
    if (status)
        return status;
    json_t *object = NULL;
    status = parse(line, &object, err);
    const struct record record = {line, object, doc};
    if (!status)
        status = set_text(&record, err);
    if (!status)
        status = set_about(&record, err);
    if (!status)
        status = add_countries(&record, err);
    if (!status)
        status = set_near(&record, err);
    if (!status)
        status = add_mentions(&record, err);
    json_decref(object);
    return status;
}
