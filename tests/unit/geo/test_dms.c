/* SPDX-License-Identifier: MIT */
/* Degrees, minutes and seconds. */
#include "geo/dms.h"

#include "oracle.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void assert_format(double longitude, double latitude, int decimals,
                          const char *expected)
{
    char out[GMI_DMS_SIZE];
    gmi_dms_format((struct gmi_point){longitude, latitude}, decimals, out);
    assert_string_equal(out, expected);
}

static void assert_parse(const char *text, double longitude, double latitude)
{
    struct gmi_point point;
    gm_error err = {0};
    if (gmi_dms_parse(text, strlen(text), &point, &err))
        fail_msg("'%s': %s", text, err.message);
    if (fabs(point.longitude - longitude) > 1e-9 ||
        fabs(point.latitude - latitude) > 1e-9)
        fail_msg("'%s' is %.9f %.9f", text, point.longitude, point.latitude);
}

static void assert_refused(const char *text)
{
    struct gmi_point point = {1, 2};
    gm_error err = {0};
    if (!gmi_dms_parse(text, strlen(text), &point, &err))
        fail_msg("'%s' is taken for %.9f %.9f", text, point.longitude,
                 point.latitude);
    assert_int_equal(err.status, GM_ERR_SYNTAX);
    assert_true(err.message[0] != '\0');
    assert_true(point.longitude == 1 && point.latitude == 2);
}

static void format_writes_latitude_first(void **state)
{
    (void)state;
    assert_format(44.51361, 40.18111, 1, "40°10′52.0″N 44°30′49.0″E");
    assert_format(-70.5, -33.25, 0, "33°15′00″S 70°30′00″W");
    assert_format(-0.5, -0.25, 2, "0°15′00.00″S 0°30′00.00″W");
}

static void format_carries_sixty_seconds(void **state)
{
    (void)state;
    assert_format(44.99999, 39.999999, 0, "40°00′00″N 45°00′00″E");
    assert_format(179.9999999, -89.9999999, 1, "90°00′00.0″S 180°00′00.0″E");
    assert_format(0.0166666, 0.0166666, 1, "0°01′00.0″N 0°01′00.0″E");
}

static void format_gives_zero_no_southern_side(void **state)
{
    (void)state;
    assert_format(-0.0, -0.0, 0, "0°00′00″N 0°00′00″E");
    assert_format(-1e-9, -1e-9, 1, "0°00′00.0″N 0°00′00.0″E");
}

static void parse_reads_the_usual_forms(void **state)
{
    (void)state;
    const double lon = 44 + 30 / 60.0 + 49 / 3600.0;
    const double lat = 40 + 10 / 60.0 + 52 / 3600.0;
    assert_parse("40°10′52″N 44°30′49″E", lon, lat);
    assert_parse("40°10'52\"N, 44°30'49\"E", lon, lat);
    assert_parse("40° 10' 52'' N; 44° 30' 49'' E", lon, lat);
    assert_parse("N40°10′52″ E44°30′49″", lon, lat);
    assert_parse("44°30′49″E 40°10′52″N", lon, lat);
    assert_parse("N 40.5 W 74.25", -74.25, 40.5);
    assert_parse("40.5, -74.25", -74.25, 40.5);
    assert_parse("-40.5 −74.25", -74.25, -40.5);
    assert_parse("40°30.5′S 74°W", -74, -(40 + 30.5 / 60));
    assert_parse("40º30′S 74º00′30″W", -(74 + 30 / 3600.0), -40.5);
    assert_parse("90°N 180°W", -180, 90);
    assert_parse("0 0", 0, 0);
}

static void parse_does_not_drop_the_seconds(void **state)
{
    (void)state;
    assert_parse("44°30′54.7″N 1°00′00.1″E", 1 + 0.1 / 3600,
                 44 + 30 / 60.0 + 54.7 / 3600);
}

