/* SPDX-License-Identifier: MIT */
/*
 * JSON lines, a document a line: what runs and machines exchange. With a
 * member `text` beside them, the lines can be read as input again.
 */
#include "write/format.h"

#include "write/number.h"
#include "write/record_json.h"

enum { SHARE_DECIMALS = 3 };

/* The id of the line is the document's. */
static const enum gmi_field FIELDS[] = {
    GMI_FIELD_START,      GMI_FIELD_END,       GMI_FIELD_MENTION,
    GMI_FIELD_USE,        GMI_FIELD_NAME,      GMI_FIELD_PLACE,
    GMI_FIELD_FEATURE,    GMI_FIELD_COUNTRY,   GMI_FIELD_ADMIN1,
    GMI_FIELD_ADMIN2,     GMI_FIELD_LONGITUDE, GMI_FIELD_LATITUDE,
    GMI_FIELD_CONFIDENCE, GMI_FIELD_RADIUS_KM, GMI_FIELD_POPULATION,
    GMI_FIELD_BYTE_START, GMI_FIELD_BYTE_END,  GMI_FIELD_QUOTE};

static gm_status open_format(gm_writer *writer, gm_error *err)
{
    static const struct gmi_sheet_style style = {
        .fields = FIELDS,
        .field_count = sizeof FIELDS / sizeof FIELDS[0],
        .degree_decimals = GMI_JSON_DEGREES,
        .other_decimals = GMI_DECIMALS_MAX,
        .is_fixed = true};
    return gmi_sheet_init(&writer->sheet, writer->gazetteer, writer->options,
                          &style, err);
}

static void add_known(struct gmi_json *json, const char *key,
                      const char *value)
{
    if (!*value)
        return;
    gmi_json_key(json, key);
    gmi_json_string(json, value);
}

static void begin_document(gm_writer *writer, const gm_document *doc)
{
    struct gmi_json json = {&writer->out, false};
    gmi_json_begin(&json, '{');
    gmi_json_key(&json, "id");
    gmi_json_string(&json, gm_document_id(doc));
    add_known(&json, "title", gm_document_title(doc));
    add_known(&json, "date", gm_document_date(doc));
    gmi_json_key(&json, "mentions");
    gmi_json_begin(&json, '[');
}

static gm_status add(gm_writer *writer, const gm_record *record, gm_error *err)
{
    struct gmi_json json = {&writer->out, writer->document_record_count > 0};
    gmi_json_begin(&json, '{');
    const gm_status status =
        gmi_record_json(&writer->sheet, record, &json, err);
    gmi_json_end(&json, '}');
    return status;
}

static gm_status add_focus(gm_writer *writer, const gm_focus *focus,
                           struct gmi_json *json, gm_error *err)
{
    gm_place place;
    const gm_status status =
        gmi_place_read(writer->gazetteer, focus->place, &place, err);
    if (status)
        return status;
    gmi_json_begin(json, '{');
    gmi_json_key(json, "place");
    gmi_json_string(json, place.id);
    gmi_json_key(json, "name");
    gmi_json_string(json, place.name);
    gmi_json_key(json, "feature");
    gmi_json_string(json, place.feature);
    gmi_json_key(json, "country");
    gmi_json_string(json, place.country);
    gmi_json_key(json, "share");
    gmi_json_number(json, focus->share, SHARE_DECIMALS);
    gmi_json_end(json, '}');
    return GM_OK;
}

static gm_status end_document(gm_writer *writer, const gm_document *doc,
                              gm_error *err)
{
    struct gmi_json json = {&writer->out, true};
    gmi_json_end(&json, ']');
    gmi_json_key(&json, "focus");
    gmi_json_begin(&json, '[');
    gm_status status = GM_OK;
    for (size_t i = 0; i < gm_document_focus_count(doc) && !status; i++)
        status = add_focus(writer, gm_document_focus_at(doc, i), &json, err);
    gmi_json_end(&json, ']');
    gmi_json_end(&json, '}');
    gmi_buffer_add_char(&writer->out, '\n');
    return status;
}

const struct gmi_format gmi_format_jsonl = {
    .name = "jsonl",
    .description = "JSON lines, a document a line with its mentions",
    .open = open_format,
    .begin_document = begin_document,
    .add = add,
    .end_document = end_document,
};
