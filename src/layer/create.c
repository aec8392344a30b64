/* SPDX-License-Identifier: MIT */
/* Opening a dataset and making the layer in it. */
#include "layer/companions.h"
#include "layer/driver.h"
#include "layer/fail.h"
#include "layer/state.h"
#include "layer/option.h"
#include "layer/path.h"

#include <cpl_string.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define DEFAULT_NAME GMI_LAYER_NAME

static const char *name_of(const gm_layer *layer)
{
    return layer->options.name ? layer->options.name : DEFAULT_NAME;
}

static gm_status fail(const gm_layer *layer, const struct gmi_gdal_call *call,
                      gm_error *err)
{
    return gmi_gdal_fail(call, "write", layer->target.path,
                         layer->target.working, err);
}

/* The driver's own options first, so that the user's replace them. */
static char **join_options(const char *const own[GMI_TRAIT_OPTIONS],
                           const char *const *given, size_t count)
{
    char **list = NULL;
    for (size_t i = 0; i < GMI_TRAIT_OPTIONS && own[i]; i++)
        list = CSLAddString(list, own[i]);
    for (size_t i = 0; i < count; i++) {
        char name[64]; /* as long as options are that were checked */
        const size_t length = strcspn(given[i], "=");
        snprintf(name, sizeof name, "%.*s", (int)length, given[i]);
        list = CSLSetNameValue(list, name, given[i] + length + 1);
    }
    return list;
}

static char **set_default(const gm_layer *layer, char **list,
                          const char *name, const char *value)
{
    if (gmi_option_is_known(layer->driver, GMI_OPTION_LAYER, name) &&
        !CSLFetchNameValue(list, name))
        list = CSLSetNameValue(list, name, value);
    return list;
}

/* What the layer is and where its places are from, for those who get it. */
static char **describe(const gm_layer *layer, char **list)
{
    char text[600];
    size_t used = (size_t)snprintf(text, sizeof text,
                                   "One row per mention of a place in a text, "
                                   "found by geomention %s.", gm_version());
    const gm_gazetteer *gazetteer = layer->table.gazetteer;
    for (size_t i = 0; i < gm_gazetteer_source_count(gazetteer); i++) {
        gm_source source;
        if (gm_gazetteer_source(gazetteer, i, &source) || !source.name ||
            !*source.name || used + 1 >= sizeof text)
            continue;
        used += (size_t)snprintf(text + used, sizeof text - used,
                                 "%s%s%s%s%s", i ? ", " : " Places: ",
                                 source.name,
                                 source.licence && *source.licence ? " (" : "",
                                 source.licence ? source.licence : "",
                                 source.licence && *source.licence ? ")" : "");
    }
    const bool is_default = strcmp(name_of(layer), DEFAULT_NAME) == 0;
    list = set_default(layer, list, "IDENTIFIER",
                       is_default ? "Mentions of places" : name_of(layer));
    return used < sizeof text ? set_default(layer, list, "DESCRIPTION", text)
                              : list;
}

/*
 * Equal input makes equal files where the user has fixed the date, as builds
 * that can be repeated do. GDAL reads the variable, as it reads all its
 * settings.
 */
static void fix_date(void)
{
    const char *epoch = CPLGetConfigOption("SOURCE_DATE_EPOCH", NULL);
    if (!epoch || CPLGetValueType(epoch) != CPL_VALUE_INTEGER)
        return;
    const time_t seconds = (time_t)CPLAtoGIntBig(epoch);
    struct tm date;
    char text[64];
    if (gmtime_r(&seconds, &date) &&
        strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S.000Z", &date))
        gmi_gdal_set("OGR_CURRENT_DATE", text);
}

void gmi_layer_settings(const gm_layer *layer)
{
    fix_date();
    /* A new database that fails is thrown away: it need not survive a loss of
       power before it is whole. */
    if (layer->target.folder) {
        gmi_gdal_set("OGR_SQLITE_SYNCHRONOUS", "OFF");
    }
}

static GDALDatasetH open_dataset(const gm_layer *layer)
{
    const char *const only[] = {GDALGetDriverShortName(layer->driver), NULL};
    return GDALOpenEx(layer->target.working,
                      GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR,
                      only, NULL, NULL);
}

static GDALDatasetH create_dataset(const gm_layer *layer)
{
    char **options = join_options(layer->trait->dataset_options,
                                  layer->options.dataset_options,
                                  layer->options.dataset_option_count);
    GDALDatasetH dataset = GDALCreate(layer->driver, layer->target.working, 0,
                                      0, 0, GDT_Unknown, options);
    CSLDestroy(options);
    return dataset;
}

/* Why an existing file could not be opened: is it the format or the file? */
static gm_status fail_update(const gm_layer *layer,
                             const struct gmi_gdal_call *call, gm_error *err)
{
    const char *const only[] = {GDALGetDriverShortName(layer->driver), NULL};
    GDALDatasetH dataset =
        GDALOpenEx(layer->target.working, GDAL_OF_VECTOR | GDAL_OF_READONLY,
                   only, NULL, NULL);
    if (!dataset)
        return fail(layer, call, err);
    GDALClose(dataset);
    return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                          "cannot add to '%s': GDAL cannot change a file of "
                          "format %s", layer->target.path, only[0]);
}

