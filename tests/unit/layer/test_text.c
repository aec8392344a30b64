/* SPDX-License-Identifier: MIT */
/* Texts brought into a shape that a format can hold. */
#include "layer/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void assert_fits(struct gmi_text_limits limits, const char *text,
                        const char *expected, bool is_cut)
{
    struct gmi_text scratch = {0};
    struct gmi_text_fate fate = {!is_cut, false};
    const char *fit = gmi_text_fit(&scratch, text, &limits, &fate);
    assert_string_equal(fit, expected);
    assert_int_equal(fate.was_cut, is_cut);
    assert_int_equal(fate.was_changed,
                     strncmp(text, expected, strlen(expected)) != 0);
    gmi_text_release(&scratch);
}

static void a_text_that_fits_is_not_copied(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "Yerevan", "Երևան\n\x01"};
    for (size_t i = 0; i < 3; i++) {
        struct gmi_text scratch = {0};
        const struct gmi_text_limits limits = {.bytes = 254};
        struct gmi_text_fate fate = {true, true};
        assert_ptr_equal(gmi_text_fit(&scratch, texts[i], &limits, &fate),
                         texts[i]);
        assert_false(fate.was_cut || fate.was_changed);
        assert_null(scratch.data);
    }
}

static void a_long_text_is_cut_between_code_points(void **state)
{
    (void)state;
    const struct gmi_text_limits five = {.bytes = 5};
    assert_fits(five, "12345", "12345", false);
    assert_fits(five, "123456", "12345", true);
    assert_fits(five, "1234ա", "1234", true);
    assert_fits(five, "123ա5", "123ա", true);
    assert_fits(five, "12€€", "12€", true);
    assert_fits(five, "1😀😀", "1😀", true);
    assert_fits((struct gmi_text_limits){.bytes = 1}, "ա", "", true);
}

static void xml_has_no_control_characters(void **state)
{
    (void)state;
    const struct gmi_text_limits xml = {.is_xml = true};
    assert_fits(xml, "a\tb\nc\rd", "a\tb\nc\rd", false);
    assert_fits(xml, "a\x01\x1f\x0b" "b", "a   b", false);
    assert_fits(xml, "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD",
                "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", false);
    assert_fits(xml, "]]>", "]]>", false);
    assert_fits((struct gmi_text_limits){.is_xml = true, .is_cdata = true},
                "a]]>b]]>]]", "a] ]>b] ]>]]", false);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    (void)state;
    const struct gmi_text_limits any = {0};
    assert_fits(any, "a\xff" "b", "a\xEF\xBF\xBD" "b", false);
    assert_fits(any, "\xd5", "\xEF\xBF\xBD", false);
    /* Longer than the limit only once replaced. */
    const struct gmi_text_limits four = {.bytes = 4, .is_xml = true};
    assert_fits(four, "\xff\xff", "\xEF\xBF\xBD", true);
    assert_fits(four, "\x01\xff", " \xEF\xBF\xBD", false);
}

/* One bad byte harms no other; nothing passes that XML would end at. */
static void only_what_is_ill_formed_is_replaced(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "\x80", "\xc1", "\xf5", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80",
        "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf4\x90\x80\x80",
        "\xe2\x82", "\xf0\x9f\x98", "\xd5"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char text[32], expected[64] = "\xd5\xa1";
        snprintf(text, sizeof text, "\xd5\xa1%s\xd5\xa2", bad[i]);
        for (size_t k = 0; bad[i][k]; k++)
            strcat(expected, "\xEF\xBF\xBD");
        strcat(expected, "\xd5\xa2");
        assert_fits((struct gmi_text_limits){0}, text, expected, false);
    }
    static const char *const good[] = {"\x7f", "\xc2\x80", "\xe0\xa0\x80",
                                       "\xed\x9f\xbf", "\xee\x80\x80",
                                       "\xf0\x90\x80\x80",
                                       "\xf4\x8f\xbf\xbf"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        assert_fits((struct gmi_text_limits){.is_xml = true}, good[i], good[i],
                    false);
}

static void characters_of_a_format_give_way(void **state)
{
    (void)state;
    const struct gmi_text_limits lines = {.unfit = "\"\n\r"};
    assert_fits(lines, "a \"b\"\r\nc\td", "a 'b'  c\td", false);
    assert_fits(lines, "«ա»", "«ա»", false);
}

static void scratch_is_used_again(void **state)
{
    (void)state;
    struct gmi_text scratch = {0};
    const struct gmi_text_limits xml = {.bytes = 300, .is_xml = true};
    char text[600];
    struct gmi_text_fate fate;
    for (size_t i = 1; i < sizeof text; i++) {
        memset(text, '\x02', i);
        text[i] = '\0';
        const char *fit = gmi_text_fit(&scratch, text, &xml, &fate);
        assert_int_equal(strlen(fit), i < 300 ? i : 300);
        assert_int_equal(fate.was_cut, i > 300);
        assert_true(fate.was_changed);
    }
    gmi_text_release(&scratch);
    assert_null(scratch.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_that_fits_is_not_copied),
        cmocka_unit_test(a_long_text_is_cut_between_code_points),
        cmocka_unit_test(xml_has_no_control_characters),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced),
        cmocka_unit_test(only_what_is_ill_formed_is_replaced),
        cmocka_unit_test(characters_of_a_format_give_way),
        cmocka_unit_test(scratch_is_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
