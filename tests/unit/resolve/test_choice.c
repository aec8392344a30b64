/* SPDX-License-Identifier: MIT */
/* The answer among rows, by their scores. */
#include "resolve/choice.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

enum { ROWS = 3 };

/* Two rows 20 km apart on the equator, and one on the other side. */
static const float X[] = {1, 0.999995f, -1}, Y[] = {0, 0.0031392f, 0},
                   Z[] = {0, 0, 0};

static struct gmi_choice find(const float scores[ROWS], float null_score,
                              float probabilities[ROWS])
{
    const struct gmi_rivals rivals = {.scores = scores,
                                      .x = X,
                                      .y = Y,
                                      .z = Z,
                                      .count = ROWS,
                                      .null_score = null_score};
    return gmi_choice_find(&rivals, probabilities);
}

static void probabilities_are_a_softmax_with_none(void **state)
{
    (void)state;
    const float scores[ROWS] = {0, -1, 1};
    float p[ROWS];
    find(scores, 0.5f, p);
    const double sum = 1 + exp(-1) + exp(1) + exp(0.5);
    assert_true(fabs((double)p[0] - 1 / sum) < 1e-4);
    assert_true(fabs((double)p[1] - exp(-1) / sum) < 1e-4);
    assert_true(fabs((double)p[2] - exp(1) / sum) < 1e-4);
}

static void the_likeliest_row_wins(void **state)
{
    (void)state;
    const float scores[ROWS] = {0, -1, 3};
    float p[ROWS];
    const struct gmi_choice choice = find(scores, -5, p);
    assert_int_equal(choice.row, 2);
    assert_true(fabsf(choice.probability - p[2]) < 1e-6f);
}

static void rows_at_one_place_win_together(void **state)
{
    (void)state;
    const float scores[ROWS] = {0, 0.1f, 0.5f};
    float p[ROWS];
    const struct gmi_choice choice = find(scores, -5, p);
    assert_true(p[2] > p[0] && p[2] > p[1]);
    assert_int_equal(choice.row, 1);
    assert_true(fabsf(choice.probability - (p[0] + p[1])) < 1e-6f);
}

static void none_takes_its_share(void **state)
{
    (void)state;
    const float scores[ROWS] = {0, -9, -9};
    float p[ROWS];
    const struct gmi_choice choice = find(scores, 4, p);
    assert_int_equal(choice.row, 0);
    assert_true(choice.probability < 0.02f);
}

static void huge_scores_are_no_trouble(void **state)
{
    (void)state;
    const float scores[ROWS] = {1e6f, -1e6f, 0};
    float p[ROWS];
    const struct gmi_choice choice = find(scores, -1e6f, p);
    assert_int_equal(choice.row, 0);
    assert_true(fabsf(choice.probability - 1) < 1e-6f);
    assert_true(p[1] == 0);
}

static void rows_without_a_point_are_at_no_place(void **state)
{
    (void)state;
    static const float nowhere[] = {0, 0, 1};
    static const float zero[ROWS] = {0};
    const float scores[ROWS] = {0, 0, 0.3f};
    float p[ROWS];
    const struct gmi_rivals rivals = {.scores = scores,
                                      .x = nowhere,
                                      .y = zero,
                                      .z = zero,
                                      .count = ROWS,
                                      .null_score = -5};
    assert_int_equal(gmi_choice_find(&rivals, p).row, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(probabilities_are_a_softmax_with_none),
        cmocka_unit_test(the_likeliest_row_wins),
        cmocka_unit_test(rows_at_one_place_win_together),
        cmocka_unit_test(none_takes_its_share),
        cmocka_unit_test(huge_scores_are_no_trouble),
        cmocka_unit_test(rows_without_a_point_are_at_no_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