static gm_status get_dataset(gm_layer *layer, struct gmi_gdal_call *call,
                             gm_error *err)
{
    const bool is_server =
        gmi_driver_is_connection(layer->driver, layer->target.path);
    if (layer->target.is_update || is_server)
        layer->dataset = open_dataset(layer);
    /* A server may offer to make the database. */
    if (!layer->dataset && !layer->target.is_update)
        layer->dataset = create_dataset(layer);
    if (!layer->dataset)
        return layer->target.is_update ? fail_update(layer, call, err)
                                       : fail(layer, call, err);
    gmi_gdal_forget(call);
    if (!GDALDatasetTestCapability(layer->dataset, ODsCTransactions))
        return GM_OK;
    if (GDALDatasetStartTransaction(layer->dataset, FALSE) != OGRERR_NONE)
        return fail(layer, call, err);
    layer->has_transaction = true;
    return GM_OK;
}

static int find_layer(GDALDatasetH dataset, const char *name)
{
    const int count = GDALDatasetGetLayerCount(dataset);
    for (int i = 0; i < count; i++)
        if (EQUAL(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)), name))
            return i;
    return -1;
}

/* The layer that rows are added to: the one of that name, or the only one of
   a format that has no names. NULL: there is none yet. */
static OGRLayerH existing_layer(const gm_layer *layer)
{
    GDALDatasetH dataset = layer->dataset;
    if (!layer->target.is_update && GDALDatasetGetLayerCount(dataset) == 0)
        return NULL;
    OGRLayerH found = GDALDatasetGetLayerByName(dataset, name_of(layer));
    if (!found && layer->target.is_update &&
        GDALDatasetGetLayerCount(dataset) == 1 &&
        !gmi_driver_can(layer->driver, GDAL_DCAP_MULTIPLE_VECTOR_LAYERS) &&
        !gmi_path_is_folder(layer->target.path))
        found = GDALDatasetGetLayer(dataset, 0);
    return found;
}

static gm_status make_layer(gm_layer *layer, OGRLayerH *out,
                            struct gmi_gdal_call *call, gm_error *err)
{
    const bool has_points = !gmi_driver_can(layer->driver, GDAL_DCAP_NONSPATIAL);
    OGRSpatialReferenceH osr =
        has_points ? gmi_crs_to_osr(&layer->crs) : NULL;
    if (has_points && !osr)
        return fail(layer, call, err);
    char **options = describe(layer, join_options(layer->trait->layer_options,
                                                  layer->options.layer_options,
                                                  layer->options.layer_option_count));
    *out = GDALDatasetCreateLayer(layer->dataset, name_of(layer), osr,
                                  has_points ? wkbPoint : wkbNone, options);
    CSLDestroy(options);
    if (osr)
        OSRRelease(osr);
    return *out ? GM_OK : fail(layer, call, err);
}

/* In a server, the layer may be there although there is no file to see. */
static gm_status get_layer(gm_layer *layer, OGRLayerH *out,
                           struct gmi_gdal_call *call, gm_error *err)
{
    *out = existing_layer(layer);
    if (*out && layer->options.append) {
        if (OGR_L_TestCapability(*out, OLCSequentialWrite))
            return GM_OK;
        return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                              "cannot add to '%s': GDAL cannot change a file "
                              "of format %s", layer->target.path,
                              GDALGetDriverShortName(layer->driver));
    }
    if (*out && !layer->options.overwrite)
        return gmi_layer_fail(err, GM_ERR_EXISTS,
                              "layer '%s' exists in '%s': give -overwrite to "
                              "replace it, -append to add to it",
                              name_of(layer), layer->target.path);
    if (*out && GDALDatasetDeleteLayer(
                    layer->dataset,
                    find_layer(layer->dataset, name_of(layer))) != OGRERR_NONE)
        return fail(layer, call, err);
    return make_layer(layer, out, call, err);
}

gm_status gmi_layer_create(gm_layer *layer, struct gmi_gdal_call *call,
                           gm_error *err)
{
    OGRLayerH ogr_layer = NULL;
    gm_status status = get_dataset(layer, call, err);
    if (!status)
        status = get_layer(layer, &ogr_layer, call, err);
    if (!status)
        status = gmi_table_bind(&layer->table, layer->driver, ogr_layer, err);
    if (!status)
        status = gmi_companions_begin(layer, err);
    if (!status)
        status = gmi_target_check(&layer->target, err);
    return status;
}
