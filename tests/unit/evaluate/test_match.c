/* SPDX-License-Identifier: MIT */
/* src/evaluate/match.c: pairing gold mentions with those found. */
#include "evaluate/match.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

enum { SPANS_MAX = 8 };

/* Spans of a side, and pointers to them. */
struct side {
    struct gmi_span spans[SPANS_MAX];
    const struct gmi_span *items[SPANS_MAX];
    size_t count;
};

static struct gmi_matcher matcher;
static struct side gold, ignored, found;
static struct gmi_verdict verdict;

static int setup(void **state)
{
    (void)state;
    gold.count = ignored.count = found.count = 0;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    gmi_matcher_release(&matcher);
    return 0;
}

static void add(struct side *side, uint32_t start, uint32_t end,
                const char *key)
{
    side->spans[side->count] =
        (struct gmi_span){.start = start, .end = end, .key = key};
    side->items[side->count] = &side->spans[side->count];
    side->count++;
}

static struct gmi_span_list list_of(struct side *side)
{
    return (struct gmi_span_list){side->items, side->count};
}

static void match(enum gmi_rule rule)
{
    const struct gmi_sides sides = {list_of(&gold), list_of(&ignored),
                                    list_of(&found)};
    assert_int_equal(gmi_match(&matcher, rule, &sides, &verdict, NULL), GM_OK);
}

static void assert_right(enum gmi_rule rule, size_t count)
{
    match(rule);
    assert_int_equal(verdict.right, count);
}

static void exact_takes_the_same_extent_alone(void **state)
{
    (void)state;
    add(&gold, 3, 8, "paris");
    add(&gold, 20, 24, "lima");
    add(&found, 20, 24, "another");
    add(&found, 3, 9, "paris");
    match(GMI_RULE_EXACT);
    assert_int_equal(verdict.right, 1);
    assert_int_equal(verdict.found_of[0], GMI_UNMATCHED);
    assert_int_equal(verdict.found_of[1], 0);
    assert_int_equal(verdict.gold_of[0], 1);
    assert_int_equal(verdict.gold_of[1], GMI_UNMATCHED);
}

static void each_is_matched_once(void **state)
{
    (void)state;
    add(&gold, 0, 4, "lima");
    add(&found, 0, 4, "lima");
    add(&found, 0, 4, "lima");
    assert_right(GMI_RULE_EXACT, 1);
    assert_right(GMI_RULE_NEAR, 1);
    assert_right(GMI_RULE_OVERLAP, 1);
    add(&gold, 0, 4, "lima");
    assert_right(GMI_RULE_EXACT, 2);
}

static void near_wants_the_same_text(void **state)
{
    (void)state;
    add(&gold, 0, 4, "lima");
    add(&found, 0, 4, "quito");
    assert_right(GMI_RULE_NEAR, 0);
}

static void near_wants_centres_under_ten_apart(void **state)
{
    (void)state;
    add(&gold, 20, 24, "lima");
    add(&found, 30, 34, "lima");
    assert_right(GMI_RULE_NEAR, 0);
    add(&found, 29, 34, "lima"); /* 9.5 */
    assert_right(GMI_RULE_NEAR, 1);
    assert_int_equal(verdict.found_of[0], 1);
    add(&found, 10, 15, "lima"); /* 9.5 on the other side, later */
    match(GMI_RULE_NEAR);
    assert_int_equal(verdict.found_of[0], 1);
    add(&found, 18, 22, "lima");
    match(GMI_RULE_NEAR);
    assert_int_equal(verdict.found_of[0], 3);
}

/* The first of the gold would take what only the second can have. */
static void best_pairs_go_first(void **state)
{
    (void)state;
    add(&gold, 0, 4, "lima");
    add(&gold, 6, 10, "lima");
    add(&found, 6, 10, "lima");
    match(GMI_RULE_NEAR);
    assert_int_equal(verdict.found_of[0], GMI_UNMATCHED);
    assert_int_equal(verdict.found_of[1], 0);
}

static void overlap_wants_one_character(void **state)
{
    (void)state;
    add(&gold, 10, 20, "a");
    add(&found, 0, 10, "b");
    add(&found, 20, 30, "c");
    assert_right(GMI_RULE_OVERLAP, 0);
    add(&found, 19, 30, "d");
    assert_right(GMI_RULE_OVERLAP, 1);
}

