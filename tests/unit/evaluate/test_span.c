/* SPDX-License-Identifier: MIT */
/* src/evaluate/span.c: the form in which phrases are compared. */
#include "evaluate/span.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

/* What Python 3.11 makes of the same: " ".join(s.lower().split()). */
static void assert_key(const char *phrase, const char *key)
{
    struct gmi_buffer buffer = {0};
    gmi_phrase_key(phrase, strlen(phrase), &buffer);
    assert_string_equal(buffer.data ? buffer.data : "", key);
    gmi_buffer_release(&buffer);
}

static void key_is_in_small_letters(void **state)
{
    (void)state;
    assert_key("New York", "new york");
    assert_key("ԵՐԵՎԱՆ", "երեվան");
    assert_key("ŒUVRE", "œuvre");
    assert_key("Straße", "straße");
    assert_key("", "");
}

static void key_has_single_blanks_for_any_white_space(void **state)
{
    (void)state;
    assert_key("  New\t\r\n York  ", "new york");
    assert_key("a\xc2\xa0\xe2\x80\x83\xe3\x80\x80"
               "b",
               "a b");
    assert_key("\x1c\x1f x\xc2\x85", "x");
    assert_key(" \n", "");
    /* a zero-width space is none */
    assert_key("a\xe2\x80\x8b"
               "b",
               "a\xe2\x80\x8b"
               "b");
}

static void key_of_a_dotted_capital_i_has_two_letters(void **state)
{
    (void)state;
    assert_key("İzmir", "i\xcc\x87zmir");
    assert_key("I", "i");
}

static void key_has_the_last_sigma_of_a_word(void **state)
{
    (void)state;
    assert_key("ΟΔΟΣ", "οδος");
    assert_key("ΟΔΟΣ ΣΑΣ", "οδος σας");
    assert_key("Σ", "σ");
    assert_key("ΣΟΣ.", "σος.");
}

static void middle_may_lie_between_letters(void **state)
{
    (void)state;
    const struct gmi_span span = {.start = 3, .end = 8};
    assert_true(gmi_span_middle(&span) == 5.5);
    const struct gmi_span far = {.start = UINT32_MAX, .end = UINT32_MAX};
    assert_true(gmi_span_middle(&far) == 4294967295.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(key_is_in_small_letters),
        cmocka_unit_test(key_has_single_blanks_for_any_white_space),
        cmocka_unit_test(key_of_a_dotted_capital_i_has_two_letters),
        cmocka_unit_test(key_has_the_last_sigma_of_a_word),
        cmocka_unit_test(middle_may_lie_between_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
