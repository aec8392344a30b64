/* SPDX-License-Identifier: MIT */
/* src/evaluate/resample.c: the generator, and intervals. */
#include "evaluate/resample.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

/* random.Random(1).random() of Python, and the 1000th. */
static void generator_is_that_of_python(void **state)
{
    (void)state;
    struct gmi_twister twister;
    gmi_twister_init(&twister, 1);
    assert_true(gmi_twister_next(&twister) == 0.13436424411240122);
    assert_true(gmi_twister_next(&twister) == 0.8474337369372327);
    for (int i = 3; i < 1000; i++)
        gmi_twister_next(&twister);
    assert_true(gmi_twister_next(&twister) == 0.7062615472551386);
    gmi_twister_init(&twister, 12345);
    assert_true(gmi_twister_next(&twister) == 0.41661987254534116);
}

static double share(uint64_t right, uint64_t predicted, uint64_t gold)
{
    (void)predicted;
    return gold ? (double)right / (double)gold : 0;
}

static void figures_come_sorted_and_within_those_of_documents(void **state)
{
    (void)state;
    static const struct gmi_row rows[] = {{1, 0, 4}, {3, 0, 4}, {2, 0, 4}};
    double values[50];
    struct gmi_twister twister;
    gmi_twister_init(&twister, 1);
    gmi_resample(&twister, rows, 3, 50, share, values);
    assert_true(values[0] >= .25 && values[49] <= .75);
    assert_true(values[0] < values[49]);
    for (int i = 1; i < 50; i++)
        assert_true(values[i - 1] <= values[i]);
}

static void one_document_has_no_spread(void **state)
{
    (void)state;
    static const struct gmi_row row = {1, 2, 2};
    double values[3];
    struct gmi_twister twister;
    gmi_twister_init(&twister, 1);
    gmi_resample(&twister, &row, 1, 3, share, values);
    assert_true(values[0] == .5 && values[2] == .5);
}

static void interval_is_the_middle(void **state)
{
    (void)state;
    double values[1001], low, high;
    for (int i = 0; i < 1001; i++)
        values[i] = i;
    gmi_interval(values, 1001, &low, &high);
    assert_true(low == 25 && high == 975);
    gmi_interval(values, 1, &low, &high);
    assert_true(low == 0 && high == 0);
    gmi_interval(values, 2, &low, &high);
    assert_true(low == 0 && high == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(generator_is_that_of_python),
        cmocka_unit_test(figures_come_sorted_and_within_those_of_documents),
        cmocka_unit_test(one_document_has_no_spread),
        cmocka_unit_test(interval_is_the_middle),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
