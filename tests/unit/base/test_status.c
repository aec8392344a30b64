/* SPDX-License-Identifier: MIT */
/* Filling a gm_error at the place that failed. */
#include "base/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static void fail_fills_the_error_and_returns_its_status(void **state)
{
    (void)state;
    gm_error err = {.line = 3, .byte = 4};
    assert_int_equal(gmi_fail(&err, GM_ERR_SYNTAX, "no %s in '%s'", "name",
                              "a.csv"),
                     GM_ERR_SYNTAX);
    assert_int_equal(err.status, GM_ERR_SYNTAX);
    assert_string_equal(err.message, "no name in 'a.csv'");
    assert_int_equal(err.line, 0);
    assert_true(err.byte == UINT64_MAX);
}

static void line_and_byte_are_told_where_they_are_known(void **state)
{
    (void)state;
    gm_error err;
    assert_int_equal(gmi_fail_at_line(&err, GM_ERR_SYNTAX, 17, "bad line"),
                     GM_ERR_SYNTAX);
    assert_int_equal(err.line, 17);
    assert_true(err.byte == UINT64_MAX);
    assert_int_equal(gmi_fail_at_byte(&err, GM_ERR_UTF8, 0, "bad byte"),
                     GM_ERR_UTF8);
    assert_int_equal(err.line, 0);
    assert_true(err.byte == 0);
}

static void every_function_takes_null_for_the_error(void **state)
{
    (void)state;
    assert_int_equal(gmi_fail(NULL, GM_ERR_IO, "x"), GM_ERR_IO);
    assert_int_equal(gmi_fail_at_line(NULL, GM_ERR_IO, 1, "x"), GM_ERR_IO);
    assert_int_equal(gmi_fail_at_byte(NULL, GM_ERR_IO, 1, "x"), GM_ERR_IO);
    assert_int_equal(gmi_fail_memory(NULL), GM_ERR_MEMORY);
    errno = EACCES;
    assert_int_equal(gmi_fail_errno(NULL, "open", "a"), GM_ERR_IO);
}

static void a_message_is_cut_to_one_line(void **state)
{
    (void)state;
    gm_error err;
    char path[2000];
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    gmi_fail(&err, GM_ERR_IO, "cannot open '%s'", path);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
    gmi_fail(&err, GM_ERR_IO, "cannot open '%s'", "two\nlines\033[31m");
    assert_string_equal(err.message, "cannot open 'two?lines?[31m'");
}

static void errno_gives_status_and_reason(void **state)
{
    (void)state;
    static const struct {
        int number;
        gm_status status;
    } errors[] = {{ENOENT, GM_ERR_NOT_FOUND}, {EEXIST, GM_ERR_EXISTS},
                  {ENOMEM, GM_ERR_MEMORY},    {EACCES, GM_ERR_IO},
                  {ENOSPC, GM_ERR_IO}};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
        gm_error err;
        errno = errors[i].number;
        assert_int_equal(gmi_fail_errno(&err, "open", "world.gaz"),
                         errors[i].status);
        assert_int_equal(err.status, errors[i].status);
        assert_int_equal(
            strncmp(err.message, "cannot open 'world.gaz': ", 25), 0);
    }
    gm_error err;
    errno = ENOENT;
    gmi_fail_errno(&err, "open", "world.gaz");
    assert_string_equal(
        err.message, "cannot open 'world.gaz': no such file or directory");
}

static void the_version_is_that_of_the_header(void **state)
{
    (void)state;
    assert_string_equal(gm_version(), GM_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fail_fills_the_error_and_returns_its_status),
        cmocka_unit_test(line_and_byte_are_told_where_they_are_known),
        cmocka_unit_test(every_function_takes_null_for_the_error),
        cmocka_unit_test(a_message_is_cut_to_one_line),
        cmocka_unit_test(errno_gives_status_and_reason),
        cmocka_unit_test(the_version_is_that_of_the_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
