/* SPDX-License-Identifier: MIT */
/*
 * A project for QGIS in a GeoPackage: a .qgs file (XML), zipped, as text of
 * hexadecimal digits in the table `qgis_projects`, which is how QGIS 3.22
 * keeps it.
 */
#include "layer/package.h"

#include "layer/fail.h"
#include "layer/layer_style.h"
#include "layer/package_view.h"
#include "layer/path.h"
#include "layer/zip.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_srs_api.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define PROJECT "geomention"

/* ---- Text --------------------------------------------------------------- */

static void add(struct gmi_text *out, const char *text)
{
    gmi_text_add(out, text, strlen(text));
}

static void add_escaped(struct gmi_text *out, const char *text)
{
    char *escaped = CPLEscapeString(text, -1, CPLES_XML);
    add(out, escaped);
    CPLFree(escaped);
}

/* CPLSPrintf writes a decimal point in every locale. */
static void add_box(struct gmi_text *out, const OGREnvelope *box)
{
    add(out, CPLSPrintf("<extent><xmin>%.8g</xmin><ymin>%.8g</ymin>"
                        "<xmax>%.8g</xmax><ymax>%.8g</ymax></extent>\n",
                        box->MinX, box->MinY, box->MaxX, box->MaxY));
}

/* The project's id of a layer: names of ours are letters alone. */
static void add_id(struct gmi_text *out, const struct gmi_package_layer *layer)
{
    add(out, PROJECT "_");
    add_escaped(out, OGR_L_GetName(layer->layer));
}

static void add_source(struct gmi_text *out,
                       const struct gmi_companions *companions,
                       const struct gmi_package_layer *layer)
{
    add(out, "./");
    add_escaped(out, gmi_path_name(companions->home.path));
    add(out, "|layername=");
    add_escaped(out, OGR_L_GetName(layer->layer));
}

/* ---- Parts of a project ------------------------------------------------- */

static void add_system(struct gmi_text *out, const char *element,
                       OGRSpatialReferenceH osr)
{
    const char *const options[] = {"FORMAT=WKT2_2019", NULL};
    const char *authority = osr ? OSRGetAuthorityName(osr, NULL) : NULL;
    const char *code = osr ? OSRGetAuthorityCode(osr, NULL) : NULL;
    char *wkt = NULL;
    if (osr)
        OSRExportToWktEx(osr, &wkt, options);
    add(out, CPLSPrintf("<%s><spatialrefsys><wkt>", element));
    add_escaped(out, wkt ? wkt : "");
    add(out, "</wkt><authid>");
    if (authority && code)
        add_escaped(out, CPLSPrintf("%s:%s", authority, code));
    add(out, CPLSPrintf("</authid><geographicflag>%s</geographicflag>"
                        "</spatialrefsys></%s>\n",
                        osr && OSRIsGeographic(osr) ? "true" : "false",
                        element));
    CPLFree(wkt);
}

static void add_tree(struct gmi_text *out,
                     const struct gmi_companions *companions,
                     const struct gmi_package_layer *layers)
{
    add(out, "<layer-tree-group>\n");
    for (size_t i = 0; i < GMI_PACKAGE_LAYERS; i++) {
        if (!layers[i].layer)
            continue;
        add(out, "<layer-tree-layer providerKey=\"ogr\" expanded=\"0\" "
                 "checked=\"");
        add(out, layers[i].is_shown ? "Qt::Checked" : "Qt::Unchecked");
        add(out, "\" id=\"");
        add_id(out, &layers[i]);
        add(out, "\" name=\"");
        add_escaped(out, layers[i].title);
        add(out, "\" source=\"");
        add_source(out, companions, &layers[i]);
        add(out, "\"/>\n");
    }
    add(out, "</layer-tree-group>\n");
}

static const char *geometry_word(const struct gmi_package_layer *layer)
{
    switch (wkbFlatten(OGR_L_GetGeomType(layer->layer))) {
    case wkbNone:
        return "No geometry";
    case wkbMultiPolygon:
        return "Polygon";
    default:
        return "Point";
    }
}

/* A style's elements, which stand in the layer's own. */
static void add_style(struct gmi_text *out, const char *qml)
{
    const char *begin = strstr(qml, "<qgis ");
    begin = begin ? strchr(begin, '>') : NULL;
    const char *end = begin ? strstr(begin, "</qgis>") : NULL;
    if (end)
        gmi_text_add(out, begin + 1, (size_t)(end - begin) - 1);
}

static void add_layer(struct gmi_text *out,
                      const struct gmi_companions *companions,
                      const struct gmi_package_layer *layer, uint64_t most)
{
    const bool has_labels = layer->kind == GM_STYLE_PLACES ||
                            layer->kind == GM_STYLE_MENTIONS ||
                            layer->kind == GM_STYLE_CANDIDATES;
    char *qml = gmi_layer_style_text(&companions->layer->table, layer->layer,
                                     layer->kind, most);
    add(out, CPLSPrintf("<maplayer type=\"vector\" geometry=\"%s\" "
                        "labelsEnabled=\"%d\" styleCategories="
                        "\"AllStyleCategories\">\n<id>",
                        geometry_word(layer), has_labels));
    add_id(out, layer);
    add(out, "</id>\n<datasource>");
    add_source(out, companions, layer);
    add(out, "</datasource>\n<layername>");
    add_escaped(out, layer->title);
    add(out, "</layername>\n");
    if (layer->kind != GM_STYLE_TABLE)
        add_system(out, "srs", OGR_L_GetSpatialRef(layer->layer));
    add(out, "<provider encoding=\"UTF-8\">ogr</provider>\n");
    if (qml)
        add_style(out, qml);
    else
        out->is_failed = true;
    add(out, "</maplayer>\n");
    VSIFree(qml);
}

