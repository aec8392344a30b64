/* SPDX-License-Identifier: MIT */
#include "../recognize/fixture.h"

#include "train/train_use.h"

/* Learns uses from one line many times over; borrowed until the next call. */
static void learn(const char *line, bool is_partial, size_t times,
                  struct gmi_use_weights *out, struct gmi_annotated *corpus,
                  struct gmi_cues *cues)
{
    static char text[20000];
    gm_error err;
    text[0] = '\0';
    for (size_t i = 0; i < times; i++)
        strcat(strcat(text, line), "\n");
    if (gmi_annotated_read(corpus, put("uses.jsonl", text), is_partial, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < corpus->count; i++)
        cues[i] = cues_of(corpus->items[i].doc, false);
    const struct gmi_use_learning learning = {
        .corpus = corpus, .cues = cues, .seed = 1};
    if (gmi_use_learn(&learning, out, &err))
        fail_msg("%s", err.message);
}

static void judge(const struct gmi_use_weights *weights,
                  const struct gmi_cues *cues, size_t word,
                  double p[GMI_USES])
{
    uint64_t hashes[GMI_USE_FEATURES_MAX];
    const size_t count = gmi_use_features(cues, word, word, hashes);
    gmi_use_weights_judge(weights, hashes, count, p);
}

static const char EMBEDDED[] =
    "{\"id\":\"a\",\"text\":\"the Ohio University said\",\"toponyms\":"
    "[{\"start\":4,\"end\":8,\"type\":\"Embedded_Non_Lit\"}]}";
static const char METONYMIC[] =
    "{\"id\":\"a\",\"text\":\"then Ohio said nothing\",\"toponyms\":"
    "[{\"start\":5,\"end\":9,\"type\":\"metonymic\"}]}";

static void the_annotated_use_becomes_likely(void **state)
{
    (void)state;
    struct gmi_annotated corpus = {0};
    struct gmi_cues cues[20];
    struct gmi_use_weights weights;
    double p[GMI_USES];
    learn(EMBEDDED, false, 20, &weights, &corpus, cues);
    judge(&weights, &cues[0], 1, p);
    assert_true(p[GM_USE_EMBEDDED] > 0.8);
    gmi_use_weights_release(&weights);
    gmi_annotated_release(&corpus);
}

static void partial_documents_tell_literal_from_metonymic_only(void **state)
{
    (void)state;
    struct gmi_annotated corpus = {0};
    struct gmi_cues cues[20];
    struct gmi_use_weights weights;
    double p[GMI_USES];
    learn(METONYMIC, true, 20, &weights, &corpus, cues);
    for (size_t i = 0; i < GMI_USE_ROWS; i++) {
        assert_true(weights.rows[i][GM_USE_ADJECTIVAL] == 0);
        assert_true(weights.rows[i][GM_USE_EMBEDDED] == 0);
    }
    judge(&weights, &cues[0], 1, p);
    assert_true(p[GM_USE_METONYMIC] > p[GM_USE_LITERAL]);
    gmi_use_weights_release(&weights);
    gmi_annotated_release(&corpus);
}

static void types_of_corpora_are_uses(void **state)
{
    (void)state;
    const struct gmi_gold plain = {.use = GMI_GOLD_PLAIN};
    const struct gmi_gold other = {.use = GMI_GOLD_OTHER};
    const struct gmi_gold literal = {.use = GMI_GOLD_LITERAL};
    const struct gmi_gold adjectival = {.use = GMI_GOLD_ADJECTIVAL};
    assert_int_equal(gmi_use_of_gold(&plain), -1);
    assert_int_equal(gmi_use_of_gold(&other), -1);
    assert_int_equal(gmi_use_of_gold(&literal), GM_USE_LITERAL);
    assert_int_equal(gmi_use_of_gold(&adjectival), GM_USE_ADJECTIVAL);
}

static void words_of_an_annotation_are_found_by_bytes(void **state)
{
    (void)state;
    gm_document *doc = document_of("to New London, Ohio");
    size_t first, last;
    struct gmi_gold gold = {.start = 3, .end = 13};
    assert_true(gmi_gold_words(doc, &gold, &first, &last));
    assert_int_equal(first, 1);
    assert_int_equal(last, 2);
    gold = (struct gmi_gold){.start = 13, .end = 14}; /* the comma */
    assert_false(gmi_gold_words(doc, &gold, &first, &last));
    gm_document_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_annotated_use_becomes_likely),
        cmocka_unit_test(partial_documents_tell_literal_from_metonymic_only),
        cmocka_unit_test(types_of_corpora_are_uses),
        cmocka_unit_test(words_of_an_annotation_are_found_by_bytes),
    };
    return cmocka_run_group_tests(tests, make_tagger, drop_tagger);
}
