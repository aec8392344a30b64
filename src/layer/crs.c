/* SPDX-License-Identifier: MIT */
/* Coordinate reference systems: of layers written and layers read. */
#include "layer/crs.h"

#include "layer/fail.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* WKT of the longest compound systems has some 10 kB. */
enum { DEFINITION_MAX = 256 * 1024 };

/* What people write for the system that needs no PROJ: 30 ms are saved. */
static const char *const names_of_wgs84[] = {
    "EPSG:4326", "OGC:CRS84", "CRS84", "CRS:84", "WGS84", "WGS 84",
};

static bool is_name_of_wgs84(const char *definition)
{
    const size_t count = sizeof names_of_wgs84 / sizeof *names_of_wgs84;
    for (size_t i = 0; i < count; i++)
        if (EQUAL(definition, names_of_wgs84[i]))
            return true;
    return false;
}

/* PROJ tells the cause to its log only: the last line is the nearest. */
static void on_log(void *data, int level, const char *message)
{
    char *reason = data;
    (void)level;
    if (!reason)
        return; /* not while a system is being made */
    const char *text = strstr(message, ": ");
    snprintf(reason, 200, "%s", text ? text + 2 : message);
}

/* The content of a file named instead of a definition; NULL: not a file. */
static char *read_definition(const char *path)
{
    const char *ending = CPLGetExtension(path);
    if (!EQUAL(ending, "prj") && !EQUAL(ending, "wkt"))
        return NULL;
    GByte *text = NULL;
    if (!VSIIngestFile(NULL, path, &text, NULL, DEFINITION_MAX))
        return NULL;
    return (char *)text;
}

static PJ *create_system(PJ_CONTEXT *context, const char *definition)
{
    /* Without the type, PROJ takes "+proj=..." for an operation. */
    const bool needs_type = strstr(definition, "+proj=") &&
                            !strstr(definition, "type=crs") &&
                            definition[0] == '+';
    if (!needs_type)
        return proj_create(context, definition);
    const size_t size = strlen(definition) + sizeof " +type=crs";
    char *with_type = VSIMalloc(size);
    if (!with_type)
        return NULL;
    snprintf(with_type, size, "%s +type=crs", definition);
    PJ *system = proj_create(context, with_type);
    VSIFree(with_type);
    return system;
}

/* The operation from WGS 84, or NULL where none is needed or known. */
static PJ *create_transform(PJ_CONTEXT *context, const PJ *wgs84,
                            const PJ *system)
{
    PJ *raw = proj_create_crs_to_crs_from_pj(context, wgs84, system, NULL,
                                             NULL);
    if (!raw)
        return NULL;
    PJ *normal = proj_normalize_for_visualization(context, raw);
    proj_destroy(raw);
    return normal;
}

static gm_status init_system(struct gmi_crs *crs, const char *definition,
                             gm_error *err)
{
    char reason[200] = "";
    proj_log_func(crs->context, reason, on_log);
    PJ *wgs84 = NULL;
    gm_status status = GM_OK;
    crs->system = create_system(crs->context, definition);
    if (crs->system && !proj_is_crs(crs->system))
        snprintf(reason, sizeof reason, "it is not a coordinate reference system");
    else if (crs->system)
        wgs84 = proj_create(crs->context, "EPSG:4326");
    if (wgs84 && !proj_is_equivalent_to_with_ctx(
                     crs->context, wgs84, crs->system,
                     PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS)) {
        crs->transform = create_transform(crs->context, wgs84, crs->system);
        if (!crs->transform)
            snprintf(reason, sizeof reason, "no way leads there from WGS 84");
    }
    if (!wgs84 || reason[0])
        status = gmi_layer_fail(err, GM_ERR_ARGUMENT, "bad CRS '%.120s': %s",
                                definition,
                                reason[0] ? reason : "PROJ gives no reason");
    proj_destroy(wgs84);
    proj_log_func(crs->context, NULL, NULL);
    return status;
}

gm_status gmi_crs_init(struct gmi_crs *crs, const char *definition,
                       gm_error *err)
{
    *crs = (struct gmi_crs){0};
    if (!definition || is_name_of_wgs84(definition))
        return GM_OK;
    crs->context = proj_context_create();
    if (!crs->context)
        return gmi_layer_fail_memory(err);
    proj_context_set_enable_network(crs->context, 0);
    char *content = read_definition(definition);
    const gm_status status =
        init_system(crs, content ? content : definition, err);
    VSIFree(content);
    if (status)
        gmi_crs_release(crs);
    return status;
}

void gmi_crs_release(struct gmi_crs *crs)
{
    proj_destroy(crs->transform);
    proj_destroy(crs->system);
    if (crs->context) /* NULL would be PROJ's default context */
        proj_context_destroy(crs->context);
    *crs = (struct gmi_crs){0};
}

bool gmi_crs_is_wgs84(const struct gmi_crs *crs)
{
    return !crs->transform;
}

static bool move(const struct gmi_crs *crs, PJ_DIRECTION direction, double *x,
                 double *y)
{
    if (!crs->transform)
        return true;
    proj_errno_reset(crs->transform);
    const PJ_COORD to =
        proj_trans(crs->transform, direction, proj_coord(*x, *y, 0, HUGE_VAL));
    if (!isfinite(to.xy.x) || !isfinite(to.xy.y))
        return false;
    *x = to.xy.x;
    *y = to.xy.y;
    return true;
}

bool gmi_crs_project(const struct gmi_crs *crs, double *x, double *y)
{
    return move(crs, PJ_FWD, x, y);
}

bool gmi_crs_unproject(const struct gmi_crs *crs, double *x, double *y)
{
    return move(crs, PJ_INV, x, y);
}

OGRSpatialReferenceH gmi_crs_to_osr(const struct gmi_crs *crs)
{
    OGRSpatialReferenceH osr = OSRNewSpatialReference(NULL);
    if (!osr)
        return NULL;
    OGRErr result;
    if (!crs->system) {
        result = OSRImportFromEPSG(osr, 4326);
    } else {
        const char *wkt =
            proj_as_wkt(crs->context, crs->system, PJ_WKT2_2019, NULL);
        result = wkt ? OSRSetFromUserInput(osr, wkt) : OGRERR_FAILURE;
    }
    if (result != OGRERR_NONE) {
        OSRRelease(osr);
        return NULL;
    }
    OSRSetAxisMappingStrategy(osr, OAMS_TRADITIONAL_GIS_ORDER);
    return osr;
}
