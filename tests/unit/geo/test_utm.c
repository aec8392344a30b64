/* SPDX-License-Identifier: MIT */
/* Universal transverse Mercator and polar stereographic. */
#include "geo/utm.h"

#include "oracle.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct gmi_utm utm_at(double longitude, double latitude)
{
    return gmi_utm_from_point((struct gmi_point){longitude, latitude});
}

/* Expected values are GeoConvert's, to a micrometre. */
static void assert_utm(double longitude, double latitude,
                       struct gmi_utm expected)
{
    const struct gmi_utm utm = utm_at(longitude, latitude);
    assert_int_equal(utm.zone, expected.zone);
    assert_int_equal(utm.is_north, expected.is_north);
    if (fabs(utm.easting - expected.easting) > 1e-6 ||
        fabs(utm.northing - expected.northing) > 1e-6)
        fail_msg("%g,%g is %.6f %.6f", longitude, latitude, utm.easting,
                 utm.northing);
}

static void known_points(void **state)
{
    (void)state;
    assert_utm(46.7460, 39.7537,
               (struct gmi_utm){38, true, 649576.391908, 4401878.587563});
    assert_utm(5.3242, 60.3929,
               (struct gmi_utm){32, true, 297479.500535, 6700819.896355});
    assert_utm(15.6469, 78.2232,
               (struct gmi_utm){33, true, 514738.933696, 8683360.476994});
    assert_utm(-70.6483, -33.4569,
               (struct gmi_utm){19, false, 346812.853919, 6296844.224608});
    assert_utm(-177.5, -0.5,
               (struct gmi_utm){1, false, 444363.912015, 9944732.844378});
    assert_utm(180, 52,
               (struct gmi_utm){1, true, 294071.081053, 5765288.254857});
    assert_utm(0, -80,
               (struct gmi_utm){31, false, 441867.784867, 1116915.044052});
    assert_utm(
        0, 84,
        (struct gmi_utm){GMI_ZONE_POLAR, true, 2000000.000000, 1333272.296316});
    assert_utm(-45, -90,
               (struct gmi_utm){GMI_ZONE_POLAR, false, 2000000.000000,
                                2000000.000000});
    assert_utm(
        0, 90,
        (struct gmi_utm){GMI_ZONE_POLAR, true, 2000000.000000, 2000000.000000});
    assert_utm(
        123.25, 87.5,
        (struct gmi_utm){GMI_ZONE_POLAR, true, 2232154.544770, 2152207.189142});
    assert_utm(-100.5, -85.25,
               (struct gmi_utm){GMI_ZONE_POLAR, false, 1481182.437920,
                                1903842.848550});
    assert_utm(11.9999, 63.9999,
               (struct gmi_utm){32, true, 646690.864609, 7100455.685316});
}

static void zones_follow_every_six_degrees(void **state)
{
    (void)state;
    for (int zone = 1; zone <= 60; zone++) {
        const double west = -180 + 6 * (zone - 1);
        assert_int_equal(gmi_utm_zone((struct gmi_point){west, 10}), zone);
        assert_int_equal(gmi_utm_zone((struct gmi_point){west + 5.999, -70}),
                         zone);
    }
    assert_int_equal(gmi_utm_zone((struct gmi_point){180, 10}), 1);
}

static void zones_of_norway_and_svalbard(void **state)
{
    (void)state;
    static const struct {
        double longitude, latitude;
        int zone;
    } cases[] = {{5.32, 60.39, 32},  {2.99, 60, 31},
                 {3, 56, 32},        {3, 63.999, 32},
                 {3, 64, 31},        {3, 55.999, 31},
                 {15.65, 78.22, 33}, {8.999, 75, 31},
                 {9, 75, 33},        {20.999, 75, 33},
                 {21, 75, 35},       {32.999, 75, 35},
                 {33, 75, 37},       {41.999, 83.9, 37},
                 {42, 75, 38},       {-0.001, 75, 30},
                 {9, 71.999, 32},    {9, 84, GMI_ZONE_POLAR},
                 {0, -80, 31},       {0, -80.001, GMI_ZONE_POLAR}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct gmi_point point = {cases[i].longitude, cases[i].latitude};
        if (gmi_utm_zone(point) != cases[i].zone)
            fail_msg("%g,%g is in zone %d", point.longitude, point.latitude,
                     gmi_utm_zone(point));
    }
}

