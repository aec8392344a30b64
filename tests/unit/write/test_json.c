/* SPDX-License-Identifier: MIT */
/* Writing JSON. */
#include "write/json.h"

#include <jansson.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void assert_string_json(const char *text, const char *expected)
{
    struct gmi_buffer out = {0};
    struct gmi_json json = {&out, false};
    gmi_json_string(&json, text);
    assert_string_equal(out.data, expected);
    gmi_buffer_release(&out);
}

static void strings_are_escaped(void **state)
{
    (void)state;
    assert_string_json("", "\"\"");
    assert_string_json("Yerevan", "\"Yerevan\"");
    assert_string_json("a\"b\\c", "\"a\\\"b\\\\c\"");
    assert_string_json("\n\r\t\b\x01\x1f\x7f", "\"\\n\\r\\t\\u0008\\u0001"
                                               "\\u001f\x7f\"");
}

static void line_separators_are_escaped_and_their_likes_are_not(void **state)
{
    (void)state;
    assert_string_json("a\u2028b\u2029c", "\"a\\u2028b\\u2029c\"");
    assert_string_json("\u2027\u202a…", "\"\u2027\u202a…\"");
}

static void other_scripts_stay_as_they_are(void **state)
{
    (void)state;
    assert_string_json("Երևան 東京 😀", "\"Երևան 東京 😀\"");
}

static void bad_bytes_become_replacement_characters(void **state)
{
    (void)state;
    assert_string_json("a\xff"
                       "b",
                       "\"a\xef\xbf\xbd"
                       "b\"");
    assert_string_json("\xc0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\"");
    assert_string_json("\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd"
                                       "\xef\xbf\xbd\"");
    assert_string_json("\xe2\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\"");
}

/* Each string of up to three bytes out of a nasty set, read by jansson. */
static void whatever_goes_in_valid_json_comes_out(void **state)
{
    (void)state;
    static const char set[] = "a\"\\\n\x01\x7f\x80\xbf\xc3\xe2\xa8\xed\xf4\xff";
    const size_t n = sizeof set - 1;
    for (size_t i = 0; i < n * n * n; i++) {
        const char text[] = {set[i % n], set[i / n % n], set[i / n / n], 0};
        struct gmi_buffer out = {0};
        struct gmi_json json = {&out, false};
        gmi_json_begin(&json, '[');
        gmi_json_string(&json, text);
        gmi_json_end(&json, ']');
        json_error_t error;
        json_t *root =
            json_loadb(out.data, out.length, JSON_REJECT_DUPLICATES, &error);
        if (!root)
            fail_msg("%s: %s", out.data, error.text);
        assert_null(memchr(out.data, '\n', out.length));
        json_decref(root);
        gmi_buffer_release(&out);
    }
}

static void commas_come_by_themselves(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    struct gmi_json json = {&out, false};
    gmi_json_begin(&json, '{');
    gmi_json_key(&json, "a");
    gmi_json_begin(&json, '[');
    gmi_json_integer(&json, -1);
    gmi_json_null(&json);
    gmi_json_begin(&json, '{');
    gmi_json_end(&json, '}');
    gmi_json_end(&json, ']');
    gmi_json_key(&json, "b");
    gmi_json_number(&json, 0.5, 3);
    gmi_json_end(&json, '}');
    gmi_json_begin(&json, '[');
    gmi_json_end(&json, ']');
    assert_string_equal(out.data, "{\"a\":[-1,null,{}],\"b\":0.5},[]");
    gmi_buffer_release(&out);
}

static void what_is_no_number_is_null(void **state)
{
    (void)state;
    struct gmi_buffer out = {0};
    struct gmi_json json = {&out, false};
    gmi_json_number(&json, NAN, 3);
    gmi_json_number(&json, INFINITY, 3);
    gmi_json_number(&json, -INFINITY, 3);
    assert_string_equal(out.data, "null,null,null");
    gmi_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(line_separators_are_escaped_and_their_likes_are_not),
        cmocka_unit_test(other_scripts_stay_as_they_are),
        cmocka_unit_test(bad_bytes_become_replacement_characters),
        cmocka_unit_test(whatever_goes_in_valid_json_comes_out),
        cmocka_unit_test(commas_come_by_themselves),
        cmocka_unit_test(what_is_no_number_is_null),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
