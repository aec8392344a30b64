/* SPDX-License-Identifier: MIT */
/* UTF-8, as RFC 3629 has it. */
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* In memory of just that size, so that a sanitizer sees a byte too far. */
static size_t check(const char *text, size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, text, length);
    const size_t bad = gmi_utf8_check(copy, length);
    free(copy);
    return bad;
}

static void every_code_point_is_written_and_read_back(void **state)
{
    (void)state;
    for (uint32_t code = 1; code <= 0x10ffff; code++) {
        if (code >= 0xd800 && code <= 0xdfff)
            continue;
        char bytes[4];
        size_t position = 0;
        const size_t length = gmi_utf8_put(code, bytes);
        assert_int_equal(length, code < 0x80      ? 1
                                 : code < 0x800   ? 2
                                 : code < 0x10000 ? 3
                                                  : 4);
        assert_int_equal(gmi_utf8_check(bytes, length), length);
        assert_int_equal(gmi_utf8_next(bytes, &position), code);
        assert_int_equal(position, length);
    }
}

static void the_first_bad_byte_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        {"\x80", 0},             /* a tail alone */
        {"ab\xff", 2},           /* never in UTF-8 */
        {"\xc0\xaf", 0},         /* overlong "/" */
        {"\xc1\xbf", 0},         /* overlong */
        {"\xe0\x9f\xbf", 0},     /* overlong in three */
        {"\xf0\x8f\xbf\xbf", 0}, /* overlong in four */
        {"a\xed\xa0\x80", 1},    /* a surrogate */
        {"\xf4\x90\x80\x80", 0}, /* over U+10FFFF */
        {"\xf5\x80\x80\x80", 0}, {"a\xd4", 1},     {"a\xd4zz", 1},
        {"a\xe1\x83", 1},        {"\xf0\x9f\x8c", 0},
        {"12345678\xff", 8},     {"1234567\xd4\xb5\xff", 9},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(check(cases[i].text, strlen(cases[i].text)),
                         cases[i].bad);
}

static void good_text_is_good_to_its_end(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "a", "12345678", "Երևան", "123456\xd4\xb5", "a\xed\x9f\xbf",
        "\xee\x80\x80", "\xf4\x8f\xbf\xbf", "東京 تهران Θεσσαλονίκη 🌍"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(check(texts[i], strlen(texts[i])),
                         strlen(texts[i]));
    assert_int_equal(check("a\0b", 3), 3);
}

/* The quick way takes eight bytes at a time: every phase, every place. */
static void a_bad_byte_is_found_at_every_place(void **state)
{
    (void)state;
    char text[40];
    for (size_t length = 1; length <= sizeof text; length++)
        for (size_t at = 0; at < length; at++) {
            memset(text, 'x', sizeof text);
            text[at] = (char)0xff;
            assert_int_equal(check(text, length), at);
        }
}

static void code_points_are_counted(void **state)
{
    (void)state;
    assert_int_equal(gmi_utf8_count("", 0), 0);
    assert_int_equal(gmi_utf8_count("abc", 3), 3);
    const char *text = "aԵ東🌍";
    assert_int_equal(gmi_utf8_count(text, strlen(text)), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_is_written_and_read_back),
        cmocka_unit_test(the_first_bad_byte_is_told),
        cmocka_unit_test(good_text_is_good_to_its_end),
        cmocka_unit_test(a_bad_byte_is_found_at_every_place),
        cmocka_unit_test(code_points_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
