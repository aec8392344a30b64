/* SPDX-License-Identifier: MIT */
/* Distances and directions on the sphere. */
#include "geo/sphere.h"

#include "oracle.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const struct gmi_point YEREVAN = {44.51361, 40.18111};
static const struct gmi_point SHUSHA = {46.7460, 39.7537};

static void assert_near(double found, double expected, double tolerance)
{
    if (!(fabs(found - expected) <= tolerance))
        fail_msg("%.12g is not %.12g within %g", found, expected, tolerance);
}

static void distance_agrees_with_the_ellipsoid_within_its_error(void **state)
{
    (void)state;
    /* 196.4538 km by the geodesic of WGS 84. */
    assert_near(gmi_distance_km(YEREVAN, SHUSHA), 196.4538, 196.4538 * 0.0056);
}

static void distance_of_one_degree_and_of_antipodes(void **state)
{
    (void)state;
    const struct gmi_point origin = {0, 0}, up = {0, 1}, far = {180, 0};
    assert_near(gmi_distance_km(origin, up), 111.195080, 1e-6);
    assert_near(gmi_distance_km(origin, far), GMI_DISTANCE_MAX_KM, 1e-6);
    assert_true(gmi_distance_km(origin, origin) == 0);
    const struct gmi_point north = {20, 90}, south = {-70, -90};
    assert_near(gmi_distance_km(north, south), GMI_DISTANCE_MAX_KM, 1e-6);
}

static void distance_crosses_the_antimeridian(void **state)
{
    (void)state;
    const struct gmi_point west = {179.5, 10}, east = {-179.5, 10};
    const struct gmi_point a = {0, 10}, b = {1, 10};
    assert_near(gmi_distance_km(west, east), gmi_distance_km(a, b), 1e-9);
}

static void distance_of_close_points_keeps_its_digits(void **state)
{
    (void)state;
    const struct gmi_point near = {YEREVAN.longitude, YEREVAN.latitude + 1e-7};
    assert_near(gmi_distance_km(YEREVAN, near), 1.1119508e-5, 1e-11);
}

static void distance_of_no_point_is_not_a_number(void **state)
{
    (void)state;
    const struct gmi_point none = {NAN, NAN};
    assert_true(isnan(gmi_distance_km(YEREVAN, none)));
}

static void cheap_bound_never_exceeds_the_distance(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 100000; i++) {
        const struct gmi_point a = random_point(&seed);
        struct gmi_point b = random_point(&seed);
        if (i % 2)
            b.longitude = a.longitude; /* where the bound is tight */
        const double distance = gmi_distance_km(a, b);
        assert_true(gmi_distance_at_least_km(a, b) <= distance + 1e-9);
    }
}

static void chords_give_the_same_distances(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 100000; i++) {
        const struct gmi_point a = random_point(&seed);
        const struct gmi_point b = random_point(&seed);
        const double distance = gmi_distance_km(a, b);
        const double chord2 = gmi_chord2(gmi_vector_of(a), gmi_vector_of(b));
        /* Near the antipodes the chord hardly changes any more. */
        const double tolerance = distance > 20000 ? 0.5 : 1e-6;
        assert_near(gmi_chord2_to_km(chord2), distance, tolerance);
        assert_near(gmi_chord2_from_km(distance), chord2, 1e-12);
    }
    assert_true(gmi_chord2_from_km(-1) == 0);
    assert_true(gmi_chord2_from_km(1e9) == 4);
    assert_near(gmi_chord2_to_km(4.0000001), GMI_DISTANCE_MAX_KM, 1e-6);
}

static void destination_is_as_far_as_asked(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < 100000; i++) {
        const struct gmi_point start = random_point(&seed);
        const double km = random_between(&seed, 0, 20000);
        const double bearing = random_between(&seed, -180, 540);
        const struct gmi_point end = gmi_destination(start, bearing, km);
        assert_true(gmi_point_is_valid(end));
        assert_near(gmi_distance_km(start, end), km, 1e-5);
    }
}

static void destination_goes_where_the_bearing_points(void **state)
{
    (void)state;
    const struct gmi_point origin = {179.9, 0};
    const struct gmi_point east = gmi_destination(origin, 90, 111.195080);
    assert_near(east.longitude, -179.1, 1e-6);
    assert_near(east.latitude, 0, 1e-9);
    const struct gmi_point north = gmi_destination(origin, 0, 111.195080);
    assert_near(north.longitude, 179.9, 1e-9);
    assert_near(north.latitude, 1, 1e-6);
}

static void box_holds_the_whole_circle(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int i = 0; i < 20000; i++) {
        const struct gmi_point centre = random_point(&seed);
        const double km = random_between(&seed, 0.001, i % 2 ? 200 : 10000);
        const struct gmi_box box = gmi_box_around(centre, km);
        assert_true(gmi_box_contains(&box, centre));
        for (double bearing = 0; bearing < 360; bearing += 7.5) {
            const struct gmi_point edge =
                gmi_destination(centre, bearing, km * (1 - 1e-9));
            if (!gmi_box_contains(&box, edge))
                fail_msg("%g,%g and %g km: %g,%g is outside", centre.longitude,
                         centre.latitude, km, edge.longitude, edge.latitude);
        }
    }
}

static void box_is_tight(void **state)
{
    (void)state;
    const struct gmi_point centre = {10, 60};
    const struct gmi_box box = gmi_box_around(centre, 111.195080);
    assert_near(box.south, 59, 1e-6);
    assert_near(box.north, 61, 1e-6);
    /* asin(sin 1° / cos 60°) */
    assert_near(box.west, 10 - 2.000305, 1e-5);
    assert_near(box.east, 10 + 2.000305, 1e-5);
    const struct gmi_point outside = {12.1, 60};
    assert_false(gmi_box_contains(&box, outside));
}

static void box_wraps_at_the_antimeridian_and_opens_at_a_pole(void **state)
{
    (void)state;
    const struct gmi_point fiji = {179, -17};
    const struct gmi_box box = gmi_box_around(fiji, 300);
    assert_true(box.west > box.east);
    const struct gmi_point inside = {-179.5, -17}, meridian = {-180, -17};
    const struct gmi_point outside = {0, -17}, none = {NAN, NAN};
    assert_true(gmi_box_contains(&box, inside));
    assert_true(gmi_box_contains(&box, meridian));
    assert_false(gmi_box_contains(&box, outside));
    assert_false(gmi_box_contains(&box, none));
    const struct gmi_point polar = {30, 89};
    const struct gmi_box cap = gmi_box_around(polar, 300);
    assert_true(cap.west == -180 && cap.east == 180 && cap.north == 90);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_agrees_with_the_ellipsoid_within_its_error),
        cmocka_unit_test(distance_of_one_degree_and_of_antipodes),
        cmocka_unit_test(distance_crosses_the_antimeridian),
        cmocka_unit_test(distance_of_close_points_keeps_its_digits),
        cmocka_unit_test(distance_of_no_point_is_not_a_number),
        cmocka_unit_test(cheap_bound_never_exceeds_the_distance),
        cmocka_unit_test(chords_give_the_same_distances),
        cmocka_unit_test(destination_is_as_far_as_asked),
        cmocka_unit_test(destination_goes_where_the_bearing_points),
        cmocka_unit_test(box_holds_the_whole_circle),
        cmocka_unit_test(box_is_tight),
        cmocka_unit_test(box_wraps_at_the_antimeridian_and_opens_at_a_pole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
