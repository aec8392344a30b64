/* SPDX-License-Identifier: MIT */
/* Geometries as points with a reach. */
#include "layer/shape.h"

#include <cpl_error.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static gm_status measure(const char *wkt, const char *crs, bool is_swapped,
                         struct gmi_shape *out, gm_error *err)
{
    char *text = (char *)wkt; /* it is moved, not changed */
    OGRGeometryH geometry = NULL;
    assert_int_equal(OGR_G_CreateFromWkt(&text, NULL, &geometry),
                     OGRERR_NONE);
    struct gmi_shape_source source = {.is_swapped = is_swapped};
    assert_int_equal(gmi_crs_init(&source.crs, crs, NULL), GM_OK);
    const gm_status status = gmi_shape_measure(geometry, &source, out, err);
    gmi_crs_release(&source.crs);
    return status;
}

static void assert_shape(const char *wkt, double longitude, double latitude,
                         double radius_km)
{
    struct gmi_shape shape;
    gm_error err = {0};
    if (measure(wkt, NULL, false, &shape, &err))
        fail_msg("%s: %s", wkt, err.message);
    if (fabs(shape.longitude - longitude) > 1e-3 ||
        fabs(shape.latitude - latitude) > 1e-3 ||
        fabs(shape.radius_km - radius_km) > radius_km * 1e-3)
        fail_msg("%s: %.5f %.5f %.3f, not %.5f %.5f %.3f", wkt,
                 shape.longitude, shape.latitude, shape.radius_km, longitude,
                 latitude, radius_km);
}

static void a_point_is_itself(void **state)
{
    (void)state;
    assert_shape("POINT (44.5 40.2)", 44.5, 40.2, 0);
    assert_shape("POINT Z (44.5 40.2 900)", 44.5, 40.2, 0);
    assert_shape("POINT (190 -10)", -170, -10, 0); /* past the antimeridian */
}

static void points_are_known_by_their_middle(void **state)
{
    (void)state;
    /* a degree of latitude is 111.195 km on the sphere */
    assert_shape("MULTIPOINT ((10 20), (10 22))", 10, 21, 111.195);
}

static void a_line_reaches_half_its_length(void **state)
{
    (void)state;
    assert_shape("LINESTRING (0 0, 0 1, 0 4)", 0, 2, 222.39);
    /* the middle lies on the line, not between its ends */
    assert_shape("LINESTRING (0 0, 10 0, 0 0.0001)", 10, 0, 1111.95);
    /* of several pieces, the longest */
    assert_shape("MULTILINESTRING ((50 50, 50 51), (0 0, 0 4))", 0, 2, 222.39);
    assert_shape("LINESTRING (5 5, 5 5)", 5, 5, 0);
}

static void an_area_reaches_as_far_as_a_disc_of_its_size(void **state)
{
    (void)state;
    /* one degree at the equator: 12,364 km2 */
    assert_shape("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", 0.5, 0.5, 62.735);
    /* winding does not matter, a hole does */
    assert_shape("POLYGON ((0 0, 0 1, 1 1, 1 0, 0 0))", 0.5, 0.5, 62.735);
    assert_shape("POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0), "
                 "(1 0, 2 0, 2 1, 1 1, 1 0))", 0.5, 0.5, 62.735);
    /* the whole northern half of the sphere, 2 pi R^2 */
    struct gmi_shape shape;
    assert_int_equal(measure("POLYGON ((-180 0, -60 0, 60 0, 180 0, 180 90, "
                             "-180 90, -180 0))", NULL, false, &shape, NULL),
                     GM_OK);
    assert_true(fabs(shape.radius_km - 6371.0088 * sqrt(2)) < 20);
}

/* A crescent's centroid lies outside of it. */
static void the_point_of_an_area_lies_inside(void **state)
{
    (void)state;
    struct gmi_shape shape;
    const char *const horseshoe =
        "POLYGON ((0 0, 9 0, 9 1, 1 1, 1 8, 9 8, 9 9, 0 9, 0 0))";
    assert_int_equal(measure(horseshoe, NULL, false, &shape, NULL), GM_OK);
    assert_true(shape.longitude > 0 && shape.longitude < 9);
    assert_true(shape.longitude < 1 || shape.latitude < 1 ||
                shape.latitude > 8);
    /* Fiji: two parts at both edges of the map */
    const char *const fiji =
        "MULTIPOLYGON (((177 -18, 180 -18, 180 -16, 177 -16, 177 -18)), "
        "((-180 -17, -179.9 -17, -179.9 -16, -180 -16, -180 -17)))";
    assert_int_equal(measure(fiji, NULL, false, &shape, NULL), GM_OK);
    assert_true(shape.longitude > 177 && shape.longitude < 180);
    assert_true(shape.radius_km < 200);
}

