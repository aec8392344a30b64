/* SPDX-License-Identifier: MIT */
/* src/cli/number.c: numbers as people type them. */
#include "cli/number.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void decimal_numbers_are_taken(void **state)
{
    (void)state;
    double number = 0;
    assert_true(number_parse("-12.5", &number));
    assert_true(number == -12.5);
    assert_true(number_parse("+3", &number));
    assert_true(number == 3);
    assert_true(number_parse("1e-2", &number));
    assert_true(number == 0.01);
    assert_true(number_parse(".5", &number));
    assert_true(number == 0.5);
}

static void anything_else_is_refused(void **state)
{
    (void)state;
    static const char *const BAD[] = {"",    " ",     "1 ",    " 1",  "nan",
                                      "inf", "0x10",  "1e",    "--1", "1,5",
                                      "e",   "1.2.3", "1e999", "x"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        double number;
        if (number_parse(BAD[i], &number))
            fail_msg("'%s' was taken", BAD[i]);
    }
}

static void lists_have_as_many_numbers_as_allowed(void **state)
{
    (void)state;
    double numbers[3] = {0};
    size_t count = 0;
    assert_true(number_parse_list("44.5,-40", 2, 3, numbers, &count));
    assert_int_equal(count, 2);
    assert_true(numbers[0] == 44.5 && numbers[1] == -40);
    assert_true(number_parse_list("1,2,3", 2, 3, numbers, &count));
    assert_int_equal(count, 3);
    assert_false(number_parse_list("1", 2, 3, numbers, &count));
    assert_false(number_parse_list("1,2,3,4", 2, 3, numbers, &count));
    assert_false(number_parse_list("1,2,", 2, 3, numbers, &count));
    assert_false(number_parse_list(",1,2", 2, 3, numbers, &count));
    assert_false(number_parse_list("", 0, 3, numbers, &count));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimal_numbers_are_taken),
        cmocka_unit_test(anything_else_is_refused),
        cmocka_unit_test(lists_have_as_many_numbers_as_allowed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
