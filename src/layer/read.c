/* SPDX-License-Identifier: MIT */
/* Places out of any vector layer that GDAL reads. */
#include "include/geomention_layer.h"

#include "layer/attribute.h"
#include "layer/fail.h"
#include "layer/feature_code.h"
#include "layer/gdal.h"
#include "layer/name_column.h"
#include "layer/path.h"
#include "layer/shape.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <ctype.h>
#include <gdal.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* How many features between two words of progress. */
enum { PROGRESS_STEP = 4096 };

struct reader {
    gm_builder *builder;
    const char *path;
    GDALDatasetH dataset;
    OGRLayerH layer;
    bool has_geometry;
    struct gmi_attributes attributes;
    struct gmi_shape_source source;
};

/* ---- Opening ------------------------------------------------------------ */

/* Packed files go through GDAL's own file systems. */
static const char *unpacked(const char *path)
{
    const char *ending = CPLGetExtension(path);
    const size_t length = strlen(path);
    if (STARTS_WITH(path, "/vsi"))
        return path;
    if (EQUAL(ending, "zip") &&
        !(length > 8 && EQUAL(path + length - 8, ".shp.zip")))
        return CPLSPrintf("/vsizip/{%s}", path);
    if (EQUAL(ending, "gz"))
        return CPLSPrintf("/vsigzip/%s", path);
    return path;
}

static gm_status open_dataset(struct reader *reader,
                              const struct gmi_gdal_call *call, gm_error *err)
{
    reader->dataset = GDALOpenEx(
        unpacked(reader->path),
        GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, NULL, NULL,
        NULL);
    if (reader->dataset)
        return GM_OK;
    const gm_status status =
        gmi_gdal_fail(call, "read", reader->path, NULL, err);
    if (err && !gmi_path_exists(reader->path) &&
        !STARTS_WITH(reader->path, "/vsi"))
        err->status = GM_ERR_NOT_FOUND;
    return err ? err->status : status;
}

static gm_status fail_layers(const struct reader *reader, const char *wish,
                             gm_error *err)
{
    char list[200] = "";
    size_t used = 0;
    const int count = GDALDatasetGetLayerCount(reader->dataset);
    for (int i = 0; i < count && used < sizeof list; i++)
        used += (size_t)snprintf(
            list + used, sizeof list - used, "%s%s", i ? ", " : "",
            OGR_L_GetName(GDALDatasetGetLayer(reader->dataset, i)));
    return gmi_layer_fail(err, GM_ERR_ARGUMENT, "'%.100s' %s: it has %s",
                          reader->path, wish, count ? list : "none");
}

static gm_status choose_layer(struct reader *reader, const char *name,
                              gm_error *err)
{
    if (name)
        reader->layer = GDALDatasetGetLayerByName(reader->dataset, name);
    else if (GDALDatasetGetLayerCount(reader->dataset) == 1)
        reader->layer = GDALDatasetGetLayer(reader->dataset, 0);
    if (reader->layer)
        return GM_OK;
    char wish[64] = "needs one of its layers named";
    if (name)
        snprintf(wish, sizeof wish, "has no layer '%.40s'", name);
    return fail_layers(reader, wish, err);
}

/* Whether the layer's coordinates come in another order than x, y. */
static bool is_swapped(OGRSpatialReferenceH osr)
{
    OGRSpatialReferenceH usual = OSRClone(osr);
    if (!usual)
        return false;
    OSRSetAxisMappingStrategy(usual, OAMS_TRADITIONAL_GIS_ORDER);
    int count = 0, usual_count = 0;
    const int *axes = OSRGetDataAxisToSRSAxisMapping(osr, &count);
    const int *usual_axes =
        OSRGetDataAxisToSRSAxisMapping(usual, &usual_count);
    const bool result = axes && usual_axes && count >= 2 &&
                        usual_count >= 2 && axes[0] != usual_axes[0];
    OSRRelease(usual);
    return result;
}

/* A layer without a CRS is taken for WGS 84, as most such are. */
static gm_status find_crs(struct reader *reader, gm_error *err)
{
    OGRSpatialReferenceH osr = OGR_L_GetSpatialRef(reader->layer);
    if (!osr)
        return GM_OK;
    reader->source.is_swapped = is_swapped(osr);
    const char *code = OSRGetAuthorityCode(osr, NULL);
    if (code && strcmp(code, "4326") == 0)
        return GM_OK;
    const char *const options[] = {"FORMAT=WKT2_2019", NULL};
    char *wkt = NULL;
    gm_status status = GM_OK;
    if (OSRExportToWktEx(osr, &wkt, options) == OGRERR_NONE && wkt)
        status = gmi_crs_init(&reader->source.crs, wkt, err);
    CPLFree(wkt);
    return status;
}

