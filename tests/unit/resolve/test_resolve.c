/* SPDX-License-Identifier: MIT */
/* Which place is each mention? With the weights set by hand. */
#include "atlas.h"

static const char *const paris[] = {"Paris", "Paris"};

static void assert_first(const char *text, const char *name, const char *id)
{
    gm_document *doc = atlas_map(NULL, text, &name, 1);
    assert_string_equal(atlas_answer(doc, 0), id);
    gm_document_free(doc);
}

static void the_best_known_place_wins_alone(void **state)
{
    (void)state;
    assert_first("They met in Paris.", "Paris", "paris");
}

static void what_stands_behind_the_comma_decides(void **state)
{
    (void)state;
    assert_first("They met in Paris, Texas.", "Paris", "paris-tx");
    assert_first("They met in Paris, France.", "Paris", "paris");
}

static void names_beside_it_decide(void **state)
{
    (void)state;
    static const char *const names[] = {"Georgia", "Tbilisi"};
    gm_document *doc =
        atlas_map(NULL, "Georgia has a capital, Tbilisi.", names, 2);
    assert_string_equal(atlas_answer(doc, 0), "ge");
    gm_document_free(doc);
    static const char *const others[] = {"Georgia", "Atlanta", "Macon"};
    doc = atlas_map(NULL, "In Georgia it snowed: Atlanta, Macon.", others, 3);
    assert_string_equal(atlas_answer(doc, 0), "us-ga");
    gm_document_free(doc);
}

static void a_name_keeps_its_sense(void **state)
{
    (void)state;
    gm_document *doc = atlas_map(
        NULL, "She is from Paris, Texas. All of Paris knows her.", paris, 2);
    assert_string_equal(atlas_answer(doc, 0), "paris-tx");
    assert_string_equal(atlas_answer(doc, 1), "paris-tx");
    gm_document_free(doc);
}

static void a_text_may_separate_two_senses(void **state)
{
    (void)state;
    gm_document *doc = atlas_map(
        NULL, "From Paris, Texas, she went to Paris, France.", paris, 2);
    assert_string_equal(atlas_answer(doc, 0), "paris-tx");
    assert_string_equal(atlas_answer(doc, 1), "paris");
    gm_document_free(doc);
}

/* The probability of Paris, Texas, where the text does not say. */
static double texan(const gm_mapper_options *options)
{
    gm_document *doc = atlas_map(options, "They met in Paris.", paris, 1);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    double probability = 0;
    for (size_t i = 0; i < mention->candidate_count; i++)
        if (strcmp(atlas_id(mention->candidates[i].place), "paris-tx") == 0)
            probability = mention->candidates[i].probability;
    gm_document_free(doc);
    return probability;
}

static void a_home_speaks_for_places_in_it(void **state)
{
    (void)state;
    static const char *const us[] = {"US"};
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.candidates = 5;
    const double nowhere = texan(&options);
    options.countries = us;
    options.country_count = 1;
    const double country = texan(&options);
    options.near_longitude = -96;
    options.near_latitude = 33.5;
    assert_true(nowhere > 0);
    assert_true(country > nowhere);
    assert_true(texan(&options) > country);
}

static void a_home_forbids_nothing(void **state)
{
    (void)state;
    static const char *const us[] = {"US"}, *const name[] = {"Tbilisi"};
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.countries = us;
    options.country_count = 1;
    gm_document *doc =
        atlas_map(&options, "They met in Tbilisi.", name, 1);
    assert_string_equal(atlas_answer(doc, 0), "tbilisi");
    gm_document_free(doc);
}

static void candidates_are_as_many_as_asked_best_first(void **state)
{
    (void)state;
    static const char *const name[] = {"Georgia"};
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    for (size_t wanted = 1; wanted < 4; wanted++) {
        options.candidates = wanted;
        gm_document *doc = atlas_map(&options, "Georgia.", name, 1);
        const gm_mention *mention = gm_document_mention_at(doc, 0);
        assert_int_equal(mention->candidate_count, wanted < 2 ? wanted : 2);
        double sum = 0;
        for (size_t i = 0; i < mention->candidate_count; i++) {
            const double p = mention->candidates[i].probability;
            assert_true(i == 0 || p <= mention->candidates[i - 1].probability);
            sum += p;
        }
        assert_true(sum > 0 && sum <= 1 + 1e-6);
        gm_document_free(doc);
    }
}

static void a_place_of_two_rows_counts_once(void **state)
{
    (void)state;
    static const char *const name[] = {"Plano"};
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.candidates = 5;
    gm_document *doc = atlas_map(&options, "They met in Plano.", name, 1);
    assert_int_equal(gm_document_mention_at(doc, 0)->candidate_count, 1);
    assert_string_equal(atlas_answer(doc, 0), "plano");
    gm_document_free(doc);
}

static void what_the_gazetteer_lacks_is_not_resolved(void **state)
{
    (void)state;
    static const char *const names[] = {"Zzyzxville", "Dallas"};
    gm_document *doc =
        atlas_map(NULL, "From Zzyzxville to Dallas.", names, 2);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    assert_false(mention->is_resolved);
    assert_int_equal(mention->candidate_count, 0);
    assert_string_equal(atlas_answer(doc, 1), "dallas");
    gm_document_free(doc);
}

static void confidence_is_a_probability(void **state)
{
    (void)state;
    static const char *const names[] = {"Paris", "Texas", "Georgia", "Dallas"};
    gm_document *doc = atlas_map(
        NULL, "Paris, Texas, Georgia, and Dallas again.", names, 4);
    for (size_t i = 0; i < gm_document_mention_count(doc); i++) {
        const gm_mention *mention = gm_document_mention_at(doc, i);
        assert_true(mention->confidence > 0 && mention->confidence <= 1);
    }
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_known_place_wins_alone),
        cmocka_unit_test(what_stands_behind_the_comma_decides),
        cmocka_unit_test(names_beside_it_decide),
        cmocka_unit_test(a_name_keeps_its_sense),
        cmocka_unit_test(a_text_may_separate_two_senses),
        cmocka_unit_test(a_home_speaks_for_places_in_it),
        cmocka_unit_test(a_home_forbids_nothing),
        cmocka_unit_test(candidates_are_as_many_as_asked_best_first),
        cmocka_unit_test(a_place_of_two_rows_counts_once),
        cmocka_unit_test(what_the_gazetteer_lacks_is_not_resolved),
        cmocka_unit_test(confidence_is_a_probability),
    };
    return cmocka_run_group_tests(tests, atlas_make, atlas_clean);
}
