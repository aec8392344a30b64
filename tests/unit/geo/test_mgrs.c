/* SPDX-License-Identifier: MIT */
/* The military grid reference system. */
#include "geo/mgrs.h"

#include "oracle.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void assert_mgrs(double longitude, double latitude, int digits,
                        const char *expected)
{
    char out[GMI_MGRS_SIZE];
    gmi_mgrs_format((struct gmi_point){longitude, latitude}, digits, out);
    assert_string_equal(out, expected);
}

/* Expected values are GeoConvert's. */
static void known_points(void **state)
{
    (void)state;
    assert_mgrs(46.7464, 39.7585, 5, "38SPK4960002412"); /* Shusha */
    assert_mgrs(5.3242, 60.3929, 5, "32VKN9747900819");  /* Bergen */
    assert_mgrs(15.6469, 78.2232, 5, "33XWG1473883360"); /* Longyearbyen */
    assert_mgrs(-70.6483, -33.4569, 5, "19HCC4681296844");
    assert_mgrs(-177.5, -0.5, 5, "01MDV4436344732");
    assert_mgrs(180, 52, 5, "01UBT9407165288");
    assert_mgrs(0, -80, 5, "31CDM4186716915");
    assert_mgrs(0, 84, 5, "ZAA0000033272");
    assert_mgrs(-45, -90, 5, "BAN0000000000");
    assert_mgrs(0, 90, 5, "ZAH0000000000");
    assert_mgrs(123.25, 87.5, 5, "ZCJ3215452207");
    assert_mgrs(-100.5, -85.25, 5, "ASM8118203842");
}

static void fewer_digits_are_cut_and_not_rounded(void **state)
{
    (void)state;
    assert_mgrs(5.3242, 60.3929, 4, "32VKN97470081");
    assert_mgrs(5.3242, 60.3929, 1, "32VKN90");
    assert_mgrs(5.3242, 60.3929, 0, "32VKN");
    assert_mgrs(0, 90, 0, "ZAH");
}

static void a_breath_south_of_the_equator_is_in_the_last_row(void **state)
{
    (void)state;
    assert_mgrs(3, -1e-300, 5, "31MEV0000099999");
    assert_mgrs(3, 0, 5, "31NEA0000000000");
    assert_mgrs(3, -0.0, 5, "31NEA0000000000");
}

static void parse_reads_what_people_write(void **state)
{
    (void)state;
    static const char *const forms[] = {"38SPK4960002412", "38spk4960002412",
                                        "38S PK 49600 02412",
                                        "38SPK 4960002412", "38S PK4960002412"};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++) {
        struct gmi_utm corner;
        double size;
        assert_int_equal(
            gmi_mgrs_parse(forms[i], strlen(forms[i]), &corner, &size, NULL),
            GM_OK);
        assert_int_equal(corner.zone, 38);
        assert_true(corner.is_north);
        assert_true(corner.easting == 649600 && corner.northing == 4402412);
        assert_true(size == 1);
    }
    struct gmi_utm corner;
    double size;
    assert_int_equal(gmi_mgrs_parse("4QFJ12", 6, &corner, &size, NULL), GM_OK);
    assert_int_equal(corner.zone, 4);
    assert_true(size == 10000);
    assert_int_equal(gmi_mgrs_parse("ZAH", 3, &corner, &size, NULL), GM_OK);
    assert_int_equal(corner.zone, GMI_ZONE_POLAR);
    assert_true(size == 100000 && corner.northing == 2000000);
}

