/* SPDX-License-Identifier: MIT */
/* A layer being written: open, add, commit or discard. */
#include "layer/state.h"

#include "layer/companions.h"
#include "layer/driver.h"
#include "layer/fail.h"
#include "layer/layer_style.h"
#include "layer/option.h"
#include "layer/path.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <string.h>

void gm_layer_options_init(gm_layer_options *options)
{
    *options = (gm_layer_options){.style = true};
}

/* ---- Opening ----------------------------------------------------------- */

/* GeoJSON of before 2016 may have a CRS; who asks for it gets it. */
static bool holds_wgs84_only(const gm_layer *layer)
{
    if (!gmi_trait_has(layer->trait, GMI_TRAIT_WGS84))
        return false;
    for (size_t i = 0; i < layer->options.layer_option_count; i++)
        if (EQUAL(layer->options.layer_options[i], "RFC7946=NO"))
            return false;
    return true;
}

static gm_status check_wish(const gm_layer_options *options,
                            enum gmi_wish *wish, gm_error *err)
{
    if (options->overwrite && options->append)
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "an output is either replaced or added to");
    *wish = options->overwrite ? GMI_WISH_OVERWRITE
            : options->append  ? GMI_WISH_APPEND
                               : GMI_WISH_NEW;
    return GM_OK;
}

/* All that can be known without touching the path. */
static gm_status check(gm_layer *layer, const char *path, gm_error *err)
{
    const gm_layer_options *options = &layer->options;
    gm_status status =
        gmi_driver_find(options->driver, path, &layer->driver, err);
    if (status)
        return status;
    if (options->append && gmi_path_exists(path))
        layer->driver = gmi_driver_for_update(layer->driver);
    const char *driver_name = GDALGetDriverShortName(layer->driver);
    layer->trait = gmi_trait_of(driver_name);
    const struct gmi_options of_layer = {options->layer_options,
                                         options->layer_option_count};
    const struct gmi_options of_dataset = {options->dataset_options,
                                           options->dataset_option_count};
    status = gmi_option_check(layer->driver, GMI_OPTION_LAYER, of_layer, err);
    if (!status)
        status = gmi_option_check(layer->driver, GMI_OPTION_DATASET,
                                  of_dataset, err);
    if (!status)
        status = gmi_crs_init(&layer->crs, options->crs, err);
    if (status)
        return status;
    if (!gmi_crs_is_wgs84(&layer->crs) && holds_wgs84_only(layer))
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "bad CRS '%.120s': %s holds WGS 84 only",
                              options->crs, driver_name);
    layer->table.trait = layer->trait;
    layer->table.crs = &layer->crs;
    layer->table.write = &layer->write;
    layer->table.report = &layer->report;
    return gmi_table_choose(&layer->table, err);
}

static gm_status open_layer(gm_layer *layer, const char *path,
                            struct gmi_gdal_call *call, gm_error *err)
{
    enum gmi_wish wish = GMI_WISH_NEW;
    gm_status status = check_wish(&layer->options, &wish, err);
    if (!status)
        status = check(layer, path, err);
    if (!status)
        status =
            gmi_target_init(&layer->target, path, layer->driver, wish, err);
    if (status)
        return status;
    gmi_layer_settings(layer);
    gmi_gdal_forget(call);
    return gmi_layer_create(layer, call, err);
}

gm_status gm_layer_open(const char *path, const gm_gazetteer *gazetteer,
                        const gm_layer_options *options, gm_layer **out,
                        gm_error *err)
{
    gm_layer *layer = VSICalloc(1, sizeof *layer);
    if (!layer)
        return gmi_layer_fail_memory(err);
    gm_layer_options_init(&layer->options);
    if (options)
        layer->options = *options;
    gm_write_options_init(&layer->write);
    if (layer->options.write)
        layer->write = *layer->options.write;
    layer->table.gazetteer = gazetteer;
    struct gmi_gdal_call call;
    gmi_gdal_enter(&call);
    const gm_status status = open_layer(layer, path, &call, err);
    gmi_gdal_leave(&call);
    if (status)
        gm_layer_discard(layer);
    else
        *out = layer;
    return status;
}

/* ---- Adding ------------------------------------------------------------ */

static gm_status add_document(gm_layer *layer, const gm_document *doc,
                              struct gmi_gdal_call *call, gm_error *err)
{
    const size_t count = gm_document_mention_count(doc);
    for (size_t i = 0; i < count; i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        if (!gm_write_options_take(&layer->write, mention))
            continue;
        bool is_refused;
        const gm_status status =
            gmi_table_add(&layer->table, doc, mention, &is_refused, err);
        if (status)
            return status;
        if (is_refused)
            return gmi_gdal_fail(call, "write", layer->target.path,
                                 layer->target.working, err);
    }
    return layer->companions ? gmi_companions_add(layer->companions, doc, err)
                             : GM_OK;
}

