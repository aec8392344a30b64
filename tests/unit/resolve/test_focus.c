/* SPDX-License-Identifier: MIT */
/* What a document is about. */
#include "atlas.h"

static void assert_focus(const gm_document *doc, size_t index, const char *id)
{
    const gm_focus *focus = gm_document_focus_at(doc, index);
    assert_non_null(focus);
    assert_string_equal(atlas_id(focus->place), id);
    assert_true(focus->share >= 0.05 && focus->share <= 1);
}

static void countries_come_first_by_their_shares(void **state)
{
    (void)state;
    static const char *const names[] = {"Dallas", "Texas", "Atlanta",
                                        "Tbilisi"};
    gm_document *doc = atlas_map(
        NULL, "Dallas in Texas, then Atlanta, and at last Tbilisi.", names, 4);
    assert_int_equal(gm_document_focus_count(doc), 4);
    assert_focus(doc, 0, "us");
    assert_focus(doc, 1, "ge");
    assert_focus(doc, 2, "us-tx");
    assert_focus(doc, 3, "us-ga");
    double sum = 0;
    for (size_t i = 0; i < 2; i++)
        sum += gm_document_focus_at(doc, i)->share;
    assert_true(fabs(sum - 1) < 1e-9);
    assert_null(gm_document_focus_at(doc, 4));
    gm_document_free(doc);
}

static void shares_are_by_confidence(void **state)
{
    (void)state;
    static const char *const names[] = {"Tbilisi", "Dallas"};
    gm_document *doc =
        atlas_map(NULL, "From Tbilisi to Dallas.", names, 2);
    const double tbilisi = gm_document_mention_at(doc, 0)->confidence;
    const double dallas = gm_document_mention_at(doc, 1)->confidence;
    for (size_t i = 0; i < 2; i++) {
        const gm_focus *focus = gm_document_focus_at(doc, i);
        const bool is_georgia = strcmp(atlas_id(focus->place), "ge") == 0;
        assert_true(fabs(focus->share - (is_georgia ? tbilisi : dallas) /
                                            (tbilisi + dallas)) < 1e-9);
    }
    gm_document_free(doc);
}

static void a_text_without_places_is_about_none(void **state)
{
    (void)state;
    static const char *const names[] = {"Nowhere"};
    gm_document *doc = atlas_map(NULL, "Nowhere at all.", names, 1);
    assert_int_equal(gm_document_focus_count(doc), 0);
    assert_null(gm_document_focus_at(doc, 0));
    assert_int_equal(gm_document_set_text(doc, "u", "x", 1, NULL), GM_OK);
    assert_int_equal(gm_document_focus_count(doc), 0);
    gm_document_free(doc);
}

static void a_new_text_forgets_the_focus(void **state)
{
    (void)state;
    static const char *const names[] = {"Dallas"};
    gm_document *doc = atlas_map(NULL, "In Dallas.", names, 1);
    assert_int_equal(gm_document_focus_count(doc), 2);
    assert_int_equal(gm_document_set_text(doc, "u", "x", 1, NULL), GM_OK);
    assert_int_equal(gm_document_focus_count(doc), 0);
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(countries_come_first_by_their_shares),
        cmocka_unit_test(shares_are_by_confidence),
        cmocka_unit_test(a_text_without_places_is_about_none),
        cmocka_unit_test(a_new_text_forgets_the_focus),
    };
    return cmocka_run_group_tests(tests, atlas_make, atlas_clean);
}
