/* SPDX-License-Identifier: MIT */
/*
 * src/evaluate/figures.c and given.c: all figures of a sample. The expected
 * ones are those of an independent scorer of published tables, in Python, over
 * the same two files.
 */
#include "evaluate/eval.h"

#include "sample.h"

#include <math.h>

static gm_eval *eval;
static gm_error err;

static void score(const gm_eval_options *options)
{
    if (gm_eval_create(options, &eval, &err) ||
        gm_eval_read_gold(eval, scratch_text("g", SAMPLE_GOLD), &err) ||
        gm_eval_read_predictions(eval, scratch_text("f", SAMPLE_FOUND), &err) ||
        gm_eval_score(eval, NULL, &err))
        fail_msg("%s", err.message);
}

static int setup_found(void **state)
{
    gm_eval_options options;
    (void)state;
    gm_eval_options_init(&options);
    options.resamples = 40;
    score(&options);
    return 0;
}

static int setup_given(void **state)
{
    gm_eval_options options;
    (void)state;
    gm_eval_options_init(&options);
    options.resamples = 40;
    options.gold_mentions = true;
    score(&options);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gm_eval_free(eval);
    return 0;
}

static void assert_near(double a, double b)
{
    if (!(fabs(a - b) <= 1e-12 * fmax(1, fabs(b))))
        fail_msg("%.17g is not %.17g", a, b);
}

/* Counts, F and its interval, as a row of the scorer has them. */
struct expected {
    gm_eval_rule rule;
    uint64_t right, predicted, gold;
    double f, low, high;
};

static void assert_rates(gm_eval_scope scope, const struct expected *rows)
{
    const gm_eval_view *view = gm_eval_view_get(eval, scope);
    assert_non_null(view);
    for (size_t i = 0; i < GM_EVAL_RULES; i++) {
        const gm_eval_rate *rate = &view->rates[rows[i].rule];
        assert_int_equal(rate->right, rows[i].right);
        assert_int_equal(rate->predicted, rows[i].predicted);
        assert_int_equal(rate->gold, rows[i].gold);
        assert_near(rate->f, rows[i].f);
        assert_near(rate->low, rows[i].low);
        assert_near(rate->high, rows[i].high);
        assert_near(rate->precision,
                    (double)rate->right / (double)rate->predicted);
        assert_near(rate->recall, (double)rate->right / (double)rate->gold);
    }
}

static void rates_are_those_of_the_scorer(void **state)
{
    (void)state;
    static const struct expected rows[GM_EVAL_RULES] = {
        {GM_EVAL_EXACT, 7, 10, 11, 0.6666666666666666, 0.5, 0.7058823529411765},
        {GM_EVAL_NEAR, 9, 10, 11, 0.8571428571428572, 0.823529411764706, 1},
        {GM_EVAL_EUPEG, 7, 8, 10, 0.7777777777777777, 0.7142857142857143, 1},
        {GM_EVAL_OVERLAP, 9, 10, 11, 0.8571428571428572, 0.5,
         0.9411764705882353},
        {GM_EVAL_JOINT, 4, 7, 10, 0.47058823529411764, 0.4615384615384615, 0.5},
        {GM_EVAL_JOINT_PUB, 4, 8, 10, 0.4444444444444445, 0.42857142857142855,
         0.5},
    };
    assert_rates(GM_EVAL_ALL, rows);
}

static void rates_without_demonyms_are_those_of_the_scorer(void **state)
{
    (void)state;
    static const struct expected rows[GM_EVAL_RULES] = {
        {GM_EVAL_EXACT, 6, 9, 10, 0.631578947368421, 0.5, 0.6666666666666666},
        {GM_EVAL_NEAR, 8, 9, 10, 0.8421052631578948, 0.7999999999999999, 1},
        {GM_EVAL_EUPEG, 6, 7, 9, 0.75, 0.6666666666666666, 1},
        {GM_EVAL_OVERLAP, 8, 9, 10, 0.8421052631578948, 0.5,
         0.9333333333333333},
        {GM_EVAL_JOINT, 3, 6, 9, 0.4, 0.36363636363636365, 0.5},
        {GM_EVAL_JOINT_PUB, 3, 7, 9, 0.375, 0.3333333333333333, 0.5},
    };
    assert_rates(GM_EVAL_NO_DEMONYMS, rows);
}

static void distances_are_those_of_the_scorer(void **state)
{
    (void)state;
    const gm_eval_distance *all =
        &gm_eval_view_get(eval, GM_EVAL_ALL)->distance;
    assert_int_equal(all->count, 7);
    assert_near(all->accuracy, 0.5714285714285714);
    assert_near(all->median_km, 4.5269341219466);
    assert_near(all->mean_km, 2802.7078152499985);
    assert_near(all->auc, 0.40752034427265976);
    const gm_eval_distance *rest =
        &gm_eval_view_get(eval, GM_EVAL_NO_DEMONYMS)->distance;
    assert_int_equal(rest->count, 6);
    assert_near(rest->median_km, 2959.791748027343);
    assert_near(rest->auc, 0.4862276314772355);
}

static void calibration_is_of_what_counts(void **state)
{
    (void)state;
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    /* .95 right | .8 .8 right | .9 .9 right | .6 wrong | .5 right | 1 right:
       bins .93-1: .95 1; .87-.93: .9 .9; .8-.87: .8 .8; .6-.67; .47-.53 */
    assert_int_equal(view->recognition.count, 8);
    assert_near(view->recognition.error, (.05 + .2 + .4 + .6 + .5) / 8);
    /* what lies on the gold without a point is left out */
    assert_int_equal(view->confidence.count, 7);
    /* .9 r | .8 r | .7 r | .6 r | .55 w | .4 w | .3 w; .55 is alone in its
       bin, as all are */
    assert_near(view->confidence.error,
                (.1 + .2 + .3 + .4 + .55 + .4 + .3) / 7);
    /* .9/.95 r | .4/.8 w | .8/.8 r | .7/.9 r | .55/1 w */
    assert_int_equal(view->place.count, 5);
    assert_near(view->place.error,
                ((1 - .9 / .95) + .5 + (1 - .7 / .9) + .55) / 5);
    /* of 6.3 of the seven pairs the least sure is kept in part */
    assert_near(view->accuracy_at_90, 4 / 6.3);
}

