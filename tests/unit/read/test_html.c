/* SPDX-License-Identifier: MIT */
/* src/read/html.c: the text that a page shows. */
#include "read/html.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static void assert_text(const char *html, const char *expected)
{
    struct gmi_buffer out = {0};
    gm_error err;
    assert_int_equal(gmi_html_text(html, strlen(html), &out, &err), GM_OK);
    assert_string_equal(out.data ? out.data : "", expected);
    gmi_buffer_release(&out);
}

static void entities_are_decoded(void **state)
{
    (void)state;
    assert_text("Bosnia &amp; Herzegovina, S&atilde;o Paulo, &#1071;лта",
                "Bosnia & Herzegovina, São Paulo, Ялта");
    assert_text("a&lt;b&gt;", "a<b>");
}

static void blocks_and_cells_are_paragraphs(void **state)
{
    (void)state;
    assert_text("<p>One</p><p>Two", "One\n\nTwo");
    assert_text("<div>One<div>Two</div></div>Three", "One\n\nTwo\n\nThree");
    assert_text("<table><tr><td>Paris<td>Texas</table>", "Paris\n\nTexas");
    assert_text("<ul><li>One<li>Two</ul>", "One\n\nTwo");
}

static void inline_elements_join(void **state)
{
    (void)state;
    assert_text("<b>Yere</b><i>van</i>", "Yerevan");
    assert_text("New <a href=x>York</a>, <my-tag>USA</my-tag>",
                "New York, USA");
    assert_text("Yere<wbr>van, Yere&shy;van, S\xc3\xa3o",
                "Yerevan, Yerevan, S\xc3\xa3o");
}

static void space_is_shown_as_in_a_browser(void **state)
{
    (void)state;
    assert_text(" \n New\n   York\t ", "New York");
    assert_text("New <b> York</b>", "New York");
    assert_text("one<br>two<br>\n<br>three", "one\ntwo\n\nthree");
    assert_text("<pre>one\ntwo\n\nthree</pre>", "one\ntwo\n\nthree");
    assert_text("New&nbsp;York", "New\xc2\xa0York");
}

static void what_is_not_shown_is_left_out(void **state)
{
    (void)state;
    assert_text("<head><title>T</title><style>p{}</style></head>"
                "<script>var Paris = 1 < 2;</script><p>Body"
                "<noscript>No</noscript><template>Te</template>"
                "<!-- Comment --><select><option>Chad</select>"
                "<p hidden>Secret</p>",
                "Body");
}

static void an_empty_page_has_no_text(void **state)
{
    (void)state;
    assert_text("", "");
    assert_text("<html></html>", "");
}

static char *repeat(const char *part, size_t count)
{
    const size_t size = strlen(part);
    char *out = malloc(size * count + 1);
    assert_non_null(out);
    for (size_t i = 0; i < count; i++)
        memcpy(out + i * size, part, size);
    out[size * count] = '\0';
    return out;
}

static gm_status parse_repeated(const char *part, size_t count)
{
    char *html = repeat(part, count);
    struct gmi_buffer out = {0};
    gm_error err;
    const gm_status status = gmi_html_text(html, strlen(html), &out, &err);
    gmi_buffer_release(&out);
    free(html);
    return status;
}

static void a_long_flat_page_is_ordinary(void **state)
{
    (void)state;
    assert_int_equal(parse_repeated("<p>Some text <b>in bold</b>.", 50000),
                     GM_OK);
    assert_int_equal(parse_repeated("<li>Some text", 50000), GM_OK);
    assert_int_equal(parse_repeated("<script>if (a<b) {}</script>", 20000),
                     GM_OK);
}

static void nesting_that_would_take_hours_is_refused(void **state)
{
    (void)state;
    assert_int_equal(parse_repeated("<div>", 1000), GM_OK);
    assert_int_equal(parse_repeated("<div>", 1000000), GM_ERR_UNSUPPORTED);
    assert_int_equal(parse_repeated("<b><i><p>", 300000), GM_ERR_UNSUPPORTED);
    char *attributes = repeat(" a=", 1000000);
    attributes[0] = '<';
    attributes[1] = 'a';
    attributes[2] = ' ';
    struct gmi_buffer out = {0};
    gm_error err;
    assert_int_equal(gmi_html_text(attributes, strlen(attributes), &out, &err),
                     GM_ERR_UNSUPPORTED);
    free(attributes);
    gmi_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities_are_decoded),
        cmocka_unit_test(blocks_and_cells_are_paragraphs),
        cmocka_unit_test(inline_elements_join),
        cmocka_unit_test(space_is_shown_as_in_a_browser),
        cmocka_unit_test(what_is_not_shown_is_left_out),
        cmocka_unit_test(an_empty_page_has_no_text),
        cmocka_unit_test(a_long_flat_page_is_ordinary),
        cmocka_unit_test(nesting_that_would_take_hours_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
