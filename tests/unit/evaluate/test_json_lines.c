/* SPDX-License-Identifier: MIT */
/* src/evaluate/json_lines.c: files of lines and of JSON objects. */
#include "evaluate/json_lines.h"

#include "../read/scratch.h"

#include <math.h>

static gm_error err;

/* What was handed on, with a bar behind each. */
struct heard {
    char text[512];
    uint64_t last;
    size_t stop_at; /* lines after which to fail; 0: never */
    size_t count;
};

static gm_status hear(void *context, const struct gmi_line *line,
                      gm_error *error)
{
    struct heard *heard = context;
    assert_int_equal(strlen(line->text), line->length);
    strncat(heard->text, line->text, 200);
    strcat(heard->text, "|");
    heard->last = line->number;
    if (++heard->count == heard->stop_at)
        return gmi_line_fail(line, error, "enough");
    return GM_OK;
}

static gm_status hear_object(void *context, const json_t *object,
                             const struct gmi_line *line, gm_error *error)
{
    struct heard *heard = context;
    const char *id = gmi_member_string(object, "id");
    (void)error;
    snprintf(heard->text + strlen(heard->text), 100, "%s|", id ? id : "");
    heard->last = line->number;
    return GM_OK;
}

static void assert_lines(const char *path, const char *expected)
{
    struct heard heard = {.last = 0};
    if (gmi_each_line(path, hear, &heard, &err))
        fail_msg("%s", err.message);
    assert_string_equal(heard.text, expected);
}

static void assert_bad_object(const char *text, const char *cause)
{
    struct heard heard = {.last = 0};
    const char *path = scratch_text("bad.jsonl", text);
    assert_int_equal(gmi_each_object(path, hear_object, &heard, &err),
                     GM_ERR_SYNTAX);
    if (!strstr(err.message, cause))
        fail_msg("'%s' for %s", err.message, text);
}

static void lines_come_without_their_ends(void **state)
{
    (void)state;
    assert_lines(scratch_text("a", "one\ntwo\r\n\nfour"), "one|two||four|");
    assert_lines(scratch_text("a", "one\n"), "one|");
    assert_lines(scratch_text("a", ""), "");
    assert_lines(scratch_text("a", "\n"), "|");
    assert_lines(scratch_text("a", "x\r"), "x|");
}

static void packed_lines_are_unpacked(void **state)
{
    (void)state;
    assert_lines(scratch_gzip("a.gz", "one\ntwo\n", "wb"), "one|two|");
}

static void long_line_is_whole(void **state)
{
    (void)state;
    const size_t length = 300000;
    char *text = malloc(length + 1);
    assert_non_null(text);
    memset(text, 'x', length);
    text[length] = '\0';
    struct heard heard = {.last = 0};
    const char *path = scratch_text("long", text);
    assert_int_equal(gmi_each_line(path, hear, &heard, &err), GM_OK);
    assert_int_equal(heard.count, 1);
    assert_int_equal(strlen(heard.text), 201);
    free(text);
}

static void cut_gzip_is_an_error(void **state)
{
    (void)state;
    const char *path = scratch_gzip("cut.gz", "one\ntwo\nthree\n", "wb");
    assert_int_equal(truncate(path, 24), 0);
    struct heard heard = {.last = 0};
    assert_int_not_equal(gmi_each_line(path, hear, &heard, &err), GM_OK);
    assert_non_null(strstr(err.message, "cut.gz"));
}

static void missing_file_is_not_found(void **state)
{
    (void)state;
    struct heard heard = {.last = 0};
    assert_int_equal(gmi_each_line(scratch_path("none"), hear, &heard, &err),
                     GM_ERR_NOT_FOUND);
    assert_non_null(strstr(err.message, "none'"));
    assert_int_not_equal(gmi_each_line(scratch_folder, hear, &heard, &err),
                         GM_OK);
}

static void failure_ends_the_file_with_its_line(void **state)
{
    (void)state;
    struct heard heard = {.stop_at = 2};
    const char *path = scratch_text("a", "one\ntwo\nthree\n");
    assert_int_equal(gmi_each_line(path, hear, &heard, &err), GM_ERR_SYNTAX);
    assert_int_equal(heard.last, 2);
    assert_int_equal(err.line, 2);
    assert_non_null(strstr(err.message, "enough in '"));
    assert_non_null(strstr(err.message, "', line 2"));
}

static void objects_come_one_a_line(void **state)
{
    (void)state;
    struct heard heard = {.last = 0};
    const char *path =
        scratch_text("o", "\xef\xbb\xbf{\"id\":\"a\"}\n\n \t\n{\"id\":\"b\"}");
    assert_int_equal(gmi_each_object(path, hear_object, &heard, &err), GM_OK);
    assert_string_equal(heard.text, "a|b|");
    assert_int_equal(heard.last, 4);
}

static void bad_object_is_told_with_its_line(void **state)
{
    (void)state;
    assert_bad_object("{}\n{\"id\":", "truncated JSON in '");
    assert_bad_object("{}\n{\"id\":", "', line 2");
    assert_bad_object("{\"id\":x}", "bad JSON (");
    assert_bad_object("[1]", "no JSON object");
    assert_bad_object("{\"id\":\"\xff\"}", "bad JSON (");
    assert_bad_object("{} {}", "bad JSON (");
}

static void nul_byte_is_refused(void **state)
{
    (void)state;
    struct heard heard = {.last = 0};
    static const char text[] = "{\"id\":\"a\0b\"}\n";
    const char *path = scratch_write("nul", text, sizeof text - 1);
    assert_int_equal(gmi_each_object(path, hear_object, &heard, &err),
                     GM_ERR_UTF8);
    assert_bad_object("{\"id\":\"a\\u0000b\"}", "bad JSON (");
}

static void members_may_be_missing_null_or_of_another_type(void **state)
{
    (void)state;
    json_t *object =
        json_loads("{\"s\":\"x\",\"n\":1.5,\"i\":2,\"z\":null}", 0, NULL);
    assert_string_equal(gmi_member_string(object, "s"), "x");
    assert_null(gmi_member_string(object, "n"));
    assert_null(gmi_member_string(object, "z"));
    assert_null(gmi_member_string(object, "none"));
    assert_true(gmi_member_number(object, "n") == 1.5);
    assert_true(gmi_member_number(object, "i") == 2);
    assert_true(isnan(gmi_member_number(object, "s")));
    assert_true(isnan(gmi_member_number(object, "none")));
    assert_null(gmi_member(object, "z"));
    assert_non_null(gmi_member(object, "i"));
    json_decref(object);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_without_their_ends),
        cmocka_unit_test(packed_lines_are_unpacked),
        cmocka_unit_test(long_line_is_whole),
        cmocka_unit_test(cut_gzip_is_an_error),
        cmocka_unit_test(missing_file_is_not_found),
        cmocka_unit_test(failure_ends_the_file_with_its_line),
        cmocka_unit_test(objects_come_one_a_line),
        cmocka_unit_test(bad_object_is_told_with_its_line),
        cmocka_unit_test(nul_byte_is_refused),
        cmocka_unit_test(members_may_be_missing_null_or_of_another_type),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
