/* SPDX-License-Identifier: MIT */
/* What we know of single GDAL drivers and GDAL does not tell. */
#include "layer/trait.h"

#include <string.h>

/* Google Earth labels a point with Name and shows description on a click. */
static const struct gmi_rename kml_names[] = {
    {"name", "Name"},
    {"quote", "description"},
    /* LIBKML reads a field named `end` back as the end of a time span. */
    {"start", "char_start"},
    {"end", "char_end"},
    {NULL, NULL}};

static const struct gmi_rename gpx_names[] = {
    {"quote", "desc"}, {"feature", "type"}, {NULL, NULL}};

static const struct gmi_rename rss_names[] = {
    {"mention", "title"}, {"quote", "description"}, {NULL, NULL}};

#define POINT GMI_TRAIT_NEEDS_POINT
#define WGS84 GMI_TRAIT_WGS84
#define XML GMI_TRAIT_XML
#define STREAM GMI_TRAIT_STREAM
#define DATABASE GMI_TRAIT_DATABASE
#define OWN_FILES GMI_TRAIT_OWN_FILES

/* GDAL 3.6: a null pointer, an exception that nobody catches. */
static const char crashes[] = "GDAL's driver crashes when a disk is full";

static const char latin[] = "it holds letters of western Europe only";

/* Each line was found by writing rows with and without a point through GDAL
   3.6 and reading them back; test_trait.c does it again. */
static const struct gmi_trait traits[] = {
    {.driver = "BAG", .refusal = "it holds depths, not points"},
    /* By default, 3.6 quotes integers too. */
    {.driver = "CSV", .flags = STREAM,
     .layer_options = {"GEOMETRY=AS_XY", "STRING_QUOTING=IF_NEEDED"}},
    {.driver = "DGN", .refusal = crashes},
    {.driver = "DXF", .flags = POINT},
    {.driver = "ESRI Shapefile", .flags = GMI_TRAIT_DBASE, .text_bytes = 254,
     .layer_options = {"ENCODING=UTF-8"}},
    {.driver = "FITS", .refusal = "it holds tables without points"},
    {.driver = "FlatGeobuf", .flags = POINT},
    {.driver = "GML", .flags = XML | STREAM},
    {.driver = "GPKG",
     .flags = DATABASE | OWN_FILES | GMI_TRAIT_COMPANIONS},
    /* Extensions: what looks like XML is put there as it is, and ends of
       lines are not read again. */
    {.driver = "GPX", .flags = POINT | WGS84 | XML | STREAM, .unfit = "<\n\r",
     .names = gpx_names,
     .dataset_options = {"GPX_USE_EXTENSIONS=YES"}},
    {.driver = "GeoJSON", .flags = WGS84 | STREAM,
     .layer_options = {"RFC7946=YES"}},
    {.driver = "GeoJSONSeq", .flags = WGS84 | STREAM},
    {.driver = "GeoRSS", .flags = WGS84 | XML | STREAM, .names = rss_names,
     .dataset_options = {"USE_EXTENSIONS=YES"}},
    /* It has signs of its own for these. */
    {.driver = "Geoconcept", .flags = POINT, .unfit = "\t\n\r@#"},
    {.driver = "Interlis 1", .refusal = latin},
    {.driver = "Interlis 2", .refusal = "it needs a model of the data"},
    {.driver = "JML", .flags = XML},
    {.driver = "KML", .flags = WGS84 | XML | STREAM, .names = kml_names},
    {.driver = "LIBKML", .flags = WGS84 | XML | GMI_TRAIT_CDATA,
     .names = kml_names},
    {.driver = "MBTiles", .flags = POINT | WGS84 | OWN_FILES},
    {.driver = "MEM", .refusal = "it keeps nothing"},
    {.driver = "MSSQLSpatial", .flags = DATABASE},
    {.driver = "MVT", .flags = POINT | WGS84 | OWN_FILES},
    {.driver = "MapInfo File", .text_bytes = 254,
     .dataset_options = {"ENCODING=UTF-8"}},
    {.driver = "MapML", .flags = XML},
    {.driver = "Memory", .refusal = "it keeps nothing"},
    {.driver = "MySQL", .flags = DATABASE},
    {.driver = "ODS", .flags = XML},
    {.driver = "OGR_GMT", .flags = POINT | XML, .unfit = "\"\r"},
    {.driver = "PCIDSK", .refusal = crashes},
    {.driver = "PDF", .flags = POINT},
    /* An end of line ends the row. */
    {.driver = "PDS4", .unfit = "\"\n\r"},
    /* QGIS and people expect `geom`, not `wkb_geometry`. */
    {.driver = "PGDUMP", .flags = STREAM,
     .layer_options = {"GEOMETRY_NAME=geom"}},
    {.driver = "PostgreSQL", .flags = DATABASE,
     .layer_options = {"GEOMETRY_NAME=geom"}},
    {.driver = "S57", .refusal = "it holds nautical objects only"},
    {.driver = "SQLite", .flags = DATABASE | OWN_FILES},
    {.driver = "Selafin", .refusal = "it holds numbers only"},
    {.driver = "VICAR", .refusal = "it holds images"},
    {.driver = "VDV", .refusal = latin},
    {.driver = "WAsP", .refusal = "it holds lines, not points"},
    {.driver = "XLSX", .flags = XML},
    {.driver = "netCDF", .flags = POINT | OWN_FILES},
};

static const struct gmi_trait none = {.driver = ""};

const struct gmi_trait *gmi_trait_of(const char *driver)
{
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (strcmp(traits[i].driver, driver) == 0)
            return &traits[i];
    return &none;
}

const char *gmi_trait_field_name(const struct gmi_trait *trait,
                                 const char *name)
{
    for (const struct gmi_rename *r = trait->names; r && r->from; r++)
        if (strcmp(r->from, name) == 0)
            return r->to;
    return name;
}
