/* SPDX-License-Identifier: MIT */
/* The style of a layer, by the names that its fields have there. */
#include "layer/layer_style.h"

#include "layer/fail.h"
#include "layer/path.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A layer, and the table by whose fields it was made; NULL: by no table. */
struct naming {
    const struct gmi_table *table;
    OGRLayerH layer;
};

static const char *name_of_column(const struct naming *naming, int index)
{
    return OGR_Fld_GetNameRef(
        OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(naming->layer), index));
}

/*
 * The name under which a reader sees a column of mentions: KML that one driver
 * wrote with "Description" another one reads with "description". It lives as
 * long as the field, which is longer than who asks for it.
 */
static const char *name_read(const struct naming *naming,
                             const gm_field *field, int index)
{
    const char *written = name_of_column(naming, index);
    const char *asked =
        gmi_trait_field_name(naming->table->trait, field->name);
    return EQUAL(written, asked) ? asked : written;
}

static const char *field_name(const void *context, const char *field)
{
    const struct naming *naming = context;
    const struct gmi_table *table = naming->table;
    for (size_t i = 0; table && i < table->column_count; i++) {
        const gm_field *known = gm_field_at(table->columns[i].field);
        if (known && table->columns[i].index >= 0 &&
            strcmp(known->name, field) == 0)
            return name_read(naming, known, table->columns[i].index);
    }
    const int index =
        table ? -1 : OGR_L_FindFieldIndex(naming->layer, field, TRUE);
    return index < 0 ? NULL : name_of_column(naming, index);
}

char *gmi_layer_style_text(const struct gmi_table *mentions, OGRLayerH layer,
                           gm_style_kind kind, uint64_t most)
{
    const struct naming naming = {
        kind == GM_STYLE_MENTIONS ? mentions : NULL, layer};
    const gm_style style = {kind, most, field_name, &naming};
    char *text = NULL, *result = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    if (!stream)
        return NULL;
    const gm_status status = gm_style_write(&style, stream, NULL);
    if (fclose(stream) == 0 && !status)
        result = VSIStrdup(text);
    free(text);
    return result;
}

/* ---- Beside a file ------------------------------------------------------ */

/* Where QGIS was seen to find a style by itself. */
static bool has_style_file(const gm_layer *layer)
{
    static const char *const drivers[] = {
        "CSV", "ESRI Shapefile", "FlatGeobuf", "GeoJSON", "GeoJSONSeq", "KML",
        "LIBKML", "MapInfo File", "SQLite"};
    static const char *const folders[] = {".shz", ".zip"};
    const char *dot = strrchr(gmi_path_name(layer->target.path), '.');
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (!dot || EQUAL(dot, folders[i]))
            return false;
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++)
        if (strcmp(drivers[i], layer->trait->driver) == 0)
            return true;
    return false;
}

static gm_status write_file(const char *path, const char *text, gm_error *err)
{
    errno = 0;
    FILE *file = fopen(path, "wb");
    bool is_written = file && fputs(text, file) >= 0;
    if (file)
        is_written = fclose(file) == 0 && is_written;
    return is_written ? GM_OK
                      : gmi_layer_fail_system(err, errno ? errno : EIO,
                                              "write", gmi_path_name(path));
}

/* The path, with the ending of styles in the place of its own. */
static char *style_path(const char *path)
{
    const char *name = gmi_path_name(path);
    const char *dot = strrchr(name, '.');
    const size_t length = dot && dot > name ? (size_t)(dot - path)
                                            : strlen(path);
    char *result = CPLMalloc(length + sizeof ".qml");
    memcpy(result, path, length);
    memcpy(result + length, ".qml", sizeof ".qml");
    return result;
}

/*
 * Whether a person's style is there already, and stays. With `overwrite` it
 * goes with the old parts of the layer.
 */
static bool is_styled(gm_layer *layer)
{
    char *path = style_path(layer->target.path);
    const bool exists = gmi_path_exists(path);
    const bool goes = exists && layer->options.overwrite;
    if (goes && CSLFindString(layer->target.old, path) < 0)
        layer->target.old = CSLAddString(layer->target.old, path);
    CPLFree(path);
    return exists && !goes;
}

gm_status gmi_layer_style_write(gm_layer *layer, gm_error *err)
{
    if (!layer->options.style || !layer->target.folder ||
        !has_style_file(layer) || is_styled(layer))
        return GM_OK;
    char *text = gmi_layer_style_text(&layer->table, layer->table.layer,
                                      GM_STYLE_MENTIONS, 0);
    char *parts =
        CPLStrdup(gmi_path_join(layer->target.folder, GMI_TARGET_PARTS));
    char *path =
        style_path(gmi_path_join(parts, gmi_path_name(layer->target.path)));
    CPLFree(parts);
    const gm_status status =
        text ? write_file(path, text, err) : gmi_layer_fail_memory(err);
    CPLFree(path);
    VSIFree(text);
    return status;
}