static void parse_refuses_the_rest(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "3",
                                      "38",
                                      "38S",
                                      "38SP",
                                      "38SPK1",
                                      "38SPK123",
                                      "38SPK496000241",
                                      "38SPK496000024120",
                                      "38SPK496000241200",
                                      "38SPK4960002412x",
                                      " 38SPK4960002412",
                                      "38SPK4960002412 ",
                                      "38SPK 496 0002412",
                                      "38SPK 49600  02412",
                                      "38  SPK",
                                      "61SPK12",
                                      "00SPK12",
                                      "0SPK12",
                                      "138SPK12",
                                      "38IPK12",
                                      "38OPK12",
                                      "38SIK12",
                                      "38SPO12",
                                      "38SPW12",
                                      "38SAK12",
                                      "38ZPK12",
                                      "38APK12",
                                      "APO12",
                                      "ZKA12",
                                      "YAA12",
                                      "BAZ1é",
                                      "38S\xC3PK12",
                                      "38SPK-1-2",
                                      "38SPK 1",
                                      "Paris",
                                      "M40",
                                      "B12"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct gmi_utm corner = {7, true, 1, 2};
        double size = 3;
        gm_error err = {0};
        if (!gmi_mgrs_parse(bad[i], strlen(bad[i]), &corner, &size, &err))
            fail_msg("'%s' is taken", bad[i]);
        assert_int_equal(err.status, GM_ERR_SYNTAX);
        assert_true(corner.zone == 7 && size == 3);
    }
}

static void parse_refuses_a_square_out_of_its_band(void **state)
{
    (void)state;
    struct gmi_utm corner;
    double size;
    /* PK of zone 38 is at 39.7° north (S); T begins at 40°. */
    assert_int_equal(gmi_mgrs_parse("38SPK", 5, &corner, &size, NULL), GM_OK);
    assert_int_equal(gmi_mgrs_parse("38TPJ", 5, &corner, &size, NULL),
                     GM_ERR_SYNTAX);
    /* The square of 100 km on the boundary belongs to both bands. */
    assert_int_equal(gmi_mgrs_parse("38TPK", 5, &corner, &size, NULL), GM_OK);
    assert_true(corner.northing == 4400000);
}

/* Bytes drawn from what references are made of, in memory of exact size. */
static void any_bytes_are_read_or_refused(void **state)
{
    (void)state;
    static const char set[] = "0123456 ABCDEFGHJKLMNPQRSTUVWXYZab\xc3\xff";
    uint64_t seed = 13;
    int accepted = 0;
    for (int i = 0; i < 300000; i++) {
        const size_t length = (size_t)random_between(&seed, 0, 8);
        char *text = malloc(length ? length : 1);
        for (size_t k = 0; k < length; k++)
            text[k] = set[(int)random_between(&seed, 0, sizeof set - 1)];
        struct gmi_utm corner;
        double size;
        if (gmi_mgrs_parse(text, length, &corner, &size, NULL) == GM_OK) {
            assert_true(gmi_point_is_valid(gmi_mgrs_centre(&corner, size)));
            accepted++;
        }
        free(text);
    }
    assert_true(accepted > 10);
}

static void what_is_written_can_be_read(void **state)
{
    (void)state;
    uint64_t seed = 9;
    for (int i = 0; i < 50000; i++) {
        const struct gmi_point point = random_point(&seed);
        char text[GMI_MGRS_SIZE];
        const int digits = (int)random_between(&seed, 0, 6);
        gmi_mgrs_format(point, digits, text);
        struct gmi_utm corner;
        double size;
        if (gmi_mgrs_parse(text, strlen(text), &corner, &size, NULL))
            fail_msg("%.12g,%.12g: cannot read '%s'", point.longitude,
                     point.latitude, text);
        const struct gmi_utm utm = gmi_utm_from_point(point);
        assert_int_equal(corner.zone, utm.zone);
        assert_int_equal(corner.is_north, utm.is_north);
        const double east = utm.easting - corner.easting;
        const double north = utm.northing - corner.northing;
        if (!(east >= 0 && east < size && north >= 0 && north <= size))
            fail_msg("%.12g,%.12g is not in '%s'", point.longitude,
                     point.latitude, text);
    }
}

