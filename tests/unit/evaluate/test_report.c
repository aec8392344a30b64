/* SPDX-License-Identifier: MIT */
/* src/evaluate/report_json.c and report_table.c: what is told of figures. */
#include "evaluate/eval.h"

#include "sample.h"

#include <jansson.h>

static gm_error err;

static gm_eval *score(bool is_given, size_t resamples)
{
    gm_eval_options options;
    gm_eval *eval;
    gm_eval_options_init(&options);
    options.gold_mentions = is_given;
    options.resamples = resamples;
    if (gm_eval_create(&options, &eval, &err) ||
        gm_eval_read_gold(eval, scratch_text("g", SAMPLE_GOLD), &err) ||
        gm_eval_read_predictions(eval, scratch_text("f", SAMPLE_FOUND), &err) ||
        gm_eval_score(eval, NULL, &err))
        fail_msg("%s", err.message);
    return eval;
}

static char *report(gm_eval *eval, const char *format, bool per_use)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    if (gm_eval_write(eval, format, per_use, stream, &err))
        fail_msg("%s", err.message);
    fclose(stream);
    gm_eval_free(eval);
    return text;
}

static json_t *parse(char *text)
{
    json_t *root = json_loads(text, 0, NULL);
    assert_true(json_is_object(root));
    free(text);
    return root;
}

/* A member of a member of a member; NULL as a name ends the way. */
static const json_t *at(const json_t *object, const char *a, const char *b,
                        const char *c)
{
    object = json_object_get(object, a);
    object = b ? json_object_get(object, b) : object;
    return c ? json_object_get(object, c) : object;
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("no '%s' in:\n%s", part, text);
}

static void json_has_every_digit(void **state)
{
    (void)state;
    json_t *root = parse(report(score(false, 40), "json", false));
    assert_int_equal(json_integer_value(at(root, "gold", NULL, NULL)), 11);
    assert_int_equal(json_integer_value(at(root, "gold_located", NULL, NULL)),
                     10);
    assert_int_equal(json_integer_value(at(root, "demonyms", NULL, NULL)), 1);
    assert_int_equal(
        json_integer_value(
            at(root, "predictions_for_unknown_documents", NULL, NULL)),
        1);
    assert_int_equal(
        json_integer_value(at(root, "spans_not_at_their_text", NULL, NULL)), 1);
    assert_true(json_real_value(at(root, "all", "near", "f")) ==
                0.8571428571428572);
    assert_true(json_real_value(at(root, "no_demonyms", "joint", "f")) == 0.4);
    assert_int_equal(json_array_size(at(root, "all", "near", "ci95")), 2);
    assert_non_null(at(root, "all", "resolved", "auc"));
    assert_null(at(root, "all", "types", NULL));
    json_decref(root);
}

static void json_has_types_and_uses_when_asked(void **state)
{
    (void)state;
    json_t *root = parse(report(score(false, 0), "json", true));
    assert_null(at(root, "all", "near", "ci95"));
    const json_t *literal = at(root, "all", "types", "Literal");
    assert_int_equal(json_integer_value(json_object_get(literal, "joint")), 2);
    assert_int_equal(
        json_integer_value(at(literal, "found_as", "literal", NULL)), 2);
    const json_t *use = at(root, "all", "uses", "embedded");
    assert_int_equal(json_integer_value(json_object_get(use, "found")), 1);
    assert_true(json_real_value(at(root, "all", "use_acc", NULL)) == 0.8);
    json_decref(root);
}

static void json_of_given_spans_has_their_figures(void **state)
{
    (void)state;
    json_t *root = parse(report(score(true, 40), "json", true));
    assert_true(json_real_value(at(root, "all", "em", NULL)) == 0.4);
    assert_int_equal(json_integer_value(at(root, "all", "seen", NULL)), 8);
    assert_null(at(root, "all", "near", NULL));
    assert_true(json_is_null(
        at(at(root, "all", "calibration", NULL), "place", "ece", NULL)));
    assert_int_equal(json_integer_value(json_object_get(
                         at(root, "all", "types", "Literal"), "right")),
                     2);
    json_decref(root);
}

static void table_is_for_people(void **state)
{
    (void)state;
    char *text = report(score(false, 40), "table", false);
    assert_has(text, "documents 2 (without prediction 0), gold 11 (located "
                     "10, with id 5, demonyms 1), predictions 10\n");
    assert_has(text, "  near         90.0  81.8  85.7   9 / 10 / 11   "
                     "[82.4, 100.0]\n");
    assert_has(text, "  resolved   n 7, acc161  57.1, median km 4.5, mean km "
                     "2802.7, auc 0.408\n");
    assert_has(text, "  calibration error: recognition 0.219 (n 8), "
                     "confidence 0.321 (n 7), place 0.265 (n 5)\n");
    assert_has(text, "  most confident 90 %: acc161  63.5\n");
    assert_has(text, "warning: 1 predicted spans do not hold their phrase");
    assert_has(text, "\nwithout demonyms\n");
    assert_null(strstr(text, "per use"));
    free(text);
}

static void table_has_uses_and_types_when_asked(void **state)
{
    (void)state;
    char *text = report(score(false, 0), "table", true);
    assert_has(text, "    metonymic                   1 100.0       1   0.0\n");
    assert_has(text, "    class P                     1   0.0   0.0 100.0"
                     "       1   0.0\n");
    assert_has(text, "  use right  80.0 of 5 found");
    assert_null(strstr(text, "["));
    free(text);
}

static void table_of_given_spans(void **state)
{
    (void)state;
    char *text = report(score(true, 40), "table", true);
    assert_has(text, "  gold mentions 10, answered 7, acc161  40.0   "
                     "[37.5, 50.0], answered only  57.1\n");
    assert_has(text, "em  40.0, em or twin  40.0 (of 5)\n");
    assert_null(strstr(text, "eupeg"));
    free(text);
}

static void table_of_nothing_has_no_figures_that_there_are_not(void **state)
{
    (void)state;
    for (int is_given = 0; is_given < 2; is_given++) {
        gm_eval_options options;
        gm_eval *eval;
        gm_eval_options_init(&options);
        options.gold_mentions = is_given;
        options.resamples = 5;
        assert_int_equal(gm_eval_create(&options, &eval, &err), GM_OK);
        assert_int_equal(gm_eval_score(eval, NULL, &err), GM_OK);
        char *text = report(eval, "table", true);
        assert_has(text, "documents 0");
        assert_null(strstr(text, "nan"));
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_has_every_digit),
        cmocka_unit_test(json_has_types_and_uses_when_asked),
        cmocka_unit_test(json_of_given_spans_has_their_figures),
        cmocka_unit_test(table_is_for_people),
        cmocka_unit_test(table_has_uses_and_types_when_asked),
        cmocka_unit_test(table_of_given_spans),
        cmocka_unit_test(table_of_nothing_has_no_figures_that_there_are_not),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
