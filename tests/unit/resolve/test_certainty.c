/* SPDX-License-Identifier: MIT */
#include "resolve/certainty.h"

#include "resolve/features.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct gmi_certainty some = {{0.8f, 0.2f},
                                          {0.5f, -0.5f, -1, 0.25f}};

static void features_are_those_of_the_row(void **state)
{
    (void)state;
    float vector[GMI_FEATURE_COUNT] = {0}, features[GMI_CERTAINTY_FEATURES];
    gmi_certainty_features(vector, features);
    assert_true(features[0] == 0 && features[1] == 0);
    vector[GMI_F_IS_LETTERS] = 1;
    vector[GMI_F_IS_SEAT2] = 0.5f;
    gmi_certainty_features(vector, features);
    assert_true(features[0] == 1 && features[1] == 0.5f);
    assert_true(features[2] == 0 && features[3] == 0);
    vector[GMI_F_PARENT_ELSEWHERE] = 0.7f;
    vector[GMI_F_IS_ENGLISH] = 1;
    gmi_certainty_features(vector, features);
    assert_true(features[2] == 0.7f && features[3] == 1);
}

static void a_feature_moves_the_certainty_by_its_weight(void **state)
{
    (void)state;
    static const float none[GMI_CERTAINTY_FEATURES] = {0},
                       spelt[GMI_CERTAINTY_FEATURES] = {1},
                       all[GMI_CERTAINTY_FEATURES] = {1, 1, 1, 1};
    const double plain = gmi_certainty_of(&some, 0.7, none);
    assert_true(fabs(plain - gmi_calibrate(&some.calibration, 0.7)) < 1e-9);
    const double more = gmi_certainty_of(&some, 0.7, spelt);
    assert_true(fabs(log(more / (1 - more)) - log(plain / (1 - plain)) -
                     0.5) < 1e-6);
    const double less = gmi_certainty_of(&some, 0.7, all);
    assert_true(fabs(log(less / (1 - less)) - log(plain / (1 - plain)) +
                     0.75) < 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(features_are_those_of_the_row),
        cmocka_unit_test(a_feature_moves_the_certainty_by_its_weight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