static void overlap_prefers_most_shared_then_the_tighter(void **state)
{
    (void)state;
    add(&gold, 10, 20, "a");
    add(&found, 8, 12, "b");
    add(&found, 10, 40, "c");
    add(&found, 5, 20, "d");
    match(GMI_RULE_OVERLAP);
    assert_int_equal(verdict.found_of[0], 2);
    /* a long one far before is looked at, too */
    add(&gold, 38, 39, "e");
    match(GMI_RULE_OVERLAP);
    assert_int_equal(verdict.found_of[1], 1);
}

static void nested_gold_finds_its_own(void **state)
{
    (void)state;
    add(&gold, 0, 13, "new york city");
    add(&gold, 0, 8, "new york");
    add(&found, 0, 8, "new york");
    for (int rule = 0; rule < GMI_RULES; rule++) {
        match((enum gmi_rule)rule);
        assert_int_equal(verdict.right, 1);
    }
    match(GMI_RULE_EXACT);
    assert_int_equal(verdict.found_of[1], 0);
}

static void what_lies_on_ignored_gold_is_neither_right_nor_wrong(void **state)
{
    (void)state;
    add(&gold, 0, 4, "lima");
    add(&ignored, 10, 15, "texan");
    add(&found, 10, 15, "texan");
    add(&found, 0, 4, "lima");
    add(&found, 30, 33, "foo");
    for (int rule = 0; rule < GMI_RULES; rule++) {
        match((enum gmi_rule)rule);
        assert_int_equal(verdict.right, 1);
        assert_int_equal(verdict.ignored, 1);
        assert_int_equal(verdict.gold_of[0], GMI_IGNORED);
        assert_int_equal(verdict.gold_of[1], 0);
        assert_int_equal(verdict.gold_of[2], GMI_UNMATCHED);
    }
}

static void gold_that_counts_goes_before_what_is_ignored(void **state)
{
    (void)state;
    add(&gold, 6, 10, "lima");
    add(&ignored, 0, 4, "lima");
    add(&found, 0, 4, "lima");
    match(GMI_RULE_NEAR);
    assert_int_equal(verdict.right, 1);
    assert_int_equal(verdict.ignored, 0);
}

static void spans_of_no_or_negative_length_are_taken(void **state)
{
    (void)state;
    add(&gold, 5, 9, "x");
    add(&found, 7, 7, "x");
    add(&found, UINT32_MAX, 0, "x");
    match(GMI_RULE_OVERLAP);
    assert_int_equal(verdict.right, 0);
    assert_right(GMI_RULE_EXACT, 0);
    assert_right(GMI_RULE_NEAR, 1);
}

static void nothing_matches_nothing(void **state)
{
    (void)state;
    for (int rule = 0; rule < GMI_RULES; rule++)
        assert_right((enum gmi_rule)rule, 0);
}

static bool is_before_ten(const struct gmi_span *span, bool skip_demonyms)
{
    return span->start < 10 && !(skip_demonyms && span->is_demonym);
}

static void select_keeps_what_passes(void **state)
{
    (void)state;
    struct gmi_span items[3] = {
        {.start = 1, .is_demonym = true}, {.start = 12}, {.start = 3}};
    const struct gmi_spans spans = {items, 3, 3};
    struct gmi_span_list list;
    assert_int_equal(
        gmi_select(&matcher, &spans, is_before_ten, false, &list, NULL), GM_OK);
    assert_int_equal(list.count, 2);
    assert_int_equal(
        gmi_select(&matcher, &spans, is_before_ten, true, &list, NULL), GM_OK);
    assert_int_equal(list.count, 1);
    assert_ptr_equal(list.items[0], &items[2]);
    assert_int_equal(gmi_select(&matcher, &spans, NULL, true, &list, NULL),
                     GM_OK);
    assert_int_equal(list.count, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(exact_takes_the_same_extent_alone, setup),
        cmocka_unit_test_setup(each_is_matched_once, setup),
        cmocka_unit_test_setup(near_wants_the_same_text, setup),
        cmocka_unit_test_setup(near_wants_centres_under_ten_apart, setup),
        cmocka_unit_test_setup(best_pairs_go_first, setup),
        cmocka_unit_test_setup(overlap_wants_one_character, setup),
        cmocka_unit_test_setup(overlap_prefers_most_shared_then_the_tighter,
                               setup),
        cmocka_unit_test_setup(nested_gold_finds_its_own, setup),
        cmocka_unit_test_setup(
            what_lies_on_ignored_gold_is_neither_right_nor_wrong, setup),
        cmocka_unit_test_setup(gold_that_counts_goes_before_what_is_ignored,
                               setup),
        cmocka_unit_test_setup(spans_of_no_or_negative_length_are_taken, setup),
        cmocka_unit_test_setup(nothing_matches_nothing, setup),
        cmocka_unit_test_setup(select_keeps_what_passes, setup),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
