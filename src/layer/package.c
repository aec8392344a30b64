/* SPDX-License-Identifier: MIT */
/* The styles of the layers in a GeoPackage. */
#include "layer/package.h"

#include "layer/fail.h"
#include "layer/layer_style.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <string.h>

/* As QGIS 3.22 makes it. */
static const char STYLE_TABLE[] =
    "CREATE TABLE IF NOT EXISTS layer_styles ("
    "id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
    "f_table_catalog TEXT(256), f_table_schema TEXT(256), "
    "f_table_name TEXT(256), f_geometry_column TEXT(256), "
    "styleName TEXT(30), styleQML TEXT, styleSLD TEXT, "
    "useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), "
    "update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))";

/* A text between quotes of SQL; CPLFree is due. */
static char *quote(const char *text)
{
    char *escaped = CPLEscapeString(text, -1, CPLES_SQL);
    const size_t length = strlen(escaped);
    char *result = CPLMalloc(length + 3);
    result[0] = '\'';
    memcpy(result + 1, escaped, length);
    memcpy(result + 1 + length, "'", 2);
    CPLFree(escaped);
    return result;
}

static gm_status make_style_table(const struct gmi_side_home *home,
                                  const char *date, gm_error *err)
{
    gm_status status = gmi_side_sql(home, STYLE_TABLE, err);
    if (status)
        return status;
    char *when = quote(date);
    const char *sql = CPLSPrintf(
        "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, "
        "identifier, description, last_change) VALUES ('layer_styles', "
        "'attributes', 'layer_styles', '', %s)", when);
    status = gmi_side_sql(home, sql, err);
    CPLFree(when);
    return status;
}

static gm_status insert_style(const struct gmi_side_home *home,
                              OGRLayerH layer, const char *qml,
                              const char *date, gm_error *err)
{
    char *name = quote(OGR_L_GetName(layer));
    char *column = quote(OGR_L_GetGeometryColumn(layer));
    char *text = quote(qml);
    char *when = quote(date);
    char *const parts[] = {
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, "
        "f_table_name, f_geometry_column, styleName, styleQML, styleSLD, "
        "useAsDefault, description, owner, ui, update_time) SELECT '', '', ",
        name, ", ", column, ", 'geomention', ", text,
        ", '', 1, 'made by geomention', '', NULL, ", when,
        " WHERE NOT EXISTS (SELECT 1 FROM layer_styles WHERE f_table_name = ",
        name, ")"};
    struct gmi_text sql = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        gmi_text_add(&sql, parts[i], strlen(parts[i]));
    const gm_status status = sql.is_failed ? gmi_layer_fail_memory(err)
                                           : gmi_side_sql(home, sql.data, err);
    gmi_text_release(&sql);
    CPLFree(when);
    CPLFree(text);
    CPLFree(column);
    CPLFree(name);
    return status;
}

void gmi_package_layers(const struct gmi_companions *companions,
                        struct gmi_package_layer out[GMI_PACKAGE_LAYERS])
{
    const struct gmi_package_layer layers[GMI_PACKAGE_LAYERS] = {
        {companions->places.layer, "Places", GM_STYLE_PLACES, true},
        {companions->layer->table.layer, "Mentions", GM_STYLE_MENTIONS, false},
        {companions->candidates.layer, "Candidates", GM_STYLE_CANDIDATES,
         false},
        {companions->countries.layer, "Countries", GM_STYLE_COUNTRIES, true},
        {companions->land.layer, "Other countries", GM_STYLE_LAND, true},
        {companions->documents.layer, "Documents", GM_STYLE_TABLE, false},
        {companions->unresolved.layer, "Unresolved mentions", GM_STYLE_TABLE,
         false}};
    memcpy(out, layers, sizeof layers);
}

gm_status gmi_package_write_styles(struct gmi_companions *companions,
                                   uint64_t most, gm_error *err)
{
    struct gmi_package_layer layers[GMI_PACKAGE_LAYERS];
    gmi_package_layers(companions, layers);
    gm_status status =
        make_style_table(&companions->home, companions->date, err);
    for (size_t i = 0; i < GMI_PACKAGE_LAYERS && !status; i++) {
        if (!layers[i].layer || layers[i].kind == GM_STYLE_TABLE)
            continue;
        char *text = gmi_layer_style_text(&companions->layer->table,
                                          layers[i].layer, layers[i].kind,
                                          most);
        status = text ? insert_style(&companions->home, layers[i].layer, text,
                                     companions->date, err)
                      : gmi_layer_fail_memory(err);
        VSIFree(text);
    }
    return status;
}
