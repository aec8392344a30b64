/* SPDX-License-Identifier: MIT */
/* GeoJSON after RFC 7946: one collection, or a feature a line. */
#include "write/format.h"

#include "write/number.h"
#include "write/record_json.h"

static gm_status settle_sheet(gm_writer *writer, gm_error *err)
{
    static const struct gmi_sheet_style style = {
        .degree_decimals = GMI_JSON_DEGREES,
        .other_decimals = GMI_DECIMALS_MAX};
    return gmi_sheet_init(&writer->sheet, writer->gazetteer, writer->options,
                          &style, err);
}

static void add_geometry(const gm_record *record, int decimals,
                         struct gmi_json *json)
{
    gmi_json_key(json, "geometry");
    if (!record->has_point) {
        gmi_json_null(json);
        return;
    }
    gmi_json_begin(json, '{');
    gmi_json_key(json, "type");
    gmi_json_string(json, "Point");
    gmi_json_key(json, "coordinates");
    gmi_json_begin(json, '[');
    gmi_json_number(json, record->place.longitude, decimals);
    gmi_json_number(json, record->place.latitude, decimals);
    gmi_json_end(json, ']');
    gmi_json_end(json, '}');
}

static gm_status add_feature(gm_writer *writer, const gm_record *record,
                             gm_error *err)
{
    struct gmi_json json = {&writer->out, false};
    gmi_json_begin(&json, '{');
    gmi_json_key(&json, "type");
    gmi_json_string(&json, "Feature");
    add_geometry(record, gmi_degree_decimals(writer->options, GMI_JSON_DEGREES),
                 &json);
    gmi_json_key(&json, "properties");
    gmi_json_begin(&json, '{');
    const gm_status status =
        gmi_record_json(&writer->sheet, record, &json, err);
    gmi_json_end(&json, '}');
    gmi_json_end(&json, '}');
    return status;
}

/* ---- A collection ------------------------------------------------------ */

/* A box around all would have to come first, when it is not known yet. */
static gm_status open_collection(gm_writer *writer, gm_error *err)
{
    const gm_status status = settle_sheet(writer, err);
    if (!status)
        gmi_buffer_printf(&writer->out,
                          "{\"type\":\"FeatureCollection\","
                          "\"generator\":\"geomention %s\",\"features\":[",
                          gm_version());
    return status;
}

static gm_status add_to_collection(gm_writer *writer, const gm_record *record,
                                   gm_error *err)
{
    gmi_buffer_add_string(&writer->out, writer->record_count ? ",\n" : "\n");
    return add_feature(writer, record, err);
}

static gm_status finish_collection(gm_writer *writer, gm_error *err)
{
    (void)err;
    gmi_buffer_add_string(&writer->out, "\n]}\n");
    return GM_OK;
}

const struct gmi_format gmi_format_geojson = {
    .name = "geojson",
    .description = "GeoJSON, RFC 7946: a feature for each mention",
    .open = open_collection,
    .add = add_to_collection,
    .finish = finish_collection,
};

/* ---- A feature a line -------------------------------------------------- */

static gm_status add_line(gm_writer *writer, const gm_record *record,
                          gm_error *err)
{
    const gm_status status = add_feature(writer, record, err);
    gmi_buffer_add_char(&writer->out, '\n');
    return status;
}

const struct gmi_format gmi_format_geojsonl = {
    .name = "geojsonl",
    .description = "GeoJSON, a feature a line, as GDAL's GeoJSONSeq",
    .open = settle_sheet,
    .add = add_line,
};
