/* SPDX-License-Identifier: MIT */
/* Text and numbers in XML and HTML. */
#include "write/xml.h"

#include "xml_check.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void assert_text(const char *text, size_t length, const char *expected)
{
    struct gmi_buffer out = {0};
    gmi_xml_text(&out, text, length);
    assert_string_equal(out.data, expected);
    gmi_buffer_release(&out);
}

static void markup_becomes_entities(void **state)
{
    (void)state;
    assert_text("a<b>&\"c'", 8, "a&lt;b&gt;&amp;&quot;c&#39;");
    assert_text("&amp;", 5, "&amp;amp;");
    assert_text("Şuşa, Երևան", strlen("Şuşa, Երևան"), "Şuşa, Երևան");
    assert_text("a\tb\nc", 5, "a\tb\nc");
}

static void what_xml_has_no_place_for_is_replaced(void **state)
{
    (void)state;
    assert_text("a\0b\x01\x1b\x7f", 6,
                "a\xef\xbf\xbd"
                "b\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
    assert_text("\xff\xc3", 2, "\xef\xbf\xbd\xef\xbf\xbd");
    assert_text("\xef\xbf\xbe\xef\xbf\xbfx", 7, "\xef\xbf\xbd\xef\xbf\xbdx");
    assert_text("\xed\xa0\x80", 3, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void a_label_is_one_line_without_turns(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    gmi_xml_label(&out, "a\nb\xe2\x80\xae<c>\x1b[31m");
    assert_string_equal(out.data, "a b&lt;c&gt; [31m");
    gmi_buffer_release(&out);
}

static void a_number_is_short_and_finite(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    gmi_xml_number(&out, "x", 12.34);
    gmi_xml_number(&out, "y", -3);
    gmi_xml_number(&out, "r", NAN);
    assert_string_equal(out.data, " x=\"12.3\" y=\"-3\" r=\"0\"");
    gmi_buffer_release(&out);
}

/* The checker of the other tests can say no. */
static void the_check_finds_what_is_not_xml(void **state)
{
    (void)state;
    assert_true(is_xml("<a b=\"c &amp; d\"><e/>text\n</a>\n"));
    assert_false(is_xml("<a><b></a></b>"));
    assert_false(is_xml("<a>"));
    assert_false(is_xml("<a b=c/>"));
    assert_false(is_xml("<a b=\"<\"/>"));
    assert_false(is_xml("<a>&nbsp;</a>"));
    assert_false(is_xml("<a>\x01</a>"));
    assert_false(is_xml("<a>\xff</a>"));
    assert_false(is_xml("<a/>text"));
    assert_false(is_xml("text"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_becomes_entities),
        cmocka_unit_test(what_xml_has_no_place_for_is_replaced),
        cmocka_unit_test(a_label_is_one_line_without_turns),
        cmocka_unit_test(a_number_is_short_and_finite),
        cmocka_unit_test(the_check_finds_what_is_not_xml),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
