/* SPDX-License-Identifier: MIT */
/* The rows of a layer of mentions. */
#include "layer/table.h"

#include "layer/candidates.h"
#include "layer/fail.h"

#include <math.h>

void gmi_table_release(struct gmi_table *table)
{
    OGR_F_Destroy(table->feature);
    OGR_G_DestroyGeometry(table->point);
    gmi_text_release(&table->scratch);
    gmi_text_release(&table->candidates);
    *table = (struct gmi_table){0};
}

static gm_status set_text(struct gmi_table *table, int index,
                          const char *text, gm_error *err)
{
    struct gmi_text_fate fate;
    const char *fit =
        gmi_text_fit(&table->scratch, text, &table->limits, &fate);
    if (!fit)
        return gmi_layer_fail_memory(err);
    OGR_F_SetFieldString(table->feature, index, fit);
    table->report->shortened += fate.was_cut;
    table->report->changed += fate.was_changed;
    return GM_OK;
}

static gm_status set_field(struct gmi_table *table,
                           const struct gmi_layer_column *column,
                           const gm_record *record, gm_error *err)
{
    const gm_field *field = gm_field_at(column->field);
    if (!field) {
        const char *json =
            gmi_layer_candidates(&table->candidates, table->gazetteer,
                                 record->mention, table->write);
        return json ? set_text(table, column->index, json, err)
                    : gmi_layer_fail_memory(err);
    }
    const gm_value value = gm_field_value(column->field, record);
    OGRFeatureH feature = table->feature;
    if (value.is_null)
        OGR_F_SetFieldNull(feature, column->index);
    else if (field->type == GM_FIELD_TEXT)
        return set_text(table, column->index, value.text, err);
    else if (field->type == GM_FIELD_INTEGER)
        OGR_F_SetFieldInteger64(feature, column->index, value.integer);
    else
        OGR_F_SetFieldDouble(feature, column->index,
                             round(value.real * column->scale) /
                                 column->scale);
    return GM_OK;
}

/* Where the place is in the layer's system; false: nowhere. */
static bool locate(const struct gmi_table *table, const gm_record *record,
                   double *x, double *y)
{
    if (!record->has_point)
        return false;
    *x = record->place.longitude;
    *y = record->place.latitude;
    if (gmi_crs_project(table->crs, x, y))
        return true;
    table->report->unprojected++;
    return false;
}

/* The geometry changes hands between feature and table: no row makes one. */
static void set_point(struct gmi_table *table, bool has_point, double x,
                      double y)
{
    if (!table->point)
        table->point = OGR_F_StealGeometry(table->feature);
    if (!has_point)
        return;
    OGR_G_SetPoint_2D(table->point, 0, x, y);
    OGR_F_SetGeometryDirectly(table->feature, table->point);
    table->point = NULL;
}

static bool is_spatial(const struct gmi_table *table)
{
    return OGR_L_GetGeomType(table->layer) != wkbNone;
}

gm_status gmi_table_add(struct gmi_table *table, const gm_document *doc,
                        const gm_mention *mention, bool *is_refused,
                        gm_error *err)
{
    gm_record record;
    *is_refused = false;
    gm_status status =
        gm_record_init(table->gazetteer, doc, mention, &record, err);
    if (status)
        return status;
    double x = 0, y = 0;
    const bool has_point =
        is_spatial(table) && locate(table, &record, &x, &y);
    if (!has_point && gmi_trait_has(table->trait, GMI_TRAIT_NEEDS_POINT)) {
        table->report->left_out++;
        return GM_OK;
    }
    for (size_t i = 0; i < table->column_count && !status; i++)
        if (table->columns[i].index >= 0)
            status = set_field(table, &table->columns[i], &record, err);
    if (status)
        return status;
    if (is_spatial(table))
        set_point(table, has_point, x, y);
    OGR_F_SetFID(table->feature, OGRNullFID);
    *is_refused =
        OGR_L_CreateFeature(table->layer, table->feature) != OGRERR_NONE;
    table->report->rows += !*is_refused;
    return GM_OK;
}