static void geoconvert_writes_the_same(void **state)
{
    (void)state;
    enum { POINTS = 50000 };
    if (!oracle_is_there())
        skip();
    struct oracle oracle;
    oracle_begin(&oracle);
    uint64_t seed = 10;
    for (int i = 0; i < POINTS; i++) {
        const struct gmi_point point = random_point(&seed);
        fprintf(oracle.questions, "%.15f %.15f\n", point.longitude,
                point.latitude);
    }
    oracle_ask(&oracle, "-w -m -p 0");
    seed = 10;
    for (int i = 0; i < POINTS; i++) {
        const struct gmi_point point = random_point(&seed);
        char text[GMI_MGRS_SIZE], expected[GMI_MGRS_SIZE];
        assert_int_equal(fscanf(oracle.answers, "%31s", expected), 1);
        gmi_mgrs_format(point, GMI_MGRS_DIGITS_MAX, text);
        if (strcmp(text, expected) != 0)
            fail_msg("%.17g,%.17g: %s, not %s", point.longitude, point.latitude,
                     text, expected);
    }
    oracle_end(&oracle);
}

/* References made of letters drawn at random, most of them impossible. */
static void random_reference(uint64_t *seed, char out[GMI_MGRS_SIZE])
{
    static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int zone = (int)random_between(seed, 0, 61);
    char drawn[3];
    for (int i = 0; i < 3; i++)
        drawn[i] = letters[(int)random_between(seed, 0, 24)];
    if (zone == 0) /* half of the polar ones get a polar band */
        drawn[0] = "ABYZ"[(int)random_between(seed, 0, 4)];
    char number[4] = "";
    if (zone)
        snprintf(number, sizeof number, "%02d", zone);
    snprintf(out, GMI_MGRS_SIZE, "%s%c%c%c%05d%05d", number, drawn[0], drawn[1],
             drawn[2], (int)random_between(seed, 0, 100000),
             (int)random_between(seed, 0, 100000));
}

static void geoconvert_reads_the_same(void **state)
{
    (void)state;
    enum { REFERENCES = 100000 };
    if (!oracle_is_there())
        skip();
    struct oracle oracle;
    oracle_begin(&oracle);
    uint64_t seed = 11;
    char text[GMI_MGRS_SIZE];
    for (int i = 0; i < REFERENCES; i++) {
        random_reference(&seed, text);
        fprintf(oracle.questions, "%s\n", text);
    }
    oracle_ask(&oracle, "-w -g -p 9");
    seed = 11;
    int accepted = 0;
    for (int i = 0; i < REFERENCES; i++) {
        random_reference(&seed, text);
        char line[200];
        assert_non_null(fgets(line, sizeof line, oracle.answers));
        double longitude = 0, latitude = 0;
        const bool is_expected =
            sscanf(line, "%lf %lf", &longitude, &latitude) == 2;
        struct gmi_utm corner;
        double size;
        const bool is_read =
            gmi_mgrs_parse(text, strlen(text), &corner, &size, NULL) == GM_OK;
        if (is_read != is_expected)
            fail_msg("'%s': ours %d, GeoConvert: %s", text, is_read, line);
        if (!is_read)
            continue;
        accepted++;
        const struct gmi_point point = gmi_mgrs_centre(&corner, size);
        if (fabs(remainder(point.longitude - longitude, 360)) > 1e-7 ||
            fabs(point.latitude - latitude) > 1e-10)
            fail_msg("'%s' is %.12f,%.12f, not %s", text, point.longitude,
                     point.latitude, line);
    }
    assert_true(accepted > REFERENCES / 100);
    oracle_end(&oracle);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_points),
        cmocka_unit_test(fewer_digits_are_cut_and_not_rounded),
        cmocka_unit_test(a_breath_south_of_the_equator_is_in_the_last_row),
        cmocka_unit_test(parse_reads_what_people_write),
        cmocka_unit_test(parse_refuses_the_rest),
        cmocka_unit_test(parse_refuses_a_square_out_of_its_band),
        cmocka_unit_test(any_bytes_are_read_or_refused),
        cmocka_unit_test(what_is_written_can_be_read),
        cmocka_unit_test(geoconvert_writes_the_same),
        cmocka_unit_test(geoconvert_reads_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
