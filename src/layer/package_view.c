/* SPDX-License-Identifier: MIT */
/* What a project shows at first: how the earth is drawn, and which part. */
#include "layer/package_view.h"

#include <math.h>

static const char mercator[] = "EPSG:3857";
static const char equal_earth[] = "EPSG:8857";

/* Where Mercator is still a map, and where it ends for everybody's tiles. */
static const double MERCATOR_GOOD = 75, MERCATOR_END = 85.05;

/* With room around it. */
static void widen(OGREnvelope *box, double degree)
{
    const double width = box->MaxX - box->MinX;
    const double height = box->MaxY - box->MinY;
    const double room = 0.08 * (width > height ? width : height) + degree / 4;
    box->MinX -= room;
    box->MaxX += room;
    box->MinY -= room;
    box->MaxY += room;
}

/* The box of all places, or of the earth where there are none. */
static void find_box(OGRLayerH places, double degree, OGREnvelope *box)
{
    if (OGR_L_GetFeatureCount(places, TRUE) == 0 ||
        OGR_L_GetExtent(places, box, TRUE) != OGRERR_NONE)
        *box = (OGREnvelope){-180 * degree, 180 * degree, -90 * degree,
                             90 * degree};
}

static void clip(OGREnvelope *box, double latitude)
{
    box->MinX = fmax(box->MinX, -180);
    box->MaxX = fmin(box->MaxX, 180);
    box->MinY = fmax(box->MinY, -latitude);
    box->MaxY = fmin(box->MaxY, latitude);
}

/* The box around what a box of degrees becomes: its sides may be bent. */
static bool project_box(const struct gmi_crs *crs, OGREnvelope *box)
{
    enum { STEPS = 16 };
    OGREnvelope out = {INFINITY, -INFINITY, INFINITY, -INFINITY};
    for (int i = 0; i <= STEPS; i++) {
        for (int j = 0; j <= STEPS; j++) {
            double x = box->MinX + (box->MaxX - box->MinX) * i / STEPS;
            double y = box->MinY + (box->MaxY - box->MinY) * j / STEPS;
            if (!gmi_crs_project(crs, &x, &y))
                continue;
            out.MinX = fmin(out.MinX, x);
            out.MaxX = fmax(out.MaxX, x);
            out.MinY = fmin(out.MinY, y);
            out.MaxY = fmax(out.MaxY, y);
        }
    }
    if (!(out.MinX < out.MaxX && out.MinY < out.MaxY))
        return false;
    *box = out;
    return true;
}

/* Shows a box of degrees in one projection or the other. */
static void project(struct gmi_view *view)
{
    const bool is_mercator = view->box.MinY >= -MERCATOR_GOOD &&
                             view->box.MaxY <= MERCATOR_GOOD;
    struct gmi_crs crs = {0};
    OGREnvelope box = view->box;
    widen(&box, 1);
    clip(&box, is_mercator ? MERCATOR_END : 90);
    if (gmi_crs_init(&crs, is_mercator ? mercator : equal_earth, NULL))
        return;
    if (project_box(&crs, &box)) {
        view->osr = gmi_crs_to_osr(&crs);
        view->box = box;
    }
    gmi_crs_release(&crs);
}

void gmi_view_init(struct gmi_view *view,
                   const struct gmi_companions *companions)
{
    OGRLayerH places = companions->places.layer;
    OGRSpatialReferenceH own = OGR_L_GetSpatialRef(places);
    const double degree = own && OSRIsGeographic(own) ? 1 : 100000;
    *view = (struct gmi_view){0};
    find_box(places, degree, &view->box);
    if (gmi_crs_is_wgs84(companions->home.crs))
        project(view);
    if (view->osr)
        return;
    widen(&view->box, degree);
    if (own)
        view->osr = OSRClone(own);
}

void gmi_view_release(struct gmi_view *view)
{
    if (view->osr)
        OSRRelease(view->osr);
    *view = (struct gmi_view){0};
}
