/* SPDX-License-Identifier: MIT */
#include "../build/fixture.h"

static gm_gazetteer *open_table(void)
{
    return gazetteer_of(
        "t.csv", "csv",
        "id,name,names,lon,lat,population\n"
        "1,Stepanakert,Khankendi|az=Xankəndi|ru=Степанакерт,46.75,39.82,55000\n"
        "2,St. Louis,,-90.2,38.6,300000\n"
        "3,Saint Louis,,-16.5,16,200000\n"
        "4,São Paulo,,-46.6,-23.5,12000000\n"
        "5,Rome,Roma,12.5,41.9,2800000\n"
        "6,L'Aquila,,13.4,42.35,70000\n"
        "7,Baden-Baden,,8.2,48.8,55000\n"
        "8,U.S.,,-98,39,330000000\n"
        "9,東京都,,139.7,35.7,14000000\n",
        NULL);
}

static void case_accents_and_signs_do_not_matter(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    static const struct {
        const char *asked, *ids;
    } cases[] = {
        {"stepanakert", "t:1"},    {"STEPANAKERT", "t:1"},
        {"Xankandi", "t:1"},       {"xankəndi", "t:1"},
        {"СТЕПАНАКЕРТ", "t:1"},    {"Sao Paulo", "t:4"},
        {"sa\xcc\x83o paulo", "t:4"}, {"são  paulo", "t:4"},
        {" Rome ", "t:5"},         {"St Louis", "t:2 t:3"},
        {"saint-louis", "t:2 t:3"}, {"L’Aquila", "t:6"},
        {"l aquila", "t:6"},       {"Baden Baden", "t:7"},
        {"US", "t:8"},             {"U.S.", "t:8"},
        {"東京都", "t:9"},          {"Romans", ""},
        {"", ""},                  {"...", ""},
        {"Paulo", ""},             {"St. Louis Rome", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(ids_of(gazetteer, cases[i].asked), cases[i].ids);
    gm_gazetteer_close(gazetteer);
}

static void a_match_tells_how_it_was_reached(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    struct answers answers = ask(gazetteer, "khankendi");
    assert_true(answers.matches[0].is_exact);
    assert_false(answers.matches[0].is_guess);
    assert_string_equal(answers.matches[0].name.text, "Khankendi");
    answers = ask(gazetteer, "Xankandi");
    assert_false(answers.matches[0].is_exact);
    assert_string_equal(answers.matches[0].name.text, "Xankəndi");
    assert_string_equal(answers.matches[0].name.language, "az");
    gm_gazetteer_close(gazetteer);
}

static void one_letter_off_is_a_guess(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    static const char *const near[] = {
        "Stepanakrt",  "Stepanakkert", "Stepanakort", "Setpanakert",
        "stepanakurt", "Степанокерт",  "Khanskendi",
    };
    for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
        const struct answers answers = ask(gazetteer, near[i]);
        assert_int_equal(answers.count, 1);
        assert_true(answers.matches[0].is_guess);
        assert_string_equal(answers.places[0].id, "t:1");
    }
    static const char *const far[] = {"Stepenakurt", "Romme", "Rone",
                                      "Abcdefghij"};
    for (size_t i = 0; i < sizeof far / sizeof *far; i++)
        assert_int_equal(ask(gazetteer, far[i]).count, 0);
    gm_gazetteer_close(gazetteer);
}

static void what_is_meant_follows_the_very_name(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.csv", "csv",
        "id,name,names,lon,lat,population,feature,country\n"
        "1,Sevan,,45,40.5,20000,P.PPL,AM\n"
        "2,Lake Sevan,,45.3,40.3,0,H.LK,AM\n"
        "3,Sevan,,30,10,100,P.PPL,SD\n",
        NULL);
    const struct answers answers = ask(gazetteer, "Sevan");
    assert_string_equal(ids_of(gazetteer, "Sevan"), "t:1 t:3 t:2");
    assert_string_equal(answers.matches[0].how, "");
    assert_string_equal(answers.matches[1].how, "");
    assert_string_equal(answers.matches[2].how, "with a word for its kind");
    assert_false(answers.matches[2].is_guess);
    assert_string_equal(answers.matches[2].name.text, "Lake Sevan");
    gm_gazetteer_close(gazetteer);
}

static void the_area_behind_the_comma_decides(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = gazetteer_of(
        "t.csv", "csv",
        "id,name,names,lon,lat,population,feature,country,admin1\n"
        "1,United States,,-98,39,330000000,A.PCLI,US,\n"
        "2,Texas,en:abbreviation=TX,-99,31,29000000,A.ADM1,US,TX\n"
        "3,Paris,,-95.5,33.6,25000,P.PPL,US,TX\n"
        "4,Paris,,2.35,48.85,2000000,P.PPLC,FR,\n"
        "5,France,,2,46,67000000,A.PCLI,FR,\n",
        NULL);
    assert_string_equal(ids_of(gazetteer, "Paris"), "t:4 t:3");
    assert_string_equal(ids_of(gazetteer, "Paris, Texas"), "t:3");
    assert_string_equal(ids_of(gazetteer, "paris (France)"), "t:4");
    assert_string_equal(ids_of(gazetteer, "Paris, Moon"), "t:4 t:3");
    assert_string_equal(ask(gazetteer, "Paris, Texas").matches[0].how,
                        "in the area named behind it");
    gm_gazetteer_close(gazetteer);
}

/* ---- Layers ------------------------------------------------------------ */

