/* SPDX-License-Identifier: MIT */
/* The picture of a map, whatever places there are. */
#include "write/map_draw.h"

#include "base/memory.h"
#include "xml_check.h"

#include "fake.h"

static const struct gmi_map_room ROOM = {960, 430, 640};

/* The same numbers each time: L'Ecuyer's 31-bit generator. */
static uint32_t seed = 1;
static double random_of(double low, double high)
{
    seed = (uint32_t)((uint64_t)seed * 48271 % 2147483647);
    return low + (high - low) * seed / 2147483647.0;
}

static struct gmi_listed_place random_place(size_t number, double spread)
{
    static const char *const FEATURES[] = {"P.PPL",  "A.ADM1", "A.PCLI",
                                           "H.LK",   "T.MT",   "L.RGN",
                                           "S.AIRP", "",       "A.PCL"};
    static const char *const COUNTRIES[] = {"AM", "RU", "FJ", "AQ", "", "ZZ"};
    const double radii[] = {0.1, 20, 300, 5000, INFINITY, NAN};
    const double middle = random_of(-180, 180);
    struct gmi_listed_place listed = {
        .place = {.index = (uint32_t)number,
                  .name = "Place",
                  .admin1 = "",
                  .admin2 = "",
                  .longitude = middle + random_of(-spread, spread),
                  .latitude = random_of(-90, 90),
                  .radius_km = radii[(int)random_of(0, 5.99)]},
        .has_point = true,
        .number = number,
        .mentions = 1 + (uint64_t)random_of(0, 5)};
    listed.place.longitude = fmax(-180, fmin(180, listed.place.longitude));
    snprintf(listed.place.id, sizeof listed.place.id, "own:%zu", number);
    strcpy(listed.place.feature, FEATURES[(int)random_of(0, 8.99)]);
    strcpy(listed.place.country, COUNTRIES[(int)random_of(0, 5.99)]);
    listed.uses[0] = listed.mentions;
    listed.confidence_sum = (double)listed.mentions / 2;
    return listed;
}

static char *draw(struct gmi_listed_place *listed, size_t count)
{
    struct gmi_place_list places = {.places = listed, .count = count};
    const struct gmi_map_options options = {NULL, "gazetteer/outline", ROOM};
    struct gmi_buffer out = {0};
    gm_error err = {0};
    gmi_place_list_sort(&places);
    if (gmi_map_draw(&places, &options, &out, &err))
        fail_msg("%s", err.message);
    assert_false(out.is_failed);
    return out.data;
}

static void assert_sound(const char *text)
{
    if (!is_xml(text))
        fail_msg("not XML from: %.200s", xml_fault);
    assert_null(strstr(text, "nan"));
    assert_null(strstr(text, "inf"));
    assert_non_null(strstr(text, "viewBox=\"0 0 960 "));
}

static void any_places_make_a_picture(void **state)
{
    (void)state;
    struct gmi_listed_place listed[40];
    for (int round = 0; round < 60; round++) {
        const size_t count = (size_t)random_of(1, 39.99);
        const double spread = round % 3 ? 3 : 200;
        for (size_t i = 0; i < count; i++)
            listed[i] = random_place(i, spread);
        char *text = draw(listed, count);
        assert_sound(text);
        free(text);
    }
}

static void places_at_the_ends_of_the_earth_do_no_harm(void **state)
{
    (void)state;
    static const double ENDS[][2] = {{0, 90},     {0, -90},    {180, 0},
                                     {-180, 0},   {180, 90},   {-180, -90},
                                     {179.9, 10}, {-179.9, 10}};
    struct gmi_listed_place listed[8];
    for (size_t first = 0; first < 8; first++) {
        for (size_t i = first; i < 8; i++) {
            listed[i - first] = random_place(i, 1);
            listed[i - first].place.longitude = ENDS[i][0];
            listed[i - first].place.latitude = ENDS[i][1];
        }
        char *text = draw(listed, 8 - first);
        assert_sound(text);
        free(text);
        listed[0] = random_place(0, 1);
        listed[0].place.longitude = ENDS[first][0];
        listed[0].place.latitude = ENDS[first][1];
        text = draw(listed, 1);
        assert_sound(text);
        free(text);
    }
}

static void a_country_is_tinted_and_has_no_circle(void **state)
{
    (void)state;
    struct gmi_listed_place listed = random_place(7, 0);
    strcpy(listed.place.feature, "A.PCLI");
    strcpy(listed.place.country, "AM");
    listed.place.name = "Armenia";
    listed.place.longitude = 45;
    listed.place.latitude = 40;
    listed.place.radius_km = 97;
    char *text = draw(&listed, 1);
    assert_sound(text);
    assert_non_null(strstr(text, "\" data-place=\"7\"><title>Armenia: "));
    assert_null(strstr(text, "<circle cx"));
    assert_non_null(strstr(text, ">Armenia</text>"));
    free(text);
}

static void many_places_stay_a_small_picture(void **state)
{
    (void)state;
    enum { COUNT = 10000 };
    struct gmi_listed_place *listed = calloc(COUNT, sizeof *listed);
    assert_non_null(listed);
    for (size_t i = 0; i < COUNT; i++)
        listed[i] = random_place(i, 200);
    char *text = draw(listed, COUNT);
    assert_sound(text);
    assert_true(strlen(text) < 1500000);
    free(text);
    free(listed);
}

static void out_of_memory_is_said_and_leaks_nothing(void **state)
{
    (void)state;
    struct gmi_listed_place listed[3];
    for (size_t i = 0; i < 3; i++)
        listed[i] = random_place(i, 1);
    const struct gmi_place_list places = {.places = listed, .count = 3};
    const struct gmi_map_options options = {NULL, "gazetteer/outline", ROOM};
    gm_status status = GM_ERR_MEMORY;
    long count = 0;
    for (; status && count < 3000; count++) {
        struct gmi_buffer out = {0};
        gmi_memory_fail_after(count);
        status = gmi_map_draw(&places, &options, &out, NULL);
        gmi_memory_fail_after(-1);
        if (out.is_failed)
            status = GM_ERR_MEMORY;
        assert_true(status == GM_OK || status == GM_ERR_MEMORY);
        gmi_buffer_release(&out);
    }
    assert_int_equal(status, GM_OK);
    assert_true(count > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_places_make_a_picture),
        cmocka_unit_test(places_at_the_ends_of_the_earth_do_no_harm),
        cmocka_unit_test(a_country_is_tinted_and_has_no_circle),
        cmocka_unit_test(many_places_stay_a_small_picture),
        cmocka_unit_test(out_of_memory_is_said_and_leaks_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
