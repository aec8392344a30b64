/* SPDX-License-Identifier: MIT */
/* A town and the area of its name. */
#include "atlas.h"

/* What the first of `names` is with a preference. */
static void assert_answer(gm_prefer prefer, const char *text,
                          const char *name, const char *id)
{
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.prefer = prefer;
    gm_document *doc = atlas_map(&options, text, &name, 1);
    assert_string_equal(atlas_answer(doc, 0), id);
    gm_document_free(doc);
}

static void the_kind_that_is_preferred_wins(void **state)
{
    (void)state;
    assert_answer(GM_PREFER_CITY, "They met in Waco.", "Waco", "waco");
    assert_answer(GM_PREFER_ADMIN, "They met in Waco.", "Waco", "waco-area");
}

static void an_area_may_have_its_middle_elsewhere(void **state)
{
    (void)state;
    assert_answer(GM_PREFER_CITY, "They met in Tyler.", "Tyler", "tyler");
    assert_answer(GM_PREFER_ADMIN, "They met in Tyler.", "Tyler",
                  "tyler-area");
}

static void a_text_that_says_the_kind_is_believed(void **state)
{
    (void)state;
    assert_answer(GM_PREFER_CITY, "All of Waco County had snow.",
                  "Waco County", "waco-area");
    assert_answer(GM_PREFER_ADMIN, "The city of Waco had snow.", "Waco",
                  "waco");
}

static void another_place_is_no_twin(void **state)
{
    (void)state;
    assert_answer(GM_PREFER_CITY, "Tbilisi is in Georgia.", "Georgia", "ge");
    assert_answer(GM_PREFER_ADMIN, "They met in Tbilisi.", "Tbilisi",
                  "tbilisi");
}

static void the_twin_is_a_candidate_like_others(void **state)
{
    (void)state;
    static const char *const names[] = {"Waco"};
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.prefer = GM_PREFER_ADMIN;
    options.candidates = 5;
    gm_document *doc = atlas_map(&options, "They met in Waco.", names, 1);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    assert_int_equal(mention->candidate_count, 2);
    assert_string_equal(atlas_id(mention->candidates[0].place), "waco-area");
    assert_string_equal(atlas_id(mention->candidates[1].place), "waco");
    /* the place is as sure as both of its rows */
    assert_true(mention->confidence + 1e-6 >=
                mention->candidates[0].probability +
                    mention->candidates[1].probability);
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kind_that_is_preferred_wins),
        cmocka_unit_test(an_area_may_have_its_middle_elsewhere),
        cmocka_unit_test(a_text_that_says_the_kind_is_believed),
        cmocka_unit_test(another_place_is_no_twin),
        cmocka_unit_test(the_twin_is_a_candidate_like_others),
    };
    return cmocka_run_group_tests(tests, atlas_make, atlas_clean);
}
