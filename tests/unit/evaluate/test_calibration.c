/* SPDX-License-Identifier: MIT */
/* src/evaluate/calibration.c: whether probabilities are to be believed. */
#include "evaluate/calibration.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

static struct gmi_claims claims;

static int setup(void **state)
{
    (void)state;
    claims.count = 0;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gmi_release(claims.items);
    return 0;
}

/* `count` claims of that probability, of which `right` are right. */
static void add(double probability, int count, int right)
{
    for (int i = 0; i < count; i++)
        assert_true(gmi_claims_add(&claims, probability, i < right));
}

static void assert_near(double a, double b)
{
    if (!(fabs(a - b) <= 1e-12))
        fail_msg("%.17g is not %.17g", a, b);
}

static void what_comes_true_as_often_as_said_has_no_error(void **state)
{
    (void)state;
    add(.5, 10, 5);
    add(.9, 10, 9);
    add(1, 3, 3);
    add(0, 3, 0);
    const gm_eval_calibration calibration = gmi_claims_calibration(&claims);
    assert_int_equal(calibration.count, 26);
    assert_near(calibration.error, 0);
}

static void error_is_weighted_by_the_size_of_bins(void **state)
{
    (void)state;
    add(.9, 8, 6); /* off by .15 */
    add(.1, 2, 1); /* off by .4 */
    assert_near(gmi_claims_calibration(&claims).error, .8 * .15 + .2 * .4);
}

static void within_a_bin_errors_cancel(void **state)
{
    (void)state;
    add(.94, 1, 1); /* both in the last bin, from 14/15 */
    add(1, 1, 0);
    assert_near(gmi_claims_calibration(&claims).error, (.94 + 1 - 1) / 2);
    add(.93, 1, 1); /* and this in the one before */
    assert_near(gmi_claims_calibration(&claims).error, (.94 + .07) / 3);
}

static void probabilities_out_of_range_are_in_the_outer_bins(void **state)
{
    (void)state;
    add(1.5, 1, 1);
    add(-.5, 1, 0);
    assert_near(gmi_claims_calibration(&claims).error, .5);
}

static void untold_probabilities_are_left_out(void **state)
{
    (void)state;
    add(NAN, 5, 5);
    const gm_eval_calibration calibration = gmi_claims_calibration(&claims);
    assert_int_equal(calibration.count, 0);
    assert_true(isnan(calibration.error));
    assert_true(isnan(gmi_claims_best(&claims, .9)));
}

static void best_are_the_likeliest(void **state)
{
    (void)state;
    add(.2, 1, 0);
    add(.9, 5, 5);
    add(.5, 4, 2);
    assert_near(gmi_claims_best(&claims, .9), 7. / 9);
    assert_near(gmi_claims_best(&claims, .5), 1);
    assert_near(gmi_claims_best(&claims, 1), .7);
}

static void equally_likely_ones_are_kept_in_part(void **state)
{
    (void)state;
    add(.9, 5, 5);
    add(.5, 5, 2);
    assert_near(gmi_claims_best(&claims, .9), (5 + 2 * .8) / 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(what_comes_true_as_often_as_said_has_no_error,
                               setup),
        cmocka_unit_test_setup(error_is_weighted_by_the_size_of_bins, setup),
        cmocka_unit_test_setup(within_a_bin_errors_cancel, setup),
        cmocka_unit_test_setup(probabilities_out_of_range_are_in_the_outer_bins,
                               setup),
        cmocka_unit_test_setup(untold_probabilities_are_left_out, setup),
        cmocka_unit_test_setup(best_are_the_likeliest, setup),
        cmocka_unit_test_setup(equally_likely_ones_are_kept_in_part, setup),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
