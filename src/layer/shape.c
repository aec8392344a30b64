/* SPDX-License-Identifier: MIT */
/* A geometry as the gazetteer knows places: a point, and how far it reaches. */
#include "layer/shape.h"

#include "layer/fail.h"

#include <math.h>

#define PI 3.14159265358979323846
#define RADIANS (PI / 180)

/* Mean radius of the earth, IUGG. */
static const double EARTH_KM = 6371.0088;

/* A line longer than this many degrees past the edge of the map is no place:
   data that crosses the antimeridian counts on to 360 or so. */
static const double LONGITUDE_MAX = 540;

/* ---- Coordinates -------------------------------------------------------- */

static bool move_points(OGRGeometryH line,
                        const struct gmi_shape_source *source)
{
    const int count = OGR_G_GetPointCount(line);
    for (int i = 0; i < count; i++) {
        double x = OGR_G_GetX(line, i), y = OGR_G_GetY(line, i);
        if (source->is_swapped) {
            const double first = x;
            x = y;
            y = first;
        }
        if (!gmi_crs_unproject(&source->crs, &x, &y) ||
            !(fabs(x) <= LONGITUDE_MAX && fabs(y) <= 90))
            return false;
        OGR_G_SetPoint_2D(line, i, x, y);
    }
    return true;
}

/* Brings all coordinates to degrees; false when one is not on earth. */
static bool move(OGRGeometryH geometry, const struct gmi_shape_source *source)
{
    const int count = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < count; i++)
        if (!move(OGR_G_GetGeometryRef(geometry, i), source))
            return false;
    return count ? true : move_points(geometry, source);
}

/* ---- Measures ----------------------------------------------------------- */

static double distance_km(double lon1, double lat1, double lon2, double lat2)
{
    const double dy = sin((lat2 - lat1) * RADIANS / 2);
    const double dx = sin((lon2 - lon1) * RADIANS / 2);
    const double h =
        dy * dy + cos(lat1 * RADIANS) * cos(lat2 * RADIANS) * dx * dx;
    return 2 * EARTH_KM * asin(sqrt(fmin(1, h)));
}

static double step_km(OGRGeometryH line, int i)
{
    return distance_km(OGR_G_GetX(line, i), OGR_G_GetY(line, i),
                       OGR_G_GetX(line, i + 1), OGR_G_GetY(line, i + 1));
}

static double length_km(OGRGeometryH line)
{
    double km = 0;
    for (int i = 0; i + 1 < OGR_G_GetPointCount(line); i++)
        km += step_km(line, i);
    return km;
}

/* On the sphere: Chamberlain and Duquette, Some algorithms for polygons on a
   sphere, JPL 2007, equation 3. */
static double ring_km2(OGRGeometryH ring)
{
    double sum = 0;
    for (int i = 0; i + 1 < OGR_G_GetPointCount(ring); i++) {
        const double turn = remainder(
            OGR_G_GetX(ring, i + 1) - OGR_G_GetX(ring, i), 360);
        sum += turn * RADIANS *
               (2 + sin(OGR_G_GetY(ring, i) * RADIANS) +
                sin(OGR_G_GetY(ring, i + 1) * RADIANS));
    }
    return fabs(sum) * EARTH_KM * EARTH_KM / 2;
}

static double area_km2(OGRGeometryH geometry)
{
    const int count = OGR_G_GetGeometryCount(geometry);
    const bool is_polygon =
        wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbPolygon;
    double km2 = 0;
    for (int i = 0; i < count; i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (!is_polygon)
            km2 += area_km2(part);
        else
            km2 += i ? -ring_km2(part) : ring_km2(part); /* holes follow */
    }
    return fmax(km2, 0);
}

/* The longest line in a geometry, NULL when it has none. */
static OGRGeometryH longest_line(OGRGeometryH geometry)
{
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) == wkbLineString)
        return geometry;
    OGRGeometryH longest = NULL;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++) {
        OGRGeometryH line =
            longest_line(OGR_G_GetGeometryRef(geometry, i));
        if (line && (!longest || length_km(line) > length_km(longest)))
            longest = line;
    }
    return longest;
}

