/* SPDX-License-Identifier: MIT */
/* The part of the earth that a picture of points should show. */
#include "geo/extent.h"

#include "base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define AT(longitude, latitude)                                                \
    {                                                                          \
        {longitude, latitude}, 1, false                                        \
    }

static struct gmi_window fit(struct gmi_weighted *points, size_t count)
{
    struct gmi_window window;
    assert_int_equal(gmi_extent_fit(points, count, &window, NULL), GM_OK);
    return window;
}

static void assert_window(struct gmi_window window, double west, double south,
                          double east, double north)
{
    if (window.west != west || window.south != south || window.east != east ||
        window.north != north)
        fail_msg("%g %g %g %g", window.west, window.south, window.east,
                 window.north);
}

static void one_point_is_its_own_window(void **state)
{
    (void)state;
    struct gmi_weighted points[] = {AT(44.5, 40)};
    assert_window(fit(points, 1), 44.5, 40, 44.5, 40);
    assert_false(points[0].is_outside);
}

static void few_points_are_all_inside(void **state)
{
    (void)state;
    struct gmi_weighted points[] = {AT(44, 40), AT(45, 40), AT(44, 41),
                                    AT(2, 48)};
    assert_window(fit(points, 4), 2, 40, 45, 48);
}

/* Twenty villages in a square of two degrees, and some capitals. */
static size_t villages(struct gmi_weighted *points)
{
    for (size_t i = 0; i < 20; i++)
        points[i] = (struct gmi_weighted)AT(44 + 0.5 * (double)(i % 5),
                                            39 + 0.6 * (double)(i / 5));
    return 20;
}

static void far_points_of_little_weight_are_left_out(void **state)
{
    (void)state;
    struct gmi_weighted points[24];
    const size_t count = villages(points);
    points[count] = (struct gmi_weighted)AT(-77, 39);
    points[count + 1] = (struct gmi_weighted)AT(139, 35);
    assert_window(fit(points, count + 2), 44, 39, 46, 40.8);
    assert_true(points[count].is_outside);
    assert_true(points[count + 1].is_outside);
    assert_false(points[0].is_outside);
}

static void a_far_point_of_much_weight_stays(void **state)
{
    (void)state;
    struct gmi_weighted points[24];
    const size_t count = villages(points);
    points[count] = (struct gmi_weighted)AT(2, 48);
    points[count].weight = 15;
    assert_window(fit(points, count + 1), 2, 39, 46, 48);
}

static void a_near_point_is_not_worth_leaving_out(void **state)
{
    (void)state;
    struct gmi_weighted points[24];
    const size_t count = villages(points);
    points[count] = (struct gmi_weighted)AT(46.9, 40);
    points[count + 1] = (struct gmi_weighted)AT(-77, 39);
    assert_window(fit(points, count + 2), 44, 39, 46.9, 40.8);
}

static void the_window_lies_across_the_antimeridian(void **state)
{
    (void)state;
    struct gmi_weighted points[] = {AT(178, -18), AT(-172, -14), AT(175, -37)};
    const struct gmi_window window = fit(points, 3);
    assert_window(window, 175, -37, 188, -14);
    assert_true(gmi_window_contains(&window, (struct gmi_point){-175, -20}));
    assert_true(gmi_window_contains(&window, (struct gmi_point){180, -20}));
    assert_false(gmi_window_contains(&window, (struct gmi_point){-170, -20}));
    assert_true(gmi_window_longitude(&window, -172) == 188);
    assert_true(gmi_window_longitude(&window, 178) == 178);
}

static void order_of_points_does_not_matter(void **state)
{
    (void)state;
    struct gmi_weighted a[24], b[24];
    const size_t count = villages(a) + 1;
    a[count - 1] = (struct gmi_weighted)AT(-77, 39);
    for (size_t i = 0; i < count; i++)
        b[i] = a[count - 1 - i];
    const struct gmi_window first = fit(a, count), second = fit(b, count);
    assert_memory_equal(&first, &second, sizeof first);
}

static void out_of_memory_is_said(void **state)
{
    (void)state;
    struct gmi_weighted points[] = {AT(1, 2)};
    struct gmi_window window;
    for (long i = 0; i < 3; i++) {
        gmi_memory_fail_after(i);
        assert_int_equal(gmi_extent_fit(points, 1, &window, NULL),
                         GM_ERR_MEMORY);
    }
    gmi_memory_fail_after(-1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_point_is_its_own_window),
        cmocka_unit_test(few_points_are_all_inside),
        cmocka_unit_test(far_points_of_little_weight_are_left_out),
        cmocka_unit_test(a_far_point_of_much_weight_stays),
        cmocka_unit_test(a_near_point_is_not_worth_leaving_out),
        cmocka_unit_test(the_window_lies_across_the_antimeridian),
        cmocka_unit_test(order_of_points_does_not_matter),
        cmocka_unit_test(out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