static void other_systems_are_brought_to_degrees(void **state)
{
    (void)state;
    struct gmi_shape shape;
    assert_int_equal(measure("POINT (458591.71 4447972.38)", "EPSG:32638",
                             false, &shape, NULL),
                     GM_OK);
    assert_true(fabs(shape.longitude - 44.51361) < 1e-6);
    assert_true(fabs(shape.latitude - 40.18111) < 1e-6);
    /* a square of 10 km */
    assert_int_equal(measure("POLYGON ((450000 4440000, 460000 4440000, "
                             "460000 4450000, 450000 4450000, "
                             "450000 4440000))", "EPSG:32638", false, &shape,
                             NULL),
                     GM_OK);
    assert_true(fabs(shape.radius_km - 5.642) < 0.02);
    assert_int_equal(measure("POINT (40.2 44.5)", NULL, true, &shape, NULL),
                     GM_OK);
    assert_true(shape.longitude == 44.5 && shape.latitude == 40.2);
}

static void curves_and_collections_have_a_place_too(void **state)
{
    (void)state;
    struct gmi_shape shape;
    static const char *const shapes[] = {
        "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))",
        "CIRCULARSTRING (0 0, 1 1, 2 0)",
        "MULTISURFACE (((0 0, 2 0, 2 2, 0 0)))",
        "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 2 0))",
        "GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 2 0, 2 2, 0 0)))",
        "TIN (((0 0, 2 0, 2 2, 0 0)))",
        "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", /* crosses itself */
        "POLYGON ((0 0, 1 1, 0 0))"};
    CPLPushErrorHandler(CPLQuietErrorHandler);
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        gm_error err = {0};
        if (measure(shapes[i], NULL, false, &shape, &err))
            fail_msg("%s: %s", shapes[i], err.message);
        if (!(shape.longitude >= 0 && shape.longitude <= 2.001 &&
              shape.latitude >= -1 && shape.latitude <= 2))
            fail_msg("%s: %g %g", shapes[i], shape.longitude, shape.latitude);
    }
    CPLPopErrorHandler();
}

static void what_is_nowhere_is_told(void **state)
{
    (void)state;
    static const char *const shapes[][2] = {
        {"POINT EMPTY", "empty"},
        {"POLYGON EMPTY", "empty"},
        {"GEOMETRYCOLLECTION EMPTY", "empty"},
        {"POINT (44 95)", "nowhere on earth"},
        {"POINT (4458591 4447972)", "nowhere on earth"}};
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        struct gmi_shape shape = {1, 2, 3};
        gm_error err = {0};
        assert_int_equal(measure(shapes[i][0], NULL, false, &shape, &err),
                         GM_ERR_SYNTAX);
        if (!strstr(err.message, shapes[i][1]))
            fail_msg("%s: %s", shapes[i][0], err.message);
        assert_true(shape.longitude == 1 && shape.radius_km == 3);
    }
}

/* Well-known text has no such numbers, but files have them. */
static void what_is_not_a_number_is_nowhere(void **state)
{
    (void)state;
    static const double bad[] = {NAN, INFINITY, -INFINITY};
    const struct gmi_shape_source source = {.is_swapped = false};
    for (size_t i = 0; i < 2 * sizeof bad / sizeof bad[0]; i++) {
        OGRGeometryH geometry =
            OGR_G_CreateGeometry(i % 2 ? wkbLineString : wkbPoint);
        if (i % 2)
            OGR_G_AddPoint_2D(geometry, 1, 1);
        OGR_G_SetPoint_2D(geometry, (int)(i % 2), bad[i / 2], 0);
        struct gmi_shape shape = {1, 2, 3};
        assert_int_equal(gmi_shape_measure(geometry, &source, &shape, NULL),
                         GM_ERR_SYNTAX);
        assert_true(shape.longitude == 1 && shape.radius_km == 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_point_is_itself),
        cmocka_unit_test(points_are_known_by_their_middle),
        cmocka_unit_test(a_line_reaches_half_its_length),
        cmocka_unit_test(an_area_reaches_as_far_as_a_disc_of_its_size),
        cmocka_unit_test(the_point_of_an_area_lies_inside),
        cmocka_unit_test(other_systems_are_brought_to_degrees),
        cmocka_unit_test(curves_and_collections_have_a_place_too),
        cmocka_unit_test(what_is_nowhere_is_told),
        cmocka_unit_test(what_is_not_a_number_is_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
