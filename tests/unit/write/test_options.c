/* SPDX-License-Identifier: MIT */
/* What to write: options. */
#include "write/options.h"

#include "fake.h"

static gm_mention a_mention(gm_use use, double confidence, bool is_resolved)
{
    gm_mention mention = mention_of(YEREVAN, "Yerevan");
    mention.use = use;
    mention.confidence = confidence;
    mention.is_resolved = is_resolved;
    return mention;
}

static bool is_taken(const gm_write_options *options, gm_use use,
                     double confidence, bool is_resolved)
{
    const gm_mention mention = a_mention(use, confidence, is_resolved);
    return gm_write_options_take(options, &mention);
}

static void defaults_are_those_of_the_contract(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    assert_true(is_taken(&options, GM_USE_LITERAL, 0, true));
    assert_true(is_taken(&options, GM_USE_METONYMIC, 0, true));
    assert_false(is_taken(&options, GM_USE_ADJECTIVAL, 1, true));
    assert_false(is_taken(&options, GM_USE_EMBEDDED, 1, true));
    assert_false(is_taken(&options, GM_USE_LITERAL, 1, false));
    assert_true(options.header);
    assert_int_equal(options.precision, -1);
    assert_int_equal(gmi_write_options_check(&options, NULL), GM_OK);
}

static void confidence_and_unresolved_are_obeyed(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.min_confidence = 0.5;
    assert_true(is_taken(&options, GM_USE_LITERAL, 0.5, true));
    assert_false(is_taken(&options, GM_USE_LITERAL, 0.49, true));
    assert_false(is_taken(&options, GM_USE_LITERAL, NAN, true));
    options.unresolved = true;
    assert_true(is_taken(&options, GM_USE_LITERAL, 0.5, false));
}

static void
a_resolved_mention_without_candidates_counts_as_unresolved(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    gm_mention mention = a_mention(GM_USE_LITERAL, 1, true);
    mention.candidate_count = 0;
    assert_false(gm_write_options_take(&options, &mention));
}

static unsigned uses_of(const char *list)
{
    unsigned uses = 0;
    assert_int_equal(gm_uses_parse(list, &uses, NULL), GM_OK);
    return uses;
}

static void uses_are_read_from_a_list(void **state)
{
    (void)state;
    assert_int_equal(uses_of("literal"), 1);
    assert_int_equal(uses_of("embedded,literal"), 1 | 8);
    assert_int_equal(uses_of("all"), 15);
    assert_int_equal(uses_of("metonymic,all"), 15);
    unsigned uses = 4;
    assert_int_equal(gm_uses_parse("literal", &uses, NULL), GM_OK);
    assert_int_equal(uses, 5);
}

static void unknown_uses_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"",         "x",       "literal,",
                                      ",literal", "LITERAL", "literal, all",
                                      "literall", "litera"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        unsigned uses = 2;
        gm_error err = {0};
        assert_int_equal(gm_uses_parse(bad[i], &uses, &err), GM_ERR_ARGUMENT);
        assert_int_equal(uses, 2);
        assert_non_null(strstr(err.message, "literal, metonymic"));
    }
}

static void coords_are_read_by_name(void **state)
{
    (void)state;
    gm_coords coords = GM_COORDS_DD;
    assert_int_equal(gm_coords_parse("mgrs", &coords, NULL), GM_OK);
    assert_int_equal(coords, GM_COORDS_MGRS);
    assert_int_equal(gm_coords_parse("utm", &coords, NULL), GM_OK);
    assert_int_equal(coords, GM_COORDS_UTM);
    assert_int_equal(gm_coords_parse("dms", &coords, NULL), GM_OK);
    assert_int_equal(coords, GM_COORDS_DMS);
    assert_int_equal(gm_coords_parse("dd", &coords, NULL), GM_OK);
    assert_int_equal(coords, GM_COORDS_DD);
    gm_error err = {0};
    coords = GM_COORDS_UTM;
    assert_int_equal(gm_coords_parse("MGRS", &coords, &err), GM_ERR_ARGUMENT);
    assert_int_equal(coords, GM_COORDS_UTM);
    assert_string_equal(err.message, "unknown coordinates 'MGRS': give dd, "
                                     "dms, utm or mgrs");
}

static void values_out_of_range_are_refused(void **state)
{
    (void)state;
    gm_write_options options;
    gm_write_options_init(&options);
    options.precision = 12;
    assert_int_equal(gmi_write_options_check(&options, NULL), GM_OK);
    options.precision = 13;
    assert_int_equal(gmi_write_options_check(&options, NULL), GM_ERR_ARGUMENT);
    options.precision = -2;
    assert_int_equal(gmi_write_options_check(&options, NULL), GM_ERR_ARGUMENT);
    gm_write_options_init(&options);
    options.min_confidence = 1.5;
    assert_int_equal(gmi_write_options_check(&options, NULL), GM_ERR_ARGUMENT);
    options.min_confidence = NAN;
    assert_int_equal(gmi_write_options_check(&options, NULL), GM_ERR_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_those_of_the_contract),
        cmocka_unit_test(confidence_and_unresolved_are_obeyed),
        cmocka_unit_test(
            a_resolved_mention_without_candidates_counts_as_unresolved),
        cmocka_unit_test(uses_are_read_from_a_list),
        cmocka_unit_test(unknown_uses_are_refused),
        cmocka_unit_test(coords_are_read_by_name),
        cmocka_unit_test(values_out_of_range_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