static gm_status open_layer(struct reader *reader, const char *layer_name,
                            const char *const *columns, size_t column_count,
                            gm_error *err)
{
    gm_status status = choose_layer(reader, layer_name, err);
    if (!status)
        status = find_crs(reader, err);
    if (!status)
        status = gmi_attributes_init(&reader->attributes, reader->layer,
                                     columns, column_count, err);
    if (status)
        return status;
    reader->has_geometry = OGR_L_GetGeomType(reader->layer) != wkbNone;
    const struct gmi_attributes *attributes = &reader->attributes;
    if (!reader->has_geometry &&
        (attributes->columns[GMI_ATTRIBUTE_LONGITUDE] < 0 ||
         attributes->columns[GMI_ATTRIBUTE_LATITUDE] < 0))
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "'%s' has neither shapes nor columns "
                              "'longitude' and 'latitude'", reader->path);
    return GM_OK;
}

/* ---- Features ----------------------------------------------------------- */

static gm_status measure(const struct reader *reader, OGRFeatureH feature,
                         struct gmi_shape *shape, gm_error *err)
{
    const struct gmi_attributes *attributes = &reader->attributes;
    if (reader->has_geometry) {
        OGRGeometryH geometry = OGR_F_StealGeometry(feature);
        if (geometry)
            return gmi_shape_measure(geometry, &reader->source, shape, err);
        return gmi_layer_fail(err, GM_ERR_SYNTAX, "it has no geometry");
    }
    *shape = (struct gmi_shape){
        .longitude = gmi_attribute_number(attributes,
                                          GMI_ATTRIBUTE_LONGITUDE, feature),
        .latitude = gmi_attribute_number(attributes, GMI_ATTRIBUTE_LATITUDE,
                                         feature)};
    if (isfinite(shape->longitude) && isfinite(shape->latitude))
        return GM_OK;
    return gmi_layer_fail(err, GM_ERR_SYNTAX,
                          "it has no longitude and latitude");
}

/* Texts of a place; GDAL lends one of a feature only until the next. */
struct texts {
    char id[80];
    char name[512];
    char feature[GMI_FEATURE_CODE_SIZE];
    char country[4];
    char admin1[32], admin2[32];
    char parent[GM_ID_SIZE];
};

static void copy_text(const struct reader *reader, OGRFeatureH feature,
                      enum gmi_attribute attribute, char *out, size_t size)
{
    const char *text =
        gmi_attribute_text(&reader->attributes, attribute, feature);
    snprintf(out, size, "%s", text ? text : "");
}

/* Two letters, or nothing: a code of another kind is no fault of the row. */
static void tidy_country(char *country)
{
    const bool is_code = strlen(country) == 2 &&
                         isalpha((unsigned char)country[0]) &&
                         isalpha((unsigned char)country[1]);
    for (size_t i = 0; country[i]; i++)
        country[i] = is_code ? (char)toupper((unsigned char)country[i]) : '\0';
}

static void copy_texts(const struct reader *reader, OGRFeatureH feature,
                       struct texts *out)
{
#define COPY(attribute, member)                                               \
    copy_text(reader, feature, attribute, out->member, sizeof out->member)
    COPY(GMI_ATTRIBUTE_ID, id);
    COPY(GMI_ATTRIBUTE_NAME, name);
    COPY(GMI_ATTRIBUTE_COUNTRY, country);
    COPY(GMI_ATTRIBUTE_ADMIN1, admin1);
    COPY(GMI_ATTRIBUTE_ADMIN2, admin2);
    COPY(GMI_ATTRIBUTE_PARENT, parent);
#undef COPY
    if (!out->id[0])
        snprintf(out->id, sizeof out->id, "%lld",
                 (long long)OGR_F_GetFID(feature));
    tidy_country(out->country);
    char word[64], letter[8], code[GMI_FEATURE_CODE_SIZE];
    copy_text(reader, feature, GMI_ATTRIBUTE_FEATURE, word, sizeof word);
    copy_text(reader, feature, GMI_ATTRIBUTE_CLASS, letter, sizeof letter);
    const char *found = gmi_feature_code(word, letter, code);
    snprintf(out->feature, sizeof out->feature, "%s", found ? found : "");
}

static gm_status add_names(const struct reader *reader, OGRFeatureH feature,
                           gm_error *err)
{
    const struct gmi_attributes *attributes = &reader->attributes;
    for (size_t i = 0; i < attributes->name_count; i++) {
        const struct gmi_name_column *column = &attributes->names[i];
        if (!OGR_F_IsFieldSetAndNotNull(feature, column->index))
            continue;
        const gm_status status = gmi_name_column_add(
            column, OGR_F_GetFieldAsString(feature, column->index),
            reader->builder, err);
        if (status)
            return status;
    }
    return GM_OK;
}

