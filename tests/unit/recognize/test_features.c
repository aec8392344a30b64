/* SPDX-License-Identifier: MIT */
#include "fixture.h"

static const struct gmi_cue *cue_of(const struct gmi_cues *cues, size_t word)
{
    return &cues->items[word + GMI_CUE_MARGIN];
}

static void names_are_marked_from_begin_to_end(void **state)
{
    (void)state;
    gm_document *doc = document_of("From New London to Paris Match in Nice");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_int_equal(cue_of(&cues, 0)->name.position, GMI_IN_NONE);
    assert_int_equal(cue_of(&cues, 1)->name.position, GMI_IN_BEGIN);
    assert_int_equal(cue_of(&cues, 2)->name.position, GMI_IN_END);
    assert_int_equal(cue_of(&cues, 4)->name.position, GMI_IN_SINGLE);
    assert_int_equal(cue_of(&cues, 7)->name.position, GMI_IN_NONE);
    assert_true(cue_of(&cues, 1)->name.class >
                cue_of(&cues, 4)->name.class); /* a smaller town */
    assert_true(cue_of(&cues, 4)->phrase != 0); /* an organisation's name */
    assert_true(cue_of(&cues, 4)->person & 1);
    gm_document_free(doc);
}

static void an_area_behind_a_name_holds_it_or_not(void **state)
{
    (void)state;
    gm_document *doc = document_of("Alliance, Ohio. Then Paris, Ohio.");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_int_equal(cue_of(&cues, 0)->name.inside, 1);
    assert_int_equal(cue_of(&cues, 1)->name.holds, 1);
    assert_int_equal(cue_of(&cues, 3)->name.inside, 2);
    assert_int_equal(cue_of(&cues, 4)->name.holds, 2);
    assert_int_equal(cue_of(&cues, 0)->name.known, 2);
    gm_document_free(doc);
}

static void an_adjective_is_one_and_a_noun_is_not(void **state)
{
    (void)state;
    gm_document *doc = document_of("The French of France");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_int_equal(cue_of(&cues, 1)->name.adjective, 1);
    assert_int_equal(cue_of(&cues, 3)->name.adjective, 0);
    gm_document_free(doc);
}

static void uses_of_a_word_are_chained(void **state)
{
    (void)state;
    gm_document *doc = document_of("Reading is Reading, not reading.");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_int_equal(cue_of(&cues, 0)->first_same, GMI_CUE_MARGIN);
    assert_int_equal(cue_of(&cues, 0)->next_same, 2 + GMI_CUE_MARGIN);
    assert_int_equal(cue_of(&cues, 2)->next_same, 0);
    assert_int_equal(cue_of(&cues, 2)->written_small, 1);
    gm_document_free(doc);
}

static void without_capitals_the_same_name_has_the_same_features(void **state)
{
    (void)state;
    gm_document *a = document_of("he lives in alliance, ohio");
    gm_document *b = document_of("HE LIVES IN ALLIANCE, OHIO");
    const struct gmi_cues one = cues_of(a, true), other = cues_of(b, true);
    uint64_t left[GMI_FEATURES_MAX], right[GMI_FEATURES_MAX];
    for (size_t i = 0; i < one.count; i++) {
        const size_t count = gmi_features_of(&one, i, left);
        assert_int_equal(gmi_features_of(&other, i, right), count);
        assert_memory_equal(left, right, count * sizeof *left);
    }
    gm_document_free(a);
    gm_document_free(b);
}

static void groups_of_features_follow_one_another(void **state)
{
    (void)state;
    gm_document *doc = document_of("Ohio and Ohio University, in Paris");
    const struct gmi_cues cues = cues_of(doc, false);
    for (size_t i = 0; i < cues.count; i++) {
        uint64_t all[GMI_FEATURES_MAX], grouped[GMI_FEATURES_MAX];
        size_t ends[GMI_FEATURE_GROUPS];
        const size_t count = gmi_features_of(&cues, i, all);
        assert_int_equal(gmi_features_grouped(&cues, i, grouped, ends), count);
        assert_memory_equal(all, grouped, count * sizeof *all);
        assert_int_equal(ends[GMI_GROUP_ALWAYS], 1);
        for (size_t g = 1; g < GMI_FEATURE_GROUPS; g++)
            assert_true(ends[g] >= ends[g - 1]);
        assert_true(ends[GMI_GROUP_NAMES] > ends[GMI_GROUP_LISTS]);
        assert_int_equal(ends[GMI_GROUP_REPEATS], count);
    }
    gm_document_free(doc);
}

static void a_headline_is_told_from_a_sentence(void **state)
{
    (void)state;
    gm_document *doc =
        document_of("Three Hurt in Reading Fire\n\n"
                    "The fire in Reading hurt three men and a dog");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_int_equal(cue_of(&cues, 3)->title, 3);
    assert_int_equal(cue_of(&cues, 8)->title, 0);
    gm_document_free(doc);
}

static void a_name_is_compared_letter_by_letter(void **state)
{
    (void)state;
    gm_document *doc = document_of("Paris, Pàris");
    const struct gmi_cues cues = cues_of(doc, false);
    assert_true(cue_of(&cues, 0)->name.spelling > 0);
    assert_int_equal(cue_of(&cues, 1)->name.position, GMI_IN_SINGLE);
    assert_int_equal(cue_of(&cues, 1)->name.spelling, 0);
    gm_document_free(doc);
}

static void features_of_any_text_have_room(void **state)
{
    (void)state;
    static char text[6000];
    uint64_t seed = 7;
    for (int round = 0; round < 20; round++) {
        for (size_t i = 0; i + 1 < sizeof text; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1;
            text[i] = "Paris Ohio,.'-\nAB c7&/!()\"s"[(seed >> 33) % 28];
            if (text[i] == '\0')
                text[i] = ' ';
        }
        gm_document *doc = document_of(text);
        const struct gmi_cues cues = cues_of(doc, round & 1);
        for (size_t i = 0; i < cues.count; i++) {
            uint64_t hashes[GMI_FEATURES_MAX];
            const size_t count = gmi_features_of(&cues, i, hashes);
            assert_true(count > 0 && count <= GMI_FEATURES_MAX);
        }
        gm_document_free(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_marked_from_begin_to_end),
        cmocka_unit_test(an_area_behind_a_name_holds_it_or_not),
        cmocka_unit_test(an_adjective_is_one_and_a_noun_is_not),
        cmocka_unit_test(uses_of_a_word_are_chained),
        cmocka_unit_test(
            without_capitals_the_same_name_has_the_same_features),
        cmocka_unit_test(groups_of_features_follow_one_another),
        cmocka_unit_test(a_headline_is_told_from_a_sentence),
        cmocka_unit_test(a_name_is_compared_letter_by_letter),
        cmocka_unit_test(features_of_any_text_have_room),
    };
    return cmocka_run_group_tests(tests, make_tagger, drop_tagger);
}
