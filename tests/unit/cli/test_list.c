/* SPDX-License-Identifier: MIT */
/* src/cli/list.c: lists in one word of the command line. */
#include "cli/list.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void words_are_split_at_commas(void **state)
{
    (void)state;
    struct words words;
    assert_true(words_split("doc,mention,start", &words));
    assert_int_equal(words.count, 3);
    assert_string_equal(words.items[1], "mention");
    assert_true(words_has(&words, "start"));
    assert_false(words_has(&words, "star"));
    assert_true(words_split(NULL, &words));
    assert_int_equal(words.count, 0);
}

static void empty_and_too_many_words_are_refused(void **state)
{
    (void)state;
    struct words words;
    assert_false(words_split("", &words));
    assert_false(words_split("a,", &words));
    assert_false(words_split(",a", &words));
    assert_false(words_split("a,,b", &words));
    char many[2 * WORDS_MAX + 2];
    for (size_t i = 0; i <= WORDS_MAX; i++)
        memcpy(many + 2 * i, "a,", 2);
    many[2 * WORDS_MAX + 1] = '\0';
    assert_false(words_split(many, &words));
    many[2 * WORDS_MAX - 1] = '\0';
    assert_true(words_split(many, &words));
    assert_int_equal(words.count, WORDS_MAX);
    char longer[WORDS_SIZE + 1];
    memset(longer, 'a', WORDS_SIZE);
    longer[WORDS_SIZE] = '\0';
    assert_false(words_split(longer, &words));
}

static void countries_are_two_letters_in_any_case(void **state)
{
    (void)state;
    struct words words;
    assert_true(words_split_countries("am,Az", &words));
    assert_string_equal(words.items[0], "AM");
    assert_string_equal(words.items[1], "AZ");
    assert_false(words_split_countries("ARM", &words));
    assert_false(words_split_countries("A", &words));
    assert_false(words_split_countries("A1", &words));
    assert_false(words_split_countries("AM,", &words));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_split_at_commas),
        cmocka_unit_test(empty_and_too_many_words_are_refused),
        cmocka_unit_test(countries_are_two_letters_in_any_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