static void the_way_back_is_good_to_a_micrometre(void **state)
{
    (void)state;
    uint64_t seed = 6;
    for (int i = 0; i < 100000; i++) {
        const struct gmi_point point = random_point(&seed);
        const struct gmi_utm utm = gmi_utm_from_point(point);
        const struct gmi_point back = gmi_utm_to_point(&utm);
        const double level = cos(point.latitude * (M_PI / 180));
        const double east =
            remainder(back.longitude - point.longitude, 360) * level;
        if (fabs(east) > 1e-11 || fabs(back.latitude - point.latitude) > 1e-11)
            fail_msg("%.12f,%.12f comes back as %.12f,%.12f", point.longitude,
                     point.latitude, back.longitude, back.latitude);
    }
}

static void the_way_back_takes_any_number(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (int i = 0; i < 100000; i++) {
        const struct gmi_utm utm = {
            (int)random_between(&seed, 0, 61), random_between(&seed, 0, 2) < 1,
            random_between(&seed, -1e8, 1e8), random_between(&seed, -1e8, 1e8)};
        const struct gmi_point point = gmi_utm_to_point(&utm);
        if (!gmi_point_is_valid(point))
            fail_msg("%d %d %g %g is %g,%g", utm.zone, utm.is_north,
                     utm.easting, utm.northing, point.longitude,
                     point.latitude);
    }
}

static void format_rounds_and_names_the_hemisphere(void **state)
{
    (void)state;
    char out[GMI_UTM_SIZE];
    const struct gmi_utm north = {38, true, 496000.5, 4402412.4};
    gmi_utm_format(&north, 0, out);
    assert_string_equal(out, "38N 496001 4402412");
    gmi_utm_format(&north, 2, out);
    assert_string_equal(out, "38N 496000.50 4402412.40");
    const struct gmi_utm south = {4, false, 200000, 9999999.996};
    gmi_utm_format(&south, 2, out);
    assert_string_equal(out, "4S 200000.00 10000000.00");
    const struct gmi_utm polar = {GMI_ZONE_POLAR, false, 2e6, 1445200.25};
    gmi_utm_format(&polar, 0, out);
    assert_string_equal(out, "UPS S 2000000 1445200");
}

static void geoconvert_says_the_same(void **state)
{
    (void)state;
    enum { POINTS = 50000 };
    if (!oracle_is_there())
        skip();
    struct oracle oracle;
    oracle_begin(&oracle);
    uint64_t seed = 8;
    for (int i = 0; i < POINTS; i++) {
        const struct gmi_point point = random_point(&seed);
        fprintf(oracle.questions, "%.15f %.15f\n", point.longitude,
                point.latitude);
    }
    oracle_ask(&oracle, "-w -u -p 9");
    seed = 8;
    for (int i = 0; i < POINTS; i++) {
        const struct gmi_point point = random_point(&seed);
        const struct gmi_utm utm = gmi_utm_from_point(point);
        char zone[8], expected[8];
        double easting, northing;
        assert_int_equal(fscanf(oracle.answers, "%7s %lf %lf", expected,
                                &easting, &northing),
                         3);
        if (utm.zone == GMI_ZONE_POLAR)
            snprintf(zone, sizeof zone, "%c", utm.is_north ? 'n' : 's');
        else
            snprintf(zone, sizeof zone, "%02d%c", utm.zone,
                     utm.is_north ? 'n' : 's');
        assert_string_equal(zone, expected);
        if (fabs(utm.easting - easting) > 1e-6 ||
            fabs(utm.northing - northing) > 1e-6)
            fail_msg("%.12g,%.12g: %.9f %.9f, not %.9f %.9f", point.longitude,
                     point.latitude, utm.easting, utm.northing, easting,
                     northing);
    }
    oracle_end(&oracle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_points),
        cmocka_unit_test(zones_follow_every_six_degrees),
        cmocka_unit_test(zones_of_norway_and_svalbard),
        cmocka_unit_test(the_way_back_is_good_to_a_micrometre),
        cmocka_unit_test(the_way_back_takes_any_number),
        cmocka_unit_test(format_rounds_and_names_the_hemisphere),
        cmocka_unit_test(geoconvert_says_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
