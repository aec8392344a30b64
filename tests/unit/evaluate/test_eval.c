/* SPDX-License-Identifier: MIT */
/* src/evaluate/eval.c: from files to figures, and what goes wrong. */
#include "include/geomention_eval.h"

#include "base/memory.h"
#include "sample.h"

#include <math.h>

static gm_error err;

static gm_eval *create(const gm_eval_options *options)
{
    gm_eval *eval;
    if (gm_eval_create(options, &eval, &err))
        fail_msg("%s", err.message);
    return eval;
}

static void read_gold(gm_eval *eval, const char *text)
{
    if (gm_eval_read_gold(eval, scratch_text("g", text), &err))
        fail_msg("%s", err.message);
}

static void nothing_gives_zeros_and_unknowns(void **state)
{
    (void)state;
    gm_eval *eval = create(NULL);
    assert_null(gm_eval_view_get(eval, GM_EVAL_ALL));
    assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    for (int i = 0; i < GM_EVAL_RULES; i++)
        assert_true(view->rates[i].f == 0 && isnan(view->rates[i].low));
    assert_true(isnan(view->distance.accuracy));
    assert_true(isnan(view->recognition.error));
    assert_true(isnan(view->accuracy_at_90));
    assert_null(gm_eval_view_get(eval, GM_EVAL_NO_DEMONYMS));
    gm_eval_free(eval);
    gm_eval_free(NULL);
}

static void gold_without_output_is_missed(void **state)
{
    (void)state;
    gm_eval *eval = create(NULL);
    read_gold(eval, SAMPLE_GOLD);
    assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    assert_int_equal(view->rates[GM_EVAL_NEAR].gold, 11);
    assert_true(view->rates[GM_EVAL_NEAR].recall == 0);
    gm_eval_free(eval);
}

static void given_gold_without_output_is_charged_most(void **state)
{
    (void)state;
    gm_eval_options options;
    gm_eval_options_init(&options);
    options.gold_mentions = true;
    gm_eval *eval = create(&options);
    read_gold(eval, SAMPLE_GOLD);
    assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    assert_true(view->distance.accuracy == 0);
    assert_true(view->distance.mean_km == 20039);
    assert_true(isnan(view->same_id)); /* no ids were given at all */
    assert_true(view->same_or_twin == 0);
    assert_true(isnan(view->accuracy_answered));
    gm_eval_free(eval);
}

static void km_and_twin_km_are_limits(void **state)
{
    (void)state;
    static const char gold[] =
        "{\"id\":1,\"text\":\"ab\",\"toponyms\":[{\"start\":0,\"end\":2,"
        "\"lat\":0,\"lon\":0,\"geonameid\":5}]}";
    static const char found[] =
        "{\"id\":1,\"mentions\":[{\"start\":0,\"end\":2,\"lat\":0,"
        "\"lon\":0.5,\"geonameid\":6}]}"; /* 55.6 km */
    for (int i = 0; i < 2; i++) {
        gm_eval_options options;
        gm_eval_options_init(&options);
        assert_true(options.km == 161 && options.twin_km == 25);
        options.gold_mentions = true;
        options.km = i ? 56 : 55;
        options.twin_km = options.km;
        gm_eval *eval = create(&options);
        read_gold(eval, gold);
        assert_int_equal(
            gm_eval_read_predictions(eval, scratch_text("f", found), &err),
            GM_OK);
        assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
        const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
        assert_true(view->distance.accuracy == i);
        assert_true(view->same_id == 0 && view->same_or_twin == i);
        gm_eval_free(eval);
    }
}

static void limits_that_are_none_are_refused(void **state)
{
    (void)state;
    static const double bad[] = {0, -1, NAN};
    gm_eval *eval = NULL;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        gm_eval_options options;
        gm_eval_options_init(&options);
        options.km = bad[i];
        assert_int_equal(gm_eval_create(&options, &eval, &err),
                         GM_ERR_ARGUMENT);
        assert_null(eval);
    }
}

static void ids_of_a_file_choose_documents(void **state)
{
    (void)state;
    gm_eval *eval = create(NULL);
    assert_int_equal(
        gm_eval_read_ids(eval, scratch_text("ids", "b\r\n7\n\n"), &err), GM_OK);
    read_gold(eval, SAMPLE_GOLD);
    assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
    assert_int_equal(
        gm_eval_view_get(eval, GM_EVAL_ALL)->rates[GM_EVAL_NEAR].gold, 2);
    gm_eval_free(eval);
}

