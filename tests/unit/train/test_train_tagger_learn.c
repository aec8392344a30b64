/* SPDX-License-Identifier: MIT */
#include "../recognize/fixture.h"

#include "train/train_tagger_learn.h"

#include <math.h>

static struct gmi_annotated corpus;
static struct gmi_tagger_data data;

static int make_lessons(void **state)
{
    if (make_tagger(state))
        return -1;
    const struct gmi_tagger_view view = {
        .sources = {world, &lexicon, tagger.vocabulary}, .least = 2};
    gm_error err;
    if (gmi_annotated_read(&corpus, put_lessons(), false, &err) ||
        gmi_tagger_data_init(&data, &view, &corpus, &err))
        fail_msg("%s", err.message);
    return 0;
}

static int drop_lessons(void **state)
{
    gmi_tagger_data_release(&data);
    gmi_annotated_release(&corpus);
    return drop_tagger(state);
}

static struct gmi_tagger_weights learn(const struct gmi_learning *learning)
{
    struct gmi_tagger_weights weights;
    gm_error err;
    if (gmi_tagger_learn(&data, learning, &weights, &err))
        fail_msg("%s", err.message);
    assert_int_equal(weights.feature_count, data.feature_count);
    return weights;
}

static void several_runs_give_their_mean(void **state)
{
    (void)state;
    const struct gmi_learning learning = {.seed = 3, .epochs = 1, .runs = 2};
    struct gmi_tagger_weights mean = learn(&learning), runs[2];
    size_t different = 0;
    for (unsigned run = 0; run < 2; run++)
        assert_int_equal(
            gmi_tagger_learn_run(&data, &learning, run, &runs[run], NULL),
            GM_OK);
    for (size_t i = 0; i < data.feature_count; i++)
        for (size_t tag = 0; tag < GMI_TAGS; tag++) {
            const float one = runs[0].rows[i][tag];
            const float other = runs[1].rows[i][tag];
            assert_true(fabsf(mean.rows[i][tag] - (one + other) / 2) < 1e-6f);
            different += one != other;
        }
    assert_true(different > 0);
    gmi_tagger_weights_release(&mean);
    gmi_tagger_weights_release(&runs[0]);
    gmi_tagger_weights_release(&runs[1]);
}

static void what_may_be_anything_teaches_nothing(void **state)
{
    (void)state;
    uint16_t *allowed = malloc(data.token_count * sizeof *allowed);
    assert_non_null(allowed);
    memcpy(allowed, data.allowed, data.token_count * sizeof *allowed);
    for (size_t i = 0; i < data.token_count; i++)
        data.allowed[i] = (1u << GMI_TAGS) - 1;
    for (size_t i = 0; i < data.example_count; i++)
        data.examples[i].is_open = true;
    struct gmi_tagger_weights weights =
        learn(&(struct gmi_learning){.seed = 1, .epochs = 1});
    for (size_t i = 0; i < data.feature_count; i++)
        for (size_t tag = 0; tag < GMI_TAGS; tag++)
            assert_true(fabsf(weights.rows[i][tag]) < 1e-3f);
    gmi_tagger_weights_release(&weights);
    memcpy(data.allowed, allowed, data.token_count * sizeof *allowed);
    for (size_t i = 0; i < data.example_count; i++)
        data.examples[i].is_open = false;
    free(allowed);
}

/* An annotated place that may be embedded as well never turns into nothing. */
static void one_of_the_allowed_tags_becomes_likely(void **state)
{
    (void)state;
    const unsigned place = gmi_tag(GMI_TAG_PLACE, GMI_TAG_S);
    const unsigned embedded = gmi_tag(GMI_TAG_EMBEDDED, GMI_TAG_S);
    for (size_t i = 0; i < data.example_count; i++)
        for (size_t t = 0; t < data.examples[i].count; t++)
            if (data.tags[data.examples[i].token + t] == place) {
                data.allowed[data.examples[i].token + t] |=
                    (uint16_t)(1u << embedded);
                data.examples[i].is_open = true;
            }
    struct gmi_tagger_weights weights =
        learn(&(struct gmi_learning){.seed = 1, .epochs = 4});
    size_t places = 0;
    for (size_t t = 0; t < data.token_count; t++) {
        float scores[GMI_TAGS];
        gmi_tagger_weights_score(&weights, &data, t, scores);
        const float best = fmaxf(scores[place], scores[embedded]);
        if (data.tags[t] == place)
            assert_true(best > scores[GMI_TAG_O]);
        places += data.tags[t] == place;
    }
    assert_true(places > 0);
    gmi_tagger_weights_release(&weights);
}

static void documents_that_are_not_taken_teach_nothing(void **state)
{
    (void)state;
    uint8_t *takes = calloc(corpus.count, 1);
    assert_non_null(takes);
    struct gmi_tagger_weights weights = learn(&(struct gmi_learning){
        .seed = 1, .epochs = 1, .takes = takes});
    for (size_t i = 0; i < data.feature_count; i++)
        for (size_t tag = 0; tag < GMI_TAGS; tag++)
            assert_true(weights.rows[i][tag] == 0);
    gmi_tagger_weights_release(&weights);
    free(takes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_runs_give_their_mean),
        cmocka_unit_test(what_may_be_anything_teaches_nothing),
        cmocka_unit_test(one_of_the_allowed_tags_becomes_likely),
        cmocka_unit_test(documents_that_are_not_taken_teach_nothing),
    };
    return cmocka_run_group_tests(tests, make_lessons, drop_lessons);
}
