/* SPDX-License-Identifier: MIT */
/* Which part of the earth a map shows, and where places are on it. */
#include "write/map_frame.h"

#include "geo/sphere.h"
#include "write/map_style.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static const struct gmi_map_room ROOM = {960, 430, 640};

static struct gmi_listed_place at(double longitude, double latitude,
                                  const char *feature)
{
    struct gmi_listed_place listed = {.has_point = true, .mentions = 1};
    listed.place = (gm_place){
        .longitude = longitude, .latitude = latitude, .radius_km = 5};
    strcpy(listed.place.feature, feature);
    return listed;
}

static struct gmi_map_frame fit(struct gmi_listed_place *listed, size_t count)
{
    const struct gmi_place_list places = {.places = listed, .count = count};
    struct gmi_map_frame frame;
    assert_int_equal(gmi_map_frame_fit(&places, &ROOM, &frame, NULL), GM_OK);
    assert_true(frame.width == 960);
    assert_true(frame.height >= 400 && frame.height <= 640.01);
    for (size_t i = 0; i < count; i++) {
        struct gmi_spot spot;
        assert_true(gmi_map_place(&frame, &listed[i].place, &spot));
        assert_true(spot.x >= 0 && spot.x <= frame.width && spot.y >= 0 &&
                    spot.y <= frame.height);
    }
    return frame;
}

static void a_village_is_shown_with_its_surroundings(void **state)
{
    (void)state;
    struct gmi_listed_place listed[] = {at(44.5, 40, "P.PPL")};
    const struct gmi_map_frame frame = fit(listed, 1);
    assert_false(frame.is_world);
    assert_true(frame.window.north - frame.window.south > 1);
    assert_true(frame.window.north - frame.window.south < 3);
    /* North up, east to the right, true in its middle. */
    const struct gmi_spot a = gmi_map_spot(&frame, 44.5, 40);
    const struct gmi_spot b = gmi_map_spot(&frame, 44.6, 40.1);
    assert_true(b.x > a.x && b.y < a.y);
    const struct gmi_point from = {44.5, 40}, to = {44.6, 40};
    const double km = gmi_distance_km(from, to);
    assert_true(fabs((b.x - a.x) / gmi_map_length(&frame, km) - 1) < 0.01);
}

static void the_world_is_shown_when_places_are_all_over_it(void **state)
{
    (void)state;
    struct gmi_listed_place listed[] = {
        at(-120, 40, "P.PPL"), at(0, 50, "P.PPL"), at(140, -35, "P.PPL")};
    const struct gmi_map_frame frame = fit(listed, 3);
    assert_true(frame.is_world);
    assert_int_equal(frame.projection.kind, GMI_EQUAL_EARTH);
    assert_true(fit(NULL, 0).is_world);
}

static void the_pacific_is_not_torn(void **state)
{
    (void)state;
    struct gmi_listed_place listed[] = {at(178, -18, "P.PPL"),
                                        at(-172, -14, "P.PPL")};
    const struct gmi_map_frame frame = fit(listed, 2);
    assert_false(frame.is_world);
    assert_true(frame.window.east - frame.window.west < 60);
}

static void a_country_beside_its_towns_does_not_stretch_the_map(void **state)
{
    (void)state;
    struct gmi_listed_place listed[9];
    for (size_t i = 0; i < 8; i++)
        listed[i] = at(37 + 0.3 * (double)i, 55 + 0.2 * (double)i, "P.PPL");
    listed[8] = at(100, 60, "A.PCLI"); /* the middle of Russia */
    listed[8].place.radius_km = 2300;
    const struct gmi_place_list places = {.places = listed, .count = 9};
    struct gmi_map_frame frame;
    struct gmi_spot spot;
    assert_int_equal(gmi_map_frame_fit(&places, &ROOM, &frame, NULL), GM_OK);
    assert_true(frame.window.east < 50);
    assert_false(gmi_map_place(&frame, &listed[8].place, &spot));
    /* Alone, it is shown as far as it reaches. */
    const struct gmi_map_frame alone = fit(&listed[8], 1);
    assert_true(alone.window.east - alone.window.west > 60);
}

static void countries_are_told_by_their_feature(void **state)
{
    (void)state;
    assert_true(gmi_map_is_country(&(gm_place){.feature = "A.PCLI"}));
    assert_true(gmi_map_is_country(&(gm_place){.feature = "A.PCLD"}));
    assert_false(gmi_map_is_country(&(gm_place){.feature = "A.ADM1"}));
    assert_false(gmi_map_is_country(&(gm_place){.feature = ""}));
    assert_int_equal(gmi_map_class_of(&(gm_place){.feature = "H.LK"}),
                     GMI_CLASS_WATER);
    assert_int_equal(gmi_map_class_of(&(gm_place){.feature = ""}),
                     GMI_CLASS_OTHER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_village_is_shown_with_its_surroundings),
        cmocka_unit_test(the_world_is_shown_when_places_are_all_over_it),
        cmocka_unit_test(the_pacific_is_not_torn),
        cmocka_unit_test(a_country_beside_its_towns_does_not_stretch_the_map),
        cmocka_unit_test(countries_are_told_by_their_feature),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
