/* SPDX-License-Identifier: MIT */
/* Cutting rings along meridians and parallels. */
#include "geo/clip.h"

#include "base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const gm_lonlat SQUARE[] = {{0, 0}, {4, 0}, {4, 4}, {0, 4}};

static double area_of(const struct gmi_path *path)
{
    double sum = 0;
    for (size_t i = 0; i < path->count; i++) {
        const gm_lonlat a = path->points[i];
        const gm_lonlat b = path->points[(i + 1) % path->count];
        sum += a.longitude * b.latitude - b.longitude * a.latitude;
    }
    return sum / 2;
}

static double cut(enum gmi_side side, double at)
{
    struct gmi_path path = {0};
    gmi_clip_ring(SQUARE, 4, side, at, &path);
    const double area = area_of(&path);
    gmi_path_release(&path);
    return area;
}

static void each_side_keeps_its_part(void **state)
{
    (void)state;
    assert_true(cut(GMI_WEST_OF, 1) == 4);
    assert_true(cut(GMI_EAST_OF, 1) == 12);
    assert_true(cut(GMI_SOUTH_OF, 1) == 4);
    assert_true(cut(GMI_NORTH_OF, 1) == 12);
}

static void all_or_nothing_beyond_the_edges(void **state)
{
    (void)state;
    assert_true(cut(GMI_WEST_OF, 4) == 16);
    assert_true(cut(GMI_WEST_OF, -0.1) == 0);
    assert_true(cut(GMI_NORTH_OF, 9) == 0);
    assert_true(cut(GMI_NORTH_OF, -9) == 16);
}

static void a_window_cuts_on_four_sides(void **state)
{
    (void)state;
    const struct gmi_window window = {1, -1, 3, 2};
    struct gmi_path scratch = {0}, path = {0};
    gmi_clip_ring_to(SQUARE, 4, &window, &scratch, &path);
    assert_true(area_of(&path) == 4);
    for (size_t i = 0; i < path.count; i++) {
        assert_true(path.points[i].longitude >= 1);
        assert_true(path.points[i].longitude <= 3);
        assert_true(path.points[i].latitude >= 0);
        assert_true(path.points[i].latitude <= 2);
    }
    gmi_clip_ring_to(SQUARE, 0, &window, &scratch, &path);
    assert_int_equal(path.count, 0);
    gmi_path_release(&scratch);
    gmi_path_release(&path);
}

static void out_of_memory_is_kept(void **state)
{
    (void)state;
    const struct gmi_window window = {-9, -9, 9, 9};
    struct gmi_path scratch = {0}, path = {0};
    for (long i = 0; i < 2; i++) {
        gmi_memory_fail_after(i);
        gmi_clip_ring_to(SQUARE, 4, &window, &scratch, &path);
        gmi_memory_fail_after(-1);
        assert_true(path.is_failed);
        gmi_path_release(&scratch);
        gmi_path_release(&path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_side_keeps_its_part),
        cmocka_unit_test(all_or_nothing_beyond_the_edges),
        cmocka_unit_test(a_window_cuts_on_four_sides),
        cmocka_unit_test(out_of_memory_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
