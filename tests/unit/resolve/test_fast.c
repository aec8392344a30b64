/* SPDX-License-Identifier: MIT */
/* Logarithm and exponential of plain additions and products. */
#include "resolve/fast.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void logarithms_have_five_digits(void **state)
{
    (void)state;
    for (double x = 1e-30; x < 1e30; x *= 1.07)
        assert_true(fabs((double)gmi_log2_fast((float)x) - log2(x)) < 1e-4);
}

static void exponentials_have_five_digits(void **state)
{
    (void)state;
    for (double x = -80; x < 80; x += 0.037)
        assert_true(fabs((double)gmi_exp_fast((float)x) / exp(x) - 1) < 1e-4);
}

static void exponentials_stay_finite(void **state)
{
    (void)state;
    assert_true(gmi_exp_fast(-1e9f) == 0);
    assert_true(isfinite(gmi_exp_fast(1e9f)));
    assert_true(gmi_exp_fast(0) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_have_five_digits),
        cmocka_unit_test(exponentials_have_five_digits),
        cmocka_unit_test(exponentials_stay_finite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