/* ---- Points ------------------------------------------------------------- */

static bool take_point(OGRGeometryH point, struct gmi_shape *out)
{
    const bool is_point = point && !OGR_G_IsEmpty(point);
    if (is_point) {
        out->longitude = OGR_G_GetX(point, 0);
        out->latitude = OGR_G_GetY(point, 0);
    }
    OGR_G_DestroyGeometry(point);
    return is_point && isfinite(out->longitude) && isfinite(out->latitude);
}

/* The middle, unless it lies outside: then a point well inside. A shape that
   crosses itself may have neither. */
static bool locate_area(OGRGeometryH geometry, struct gmi_shape *out)
{
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    if (OGR_G_Centroid(geometry, point) == OGRERR_NONE &&
        !OGR_G_IsEmpty(point) && OGR_G_Contains(geometry, point))
        return take_point(point, out);
    OGRGeometryH inside = OGR_G_PointOnSurface(geometry);
    if (take_point(inside, out)) {
        OGR_G_DestroyGeometry(point);
        return true;
    }
    return take_point(point, out);
}

static void locate_line(OGRGeometryH line, double length, struct gmi_shape *out)
{
    double left = length / 2;
    int i = 0;
    while (i + 2 < OGR_G_GetPointCount(line) && left > step_km(line, i))
        left -= step_km(line, i++);
    const double step = step_km(line, i);
    const double part = step > 0 ? fmin(left / step, 1) : 0;
    const double x = OGR_G_GetX(line, i), y = OGR_G_GetY(line, i);
    out->longitude = x + part * (OGR_G_GetX(line, i + 1) - x);
    out->latitude = y + part * (OGR_G_GetY(line, i + 1) - y);
}

static bool locate_points(OGRGeometryH geometry, struct gmi_shape *out)
{
    OGREnvelope extent;
    OGR_G_GetEnvelope(geometry, &extent);
    out->longitude = (extent.MinX + extent.MaxX) / 2;
    out->latitude = (extent.MinY + extent.MaxY) / 2;
    out->radius_km = distance_km(extent.MinX, extent.MinY, extent.MaxX,
                                 extent.MaxY) / 2;
    return isfinite(out->longitude) && isfinite(out->latitude);
}

static bool measure(OGRGeometryH geometry, struct gmi_shape *out)
{
    const double km2 = area_km2(geometry);
    if (km2 > 0) {
        out->radius_km = sqrt(km2 / PI);
        return locate_area(geometry, out);
    }
    OGRGeometryH line = longest_line(geometry);
    if (!line || OGR_G_GetPointCount(line) < 2)
        return locate_points(geometry, out);
    const double km = length_km(line);
    out->radius_km = km / 2;
    locate_line(line, km, out);
    return true;
}

gm_status gmi_shape_measure(OGRGeometryH geometry,
                            const struct gmi_shape_source *source,
                            struct gmi_shape *out, gm_error *err)
{
    if (OGR_G_HasCurveGeometry(geometry, TRUE)) {
        OGRGeometryH linear = OGR_G_GetLinearGeometry(geometry, 0, NULL);
        OGR_G_DestroyGeometry(geometry);
        geometry = linear;
    }
    struct gmi_shape shape = {0};
    gm_status status = GM_OK;
    if (!geometry || OGR_G_IsEmpty(geometry))
        status = gmi_layer_fail(err, GM_ERR_SYNTAX, "its geometry is empty");
    else if (!move(geometry, source))
        status = gmi_layer_fail(err, GM_ERR_SYNTAX,
                                "its coordinates lie nowhere on earth");
    else if (!measure(geometry, &shape))
        status = gmi_layer_fail(err, GM_ERR_SYNTAX,
                                "its geometry has no point inside");
    OGR_G_DestroyGeometry(geometry);
    if (status)
        return status;
    shape.longitude = remainder(shape.longitude, 360);
    *out = shape;
    return GM_OK;
}
