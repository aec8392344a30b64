/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "recognize/tagger_crf.h"

#include <math.h>
#include <string.h>

enum { WORDS = 4 };

static uint64_t state = 1;

static float random_weight(void)
{
    state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (float)(int32_t)(state >> 33) / (float)(1 << 29) - 2;
}

struct chain {
    struct gmi_crf crf;
    float scores[WORDS][GMI_TAGS];
};

static struct chain random_chain(void)
{
    struct chain chain;
    for (size_t i = 0; i < GMI_TAGS; i++)
        for (size_t j = 0; j < GMI_TAGS; j++)
            chain.crf.follow[i][j] = random_weight();
    for (size_t i = 0; i < WORDS; i++)
        for (size_t j = 0; j < GMI_TAGS; j++)
            chain.scores[i][j] = random_weight();
    return chain;
}

/* Every path that may be, each with its score. */
static bool next_path(uint8_t path[WORDS])
{
    for (size_t i = 0; i < WORDS; i++) {
        if (++path[i] < GMI_TAGS)
            return true;
        path[i] = 0;
    }
    return false;
}

static bool may_be(const uint8_t path[WORDS])
{
    if (gmi_tag_is_open_before(path[0]) ||
        gmi_tag_is_open_behind(path[WORDS - 1]))
        return false;
    for (size_t i = 1; i < WORDS; i++)
        if (!gmi_tag_may_follow(path[i], path[i - 1]))
            return false;
    return true;
}

static double score_of(const struct chain *chain, const uint8_t path[WORDS])
{
    double score = 0;
    for (size_t i = 0; i < WORDS; i++) {
        score += (double)chain->scores[i][path[i]];
        if (i > 0)
            score += (double)chain->crf.follow[path[i - 1]][path[i]];
    }
    return score;
}

static void tags_follow_as_mentions_do(void **unused)
{
    (void)unused;
    const unsigned b = gmi_tag(GMI_TAG_PLACE, GMI_TAG_B);
    const unsigned i = gmi_tag(GMI_TAG_PLACE, GMI_TAG_I);
    const unsigned e = gmi_tag(GMI_TAG_PLACE, GMI_TAG_E);
    const unsigned s = gmi_tag(GMI_TAG_PLACE, GMI_TAG_S);
    const unsigned other = gmi_tag(GMI_TAG_ADJECTIVE, GMI_TAG_E);
    assert_true(gmi_tag_may_follow(e, b));
    assert_true(gmi_tag_may_follow(i, b));
    assert_true(gmi_tag_may_follow(i, i));
    assert_true(gmi_tag_may_follow(s, e));
    assert_true(gmi_tag_may_follow(b, GMI_TAG_O));
    assert_false(gmi_tag_may_follow(e, GMI_TAG_O));
    assert_false(gmi_tag_may_follow(GMI_TAG_O, b));
    assert_false(gmi_tag_may_follow(s, i));
    assert_false(gmi_tag_may_follow(other, b));
}

static void best_path_is_the_best_of_all(void **unused)
{
    (void)unused;
    for (int round = 0; round < 20; round++) {
        const struct chain chain = random_chain();
        uint8_t path[WORDS] = {0}, found[WORDS], back[WORDS][GMI_TAGS];
        double best = -INFINITY;
        do {
            if (may_be(path))
                best = fmax(best, score_of(&chain, path));
        } while (next_path(path));
        gmi_crf_decode(&chain.crf, chain.scores, WORDS, back, found);
        assert_true(may_be(found));
        assert_true(fabs(score_of(&chain, found) - best) < 1e-4);
    }
}

struct sums {
    float ahead[WORDS][GMI_TAGS], behind[WORDS][GMI_TAGS];
    float chance[WORDS][GMI_TAGS];
    struct gmi_crf_sums sums;
};

static void sum(const struct chain *chain, struct sums *out)
{
    out->sums = (struct gmi_crf_sums){.ahead = out->ahead,
                                      .behind = out->behind,
                                      .chance = out->chance};
    gmi_crf_sum(&chain->crf, chain->scores, WORDS, &out->sums);
}

static void probabilities_are_shares_of_all_paths(void **unused)
{
    (void)unused;
    for (int round = 0; round < 5; round++) {
        const struct chain chain = random_chain();
        double all = 0, tags[WORDS][GMI_TAGS] = {{0}}, span = 0;
        uint8_t path[WORDS] = {0};
        do {
            if (!may_be(path))
                continue;
            const double chance = exp(score_of(&chain, path));
            all += chance;
            for (size_t i = 0; i < WORDS; i++)
                tags[i][path[i]] += chance;
            if (path[1] == gmi_tag(GMI_TAG_PLACE, GMI_TAG_B) &&
                path[2] == gmi_tag(GMI_TAG_PLACE, GMI_TAG_E))
                span += chance;
        } while (next_path(path));
        struct sums sums;
        sum(&chain, &sums);
        for (size_t i = 0; i < WORDS; i++)
            for (size_t j = 0; j < GMI_TAGS; j++)
                assert_true(fabs((double)(sums.ahead[i][j] *
                                          sums.behind[i][j]) -
                                 tags[i][j] / all) < 1e-4);
        assert_true(fabs(gmi_crf_span(&sums.sums, 1, 2, GMI_TAG_PLACE) -
                         span / all) < 1e-4);
    }
}

static void great_scores_stay_probabilities(void **unused)
{
    (void)unused;
    struct chain chain = random_chain();
    for (size_t i = 0; i < WORDS; i++)
        for (size_t j = 0; j < GMI_TAGS; j++)
            chain.scores[i][j] *= 300;
    struct sums sums;
    sum(&chain, &sums);
    for (size_t first = 0; first < WORDS; first++) {
        const double p =
            gmi_crf_span(&sums.sums, first, first, GMI_TAG_PLACE);
        assert_true(p >= 0 && p <= 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_follow_as_mentions_do),
        cmocka_unit_test(best_path_is_the_best_of_all),
        cmocka_unit_test(probabilities_are_shares_of_all_paths),
        cmocka_unit_test(great_scores_stay_probabilities),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