static void list_of_demonyms_is_used_where_no_label_is(void **state)
{
    (void)state;
    gm_eval *eval = create(NULL);
    assert_int_equal(
        gm_eval_read_demonyms(eval, scratch_text("d", "Lima\nTromsø\n"), &err),
        GM_OK);
    read_gold(eval, SAMPLE_GOLD);
    assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
    /* "Texan" and both unlabelled "Lima"; not the labelled ones */
    assert_int_equal(gm_eval_view_get(eval, GM_EVAL_NO_DEMONYMS)->rates[0].gold,
                     8);
    gm_eval_free(eval);
}

static void missing_files_are_not_found(void **state)
{
    (void)state;
    gm_eval *eval = create(NULL);
    const char *none = scratch_path("none");
    assert_int_equal(gm_eval_read_gold(eval, none, &err), GM_ERR_NOT_FOUND);
    assert_int_equal(gm_eval_read_predictions(eval, none, &err),
                     GM_ERR_NOT_FOUND);
    assert_int_equal(gm_eval_read_ids(eval, none, &err), GM_ERR_NOT_FOUND);
    assert_int_equal(gm_eval_read_demonyms(eval, none, NULL), GM_ERR_NOT_FOUND);
    gm_eval_free(eval);
}

static void unknown_formats_are_refused(void **state)
{
    (void)state;
    gm_eval *eval = create(NULL);
    assert_int_equal(gm_eval_write(eval, "xml", false, stdout, &err),
                     GM_ERR_ARGUMENT);
    assert_int_equal(gm_eval_write_errors(eval, NULL, "xml", stdout, &err),
                     GM_ERR_ARGUMENT);
    gm_eval_free(eval);
}

static void rules_have_names(void **state)
{
    (void)state;
    assert_string_equal(gm_eval_rule_name(GM_EVAL_EXACT), "exact");
    assert_string_equal(gm_eval_rule_name(GM_EVAL_JOINT_PUB), "joint_pub");
    assert_string_equal(gm_eval_rule_name((gm_eval_rule)99), "");
}

/* All that an evaluation does, with a failing allocation somewhere. */
static gm_status do_all(bool is_given, FILE *out)
{
    gm_eval_options options;
    gm_eval_options_init(&options);
    options.gold_mentions = is_given;
    options.resamples = 3;
    options.split = NULL;
    gm_eval *eval = NULL;
    const char *gold = scratch_path("gold"), *found = scratch_path("found");
    const char *words = scratch_path("words");
    gm_status status = gm_eval_create(&options, &eval, &err);
    if (!status)
        status = gm_eval_read_demonyms(eval, words, &err);
    if (!status)
        status = gm_eval_read_gold(eval, gold, &err);
    if (!status)
        status = gm_eval_read_predictions(eval, found, &err);
    if (!status)
        status = gm_eval_score(eval, NULL, &err);
    if (!status)
        status = gm_eval_write(eval, "json", true, out, &err);
    if (!status)
        status = gm_eval_write_errors(eval, NULL, "jsonl", out, &err);
    gm_eval_free(eval);
    return status;
}

static void out_of_memory_is_told_wherever_it_comes(void **state)
{
    (void)state;
    scratch_text("gold", SAMPLE_GOLD);
    scratch_text("found", SAMPLE_FOUND);
    scratch_text("words", "Lima\nfoo\n");
    FILE *out = fopen("/dev/null", "w");
    assert_non_null(out);
    for (int is_given = 0; is_given < 2; is_given++) {
        long count = 0;
        gm_status status;
        do {
            gmi_memory_fail_after(count++);
            status = do_all(is_given, out);
            gmi_memory_fail_after(-1);
            if (status && status != GM_ERR_MEMORY)
                fail_msg("after %ld: %s", count, err.message);
        } while (status && count < 10000);
        assert_int_equal(status, GM_OK);
        assert_true(count > 20);
    }
    fclose(out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_gives_zeros_and_unknowns),
        cmocka_unit_test(gold_without_output_is_missed),
        cmocka_unit_test(given_gold_without_output_is_charged_most),
        cmocka_unit_test(km_and_twin_km_are_limits),
        cmocka_unit_test(limits_that_are_none_are_refused),
        cmocka_unit_test(ids_of_a_file_choose_documents),
        cmocka_unit_test(list_of_demonyms_is_used_where_no_label_is),
        cmocka_unit_test(missing_files_are_not_found),
        cmocka_unit_test(unknown_formats_are_refused),
        cmocka_unit_test(rules_have_names),
        cmocka_unit_test(out_of_memory_is_told_wherever_it_comes),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