static const struct gmi_kind *kind_named(const char *name)
{
    const struct gmi_breakdown *breakdown =
        &eval->figures[GM_EVAL_ALL].breakdown;
    for (size_t i = 0; i < breakdown->kind_count; i++)
        if (strcmp(breakdown->kinds[i].name, name) == 0)
            return &breakdown->kinds[i];
    fail_msg("no type %s", name);
    return NULL;
}

static void types_tell_what_was_found_of_them(void **state)
{
    (void)state;
    const struct gmi_kind *plain = kind_named("-");
    assert_int_equal(plain->gold, 3);
    assert_int_equal(plain->found[GMI_RULE_EXACT], 2);
    assert_int_equal(plain->found[GMI_RULE_NEAR], 3);
    assert_int_equal(plain->found[GMI_RULE_OVERLAP], 2);
    assert_int_equal(plain->located, 2);
    assert_int_equal(plain->joint, 1);
    assert_int_equal(plain->as_use[GM_USE_LITERAL], 1);
    assert_int_equal(plain->as_use[GMI_USE_UNTOLD], 2);
    const struct gmi_kind *literal = kind_named("Literal");
    assert_int_equal(literal->gold, 3);
    assert_int_equal(literal->joint, 2);
    assert_int_equal(kind_named("class P")->found[GMI_RULE_OVERLAP], 1);
    assert_int_equal(kind_named("class P")->found[GMI_RULE_NEAR], 0);
}

static void uses_tell_how_often_they_are_right(void **state)
{
    (void)state;
    const struct gmi_use_counts *uses =
        eval->figures[GM_EVAL_ALL].breakdown.uses;
    assert_int_equal(uses[GM_USE_LITERAL].found, 5);
    assert_int_equal(uses[GM_USE_LITERAL].right, 5);
    assert_int_equal(uses[GM_USE_LITERAL].located, 3);
    assert_int_equal(uses[GM_USE_LITERAL].joint, 2);
    assert_int_equal(uses[GM_USE_EMBEDDED].found, 1);
    assert_int_equal(uses[GM_USE_EMBEDDED].right, 0);
    assert_int_equal(uses[GM_USE_LITERAL].told, 3);
    assert_int_equal(uses[GM_USE_LITERAL].told_right, 2);
    assert_int_equal(uses[GM_USE_METONYMIC].gold, 2);
    uint64_t told, right;
    gmi_breakdown_told(&eval->figures[GM_EVAL_ALL].breakdown, &told, &right);
    assert_int_equal(told, 5);
    assert_int_equal(right, 4);
}

static void given_spans_are_charged_without_an_answer(void **state)
{
    (void)state;
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    assert_int_equal(view->distance.count, 10);
    assert_int_equal(view->seen, 8);
    assert_int_equal(view->answered, 7);
    assert_near(view->distance.accuracy, 0.4);
    assert_near(view->distance.median_km, 5915.166481851193);
    assert_near(view->distance.mean_km, 7973.595470675);
    assert_near(view->distance.auc, 0.5997116167058727);
    assert_near(view->accuracy_answered, 0.5714285714285714);
    assert_int_equal(view->with_id, 5);
    assert_near(view->same_id, 0.4);
    assert_near(view->same_or_twin, 0.4);
    assert_near(view->low, 0.375);
    assert_near(view->high, 0.5);
}

static void given_spans_without_demonyms(void **state)
{
    (void)state;
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_NO_DEMONYMS);
    assert_int_equal(view->distance.count, 9);
    assert_int_equal(view->answered, 6);
    assert_near(view->distance.median_km, 5915.276401769646);
    assert_near(view->distance.auc, 0.6729275802628841);
    assert_near(view->same_id, 0.25);
    assert_near(view->low, 0.2857142857142857);
}

static void given_confidences_are_of_the_place_alone(void **state)
{
    (void)state;
    const gm_eval_view *view = gm_eval_view_get(eval, GM_EVAL_ALL);
    assert_int_equal(view->recognition.count, 0);
    assert_int_equal(view->place.count, 0);
    assert_int_equal(view->confidence.count, 7);
    /* of nine of the ten, three without an answer come last */
    assert_near(view->accuracy_at_90, 4. / 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(rates_are_those_of_the_scorer,
                                        setup_found, teardown),
        cmocka_unit_test_setup_teardown(
            rates_without_demonyms_are_those_of_the_scorer, setup_found,
            teardown),
        cmocka_unit_test_setup_teardown(distances_are_those_of_the_scorer,
                                        setup_found, teardown),
        cmocka_unit_test_setup_teardown(calibration_is_of_what_counts,
                                        setup_found, teardown),
        cmocka_unit_test_setup_teardown(types_tell_what_was_found_of_them,
                                        setup_found, teardown),
        cmocka_unit_test_setup_teardown(uses_tell_how_often_they_are_right,
                                        setup_found, teardown),
        cmocka_unit_test_setup_teardown(
            given_spans_are_charged_without_an_answer, setup_given, teardown),
        cmocka_unit_test_setup_teardown(given_spans_without_demonyms,
                                        setup_given, teardown),
        cmocka_unit_test_setup_teardown(
            given_confidences_are_of_the_place_alone, setup_given, teardown),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
