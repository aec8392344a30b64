/* SPDX-License-Identifier: MIT */
/* src/evaluate/distance.c: errors in km, and what they sum up to. */
#include "evaluate/distance.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>

static void assert_near(double a, double b, double tolerance)
{
    if (!(fabs(a - b) <= tolerance))
        fail_msg("%.17g is not %.17g", a, b);
}

static double km(double lat1, double lon1, double lat2, double lon2)
{
    return gmi_eval_km((struct gmi_point){lon1, lat1},
                       (struct gmi_point){lon2, lat2});
}

static void distance_is_on_a_sphere_of_6371_km(void **state)
{
    (void)state;
    assert_near(km(51.5074, -0.1278, 48.8566, 2.3522), 343.6, .1);
    assert_near(km(0, 0, 0, 180), 3.14159265358979 * 6371, 1e-6);
    assert_near(km(90, 0, -90, 0), 3.14159265358979 * 6371, 1e-6);
    assert_near(km(10, 179.9, 10, -179.9), 21.9, .1);
    assert_true(km(48.85, 2.35, 48.85, 2.35) == 0);
}

static gm_eval_distance sum_of(const double *items, size_t count)
{
    struct gmi_distances distances = {0};
    for (size_t i = 0; i < count; i++)
        assert_true(gmi_distances_add(&distances, items[i]));
    const gm_eval_distance sum = gmi_distances_sum(&distances, 161);
    gmi_release(distances.items);
    return sum;
}

static void nothing_sums_up_to_nothing(void **state)
{
    (void)state;
    const gm_eval_distance sum = sum_of(NULL, 0);
    assert_int_equal(sum.count, 0);
    assert_true(isnan(sum.accuracy) && isnan(sum.median_km) &&
                isnan(sum.mean_km) && isnan(sum.auc));
}

static void limit_itself_is_wrong(void **state)
{
    (void)state;
    static const double items[] = {161, 160.999};
    assert_near(sum_of(items, 2).accuracy, .5, 0);
}

static void median_is_the_middle_or_between_two(void **state)
{
    (void)state;
    static const double items[] = {300, 1, 20, 4};
    assert_near(sum_of(items, 3).median_km, 20, 0);
    assert_near(sum_of(items, 4).median_km, 12, 0);
    assert_near(sum_of(items, 4).mean_km, 81.25, 1e-12);
}

static void auc_goes_from_best_to_worst(void **state)
{
    (void)state;
    static const double best[] = {0, 0, 0};
    static const double worst[] = {20039, 20039};
    static const double one[] = {100};
    assert_near(sum_of(best, 3).auc, 0, 0);
    assert_near(sum_of(worst, 2).auc, 1, 1e-5);
    assert_near(sum_of(one, 1).auc, log(101) / log(20039), 1e-15);
    static const double three[] = {10, 0, 1000};
    assert_near(sum_of(three, 3).auc,
                (log(11) + log(1001) / 2) / log(20039) / 2, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distance_is_on_a_sphere_of_6371_km),
        cmocka_unit_test(nothing_sums_up_to_nothing),
        cmocka_unit_test(limit_itself_is_wrong),
        cmocka_unit_test(median_is_the_middle_or_between_two),
        cmocka_unit_test(auc_goes_from_best_to_worst),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
