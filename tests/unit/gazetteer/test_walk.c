/* SPDX-License-Identifier: MIT */
#include "../build/fixture.h"

#include "gazetteer/walk.h"
#include "text/fold.h"

enum { WORDS_MAX = 4096 };

struct walked {
    struct gmi_word words[WORDS_MAX];
    uint16_t lengths[WORDS_MAX];
    size_t count;
};

static struct walked walk(const gm_gazetteer *gazetteer, const char *text)
{
    static struct walked walked;
    size_t position = 0;
    walked.count = 0;
    while (gmi_word_next(text, strlen(text), &position,
                         &walked.words[walked.count]))
        assert_true(++walked.count < WORDS_MAX);
    memset(walked.lengths, 0xff, sizeof walked.lengths);
    gmi_walk_names(gazetteer, walked.words, walked.count, walked.lengths);
    return walked;
}

static gm_gazetteer *open_table(void)
{
    return gazetteer_of("t.csv", "csv",
                        "name,lon,lat\nNew York,1,1\nNew York City,1,1\n"
                        "York,1,1\nYork City Hall,1,1\nNew,1,1\nHall,1,1\n"
                        "Saint-Étienne-du-Rouvray,1,1\n"
                        "a b c d e f g h i j k l m n o p,1,1\n"
                        "a b c d e f g h i j k l m n o p q,1,1\n",
                        NULL);
}

static void longest_and_nested_names_are_found(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    const struct walked w = walk(gazetteer, "In new york City Hall.");
    static const uint16_t expected[] = {0, 1 | 2 | 4, 1 | 4, 0, 1};
    assert_int_equal(w.count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(w.lengths[i], expected[i]);
    gm_gazetteer_close(gazetteer);
}

static void a_name_goes_on_over_hyphens_and_not_over_commas(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    assert_int_equal(walk(gazetteer, "St Etienne du Rouvray").lengths[0], 8);
    assert_int_equal(walk(gazetteer, "ST. ETIENNE-DU ROUVRAY").lengths[0], 8);
    assert_int_equal(walk(gazetteer, "St. Etienne, du Rouvray").lengths[0], 0);
    assert_int_equal(walk(gazetteer, "New, York").lengths[0], 1);
    assert_int_equal(walk(gazetteer, "New\nYork").lengths[0], 3);
    assert_int_equal(walk(gazetteer, "New\n\nYork").lengths[0], 1);
    gm_gazetteer_close(gazetteer);
}

static void names_of_up_to_sixteen_words_are_found(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    const struct walked w =
        walk(gazetteer, "a b c d e f g h i j k l m n o p q");
    assert_int_equal(w.lengths[0], 1u << 15);
    gm_gazetteer_close(gazetteer);
}

static void nothing_is_found_in_nothing(void **state)
{
    (void)state;
    gm_gazetteer *gazetteer = open_table();
    assert_int_equal(walk(gazetteer, "").count, 0);
    assert_int_equal(walk(gazetteer, "New").lengths[0], 1);
    gm_gazetteer_close(gazetteer);
}

/* The same, a run at a time. */
static uint16_t search_plainly(const gm_gazetteer *gazetteer,
                               const struct walked *w, size_t first)
{
    uint16_t lengths = 0;
    for (size_t length = 1; length <= 16 && first + length <= w->count;
         length++) {
        if (length > 1 && !gmi_word_joins(&w->words[first + length - 1]))
            break;
        const uint64_t key = gmi_walk_key(&w->words[first], length);
        if (gmi_gazetteer_probe(gazetteer, key) & GMI_KEY_IS_NAME)
            lengths |= (uint16_t)(1u << (length - 1));
    }
    return lengths;
}

static void the_walk_finds_what_a_plain_search_finds(void **state)
{
    (void)state;
    /* Names and texts of few words, so that much is found. */
    static const char *const vocabulary[] = {
        "north", "Upper", "lake", "San", "de", "la", "Städt", "город", "京", "X"};
    static const char *const gaps[] = {" ", " ", " ", "-", ", ", "\n", ". "};
    const char *path = in_folder("random.csv");
    FILE *file = fopen(path, "wb");
    unsigned dice = 3;
    fputs("name,lon,lat\n", file);
    for (int i = 0; i < 400; i++) {
        for (unsigned j = 0; j < 1 + dice / 65536 % 5; j++) {
            dice = dice * 1103515245 + 12345;
            fprintf(file, "%s ", vocabulary[dice / 65536 % 10]);
        }
        dice = dice * 1103515245 + 12345;
        fputs(",1,1\n", file);
    }
    fclose(file);
    const char *out = in_folder("out.gaz");
    compile(out, "csv", &path, 1);
    const char *const layers[] = {out, out};
    for (size_t count = 1; count <= 2; count++) {
        gm_gazetteer *gazetteer = open_files(layers, count);
        size_t found = 0;
        for (int round = 0; round < 20; round++) {
            char text[16384] = "";
            for (size_t length = 0; length < 9000 + 50u * (unsigned)round;) {
                dice = dice * 1103515245 + 12345;
                length += (size_t)sprintf(text + length, "%s%s",
                                          vocabulary[dice / 65536 % 10],
                                          gaps[dice / 655360 % 7]);
            }
            const struct walked w = walk(gazetteer, text);
            for (size_t i = 0; i < w.count; i++) {
                assert_int_equal(w.lengths[i],
                                 search_plainly(gazetteer, &w, i));
                found += w.lengths[i] != 0;
            }
        }
        assert_true(found > 10000);
        gm_gazetteer_close(gazetteer);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, \
                                                   remove_folder)
    const struct CMUnitTest tests[] = {
        TEST(longest_and_nested_names_are_found),
        TEST(a_name_goes_on_over_hyphens_and_not_over_commas),
        TEST(names_of_up_to_sixteen_words_are_found),
        TEST(nothing_is_found_in_nothing),
        TEST(the_walk_finds_what_a_plain_search_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
