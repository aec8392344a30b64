/* SPDX-License-Identifier: MIT */
#include "../recognize/fixture.h"

#include "train/train_tagger_tags.h"

enum { WORDS_MAX = 32 };

struct wanted {
    uint8_t tags[WORDS_MAX];
    uint16_t allowed[WORDS_MAX];
    size_t count;
};

/* A place from one byte to another. */
struct place {
    uint32_t start, end;
    enum gmi_gold_use use;
};

static struct wanted want(const char *text, struct place place)
{
    struct wanted out = {.count = 0};
    struct gmi_gold gold = {place.start, place.end, (uint8_t)place.use,
                            false};
    struct gmi_annotated_document item = {.doc = document_of(text),
                                          .golds = &gold,
                                          .gold_count = place.end > 0};
    const struct gmi_cues cues = cues_of(item.doc, false);
    assert_true(cues.count <= WORDS_MAX);
    out.count = cues.count;
    gmi_tags_want(&item, &cues,
                  &(struct gmi_tags_wanted){out.tags, out.allowed});
    gm_document_free(item.doc);
    return out;
}

static uint16_t bit(unsigned tag)
{
    return (uint16_t)(1u << tag);
}

static const unsigned PLACE_S = 1 + 4 * GMI_TAG_PLACE + GMI_TAG_S;
static const unsigned EMBEDDED_S = 1 + 4 * GMI_TAG_EMBEDDED + GMI_TAG_S;
static const unsigned ADJECTIVE_S = 1 + 4 * GMI_TAG_ADJECTIVE + GMI_TAG_S;

static void a_place_alone_is_a_place(void **state)
{
    (void)state;
    const struct wanted w =
        want("He lives in Ohio now", (struct place){12, 16, GMI_GOLD_PLAIN});
    for (size_t i = 0; i < w.count; i++) {
        assert_int_equal(w.tags[i], i == 3 ? PLACE_S : GMI_TAG_O);
        assert_int_equal(w.allowed[i], bit(w.tags[i]));
    }
}

static void a_place_in_a_longer_name_may_be_embedded(void **state)
{
    (void)state;
    const struct wanted w = want("the Ohio University",
                                 (struct place){4, 8, GMI_GOLD_PLAIN});
    assert_int_equal(w.tags[1], PLACE_S);
    assert_int_equal(w.allowed[1], bit(PLACE_S) | bit(EMBEDDED_S));
    assert_int_equal(w.allowed[2], bit(GMI_TAG_O));
}

static void a_name_that_is_not_annotated_there_may_be_too(void **state)
{
    (void)state;
    const struct wanted w = want("the Ohio University of Alliance",
                                 (struct place){0, 0, GMI_GOLD_PLAIN});
    assert_int_equal(w.tags[1], GMI_TAG_O);
    assert_true(w.allowed[1] & bit(GMI_TAG_O));
    assert_true(w.allowed[1] & bit(EMBEDDED_S));
    assert_false(w.allowed[1] & bit(PLACE_S));
    assert_int_equal(w.allowed[4], bit(GMI_TAG_O)); /* stands alone */
}

static void a_persons_name_is_not_left_open(void **state)
{
    (void)state;
    const struct wanted w =
        want("then John Reading went", (struct place){0, 0, GMI_GOLD_PLAIN});
    assert_int_equal(w.allowed[2], bit(GMI_TAG_O));
}

static void annotations_with_uses_leave_nothing_open(void **state)
{
    (void)state;
    const struct wanted w =
        want("the Ohio University in the Alliance University",
             (struct place){4, 8, GMI_GOLD_EMBEDDED});
    assert_int_equal(w.tags[1], EMBEDDED_S);
    for (size_t i = 0; i < w.count; i++)
        assert_int_equal(w.allowed[i], bit(w.tags[i]));
}

static void a_demonym_is_one_annotated_or_not(void **state)
{
    (void)state;
    const struct wanted w = want("The French went, the French stay",
                                 (struct place){4, 10, GMI_GOLD_PLAIN});
    assert_int_equal(w.tags[1], ADJECTIVE_S);
    assert_int_equal(w.tags[4], ADJECTIVE_S);
    assert_int_equal(w.allowed[4], bit(ADJECTIVE_S));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_place_alone_is_a_place),
        cmocka_unit_test(a_place_in_a_longer_name_may_be_embedded),
        cmocka_unit_test(a_name_that_is_not_annotated_there_may_be_too),
        cmocka_unit_test(a_persons_name_is_not_left_open),
        cmocka_unit_test(annotations_with_uses_leave_nothing_open),
        cmocka_unit_test(a_demonym_is_one_annotated_or_not),
    };
    return cmocka_run_group_tests(tests, make_tagger, drop_tagger);
}