/* A world, and one's own table over it. */
static gm_gazetteer *two_tables(const char *world, const char *mine)
{
    const char *tables[] = {put("world.csv", world), put("mine.csv", mine)};
    const char *layers[] = {in_folder("world.gaz"), in_folder("mine.gaz")};
    for (size_t i = 0; i < 2; i++)
        compile(layers[i], "csv", &tables[i], 1);
    return open_files(layers, 2);
}

static const char world[] =
    "id,name,names,lon,lat,population,feature,country\n"
    "1,Yerevan,Erivan,44.51,40.18,1000000,P.PPLC,AM\n"
    "2,Khankendi,Stepanakert,46.75,39.82,55000,P.PPL,AZ\n"
    "3,Goris,,46.34,39.51,20000,P.PPL,AM\n"
    "4,Ararat,,44.7,39.83,20000,P.PPL,AM\n";
static const char mine[] =
    "id,name,names,lon,lat,population,feature,country\n"
    "10,Yerevan,My Yerevan,44.52,40.185,1100000,P.PPLC,AM\n"
    "20,Stepanakert,My Stepanakert,46.751,39.817,50000,P.PPL,\n"
    "30,Goris,,10,50,300,P.PPL,DE\n"
    "40,Ararat,,44.3,39.7,0,T.MT,TR\n";

static void one_place_in_two_layers_is_one_row(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_tables(world, mine);
    static const char *const names[][2] = {
        {"Yerevan", "mine:10"},     {"Erivan", "mine:10"},
        {"My Yerevan", "mine:10"},  {"Stepanakert", "mine:20"},
        {"Khankendi", "mine:20"},   {"My Stepanakert", "mine:20"},
        /* Elsewhere, and of another kind: not the same. */
        {"Goris", "world:3 mine:30"},
        {"Ararat", "world:4 mine:40"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(ids_of(gazetteer, names[i][0]), names[i][1]);
    gm_gazetteer_close(gazetteer);
}

static void variants_are_found_through_layers(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = two_tables(world, mine);
    const struct answers answers = ask(gazetteer, "Erivann");
    assert_int_equal(answers.count, 1);
    assert_string_equal(answers.places[0].id, "mine:10");
    assert_true(answers.matches[0].is_guess);
    assert_string_equal(ids_of(gazetteer, "City of Goris"),
                        "world:3 mine:30");
    gm_gazetteer_close(gazetteer);
}

static bool take_one(void *context, const gm_match *match)
{
    (void)match;
    ++*(size_t *)context;
    return false;
}

static void the_caller_may_have_enough(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    size_t calls = 0;
    assert_ok(gm_gazetteer_lookup(gazetteer, "St Louis", 8, take_one, &calls,
                                  NULL));
    assert_int_equal(calls, 1);
    gm_gazetteer_close(gazetteer);
}

static void a_name_that_is_not_utf8_is_refused(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    size_t calls = 0;
    static const char *const wrong[] = {"R\xf6me", "\xff", "\xe6\x9d", "\xc3"};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(gm_gazetteer_lookup(gazetteer, wrong[i],
                                             strlen(wrong[i]), take_one,
                                             &calls, NULL),
                         GM_ERR_UTF8);
    assert_int_equal(calls, 0);
    gm_gazetteer_close(gazetteer);
}

static void a_name_may_be_of_any_length_and_hold_nul(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    enum { LONG = 1 << 20 };
    char *name = malloc(LONG);
    memset(name, 'x', LONG);
    size_t calls = 0;
    assert_ok(gm_gazetteer_lookup(gazetteer, name, LONG, take_one, &calls,
                                  NULL));
    memset(name, 'x', LONG);
    for (size_t i = 0; i < LONG; i += 2)
        name[i] = ' ';
    assert_ok(gm_gazetteer_lookup(gazetteer, name, LONG, take_one, &calls,
                                  NULL));
    assert_ok(gm_gazetteer_lookup(gazetteer, "Ro\0mey", 6, take_one, &calls,
                                  NULL));
    assert_int_equal(calls, 0);
    free(name);
    gm_gazetteer_close(gazetteer);
}

static bool count_all(void *context, const gm_match *match)
{
    (void)match;
    ++*(size_t *)context;
    return true;
}

static void no_place_of_a_name_is_left_out(void **state)
{
    (void)state;
    enum { PLACES = 2000 };
    const char *path = in_folder("many.csv");
    FILE *file = fopen(path, "wb");
    fputs("name,lon,lat,population\n", file);
    for (int i = 0; i < PLACES; i++)
        fprintf(file, "%s,%d,%d,%d\n", i % 2 ? "San José" : "San Jose",
                i % 180, i % 90, i);
    fclose(file);
    const char *out = in_folder("out.gaz");
    compile(out, "csv", &path, 1);
    const char *const layers[] = {out, out};
    for (size_t count = 1; count <= 2; count++) {
        gm_gazetteer *gazetteer = open_files(layers, count);
        size_t places = 0;
        assert_ok(gm_gazetteer_lookup(gazetteer, "san jose", 8, count_all,
                                      &places, NULL));
        assert_int_equal(places, PLACES);
        gm_gazetteer_close(gazetteer);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(case_accents_and_signs_do_not_matter),
        TEST(a_match_tells_how_it_was_reached),
        TEST(one_letter_off_is_a_guess),
        TEST(what_is_meant_follows_the_very_name),
        TEST(the_area_behind_the_comma_decides),
        TEST(one_place_in_two_layers_is_one_row),
        TEST(variants_are_found_through_layers),
        TEST(the_caller_may_have_enough),
        TEST(a_name_that_is_not_utf8_is_refused),
        TEST(a_name_may_be_of_any_length_and_hold_nul),
        TEST(no_place_of_a_name_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
