/* SPDX-License-Identifier: MIT */
/* Texts brought into a shape that a format can hold. */
#include "layer/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void assert_fits(struct gmi_text_limits limits, const char *text,
                        const char *expected, bool is_cut)
{
    struct gmi_text scratch = {0};
    bool was_cut = !is_cut;
    const char *fit = gmi_text_fit(&scratch, text, &limits, &was_cut);
    assert_string_equal(fit, expected);
    assert_int_equal(was_cut, is_cut);
    gmi_text_release(&scratch);
}

static void a_text_that_fits_is_not_copied(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "Yerevan", "Երևան\n\x01"};
    for (size_t i = 0; i < 3; i++) {
        struct gmi_text scratch = {0};
        const struct gmi_text_limits limits = {254, false, false};
        bool was_cut;
        assert_ptr_equal(gmi_text_fit(&scratch, texts[i], &limits, &was_cut),
                         texts[i]);
        assert_false(was_cut);
        assert_null(scratch.data);
    }
}

static void a_long_text_is_cut_between_code_points(void **state)
{
    (void)state;
    const struct gmi_text_limits five = {5, false, false};
    assert_fits(five, "12345", "12345", false);
    assert_fits(five, "123456", "12345", true);
    assert_fits(five, "1234ա", "1234", true);
    assert_fits(five, "123ա5", "123ա", true);
    assert_fits(five, "12€€", "12€", true);
    assert_fits(five, "1😀😀", "1😀", true);
    assert_fits((struct gmi_text_limits){1, false, false}, "ա", "", true);
}

static void xml_has_no_control_characters(void **state)
{
    (void)state;
    const struct gmi_text_limits xml = {0, true, false};
    assert_fits(xml, "a\tb\nc\rd", "a\tb\nc\rd", false);
    assert_fits(xml, "a\x01\x1f\x0b" "b", "a   b", false);
    assert_fits(xml, "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD",
                "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", false);
    assert_fits(xml, "]]>", "]]>", false);
    assert_fits((struct gmi_text_limits){0, true, true}, "a]]>b]]>", 
                "a]] >b]] >", false);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    (void)state;
    const struct gmi_text_limits any = {0, false, false};
    assert_fits(any, "a\xff" "b", "a\xEF\xBF\xBD" "b", false);
    assert_fits(any, "\xd5", "\xEF\xBF\xBD", false);
    /* Longer than the limit only once replaced. */
    const struct gmi_text_limits four = {4, true, false};
    assert_fits(four, "\xff\xff", "\xEF\xBF\xBD", true);
    assert_fits(four, "\x01\xff", " \xEF\xBF\xBD", false);
}

static void scratch_is_used_again(void **state)
{
    (void)state;
    struct gmi_text scratch = {0};
    const struct gmi_text_limits xml = {300, true, false};
    char text[600];
    bool was_cut;
    for (size_t i = 1; i < sizeof text; i++) {
        memset(text, '\x02', i);
        text[i] = '\0';
        const char *fit = gmi_text_fit(&scratch, text, &xml, &was_cut);
        assert_int_equal(strlen(fit), i < 300 ? i : 300);
        assert_int_equal(was_cut, i > 300);
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
        cmocka_unit_test(scratch_is_used_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
