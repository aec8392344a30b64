/* SPDX-License-Identifier: MIT */
/* src/read/walk.c: the texts in and below a folder. */
#include "read/walk.h"

#include "scratch.h"

static void assert_walk(const char *folder, const char *const *names)
{
    struct gmi_walk walk = {0};
    gm_error err;
    const char *path = NULL;
    assert_int_equal(gmi_walk_begin(&walk, folder, &err), GM_OK);
    for (; *names; names++) {
        assert_int_equal(gmi_walk_next(&walk, &path, &err), GM_OK);
        assert_string_equal(path, scratch_path(*names));
    }
    assert_int_equal(gmi_walk_next(&walk, &path, &err), GM_END);
    gmi_walk_release(&walk);
}

static void order_is_by_name_and_depth_first(void **state)
{
    (void)state;
    scratch_mkdir("b");
    scratch_mkdir("b/inner");
    scratch_text("b/inner/z.txt", "");
    scratch_text("b/x.html", "");
    scratch_text("a.txt", "");
    scratch_text("c.jsonl.gz", "");
    scratch_text("B.md", "");
    assert_walk(scratch_folder,
                (const char *[]){"B.md", "a.txt", "b/inner/z.txt", "b/x.html",
                                 "c.jsonl.gz", NULL});
}

static void other_files_and_hidden_ones_are_passed_by(void **state)
{
    (void)state;
    scratch_text("a.png", "");
    scratch_text(".hidden.txt", "");
    scratch_mkdir(".git");
    scratch_text(".git/a.txt", "");
    scratch_mkdir("folder.txt");
    scratch_text("README", "");
    assert_walk(scratch_folder, (const char *[]){NULL});
}

static void links_to_folders_are_not_followed_but_to_files_are(void **state)
{
    (void)state;
    scratch_text("a.txt", "");
    assert_int_equal(symlink(".", scratch_path("circle")), 0);
    assert_int_equal(symlink(".", scratch_path("circle.txt")), 0);
    assert_int_equal(symlink("a.txt", scratch_path("link.txt")), 0);
    assert_walk(scratch_folder, (const char *[]){"a.txt", "link.txt", NULL});
}

static void a_slash_at_the_end_is_not_doubled(void **state)
{
    (void)state;
    scratch_text("a.txt", "");
    char folder[80];
    snprintf(folder, sizeof folder, "%s/", scratch_folder);
    assert_walk(folder, (const char *[]){"a.txt", NULL});
}

static void too_deep_is_an_error_and_the_walk_goes_on(void **state)
{
    (void)state;
    char path[1024];
    size_t length = (size_t)snprintf(path, sizeof path, "%s", scratch_folder);
    for (int i = 0; i < GMI_WALK_DEPTH_MAX; i++) {
        length += (size_t)snprintf(path + length, sizeof path - length, "/d");
        assert_int_equal(mkdir(path, 0777), 0);
    }
    scratch_text("e.txt", "");
    struct gmi_walk walk = {0};
    gm_error err;
    const char *found = NULL;
    assert_int_equal(gmi_walk_begin(&walk, scratch_folder, &err), GM_OK);
    assert_int_equal(gmi_walk_next(&walk, &found, &err), GM_ERR_UNSUPPORTED);
    assert_non_null(strstr(err.message, "nested more than"));
    assert_int_equal(gmi_walk_next(&walk, &found, &err), GM_OK);
    assert_string_equal(found, scratch_path("e.txt"));
    gmi_walk_release(&walk);
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    (void)state;
    struct gmi_walk walk = {0};
    gm_error err;
    assert_int_equal(gmi_walk_begin(&walk, scratch_path("none"), &err),
                     GM_ERR_NOT_FOUND);
    const char *found = NULL;
    assert_int_equal(gmi_walk_next(&walk, &found, &err), GM_END);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(order_is_by_name_and_depth_first),
        TEST(other_files_and_hidden_ones_are_passed_by),
        TEST(links_to_folders_are_not_followed_but_to_files_are),
        TEST(a_slash_at_the_end_is_not_doubled),
        TEST(too_deep_is_an_error_and_the_walk_goes_on),
        TEST(a_folder_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
