/* SPDX-License-Identifier: MIT */
/* Numbers as text. */
#include "write/number.h"

#include <float.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

static void assert_number(double value, int decimals, enum gmi_zeros zeros,
                          const char *expected)
{
    struct gmi_buffer out = {0};
    gmi_number_add(&out, value, decimals, zeros);
    assert_string_equal(out.data, expected);
    gmi_buffer_release(&out);
}

static void zeros_are_trimmed_or_kept(void **state)
{
    (void)state;
    assert_number(44.51361, 7, GMI_ZEROS_TRIM, "44.51361");
    assert_number(44.51361, 7, GMI_ZEROS_KEEP, "44.5136100");
    assert_number(40, 5, GMI_ZEROS_TRIM, "40");
    assert_number(40, 5, GMI_ZEROS_KEEP, "40.00000");
    assert_number(100, 0, GMI_ZEROS_TRIM, "100");
    assert_number(0.05, 2, GMI_ZEROS_TRIM, "0.05");
    assert_number(1010.10, 4, GMI_ZEROS_TRIM, "1010.1");
}

static void numbers_are_rounded(void **state)
{
    (void)state;
    assert_number(0.97654, 2, GMI_ZEROS_TRIM, "0.98");
    assert_number(0.999, 2, GMI_ZEROS_TRIM, "1");
    assert_number(-179.99999999, 7, GMI_ZEROS_TRIM, "-180");
    assert_number(2.5, 0, GMI_ZEROS_TRIM, "3");
}

static void zero_has_no_sign(void **state)
{
    (void)state;
    assert_number(-0.0, 3, GMI_ZEROS_TRIM, "0");
    assert_number(-0.0004, 3, GMI_ZEROS_KEEP, "0.000");
    assert_number(-0.0006, 3, GMI_ZEROS_TRIM, "-0.001");
}

static void large_numbers_lose_decimals_and_not_digits(void **state)
{
    (void)state;
    assert_number(123456789012345.0, 12, GMI_ZEROS_TRIM, "123456789012345");
    assert_number(9007199254740993.0, 3, GMI_ZEROS_TRIM, "9007199254740992");
    assert_number(-1e22, 7, GMI_ZEROS_KEEP, "-10000000000000000000000");
    struct gmi_buffer out = {0};
    gmi_number_add(&out, DBL_MAX, 12, GMI_ZEROS_TRIM);
    assert_int_equal(out.length, 309);
    gmi_buffer_release(&out);
}

static void degrees_are_off_by_half_a_unit_at_most(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    for (int i = 0; i < 100000; i++) {
        const double value = (i - 50000) * 0.0035971 + 1e-9 * i;
        gmi_buffer_clear(&out);
        gmi_number_add(&out, value, 7, GMI_ZEROS_TRIM);
        const double difference = strtod(out.data, NULL) - value;
        assert_true(difference <= 0.5001e-7 && difference >= -0.5001e-7);
    }
    gmi_buffer_release(&out);
}

static void integers_of_any_size(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    gmi_integer_add(&out, INT64_MIN);
    gmi_buffer_add_char(&out, ' ');
    gmi_integer_add(&out, 0);
    gmi_buffer_add_char(&out, ' ');
    gmi_integer_add(&out, INT64_MAX);
    assert_string_equal(out.data, "-9223372036854775808 0 9223372036854775807");
    gmi_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(zeros_are_trimmed_or_kept),
        cmocka_unit_test(numbers_are_rounded),
        cmocka_unit_test(zero_has_no_sign),
        cmocka_unit_test(large_numbers_lose_decimals_and_not_digits),
        cmocka_unit_test(degrees_are_off_by_half_a_unit_at_most),
        cmocka_unit_test(integers_of_any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
