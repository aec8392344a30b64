/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include <math.h>

static void judge(const struct gmi_use_model *model, const char *text,
                  size_t word, double p[GMI_USES])
{
    gm_document *doc = document_of(text);
    const struct gmi_cues cues = cues_of(doc, false);
    gmi_use_judge(model, &cues, word, word, p);
    gm_document_free(doc);
}

static void uses_are_told_by_the_words_around(void **state)
{
    (void)state;
    double p[GMI_USES];
    judge(&tagger.uses, "He lives in Paris and said nothing.", 3, p);
    assert_true(p[GM_USE_LITERAL] > 0.5);
    judge(&tagger.uses, "The French went to Paris again.", 4, p);
    assert_true(p[GM_USE_METONYMIC] > 0.5);
}

static void probabilities_add_up_to_one(void **state)
{
    (void)state;
    static const char *const texts[] = {"Paris", "He lives in Paris",
                                        "PARIS AND OHIO", "Qwertyuiop"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double p[GMI_USES], sum = 0;
        judge(&tagger.uses, texts[i], 0, p);
        for (size_t use = 0; use < GMI_USES; use++) {
            assert_true(p[use] >= 0 && p[use] <= 1);
            sum += p[use];
        }
        assert_true(fabs(sum - 1) < 1e-9);
    }
}

static void a_model_without_weights_prefers_no_use(void **state)
{
    (void)state;
    const struct gmi_use_model empty = {NULL, 0, 1.0f / 32};
    double p[GMI_USES];
    judge(&empty, "He lives in Paris and said nothing.", 3, p);
    for (size_t use = 0; use < GMI_USES; use++)
        assert_true(fabs(p[use] - 1.0 / GMI_USES) < 1e-9);
}

static void features_at_the_ends_of_a_text_have_room(void **state)
{
    (void)state;
    gm_document *doc = document_of("Paris Ohio");
    const struct gmi_cues cues = cues_of(doc, false);
    uint64_t hashes[GMI_USE_FEATURES_MAX];
    for (size_t first = 0; first < 2; first++) {
        const size_t count = gmi_use_features(&cues, first, 1, hashes);
        assert_true(count > 0 && count <= GMI_USE_FEATURES_MAX);
    }
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(uses_are_told_by_the_words_around),
        cmocka_unit_test(probabilities_add_up_to_one),
        cmocka_unit_test(a_model_without_weights_prefers_no_use),
        cmocka_unit_test(features_at_the_ends_of_a_text_have_room),
    };
    return cmocka_run_group_tests(tests, make_tagger, drop_tagger);
}