static void parse_refuses_what_it_does_not_consume(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      " ",
                                      "40",
                                      "40°10′52″N",
                                      "40°10′52″N 44°30′49″E.",
                                      "40°10′52″N 44°30′49″E x",
                                      " 40°N 44°E",
                                      "40°N 44°E ",
                                      "40°60′N 44°E",
                                      "40°10′60″N 44°E",
                                      "91°N 44°E",
                                      "40°N 181°E",
                                      "40°N 44°N",
                                      "44°E 40°E",
                                      "91 10",
                                      "40°10.5′20″N 44°E",
                                      "40.5°10′N 44°E",
                                      "40°10″20′N 44°E",
                                      "40°′N 44°E",
                                      "40°N44°E",
                                      "1234 5",
                                      "40..5 44",
                                      "40. 44",
                                      ".5 44",
                                      "40,5 44,5",
                                      "40°N 44°Ex",
                                      "40° 10  ′N 44°E",
                                      "-40°N 44°E 1",
                                      "nan nan",
                                      "1e1 5",
                                      "4٠ 44",
                                      "40°10′52N 44°E",
                                      "N40°N E44°E"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_refused(bad[i]);
}

static void scan_leaves_the_rest(void **state)
{
    (void)state;
    struct gmi_angle angle;
    const char *text = "40°10′ Nord";
    assert_int_equal(gmi_dms_scan(text, strlen(text), &angle),
                     strlen("40°10′"));
    assert_int_equal(angle.axis, GMI_AXIS_UNKNOWN);
    assert_true(angle.has_unit);
    text = "40 people";
    assert_int_equal(gmi_dms_scan(text, strlen(text), &angle), 2);
    assert_false(angle.has_unit);
    assert_int_equal(gmi_dms_scan("x", 1, &angle), 0);
    assert_int_equal(gmi_dms_scan("", 0, &angle), 0);
}

static void scan_stays_inside_the_text(void **state)
{
    (void)state;
    const char *text = "40°10′52.5″N";
    struct gmi_angle angle;
    for (size_t length = 0; length <= strlen(text); length++) {
        char *copy = malloc(length ? length : 1); /* the sanitizer watches */
        memcpy(copy, text, length);
        assert_true(gmi_dms_scan(copy, length, &angle) <= length);
        free(copy);
    }
}

/* Bytes drawn from what angles are made of, in memory of their exact size. */
static void any_bytes_are_read_or_refused(void **state)
{
    (void)state;
    static const char set[] = "0123456789.. -+,;NSEWx°′″'\"\xe2\x80\xc2\xff";
    uint64_t seed = 12;
    int accepted = 0;
    for (int i = 0; i < 300000; i++) {
        const size_t length = (size_t)random_between(&seed, 0, 12);
        char *text = malloc(length ? length : 1);
        for (size_t k = 0; k < length; k++)
            text[k] = set[(int)random_between(&seed, 0, sizeof set - 1)];
        struct gmi_point point;
        if (gmi_dms_parse(text, length, &point, NULL) == GM_OK) {
            assert_true(gmi_point_is_valid(point));
            accepted++;
        }
        free(text);
    }
    assert_true(accepted > 100);
}

static void what_is_written_can_be_read(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int i = 0; i < 50000; i++) {
        const struct gmi_point point = random_point(&seed);
        struct gmi_point back;
        char text[GMI_DMS_SIZE];
        gmi_dms_format(point, 5, text);
        assert_int_equal(gmi_dms_parse(text, strlen(text), &back, NULL), GM_OK);
        assert_true(fabs(back.longitude - point.longitude) < 2e-9);
        assert_true(fabs(back.latitude - point.latitude) < 2e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(format_writes_latitude_first),
        cmocka_unit_test(format_carries_sixty_seconds),
        cmocka_unit_test(format_gives_zero_no_southern_side),
        cmocka_unit_test(parse_reads_the_usual_forms),
        cmocka_unit_test(parse_does_not_drop_the_seconds),
        cmocka_unit_test(parse_refuses_what_it_does_not_consume),
        cmocka_unit_test(scan_leaves_the_rest),
        cmocka_unit_test(scan_stays_inside_the_text),
        cmocka_unit_test(any_bytes_are_read_or_refused),
        cmocka_unit_test(what_is_written_can_be_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
