/* SPDX-License-Identifier: MIT */
/* Fitting a calibration to answers. */
#include "train/calibrate.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Answers that are right as often as slope and shift say. */
static struct gmi_calibration fit_to(double slope, double shift, double weight)
{
    struct gmi_fit fit;
    gmi_fit_init(&fit, 0);
    for (int round = 0; round < GMI_FIT_ROUNDS; round++) {
        gmi_fit_begin_round(&fit);
        for (double x = -5; x <= 5; x += 0.25) {
            const double p = 1 / (1 + exp(-x));
            const double q = 1 / (1 + exp(-(slope * x + shift)));
            gmi_fit_add(&fit, p, NULL, true, weight * q);
            gmi_fit_add(&fit, p, NULL, false, weight * (1 - q));
        }
        gmi_fit_end_round(&fit);
    }
    return gmi_fit_calibration(&fit);
}

static void slope_and_shift_are_found(void **state)
{
    (void)state;
    const struct gmi_calibration c = fit_to(0.7, 0.4, 1000);
    assert_true(fabsf(c.slope - 0.7f) < 0.01f);
    assert_true(fabsf(c.shift - 0.4f) < 0.01f);
}

static void few_answers_change_little(void **state)
{
    (void)state;
    const struct gmi_calibration c = fit_to(0.3, 2, 1e-4);
    assert_true(fabsf(c.slope - 1) < 0.05f && fabsf(c.shift) < 0.05f);
}

static void no_answers_change_nothing(void **state)
{
    (void)state;
    const struct gmi_calibration c = fit_to(0.3, 2, 0);
    assert_true(fabsf(c.slope - 1) < 1e-4f && fabsf(c.shift) < 1e-4f);
}

static void answers_that_contradict_keep_what_was(void **state)
{
    (void)state;
    const struct gmi_calibration c = fit_to(-2, 0, 1000);
    assert_true(c.slope == 1 && c.shift == 0);
}

/* Half of the answers have a feature and are right more often for it. */
static void what_features_weigh_is_found(void **state)
{
    (void)state;
    struct gmi_fit fit;
    gmi_fit_init(&fit, 2);
    for (int round = 0; round < GMI_FIT_ROUNDS; round++) {
        gmi_fit_begin_round(&fit);
        for (int i = 0; i < 80; i++) {
            const float features[2] = {(float)(i % 2), (float)(i / 2 % 2)};
            const double x = -5 + i / 8.0;
            const double p = 1 / (1 + exp(-x));
            const double q =
                1 / (1 + exp(-(0.8 * x - 0.2 + 0.6 * (double)features[0] -
                               0.5 * (double)features[1])));
            gmi_fit_add(&fit, p, features, true, 1000 * q);
            gmi_fit_add(&fit, p, features, false, 1000 * (1 - q));
        }
        gmi_fit_end_round(&fit);
    }
    const struct gmi_calibration c = gmi_fit_calibration(&fit);
    assert_true(fabsf(c.slope - 0.8f) < 0.01f);
    assert_true(fabsf(c.shift + 0.2f) < 0.01f);
    assert_true(fabsf(gmi_fit_weight(&fit, 0) - 0.6f) < 0.01f);
    assert_true(fabsf(gmi_fit_weight(&fit, 1) + 0.5f) < 0.01f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slope_and_shift_are_found),
        cmocka_unit_test(what_features_weigh_is_found),
        cmocka_unit_test(few_answers_change_little),
        cmocka_unit_test(no_answers_change_nothing),
        cmocka_unit_test(answers_that_contradict_keep_what_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
