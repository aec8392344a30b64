/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "gazetteer/gazetteer.h"

/* A row at a point. */
static void put_row(FILE *file, unsigned id, const char *name,
                    const char *feature, const char *codes, double lon)
{
    fprintf(file,
            "%u\t%s\t%s\t\t10\t%.5f\t%.1s\t%s\tAM\t\t%s\t\t\t3000\t\t\t\t\n", id,
            name, name, lon, feature, feature + 2, codes);
}

static gm_gazetteer *finish(const char *path)
{
    const char *out = in_folder("out.gaz");
    const struct told told = compile(out, "auto", &path, 1);
    assert_int_equal(told.bad_lines, 0);
    return open_file(out);
}

static void an_area_reaches_as_far_as_its_towns(void **state)
{
    (void)state;
    const char *path = in_folder("AM.txt");
    FILE *file = fopen(path, "wb");
    put_row(file, 1, "Wide", "A.ADM1", "01\t", 44);
    put_row(file, 2, "Few", "A.ADM1", "02\t", 44);
    for (unsigned i = 0; i < 8; i++) /* a degree there is 109.6 km */
        put_row(file, 10 + i, "Town", "P.PPL", "01\t", i % 2 ? 43.5 : 44.5);
    for (unsigned i = 0; i < 4; i++)
        put_row(file, 20 + i, "Town", "P.PPL", "02\t", 44.5);
    fclose(file);
    gm_gazetteer *gazetteer = finish(path);
    const gm_place wide = place_named(gazetteer, "Wide");
    assert_true(fabs(wide.radius_km - 54.8 * sqrt(2)) < 0.3);
    /* Too few to tell: what such areas have on average. */
    assert_number(place_named(gazetteer, "Few").radius_km, 80);
    assert_number(ask(gazetteer, "Town").places[0].radius_km, 1);
    gm_gazetteer_close(gazetteer);
}

static void a_code_that_no_table_explains_is_the_area_that_bears_it(void **state)
{
    (void)state;
    const char *path = in_folder("AM.txt");
    FILE *file = fopen(path, "wb");
    put_row(file, 1, "Town", "P.PPL", "01\t002", 44);
    put_row(file, 2, "First", "A.ADM1", "01\t", 44);
    put_row(file, 3, "Second", "A.ADM2", "01\t002", 44);
    put_row(file, 4, "Land", "A.PCLI", "00\t", 44);
    put_row(file, 5, "Old Land", "A.PCLH", "00\t", 44);
    fclose(file);
    gm_gazetteer *gazetteer = finish(path);
    const gm_place town = place_named(gazetteer, "Town");
    assert_string_equal(town.admin1, "First");
    assert_string_equal(town.admin2, "Second");
    assert_string_equal(place_named(gazetteer, "Second").admin2, "");
    const struct gmi_ancestors in =
        gmi_gazetteer_ancestors(gazetteer, town.index);
    assert_int_equal(in.country, place_named(gazetteer, "Land").index);
    assert_int_equal(in.parent, GMI_NONE);
    gm_gazetteer_close(gazetteer);
}

static void a_parent_is_found_by_its_id_wherever_it_comes(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.csv", "csv",
        "id,name,lon,lat,parent\n"
        "1,Village,1,2,2\n"
        "2,Region,1,2,t:3\n"
        "3,Empire,1,2,\n"
        "4,Lost,1,2,t:99\n"
        "5,Alone,1,2,5\n",
        NULL);
    const gm_place village = place_named(gazetteer, "Village");
    const gm_place region = place_named(gazetteer, "Region");
    assert_int_equal(gmi_gazetteer_ancestors(gazetteer, village.index).parent,
                     region.index);
    assert_int_equal(gmi_gazetteer_ancestors(gazetteer, region.index).parent,
                     place_named(gazetteer, "Empire").index);
    static const char *const none[] = {"Empire", "Lost", "Alone"};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(
            gmi_gazetteer_ancestors(gazetteer,
                                    place_named(gazetteer, none[i]).index)
                .parent,
            GMI_NONE);
    gm_gazetteer_close(gazetteer);
}

static void what_is_made_of_codes_alone_may_be_nameless(void **state)
{
    (void)state;
    const char *tables = in_folder("g");
    assert_int_equal(mkdir(tables, 0777), 0);
    put("g/AM.txt", geonames_row("1", "Town", "", "P.PPL", "01"));
    put("g/admin1CodesASCII.txt", "AM.01\t--\t--\t5\nAM.02\tX\tX\t0\n");
    put("g/countryInfo.txt",
        "AM\tA\t1\tAM\t?\tY\t-\t-\tAS\t\t\t\t\t\t\t\t7\t\t\n");
    gm_gazetteer *gazetteer = finish(tables);
    assert_int_equal(gm_gazetteer_place_count(gazetteer), 1);
    assert_string_equal(place_named(gazetteer, "Town").admin1, "");
    gm_gazetteer_close(gazetteer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(an_area_reaches_as_far_as_its_towns),
        TEST(a_code_that_no_table_explains_is_the_area_that_bears_it),
        TEST(a_parent_is_found_by_its_id_wherever_it_comes),
        TEST(what_is_made_of_codes_alone_may_be_nameless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
