/* SPDX-License-Identifier: MIT */
/* From what weights say to what can be relied on. */
#include "model/calibration.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void one_and_none_change_nothing(void **state)
{
    (void)state;
    const struct gmi_calibration same = {1, 0};
    for (double p = 0.001; p < 1; p += 0.01)
        assert_true(fabs(gmi_calibrate(&same, p) - p) < 1e-9);
}

static void slope_and_shift_are_of_the_log_odds(void **state)
{
    (void)state;
    const struct gmi_calibration half = {0.5f, 0}, up = {1, 1};
    /* odds of 9 become 3, and odds of 1 become e */
    assert_true(fabs(gmi_calibrate(&half, 0.9) - 0.75) < 1e-6);
    assert_true(fabs(gmi_calibrate(&up, 0.5) - 1 / (1 + exp(-1))) < 1e-6);
}

static void certainty_stays_below_one(void **state)
{
    (void)state;
    const struct gmi_calibration c = {0.8f, 0.4f};
    assert_true(gmi_calibrate(&c, 1) < 1 && gmi_calibrate(&c, 1) > 0.999);
    assert_true(gmi_calibrate(&c, 0) > 0 && gmi_calibrate(&c, 0) < 0.001);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_and_none_change_nothing),
        cmocka_unit_test(slope_and_shift_are_of_the_log_odds),
        cmocka_unit_test(certainty_stays_below_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
