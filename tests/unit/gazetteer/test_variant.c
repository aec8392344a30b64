/* SPDX-License-Identifier: MIT */
#include "../build/fixture.h"

#include "gazetteer/variant.h"

static const char table[] =
    "id,name,names,lon,lat,population,feature,country\n"
    "1,Saint Anne,,10,10,5000,P.PPL,FR\n"
    "2,Mount Harrow,,11,11,0,T.MT,GB\n"
    "3,North Quill,,12,12,9000,P.PPL,US\n"
    "4,Tavush Province,,45,41,120000,A.ADM1,AM\n"
    "5,Sisian,,46.03,39.52,15000,P.PPL,AM\n"
    "6,Gyumri,,43.84,40.79,120000,P.PPL,AM\n"
    "7,Yeghegnadzor,,45.33,39.76,8000,P.PPL,AM\n"
    "8,Ереван,Երևան,44.51,40.18,1000000,P.PPL,AM\n"
    "9,Москва,,37.6,55.7,12000000,P.PPL,RU\n"
    "10,Нагорный Карабах,,46.7,39.8,0,L.RGN,\n"
    "11,Helsinki,,24.9,60.2,600000,P.PPL,FI\n"
    "12,Bakı,,49.9,40.4,2000000,P.PPL,AZ\n"
    "13,München,,11.6,48.1,1400000,P.PPL,DE\n"
    "14,Manila,,121,14.6,1700000,P.PPL,PH\n"
    "15,U.S.,,-98,39,330000000,A.PCLI,US\n"
    "16,Church,,-2.4,53.8,5000,P.PPL,GB\n"
    "17,Birmingham,,-1.9,52.5,1100000,P.PPL,GB\n"
    "18,Θεσσαλονίκη,,22.9,40.6,300000,P.PPL,GR\n"
    "19,Київ,,30.5,50.45,2900000,P.PPL,UA\n"
    "20,North Rood,,-1.2,51.1,300,P.PPL,GB\n";

/* How a name of a text in that language leads to a place; "-": not at all. */
static const char *how(const gm_gazetteer *gazetteer, const char *name,
                       const char *language, const char *id)
{
    struct gmi_variants variants;
    gmi_variants_find(gazetteer, name, strlen(name), language, &variants);
    for (size_t i = 0; i < variants.count; i++) {
        struct gmi_hits hits;
        struct gmi_hit hit;
        gm_place place;
        gmi_hits_begin(&hits, gazetteer, variants.items[i].key);
        while (gmi_hits_next(&hits, &hit)) {
            assert_ok(gm_gazetteer_place(gazetteer, hit.place, &place));
            if (strcmp(place.id, id) == 0)
                return gmi_variant_rule_name(
                    (enum gmi_variant_rule)variants.items[i].rule);
        }
    }
    return "-";
}

struct row {
    const char *name, *language, *id, *how;
};

static void check_rows(const struct row *rows, size_t count)
{
    gm_gazetteer *gazetteer = gazetteer_of("t.csv", "csv", table, NULL);
    for (size_t i = 0; i < count; i++) {
        const char *found =
            how(gazetteer, rows[i].name, rows[i].language, rows[i].id);
        if (strcmp(found, rows[i].how) != 0)
            fail_msg("'%s' leads to %s '%s', not '%s'", rows[i].name,
                     rows[i].id, found, rows[i].how);
    }
    gm_gazetteer_close(gazetteer);
}
#define check(rows) check_rows(rows, sizeof(rows) / sizeof *(rows))

static void short_words_are_written_out(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"St. Anne", "en", "t:1", ""},
        {"St Anne", "en", "t:1", ""},
        {"Mt. Harrow", "en", "t:2", ""},
        {"N. Quill", "en", "t:3", "apart from articles, endings and short forms"},
        {"the U.S.", "en", "t:15", "apart from articles, endings and short forms"},
        {"U. S.", "en", "t:15", "apart from articles, endings and short forms"},
        {"US", "en", "t:15", ""},
        {"S. Quill", "en", "t:3", "-"},
    };
    check(rows);
}

static void words_for_kinds_come_and_go(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Tavush", "en", "t:4", "with a word for its kind"},
        {"City of Gyumri", "en", "t:6", "without the word for its kind"},
        {"Gyumri City", "en", "t:6", "without the word for its kind"},
        {"northern Sisian", "en", "t:5", "without the word for its kind"},
        {"город Ереван", "ru", "t:8", "without the word for its kind"},
    };
    check(rows);
}

