/* SPDX-License-Identifier: MIT */
#include "../build/fixture.h"

#include "gazetteer/unite.h"

static const char table[] =
    "id,name,names,lon,lat,population,feature,country\n"
    "0,Goris,,46.34,39.51,20000,P.PPL,AM\n"
    "1,Goris,,46.35,39.52,0,P.PPL,AM\n"  /* a kilometre away */
    "2,Goris,,46.36,39.53,0,P.PPL,\n"    /* of no known country */
    "3,Goris,,46.34,39.60,0,P.PPL,AM\n"  /* ten kilometres away */
    "4,Goris,,46.34,39.51,0,T.MT,AM\n"   /* another kind */
    "5,Goris,,46.34,39.51,0,P.PPL,TR\n"  /* another country */
    "6,Koris,Goris,46.34,39.51,0,P.PPL,AM\n" /* another first name */
    "7,Goris,,,,0,P.PPL,AM\n";           /* nowhere */

/* The number of the one that each place of the table counts with. */
static void unite_all(const gm_gazetteer *gazetteer, uint32_t same[8])
{
    struct gmi_united items[8];
    for (uint32_t i = 0; i < 8; i++) {
        char name[8];
        snprintf(name, sizeof name, "t:%u", i);
        gm_place place;
        uint32_t at = 0;
        do
            assert_ok(gm_gazetteer_place(gazetteer, at++, &place));
        while (strcmp(place.id, name) != 0);
        items[i] = (struct gmi_united){.place = place.index, .number = i};
    }
    gmi_unite(gazetteer, items, 8);
    for (uint32_t i = 0; i < 8; i++) {
        assert_int_equal(items[i].number, i);
        same[i] = items[i].same;
    }
}

static void places_near_of_a_kind_and_name_are_one(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of("t.csv", "csv", table, NULL);
    uint32_t same[8];
    unite_all(gazetteer, same);
    assert_int_equal(same[0], 0);
    assert_int_equal(same[1], 0);
    assert_int_equal(same[2], 0);
    for (uint32_t i = 3; i < 8; i++)
        assert_int_equal(same[i], i); /* 2 is near 5, too, but 0 is not */
    gm_gazetteer_close(gazetteer);
}

static void nothing_and_a_single_place_are_taken(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of("t.csv", "csv", table, NULL);
    struct gmi_united one = {.place = 3, .number = 9};
    gmi_unite(gazetteer, NULL, 0);
    gmi_unite(gazetteer, &one, 1);
    assert_int_equal(one.same, 9);
    gm_gazetteer_close(gazetteer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(places_near_of_a_kind_and_name_are_one),
        TEST(nothing_and_a_single_place_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
