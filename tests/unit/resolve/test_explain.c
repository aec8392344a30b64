/* SPDX-License-Identifier: MIT */
/* Why a place won. */
#include "atlas.h"

static const char *const names[] = {"Georgia", "Atlanta", "Macon"};
static const char text[] = "All of Georgia, from Atlanta to Macon, had snow.";

static gm_document *explained(size_t candidates)
{
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.explain = true;
    options.candidates = candidates;
    return atlas_map(&options, text, names, 3);
}

static double share(const gm_reason *reason)
{
    return reason->value * reason->weight;
}

static void nothing_is_explained_unasked(void **state)
{
    (void)state;
    gm_mapper_options options;
    gm_mapper_options_init(&options);
    options.candidates = 3;
    gm_document *doc = atlas_map(&options, text, names, 3);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    for (size_t i = 0; i < mention->candidate_count; i++)
        assert_int_equal(mention->candidates[i].reason_count, 0);
    gm_document_free(doc);
}

static void the_heaviest_reason_comes_first(void **state)
{
    (void)state;
    gm_document *doc = explained(2);
    assert_string_equal(atlas_answer(doc, 0), "us-ga");
    const gm_candidate *winner =
        &gm_document_mention_at(doc, 0)->candidates[0];
    assert_true(winner->reason_count > 1);
    for (size_t i = 1; i < winner->reason_count; i++)
        assert_true(fabs(share(&winner->reasons[i - 1])) >=
                    fabs(share(&winner->reasons[i])));
    assert_true(share(&winner->reasons[0]) > 0);
    gm_document_free(doc);
}

/* Towns of the state decide: its reasons must speak of other names. */
static void reasons_say_what_the_text_shows(void **state)
{
    (void)state;
    gm_document *doc = explained(2);
    const gm_candidate *winner =
        &gm_document_mention_at(doc, 0)->candidates[0];
    bool is_told = false;
    for (size_t i = 0; i < winner->reason_count; i++)
        is_told |= share(&winner->reasons[i]) > 0 &&
                   (strstr(winner->reasons[i].feature, "name") ||
                    strstr(winner->reasons[i].feature, "km of"));
    assert_true(is_told);
    gm_document_free(doc);
}

static void the_runner_ups_reasons_are_the_winners_turned_round(void **state)
{
    (void)state;
    gm_document *doc = explained(2);
    const gm_mention *mention = gm_document_mention_at(doc, 0);
    assert_int_equal(mention->candidate_count, 2);
    const gm_candidate *first = &mention->candidates[0];
    const gm_candidate *second = &mention->candidates[1];
    assert_int_equal(first->reason_count, second->reason_count);
    for (size_t i = 0; i < first->reason_count; i++) {
        assert_string_equal(first->reasons[i].feature,
                            second->reasons[i].feature);
        assert_true(fabs(share(&first->reasons[i]) +
                         share(&second->reasons[i])) < 1e-5);
    }
    gm_document_free(doc);
}

static void a_lone_candidate_has_reasons_of_its_own(void **state)
{
    (void)state;
    gm_document *doc = explained(1);
    const gm_mention *mention = gm_document_mention_at(doc, 1);
    assert_int_equal(mention->candidate_count, 1);
    assert_true(mention->candidates[0].reason_count > 0);
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_explained_unasked),
        cmocka_unit_test(the_heaviest_reason_comes_first),
        cmocka_unit_test(reasons_say_what_the_text_shows),
        cmocka_unit_test(the_runner_ups_reasons_are_the_winners_turned_round),
        cmocka_unit_test(a_lone_candidate_has_reasons_of_its_own),
    };
    return cmocka_run_group_tests(tests, atlas_make, atlas_clean);
}