gm_status gm_layer_add(gm_layer *layer, const gm_document *doc, gm_error *err)
{
    struct gmi_gdal_call call;
    gmi_gdal_enter(&call);
    gm_status status = add_document(layer, doc, &call, err);
    /* The system's reason is better than what GDAL makes of it. */
    gm_error cause;
    if (gmi_target_check(&layer->target, &cause)) {
        status = cause.status;
        if (err)
            *err = cause;
    }
    gmi_gdal_leave(&call);
    layer->is_broken = layer->is_broken || status != GM_OK;
    return status;
}

/* ---- Ending ------------------------------------------------------------ */

static void close_dataset(gm_layer *layer)
{
    gmi_companions_free(layer->companions);
    layer->companions = NULL;
    gmi_table_release(&layer->table);
    if (layer->dataset)
        GDALClose(layer->dataset);
    layer->dataset = NULL;
}

static gm_status commit(gm_layer *layer, struct gmi_gdal_call *call,
                        gm_error *err)
{
    gm_status status = gmi_layer_style_write(layer, err);
    if (!status && layer->companions)
        status = gmi_companions_finish(layer->companions, err);
    if (status)
        return status;
    OGRErr result = OGRERR_NONE;
    if (layer->has_transaction)
        result = GDALDatasetCommitTransaction(layer->dataset);
    layer->has_transaction = false;
    if (result != OGRERR_NONE) {
        /* It is rolled back, but GDAL doesn't know: only when it does so
           itself does it forget how many rows there would have been. */
        layer->has_transaction = GDALDatasetStartTransaction(
                                     layer->dataset, FALSE) == OGRERR_NONE;
        return gmi_gdal_fail(call, "write", layer->target.path,
                             layer->target.working, err);
    }
    /* Much is written only now, and closing returns nothing. */
    close_dataset(layer);
    status = gmi_target_check(&layer->target, err);
    if (status)
        return status;
    if (call->number != CPLE_None)
        return gmi_gdal_fail(call, "write", layer->target.path,
                             layer->target.working, err);
    return gmi_target_commit(&layer->target, err);
}

gm_status gm_layer_commit(gm_layer *layer, gm_error *err)
{
    gm_status status;
    struct gmi_gdal_call call;
    gmi_gdal_enter(&call);
    gmi_layer_settings(layer);
    if (layer->is_broken)
        status = gmi_layer_fail(err, GM_ERR_IO,
                                "cannot write '%s': a row failed before",
                                layer->target.path);
    else
        status = commit(layer, &call, err);
    gmi_gdal_leave(&call);
    gm_layer_discard(layer);
    return status;
}

/* A file in one of GDAL's own file systems that was begun by this layer. */
static bool is_begun_remotely(const gm_layer *layer)
{
    const struct gmi_target *target = &layer->target;
    return layer->dataset && target->working && !target->folder &&
           !target->is_update && STARTS_WITH(target->path, "/vsi") &&
           !STARTS_WITH(target->path, "/vsistdout");
}

/*
 * Takes back what was done. GDAL goes on to write its own counts into a
 * database when it is closed, those of the rows that are no more: SQLite is
 * told to refuse.
 */
static void roll_back(gm_layer *layer)
{
    GDALDatasetRollbackTransaction(layer->dataset);
    if (!layer->target.is_update || !gmi_trait_has(layer->trait,
                                                   GMI_TRAIT_OWN_FILES))
        return;
    OGRLayerH result = GDALDatasetExecuteSQL(
        layer->dataset, "PRAGMA query_only = 1", NULL, NULL);
    if (result)
        GDALDatasetReleaseResultSet(layer->dataset, result);
}

void gm_layer_discard(gm_layer *layer)
{
    if (!layer)
        return;
    struct gmi_gdal_call call;
    gmi_gdal_enter(&call);
    if (layer->dataset && layer->has_transaction)
        roll_back(layer);
    const bool removes = is_begun_remotely(layer);
    close_dataset(layer);
    if (removes)
        GDALDeleteDataset(layer->driver, layer->target.working);
    gmi_target_release(&layer->target);
    gmi_crs_release(&layer->crs);
    gmi_gdal_leave(&call);
    VSIFree(layer);
}

void gm_layer_report_get(const gm_layer *layer, gm_layer_report *out)
{
    *out = layer->report;
}
