/* SPDX-License-Identifier: MIT */
/* The fields of a layer of mentions: chosen, found or made. */
#include "layer/fail.h"
#include "layer/nearest.h"
#include "layer/table.h"

#include <cpl_error.h>
#include <cpl_string.h>
#include <math.h>
#include <string.h>

/*
 * Bytes that a column of a dBASE file starts with: room for nearly all values,
 * since the file grows by the width for every row. GDAL widens a column when a
 * longer text comes, up to 254.
 */
static const struct {
    const char *name;
    int width;
} widths[] = {
    {"doc", 80},    {"mention", 60}, {"use", 10},    {"name", 80},
    {"place", 40},  {"feature", 10}, {"country", 2}, {"admin1", 60},
    {"admin2", 60}, {"quote", 254},
};

static int width_of(const gm_field *field)
{
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
        if (strcmp(widths[i].name, field->name) == 0)
            return widths[i].width;
    /* Offsets are below 2^30, people below 10^12; a real has a sign and at
       most five digits before its point. */
    return field->type == GM_FIELD_INTEGER ? 12
           : field->type == GM_FIELD_REAL  ? field->decimals + 7
                                           : 80;
}

/* The candidates are no gm_field: they take the number after the last. */
static const gm_field candidates_field = {.name = "candidates",
                                          .type = GM_FIELD_TEXT};

static const gm_field *field_of(const struct gmi_layer_column *column)
{
    const gm_field *field = gm_field_at(column->field);
    return field ? field : &candidates_field;
}

/* Under which name the format has it; NULL: not at all. */
static const char *name_in(const struct gmi_trait *trait,
                           const gm_field *field)
{
    if (gmi_trait_has(trait, GMI_TRAIT_DBASE))
        return field->short_name;
    return gmi_trait_field_name(trait, field->name);
}

static void choose(struct gmi_table *table, size_t index)
{
    struct gmi_layer_column column = {.field = index, .index = -1};
    const gm_field *field = field_of(&column);
    if (!name_in(table->trait, field) || table->column_count == GMI_LAYER_COLUMNS_MAX)
        return;
    const int decimals = field->is_degrees && table->write->precision >= 0
                             ? table->write->precision
                             : field->decimals;
    column.scale = pow(10, decimals);
    table->columns[table->column_count++] = column;
}

static bool is_chosen(const struct gmi_table *table, size_t index)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].field == index)
            return true;
    return false;
}

/* The number of the field of that name; more than that of the candidates when
   there is none, with the nearest. */
static size_t find_field(const char *name, struct gmi_nearest *nearest)
{
    const size_t count = gm_field_count();
    size_t i = 0;
    for (; i <= count; i++) {
        const struct gmi_layer_column column = {.field = i};
        if (strcmp(name, field_of(&column)->name) == 0)
            break;
        gmi_nearest_offer(nearest, field_of(&column)->name);
    }
    return i;
}

static gm_status choose_named(struct gmi_table *table, const char *name,
                              gm_error *err)
{
    /* In tables, one word for the pair. */
    if (strcmp(name, "coords") == 0) {
        const gm_status status = choose_named(table, "longitude", err);
        return status ? status : choose_named(table, "latitude", err);
    }
    struct gmi_nearest nearest;
    gmi_nearest_init(&nearest, name);
    const size_t index = find_field(name, &nearest);
    if (index > gm_field_count())
        return gmi_layer_fail(err, GM_ERR_ARGUMENT, "unknown field '%s'%s",
                              name, gmi_nearest_hint(&nearest));
    if (is_chosen(table, index))
        return gmi_layer_fail(err, GM_ERR_ARGUMENT, "repeated field '%s'",
                              name);
    choose(table, index);
    return GM_OK;
}

gm_status gmi_table_choose(struct gmi_table *table, gm_error *err)
{
    const gm_write_options *write = table->write;
    table->column_count = 0;
    table->limits.bytes = table->trait->text_bytes;
    table->limits.is_xml = gmi_trait_has(table->trait, GMI_TRAIT_XML);
    table->limits.is_cdata = gmi_trait_has(table->trait, GMI_TRAIT_CDATA);
    table->limits.unfit = table->trait->unfit;
    if (write->precision < -1 || write->precision > 15)
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "precision %d is not 0 to 15 decimals",
                              write->precision);
    for (size_t i = 0; write->fields && i < write->field_count; i++) {
        const gm_status status = choose_named(table, write->fields[i], err);
        if (status)
            return status;
    }
    if (write->fields)
        return GM_OK;
    for (size_t i = 0; i < gm_field_count(); i++)
        choose(table, i);
    if (write->candidates)
        choose(table, gm_field_count());
    return GM_OK;
}

/* Whether the driver has fields of that type; one that tells nothing has the
   oldest types (Geoconcept). */
static bool has_type(GDALDriverH driver, const char *type)
{
    const char *list =
        GDALGetMetadataItem(driver, GDAL_DMD_CREATIONFIELDDATATYPES, NULL);
    if (!list)
        list = "Integer Real String";
    char **types = CSLTokenizeString2(list, " ", 0);
    const bool result = CSLFindString(types, type) >= 0;
    CSLDestroy(types);
    return result;
}

/* Offsets fit 32 bits, as a text has at most 1 GiB; a population doesn't. */
static OGRFieldType type_for(GDALDriverH driver, const gm_field *field)
{
    const bool is_wide = strcmp(field->name, "population") == 0;
    if (field->type == GM_FIELD_TEXT)
        return OFTString;
    if (field->type == GM_FIELD_INTEGER && !is_wide)
        return OFTInteger;
    if (field->type == GM_FIELD_INTEGER && has_type(driver, "Integer64"))
        return OFTInteger64;
    return has_type(driver, "Real") ? OFTReal : OFTString;
}

static int create(struct gmi_table *table, OGRFieldType type,
                  const gm_field *field, const char *name)
{
    OGRFieldDefnH definition = OGR_Fld_Create(name, type);
    if (gmi_trait_has(table->trait, GMI_TRAIT_DBASE)) {
        OGR_Fld_SetWidth(definition, width_of(field));
        if (field->type == GM_FIELD_REAL)
            OGR_Fld_SetPrecision(definition, field->decimals);
    }
    const int before =
        OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(table->layer));
    const OGRErr result = OGR_L_CreateField(table->layer, definition, TRUE);
    OGR_Fld_Destroy(definition);
    const int after = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(table->layer));
    /* The format may have changed the name; it comes last all the same. */
    return result == OGRERR_NONE && after == before + 1 ? before : -1;
}

gm_status gmi_table_bind(struct gmi_table *table, GDALDriverH driver,
                         OGRLayerH layer, gm_error *err)
{
    table->layer = layer;
    for (size_t i = 0; i < table->column_count; i++) {
        struct gmi_layer_column *column = &table->columns[i];
        const gm_field *field = field_of(column);
        const char *name = name_in(table->trait, field);
        column->index = OGR_L_FindFieldIndex(layer, name, TRUE);
        if (column->index < 0)
            column->index = create(table, type_for(driver, field), field, name);
        /* A drawing (DXF) has no fields to make: it holds the points. */
        if (column->index < 0 &&
            OGR_L_TestCapability(layer, OLCCreateField))
            return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                                  "cannot make field '%s' in layer '%s': %s",
                                  name, OGR_L_GetName(layer),
                                  CPLGetLastErrorMsg());
        table->report->fieldless += column->index < 0;
    }
    table->feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    table->point = OGR_G_CreateGeometry(wkbPoint);
    return table->feature && table->point ? GM_OK
                                          : gmi_layer_fail_memory(err);
}
