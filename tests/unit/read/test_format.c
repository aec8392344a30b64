/* SPDX-License-Identifier: MIT */
/* src/read/format.c: which format an input has. */
#include "read/format.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static void ending_tells_the_format_case_and_gz_aside(void **state)
{
    (void)state;
    assert_int_equal(gmi_input_format_of("a.txt"), GM_INPUT_TEXT);
    assert_int_equal(gmi_input_format_of("a/b.MD"), GM_INPUT_TEXT);
    assert_int_equal(gmi_input_format_of("a.text"), GM_INPUT_TEXT);
    assert_int_equal(gmi_input_format_of("a.htm"), GM_INPUT_HTML);
    assert_int_equal(gmi_input_format_of("a.Html.gz"), GM_INPUT_HTML);
    assert_int_equal(gmi_input_format_of("a.jsonl.gz"), GM_INPUT_JSONL);
    assert_int_equal(gmi_input_format_of("a.ndjson"), GM_INPUT_JSONL);
    assert_int_equal(gmi_input_format_of("a.tsv"), GM_INPUT_TSV);
    assert_int_equal(gmi_input_format_of("a.png"), GM_INPUT_AUTO);
    assert_int_equal(gmi_input_format_of("a.gz"), GM_INPUT_AUTO);
    assert_int_equal(gmi_input_format_of(".txt"), GM_INPUT_AUTO);
    assert_int_equal(gmi_input_format_of(""), GM_INPUT_AUTO);
}

static void names_are_parsed_and_others_refused(void **state)
{
    (void)state;
    gm_input_format format = GM_INPUT_TSV;
    gm_error err;
    assert_int_equal(gm_input_format_parse("jsonl", &format, &err), GM_OK);
    assert_int_equal(format, GM_INPUT_JSONL);
    assert_int_equal(gm_input_format_parse("auto", &format, &err), GM_OK);
    assert_int_equal(format, GM_INPUT_AUTO);
    assert_int_equal(gm_input_format_parse("pdf", &format, &err),
                     GM_ERR_ARGUMENT);
    assert_int_equal(format, GM_INPUT_AUTO);
    assert_non_null(strstr(err.message, "'pdf'"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ending_tells_the_format_case_and_gz_aside),
        cmocka_unit_test(names_are_parsed_and_others_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
