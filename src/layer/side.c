/* SPDX-License-Identifier: MIT */
/* A layer that stands beside the mentions in the same file. */
#include "layer/side.h"

#include "layer/fail.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <math.h>

gm_status gmi_side_fail(const struct gmi_side_home *home, gm_error *err)
{
    const char *reason = CPLGetLastErrorMsg();
    return gmi_layer_fail(err, GM_ERR_IO, "cannot write '%s': %s", home->path,
                          *reason ? reason : "GDAL gives no reason");
}

gm_status gmi_side_sql(const struct gmi_side_home *home, const char *sql,
                       gm_error *err)
{
    CPLErrorReset();
    OGRLayerH result = GDALDatasetExecuteSQL(home->dataset, sql, NULL, NULL);
    if (result)
        GDALDatasetReleaseResultSet(home->dataset, result);
    return CPLGetLastErrorType() < CE_Failure ? GM_OK
                                              : gmi_side_fail(home, err);
}

/* ---- Making ------------------------------------------------------------- */

static OGRLayerH make(const struct gmi_side_home *home,
                      const struct gmi_side_plan *plan)
{
    OGRSpatialReferenceH osr =
        plan->geometry == wkbNone ? NULL : gmi_crs_to_osr(home->crs);
    char **options = CSLSetNameValue(NULL, "IDENTIFIER", plan->title);
    options = CSLSetNameValue(options, "DESCRIPTION", plan->description);
    OGRLayerH layer = GDALDatasetCreateLayer(home->dataset, plan->name, osr,
                                             plan->geometry, options);
    CSLDestroy(options);
    if (osr)
        OSRRelease(osr);
    return layer;
}

static int find_or_make_field(OGRLayerH layer,
                              const struct gmi_side_field *field)
{
    const int found = OGR_L_FindFieldIndex(layer, field->name, TRUE);
    if (found >= 0)
        return found;
    OGRFieldDefnH definition = OGR_Fld_Create(field->name, field->type);
    OGR_L_CreateField(layer, definition, TRUE);
    OGR_Fld_Destroy(definition);
    return OGR_L_FindFieldIndex(layer, field->name, TRUE);
}

gm_status gmi_side_open(struct gmi_side *side,
                        const struct gmi_side_home *home,
                        const struct gmi_side_plan *plan, gm_error *err)
{
    *side = (struct gmi_side){.home = home};
    side->layer = GDALDatasetGetLayerByName(home->dataset, plan->name);
    if (!side->layer)
        side->layer = make(home, plan);
    if (!side->layer)
        return gmi_side_fail(home, err);
    for (size_t i = 0; i < plan->field_count; i++) {
        side->columns[i] = find_or_make_field(side->layer, &plan->fields[i]);
        if (side->columns[i] < 0)
            return gmi_side_fail(home, err);
    }
    side->feature = OGR_F_Create(OGR_L_GetLayerDefn(side->layer));
    return side->feature ? GM_OK : gmi_layer_fail_memory(err);
}

void gmi_side_release(struct gmi_side *side)
{
    OGR_F_Destroy(side->feature);
    gmi_text_release(&side->scratch);
    *side = (struct gmi_side){0};
}

/* ---- Rows --------------------------------------------------------------- */

gm_status gmi_side_set_text(struct gmi_side *side, size_t field,
                            const char *text, gm_error *err)
{
    static const struct gmi_text_limits none = {0};
    struct gmi_text_fate fate;
    if (!text) {
        OGR_F_SetFieldNull(side->feature, side->columns[field]);
        return GM_OK;
    }
    const char *fit = gmi_text_fit(&side->scratch, text, &none, &fate);
    if (!fit)
        return gmi_layer_fail_memory(err);
    OGR_F_SetFieldString(side->feature, side->columns[field], fit);
    return GM_OK;
}

void gmi_side_set_integer(struct gmi_side *side, size_t field, uint64_t value)
{
    OGR_F_SetFieldInteger64(side->feature, side->columns[field],
                            value > INT64_MAX ? INT64_MAX : (GIntBig)value);
}

void gmi_side_set_real(struct gmi_side *side, size_t field, double value,
                       int decimals)
{
    const double scale = pow(10, decimals);
    if (isfinite(value))
        OGR_F_SetFieldDouble(side->feature, side->columns[field],
                             round(value * scale) / scale);
    else
        OGR_F_SetFieldNull(side->feature, side->columns[field]);
}

void gmi_side_set_point(struct gmi_side *side, double longitude,
                        double latitude)
{
    double x = longitude, y = latitude;
    const bool has_point = fabs(x) <= 180 && fabs(y) <= 90 &&
                           gmi_crs_project(side->home->crs, &x, &y);
    OGRGeometryH point = has_point ? OGR_G_CreateGeometry(wkbPoint) : NULL;
    if (point)
        OGR_G_SetPoint_2D(point, 0, x, y);
    OGR_F_SetGeometryDirectly(side->feature, point);
}

gm_status gmi_side_add(struct gmi_side *side, gm_error *err)
{
    OGR_F_SetFID(side->feature, OGRNullFID);
    if (OGR_L_CreateFeature(side->layer, side->feature) != OGRERR_NONE)
        return gmi_side_fail(side->home, err);
    OGR_F_SetGeometryDirectly(side->feature, NULL);
    return GM_OK;
}

gm_status gmi_side_clear(struct gmi_side *side, gm_error *err)
{
    const GIntBig count = OGR_L_GetFeatureCount(side->layer, TRUE);
    GIntBig *fids = CPLCalloc((size_t)count + 1, sizeof *fids);
    GIntBig used = 0;
    OGR_L_ResetReading(side->layer);
    for (OGRFeatureH row;
         used < count && (row = OGR_L_GetNextFeature(side->layer)) != NULL;) {
        fids[used++] = OGR_F_GetFID(row);
        OGR_F_Destroy(row);
    }
    OGR_L_ResetReading(side->layer);
    bool is_removed = true;
    for (GIntBig i = 0; i < used && is_removed; i++)
        is_removed = OGR_L_DeleteFeature(side->layer, fids[i]) == OGRERR_NONE;
    CPLFree(fids);
    return is_removed ? GM_OK : gmi_side_fail(side->home, err);
}