static gm_status add_feature(const struct reader *reader, OGRFeatureH feature,
                             gm_error *err)
{
    const struct gmi_attributes *attributes = &reader->attributes;
    struct gmi_shape shape;
    gm_status status = measure(reader, feature, &shape, err);
    if (status)
        return status;
    struct texts texts;
    copy_texts(reader, feature, &texts);
    if (!texts.name[0])
        return gmi_layer_fail(err, GM_ERR_SYNTAX, "it has no name");
    const double population = gmi_attribute_number(
        attributes, GMI_ATTRIBUTE_POPULATION, feature);
    const double radius_km =
        gmi_attribute_number(attributes, GMI_ATTRIBUTE_RADIUS, feature);
    const gm_build_place place = {
        .id = texts.id,
        .name = texts.name,
        .feature = texts.feature,
        .country = texts.country,
        .admin1 = texts.admin1,
        .admin2 = texts.admin2,
        .parent = texts.parent,
        .longitude = shape.longitude,
        .latitude = shape.latitude,
        .radius_km = radius_km > 0 ? radius_km : shape.radius_km,
        /* Natural Earth has -99 for "not known". */
        .population = population > 0 && population < 1e12
                          ? (uint64_t)population
                          : 0,
    };
    status = gm_builder_add_place(reader->builder, &place, err);
    return status ? status : add_names(reader, feature, err);
}

static bool is_of_the_feature(gm_status status)
{
    return status == GM_ERR_ARGUMENT || status == GM_ERR_UTF8 ||
           status == GM_ERR_SYNTAX || status == GM_ERR_NOT_FOUND;
}

static void tell_bad_feature(const struct reader *reader, OGRFeatureH feature,
                             uint64_t number, const gm_error *cause)
{
    gm_error why;
    gmi_layer_fail(&why, cause->status, "%.120s: feature %lld: %s",
                   reader->path, (long long)OGR_F_GetFID(feature),
                   cause->message);
    why.line = number;
    gm_builder_bad_line(reader->builder, &why);
}

/* One feature; a fault of its own is told and skipped. */
static gm_status read_feature(const struct reader *reader,
                              OGRFeatureH feature, uint64_t number,
                              struct gmi_gdal_call *call, gm_error *err)
{
    gm_error cause = {0};
    gm_status status = GM_OK;
    if (call->number != CPLE_None)
        status = gmi_layer_fail(&cause, GM_ERR_SYNTAX, "%s", call->message);
    else
        status = add_feature(reader, feature, &cause);
    gmi_gdal_forget(call); /* GEOS complains of shapes; we manage */
    if (is_of_the_feature(status)) {
        tell_bad_feature(reader, feature, number, &cause);
        return GM_OK;
    }
    if (status && err)
        *err = cause;
    return status;
}

static gm_status read_features(struct reader *reader,
                               struct gmi_gdal_call *call, gm_error *err)
{
    const GIntBig count = OGR_L_GetFeatureCount(reader->layer, FALSE);
    const uint64_t total = count > 0 ? (uint64_t)count : 0;
    uint64_t done = 0;
    gmi_gdal_forget(call);
    OGR_L_ResetReading(reader->layer);
    for (OGRFeatureH feature;
         (feature = OGR_L_GetNextFeature(reader->layer)) != NULL;) {
        gm_status status = read_feature(reader, feature, ++done, call, err);
        OGR_F_Destroy(feature);
        if (!status && done % PROGRESS_STEP == 0)
            status = gm_builder_progress(reader->builder, reader->path, done,
                                         done > total ? done : total, err);
        if (status)
            return status;
    }
    if (call->number != CPLE_None)
        return gmi_gdal_fail(call, "read", reader->path, NULL, err);
    return gm_builder_progress(reader->builder, reader->path, done, done, err);
}

gm_status gm_layer_read_places(gm_builder *builder, const char *path,
                               const char *layer_name,
                               const char *const *columns,
                               size_t column_count, gm_error *err)
{
    struct reader reader = {.builder = builder, .path = path};
    struct gmi_gdal_call call;
    gmi_gdal_enter(&call);
    gm_status status = open_dataset(&reader, &call, err);
    if (!status)
        status = open_layer(&reader, layer_name, columns, column_count, err);
    if (!status)
        status = read_features(&reader, &call, err);
    gmi_crs_release(&reader.source.crs);
    if (reader.dataset)
        GDALClose(reader.dataset);
    gmi_gdal_leave(&call);
    return status;
}