/* The sea behind the land; where the pointer is, in degrees. */
static const char PROPERTIES[] =
    "<properties>\n<Gui><CanvasColorRedPart type=\"int\">223"
    "</CanvasColorRedPart><CanvasColorGreenPart type=\"int\">235"
    "</CanvasColorGreenPart><CanvasColorBluePart type=\"int\">242"
    "</CanvasColorBluePart></Gui>\n"
    "<Measure><Ellipsoid type=\"QString\">EPSG:7030</Ellipsoid></Measure>\n"
    "<SpatialRefSys><ProjectionsEnabled type=\"int\">1</ProjectionsEnabled>"
    "</SpatialRefSys>\n"
    "<PositionPrecision><DegreeFormat type=\"QString\">D</DegreeFormat>"
    "</PositionPrecision>\n"
    "<Paths><Absolute type=\"bool\">false</Absolute></Paths>\n"
    "</properties>\n";

static void add_project(struct gmi_text *out,
                        const struct gmi_companions *companions,
                        const struct gmi_package_layer *layers, uint64_t most)
{
    struct gmi_view view;
    gmi_view_init(&view, companions);
    add(out, "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
             "<qgis version=\"3.22.0\" projectname=\"Places in texts\">\n"
             "<title>Places in texts</title>\n");
    add_system(out, "projectCrs", view.osr);
    add_tree(out, companions, layers);
    add(out, "<mapcanvas name=\"theMapCanvas\" annotationsVisible=\"1\">\n");
    add(out, view.osr && OSRIsGeographic(view.osr) ? "<units>degrees</units>\n"
                                                   : "<units>meters</units>\n");
    add_box(out, &view.box);
    add(out, "<rotation>0</rotation>\n");
    add_system(out, "destinationsrs", view.osr);
    add(out, "</mapcanvas>\n<projectlayers>\n");
    for (size_t i = 0; i < GMI_PACKAGE_LAYERS; i++)
        if (layers[i].layer)
            add_layer(out, companions, &layers[i], most);
    add(out, "</projectlayers>\n<layerorder>\n");
    for (size_t i = 0; i < GMI_PACKAGE_LAYERS; i++) {
        if (!layers[i].layer)
            continue;
        add(out, "<layer id=\"");
        add_id(out, &layers[i]);
        add(out, "\"/>\n");
    }
    add(out, "</layerorder>\n");
    add(out, PROPERTIES);
    add(out, "</qgis>\n");
    gmi_view_release(&view);
}

/* ---- The row of the project --------------------------------------------- */

static gm_status insert(const struct gmi_companions *companions,
                        const struct gmi_text *zip, gm_error *err)
{
    struct gmi_text sql = {0};
    char *hex = CPLBinaryToHex((int)zip->length, (const GByte *)zip->data);
    add(&sql, "INSERT INTO qgis_projects SELECT '" PROJECT "', "
              "'{\"last_modified_time\": \"");
    /* The date is ours, or a setting: no more than its digits and letters. */
    for (const char *p = companions->date; *p; p++)
        if (strchr("0123456789-:TZ.+", *p))
            gmi_text_add(&sql, p, 1);
    add(&sql, "\", \"last_modified_user\": \"geomention\" }', '");
    add(&sql, hex);
    add(&sql, "' WHERE NOT EXISTS (SELECT 1 FROM qgis_projects WHERE name = '"
              PROJECT "')");
    const gm_status status =
        sql.is_failed ? gmi_layer_fail_memory(err)
                      : gmi_side_sql(&companions->home, sql.data, err);
    CPLFree(hex);
    gmi_text_release(&sql);
    return status;
}

gm_status gmi_package_write_project(struct gmi_companions *companions,
                                    uint64_t most, gm_error *err)
{
    struct gmi_package_layer layers[GMI_PACKAGE_LAYERS];
    struct gmi_text project = {0}, zip = {0};
    gm_status status =
        gmi_side_sql(&companions->home,
                     "CREATE TABLE IF NOT EXISTS qgis_projects("
                     "name TEXT PRIMARY KEY, metadata BLOB, content BLOB)",
                     err);
    if (status)
        return status;
    gmi_package_layers(companions, layers);
    add_project(&project, companions, layers, most);
    if (!project.is_failed)
        gmi_zip(PROJECT ".qgs", project.data, project.length, &zip);
    status = project.is_failed || zip.is_failed
                 ? gmi_layer_fail_memory(err)
                 : insert(companions, &zip, err);
    gmi_text_release(&zip);
    gmi_text_release(&project);
    return status;
}