static void inflected_names_lead_to_their_base_forms(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Ереване", "ru", "t:8", "by its base form"},
        {"Москвой", "ru", "t:9", "by its base form"},
        {"Нагорному Карабаху", "ru", "t:10", "by its base form"},
        {"Երևանից", "hy", "t:8", "by its base form"},
        {"Helsingissä", "fi", "t:11", "by its base form"},
        {"Bakının", "az", "t:12", "by its base form"},
        {"Bakı'dan", "tr", "t:12", "by its base form"},
        {"Києві", "uk", "t:19", "by its base form"},
        {"Θεσσαλονίκης", "el", "t:18", "by its base form"},
        /* In English these are no endings. */
        {"Helsingissä", "en", "t:11", "-"},
        {"Bakının", "en", "t:12", "-"},
        /* Without a language, any may be meant. */
        {"Helsingissä", GMI_LANGUAGE_ANY, "t:11", "by its base form"},
        {"Bakının", GMI_LANGUAGE_ANY, "t:12", "by its base form"},
    };
    check(rows);
}

static void other_letters_lead_to_the_name(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Сисиан", "ru", "t:5", "in other letters"},
        {"Սիսիան", "hy", "t:5", "in other letters"},
        {"Սիսիանում", "hy", "t:5", "in other letters"},
        {"სისიან", "ka", "t:5", "in other letters"},
        {"Goumri", "fr", "t:6", "in other letters"},
        {"Gyoumri", "fr", "t:6", "in other letters"},
    };
    check(rows);
}

static void slips_and_misreadings_are_the_last_resort(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Helsinkki", "en", "t:11", "one letter off"},
        {"Helsniki", "en", "t:11", "one letter off"},
        {"Birrningham", "en", "t:17", "one letter off"},
        {"B1rmingham", "en", "t:17", "one letter off"},
        {"8irmin9ham", "en", "t:17", "one letter off"},
        /* The first letter is right, but for a person who asks. */
        {"Jelsinki", "en", "t:11", "-"},
        {"Jelsinki", GMI_LANGUAGE_ANY, "t:11", "one letter off"},
        /* Two slips, and names of six letters. */
        {"Helsonki", "en", "t:11", "one letter off"},
        /* Folded words, each of several words, and letters of any script. */
        {"Moumt Harrow", "en", "t:2", "one letter off"},
        {"Mount Harro w", "en", "t:2", "one letter off"},
        {"North Quilk", "en", "t:3", "one letter off"},
        {"Nort hQuill", "en", "t:3", "one letter off"},
        {"Θεσαλονίκη", "en", "t:18", "one letter off"},
        /* Another town's street; but a person who asks may have slipped. */
        {"North Road", "en", "t:20", "-"},
        {"North Road", GMI_LANGUAGE_ANY, "t:20", "one letter off"},
        {"Helsonkki", "en", "t:11", "-"},
        {"Manula", "en", "t:14", "-"},
    };
    check(rows);
}

static void a_part_of_a_name_is_a_place_but_not_in_streets(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"Manila Cathedral", "en", "t:14", "by a part of the name"},
        {"Manila Street", "en", "t:14", "-"},
        {"Holy Cross Church", "en", "t:16", "-"},
        {"Church Road", "en", "t:16", "-"},
    };
    check(rows);
}

static void what_stands_behind_the_comma_is_found(void **state)
{
    (void)state;
    assert_int_equal(gmi_name_tail("Paris, Texas", 12), 7);
    assert_int_equal(gmi_name_tail("Congo (Kinshasa)", 16), 7);
    assert_int_equal(gmi_name_tail("Paris", 5), 5);
    assert_int_equal(gmi_name_tail("Paris,", 6), 6);
    assert_int_equal(gmi_name_tail(", Paris", 7), 7);
    assert_int_equal(gmi_name_tail("", 0), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(short_words_are_written_out),
        TEST(words_for_kinds_come_and_go),
        TEST(inflected_names_lead_to_their_base_forms),
        TEST(other_letters_lead_to_the_name),
        TEST(slips_and_misreadings_are_the_last_resort),
        TEST(a_part_of_a_name_is_a_place_but_not_in_streets),
        TEST(what_stands_behind_the_comma_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
