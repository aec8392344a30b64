/* SPDX-License-Identifier: MIT */
/* Text in the cells of a terminal. */
#include "write/display.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void assert_width(const char *text, size_t expected)
{
    const size_t width = gmi_display_width(text, strlen(text));
    if (width != expected)
        fail_msg("'%s' takes %zu, not %zu", text, width, expected);
}

static void widths_of_scripts(void **state)
{
    (void)state;
    assert_width("", 0);
    assert_width("Yerevan", 7);
    assert_width("Երևան", 5);
    assert_width("თბილისი", 7);
    assert_width("Şuşa", 4);
    assert_width("Нахичевань", 10);
    assert_width("東京", 4);
    assert_width("서울", 4);
    assert_width("القاهرة", 7);
}

static void marks_take_no_cell(void **state)
{
    (void)state;
    assert_width("e\u0301", 1);
    assert_width("S\u0327us\u0327a", 4);
    assert_width("a\u200bb", 2);
}

static void pictures_take_two_cells(void **state)
{
    (void)state;
    assert_width("👨‍👩‍👧", 2);
    assert_width("🇦🇲", 2);
    assert_width("👍🏽", 2);
    assert_width("❤\ufe0f", 2);
    assert_width("a👨‍👩‍👧b", 4);
}

static void assert_fit(const char *text, size_t width, const char *expected,
                       size_t expected_taken)
{
    size_t taken;
    const size_t bytes = gmi_display_fit(text, strlen(text), width, &taken);
    assert_int_equal(bytes, strlen(expected));
    assert_int_equal(taken, expected_taken);
}

static void fit_cuts_between_letters(void **state)
{
    (void)state;
    assert_fit("Yerevan", 3, "Yer", 3);
    assert_fit("Yerevan", 0, "", 0);
    assert_fit("Yerevan", 99, "Yerevan", 7);
    assert_fit("東京都", 3, "東", 2);
    assert_fit("e\u0301e\u0301", 1, "e\u0301", 1);
    assert_fit("abe\u0301", 3, "abe\u0301", 3);
    assert_fit("👨‍👩‍👧x", 1, "", 0);
    assert_fit("👨‍👩‍👧x", 2, "👨‍👩‍👧", 2);
}

static void assert_shown(const char *text, const char *expected)
{
    struct gmi_buffer out = {0};
    gmi_display_add(&out, text);
    assert_string_equal(out.data ? out.data : "", expected);
    gmi_buffer_release(&out);
}

static void a_terminal_gets_no_orders_from_a_text(void **state)
{
    (void)state;
    assert_shown("a\x1b[31mb", "a [31mb");
    assert_shown("a\tb\nc\rd\x7f", "a b c d ");
    assert_shown("a\xc2\x9b"
                 "b\u2028c\u2029d",
                 "a b c d");
    assert_shown("", "");
}

static void marks_of_direction_are_left_out(void **state)
{
    (void)state;
    assert_shown("\u202eabc\u202c", "abc");
    assert_shown("\u2066abc\u2069", "abc");
    assert_shown("\u200fعربي", "\u200fعربي");
}

static void bad_bytes_become_replacement_characters(void **state)
{
    (void)state;
    assert_shown("a\xff"
                 "b\xe2\x80",
                 "a\xef\xbf\xbd"
                 "b\xef\xbf\xbd\xef\xbf\xbd");
}

static void width_stays_inside_the_text(void **state)
{
    (void)state;
    static const char text[] = "a東e\u0301👨‍👩‍👧🇦🇲";
    for (size_t length = 0; length < sizeof text; length++) {
        if (((unsigned char)text[length] & 0xc0) == 0x80)
            continue;
        char *copy = malloc(length ? length : 1); /* the sanitizer watches */
        memcpy(copy, text, length);
        assert_true(gmi_display_width(copy, length) <= length);
        free(copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_of_scripts),
        cmocka_unit_test(marks_take_no_cell),
        cmocka_unit_test(pictures_take_two_cells),
        cmocka_unit_test(fit_cuts_between_letters),
        cmocka_unit_test(a_terminal_gets_no_orders_from_a_text),
        cmocka_unit_test(marks_of_direction_are_left_out),
        cmocka_unit_test(bad_bytes_become_replacement_characters),
        cmocka_unit_test(width_stays_inside_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
