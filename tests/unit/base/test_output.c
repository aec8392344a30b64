/* SPDX-License-Identifier: MIT */
/* An output file that is there whole or not at all. */
#include "base/output.h"

#include "base/memory.h"
#include "scratch.h"

#include <errno.h>
#include <fcntl.h>

static gm_output *open_output(const char *path, bool overwrite)
{
    gm_output *output = NULL;
    gm_error err = {0};
    if (gm_output_open(path, overwrite, &output, &err))
        fail_msg("%s", err.message);
    return output;
}

static void assert_content(const char *path, const char *expected)
{
    char data[100];
    const size_t size = scratch_read(path, data, sizeof data);
    assert_int_equal(size, strlen(expected));
    assert_memory_equal(data, expected, size);
}

static void a_new_file_is_there_after_commit_and_not_before(void **state)
{
    (void)state;
    const char *path = scratch_path("new");
    gm_output *output = open_output(path, false);
    fputs("rows", gm_output_stream(output));
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(gm_output_commit(output, NULL), GM_OK);
    assert_content(path, "rows");
    assert_int_equal(scratch_file_count(), 1);
}

static void a_new_file_obeys_the_mask(void **state)
{
    (void)state;
    const char *path = scratch_path("masked");
    const mode_t before = umask(027);
    assert_int_equal(gm_output_commit(open_output(path, false), NULL), GM_OK);
    umask(before);
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
}

static void discard_leaves_nothing(void **state)
{
    (void)state;
    gm_output *output = open_output(scratch_path("new"), false);
    fputs("rows", gm_output_stream(output));
    gm_output_discard(output);
    gm_output_discard(NULL);
    assert_int_equal(scratch_file_count(), 0);
}

static void an_existing_file_is_refused(void **state)
{
    (void)state;
    const char *path = scratch_path("old");
    gm_output *output = NULL;
    gm_error err = {0};
    scratch_write(path, "old", 3);
    assert_int_equal(gm_output_open(path, false, &output, &err),
                     GM_ERR_EXISTS);
    assert_non_null(strstr(err.message, "-overwrite"));
    assert_null(output);
    assert_content(path, "old");
    assert_int_equal(scratch_file_count(), 1);
}

static void overwrite_replaces_at_commit(void **state)
{
    (void)state;
    const char *path = scratch_path("old");
    scratch_write(path, "old", 3);
    gm_output *output = open_output(path, true);
    fputs("new", gm_output_stream(output));
    assert_int_equal(fflush(gm_output_stream(output)), 0);
    assert_content(path, "old");
    assert_int_equal(gm_output_commit(output, NULL), GM_OK);
    assert_content(path, "new");
    assert_int_equal(scratch_file_count(), 1);
}

static void discarded_overwriting_leaves_the_old_file(void **state)
{
    (void)state;
    const char *path = scratch_path("old");
    scratch_write(path, "old", 3);
    gm_output *output = open_output(path, true);
    fputs("new", gm_output_stream(output));
    gm_output_discard(output);
    assert_content(path, "old");
    assert_int_equal(scratch_file_count(), 1);
}

static void a_file_that_appears_meanwhile_is_not_replaced(void **state)
{
    (void)state;
    const char *path = scratch_path("late");
    gm_error err = {0};
    gm_output *output = open_output(path, false);
    scratch_write(path, "theirs", 6);
    assert_int_equal(gm_output_commit(output, &err), GM_ERR_EXISTS);
    assert_content(path, "theirs");
    assert_int_equal(scratch_file_count(), 1);
}

static void a_folder_is_refused(void **state)
{
    (void)state;
    gm_output *output = NULL;
    gm_error err = {0};
    assert_int_equal(gm_output_open(scratch_folder, true, &output, &err),
                     GM_ERR_IO);
    assert_non_null(strstr(err.message, "is a folder"));
    assert_int_equal(gm_output_open(scratch_path("no/file"), false, &output,
                                    &err),
                     GM_ERR_NOT_FOUND);
    assert_null(output);
}

static void a_full_disk_is_told_at_commit(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    gm_error err = {0};
    gm_output *output = open_output("/dev/full", false);
    for (int i = 0; i < 100000; i++)
        fputs("rows and rows", gm_output_stream(output));
    assert_int_equal(gm_output_commit(output, &err), GM_ERR_IO);
    assert_non_null(strstr(err.message, "/dev/full"));
    assert_non_null(strstr(err.message, "o space left"));
}

static void a_device_is_written_in_place(void **state)
{
    (void)state;
    gm_output *output = open_output("/dev/null", false);
    fputs("rows", gm_output_stream(output));
    assert_int_equal(gm_output_commit(output, NULL), GM_OK);
    struct stat info;
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

static void out_of_memory_leaves_nothing(void **state)
{
    (void)state;
    for (long n = 0; n < 3; n++) {
        gm_output *output = NULL;
        gmi_memory_fail_after(n);
        const gm_status status =
            gm_output_open(scratch_path("new"), false, &output, NULL);
        gmi_memory_fail_after(-1);
        assert_int_equal(status, GM_ERR_MEMORY);
        assert_null(output);
        assert_int_equal(scratch_file_count(), 0);
    }
}

#define TEST(name)                                                            \
    cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_file_is_there_after_commit_and_not_before),
        TEST(a_new_file_obeys_the_mask),
        TEST(discard_leaves_nothing),
        TEST(an_existing_file_is_refused),
        TEST(overwrite_replaces_at_commit),
        TEST(discarded_overwriting_leaves_the_old_file),
        TEST(a_file_that_appears_meanwhile_is_not_replaced),
        TEST(a_folder_is_refused),
        TEST(a_full_disk_is_told_at_commit),
        TEST(a_device_is_written_in_place),
        TEST(out_of_memory_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
