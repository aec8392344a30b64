/* SPDX-License-Identifier: MIT */
/* Projections of maps. */
#include "geo/projection.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void assert_near(double found, double expected, double tolerance)
{
    if (!(fabs(found - expected) <= tolerance))
        fail_msg("%.12g is not %.12g within %g", found, expected, tolerance);
}

static void equirectangular_is_true_along_its_parallel(void **state)
{
    (void)state;
    const struct gmi_projection map = {GMI_EQUIRECTANGULAR, 60};
    const struct gmi_plane a = gmi_project(&map, 10, 60);
    const struct gmi_plane b = gmi_project(&map, 11, 60);
    const struct gmi_plane c = gmi_project(&map, 10, 61);
    assert_near(b.x - a.x, cos(M_PI / 3) * M_PI / 180, 1e-15);
    assert_near(c.y - a.y, M_PI / 180, 1e-15);
    assert_near(c.x, a.x, 1e-15);
}

/* Of PROJ 9.1.1, +proj=eqearth +R=1. */
static void equal_earth_agrees_with_proj(void **state)
{
    (void)state;
    static const struct {
        double longitude, latitude, x, y;
    } KNOWN[] = {{0, 0, 0, 0},
                 {44.51361, 40.18111, 0.592570015, 0.777789889},
                 {-180, 90, -1.603588648, 1.317362759},
                 {180, -33.5, 2.489228006, -0.657917607}};
    const struct gmi_projection map = {GMI_EQUAL_EARTH, 0};
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
        const struct gmi_plane at =
            gmi_project(&map, KNOWN[i].longitude, KNOWN[i].latitude);
        assert_near(at.x, KNOWN[i].x, 1e-9);
        assert_near(at.y, KNOWN[i].y, 1e-9);
    }
}

static void equal_earth_keeps_areas(void **state)
{
    (void)state;
    const struct gmi_projection map = {GMI_EQUAL_EARTH, 0};
    const double step = 0.01;
    for (double latitude = -80; latitude <= 80; latitude += 40) {
        const struct gmi_plane a = gmi_project(&map, 20, latitude);
        const struct gmi_plane east = gmi_project(&map, 20 + step, latitude);
        const struct gmi_plane north = gmi_project(&map, 20, latitude + step);
        const double area =
            (east.x - a.x) * (north.y - a.y) - (east.y - a.y) * (north.x - a.x);
        const double radian = M_PI / 180;
        const double wanted =
            step * radian *
            (sin((latitude + step) * radian) - sin(latitude * radian));
        assert_near(area / wanted, 1, 1e-3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equirectangular_is_true_along_its_parallel),
        cmocka_unit_test(equal_earth_agrees_with_proj),
        cmocka_unit_test(equal_earth_keeps_areas),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
