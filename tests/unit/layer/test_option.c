/* SPDX-License-Identifier: MIT */
/* Creation options: what the driver takes, and what is told of the rest. */
#include "layer/option.h"

#include "fixture.h"

static gm_status check(const char *driver, enum gmi_option_kind kind,
                       const char *option, gm_error *err)
{
    *err = (gm_error){0};
    GDALAllRegister();
    const struct gmi_options given = {&option, 1};
    return gmi_option_check(GDALGetDriverByName(driver), kind, given, err);
}

static void assert_takes(const char *driver, enum gmi_option_kind kind,
                         const char *option)
{
    gm_error err;
    if (check(driver, kind, option, &err))
        fail_msg("%s: %s", option, err.message);
}

static void assert_says(const char *driver, enum gmi_option_kind kind,
                        const char *option, const char *words)
{
    gm_error err;
    assert_int_equal(check(driver, kind, option, &err), GM_ERR_ARGUMENT);
    if (!strstr(err.message, words))
        fail_msg("\"%s\" does not say \"%s\"", err.message, words);
}

static void known_options_are_taken_in_any_case(void **state)
{
    (void)state;
    assert_takes("GPKG", GMI_OPTION_LAYER, "SPATIAL_INDEX=NO");
    assert_takes("GPKG", GMI_OPTION_LAYER, "spatial_index=off");
    assert_takes("GPKG", GMI_OPTION_LAYER, "GEOMETRY_COLUMN=g"); /* an alias */
    assert_takes("GPKG", GMI_OPTION_LAYER, "DESCRIPTION=a=b, c");
    assert_takes("GPKG", GMI_OPTION_LAYER, "DESCRIPTION=");
    assert_takes("GPKG", GMI_OPTION_DATASET, "VERSION=1.3");
    assert_takes("CSV", GMI_OPTION_LAYER, "SEPARATOR=tab");
    assert_takes("GeoJSON", GMI_OPTION_LAYER, "COORDINATE_PRECISION=5");
    assert_takes("LIBKML", GMI_OPTION_LAYER, "LOOKAT_RANGE=1.5e3");
    assert_takes("LIBKML", GMI_OPTION_DATASET, "x_BALLOONSTYLE_TEXT=y");
}

static void an_unknown_option_is_named_with_the_nearest(void **state)
{
    (void)state;
    assert_says("GPKG", GMI_OPTION_LAYER, "SPATIAL_INDX=NO",
                "GPKG has no layer option 'SPATIAL_INDX' (did you mean "
                "'SPATIAL_INDEX'?)");
    assert_says("GPKG", GMI_OPTION_DATASET, "SPATIAL_INDEX=NO",
                "GPKG has no dataset option 'SPATIAL_INDEX'");
    assert_says("GPKG", GMI_OPTION_LAYER, "QQQQ=1", "no layer option 'QQQQ'");
    assert_says("XLSX", GMI_OPTION_LAYER, "A=1", "no layer option 'A'");
}

static void a_bad_value_is_named_with_what_is_taken(void **state)
{
    (void)state;
    assert_says("GPKG", GMI_OPTION_LAYER, "SPATIAL_INDEX=maybe",
                "bad value 'maybe' of layer option SPATIAL_INDEX: GPKG takes "
                "YES or NO");
    assert_says("CSV", GMI_OPTION_LAYER, "SEPARATOR=dot",
                "CSV takes COMMA, SEMICOLON, TAB");
    assert_says("GeoJSON", GMI_OPTION_LAYER, "COORDINATE_PRECISION=five",
                "takes a whole number");
    assert_says("LIBKML", GMI_OPTION_LAYER, "LOOKAT_RANGE=far",
                "takes a number");
}

static void an_option_has_a_name_and_a_value(void **state)
{
    (void)state;
    static const char *const bad[] = {"", "=", "=x", "SPATIAL_INDEX"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_says("GPKG", GMI_OPTION_LAYER, bad[i],
                    "is not of the form NAME=VALUE");
    char option[300];
    memset(option, 'A', sizeof option);
    strcpy(option + sizeof option - 3, "=1");
    assert_says("GPKG", GMI_OPTION_LAYER, option,
                "is not of the form NAME=VALUE");
}

static void no_options_are_fine_for_every_driver(void **state)
{
    (void)state;
    const struct gmi_options none = {NULL, 0};
    GDALAllRegister();
    assert_int_equal(gmi_option_check(GDALGetDriverByName("XLSX"),
                                      GMI_OPTION_LAYER, none, NULL),
                     GM_OK);
    assert_true(gmi_option_is_known(GDALGetDriverByName("GPKG"),
                                    GMI_OPTION_LAYER, "identifier"));
    assert_false(gmi_option_is_known(GDALGetDriverByName("XLSX"),
                                     GMI_OPTION_LAYER, "identifier"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_options_are_taken_in_any_case),
        cmocka_unit_test(an_unknown_option_is_named_with_the_nearest),
        cmocka_unit_test(a_bad_value_is_named_with_what_is_taken),
        cmocka_unit_test(an_option_has_a_name_and_a_value),
        cmocka_unit_test(no_options_are_fine_for_every_driver),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
