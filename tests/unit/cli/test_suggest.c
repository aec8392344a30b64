/* SPDX-License-Identifier: MIT */
/* src/cli/suggest.c: the word that somebody may have meant. */
#include "cli/suggest.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const char *suggest(const char *typed)
{
    static const char *const WORDS[] = {"format",    "fields",         "near",
                                        "precision", "min-confidence", "lco"};
    struct suggestion best = suggestion_begin(typed, strlen(typed));
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        suggestion_offer(&best, WORDS[i]);
    return best.word ? best.word : "";
}

static void one_mistake_of_each_kind_is_seen_through(void **state)
{
    (void)state;
    assert_string_equal(suggest("fromat"), "format");  /* swapped */
    assert_string_equal(suggest("formt"), "format");   /* left out */
    assert_string_equal(suggest("formatt"), "format"); /* added */
    assert_string_equal(suggest("farmat"), "format");  /* changed */
    assert_string_equal(suggest("FORMAT"), "format");  /* in capitals */
}

static void beginning_of_a_word_is_enough(void **state)
{
    (void)state;
    assert_string_equal(suggest("prec"), "precision");
    assert_string_equal(suggest("min"), "min-confidence");
}

static void a_word_that_is_far_from_all_gets_none(void **state)
{
    (void)state;
    assert_string_equal(suggest("frobnicate"), "");
    assert_string_equal(suggest("xyz"), "");
    assert_string_equal(suggest(""), "");
    char longer[300];
    memset(longer, 'f', sizeof longer - 1);
    longer[sizeof longer - 1] = '\0';
    assert_string_equal(suggest(longer), "");
}

static void the_nearest_wins(void **state)
{
    (void)state;
    assert_string_equal(suggest("field"), "fields");
    assert_string_equal(suggest("lso"), "lco");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_mistake_of_each_kind_is_seen_through),
        cmocka_unit_test(beginning_of_a_word_is_enough),
        cmocka_unit_test(a_word_that_is_far_from_all_gets_none),
        cmocka_unit_test(the_nearest_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
