/* SPDX-License-Identifier: MIT */
/* src/evaluate/demonym.c: which gold mentions are demonyms. */
#include "evaluate/demonym.h"

#include "world.h"

static struct gmi_demonyms demonyms;
static gm_gazetteer *gazetteer;
static gm_error err;

static int setup(void **state)
{
    if (scratch_setup(state))
        return -1;
    gazetteer = world_open();
    return 0;
}

static int teardown(void **state)
{
    gm_gazetteer_close(gazetteer);
    return scratch_teardown(state);
}

static int release(void **state)
{
    (void)state;
    gmi_demonyms_release(&demonyms);
    return 0;
}

static bool has(const char *key)
{
    const struct gmi_span span = {.key = key};
    return gmi_demonyms_has(&demonyms, gazetteer, &span);
}

static void read_list(const char *text)
{
    if (gmi_demonyms_read(&demonyms, scratch_text("d.txt", text), &err))
        fail_msg("%s", err.message);
}

static void list_has_words_in_any_case_number_and_possession(void **state)
{
    (void)state;
    read_list("# comment\n\nTexan\n South  African \nPhilippine\n");
    assert_true(has("texan") && has("texans") && has("texan's"));
    assert_true(has("texan\xe2\x80\x99s") && has("south africans"));
    assert_true(has("philippines"));
    assert_false(has("# comment") || has("") || has("s") || has("'s"));
    assert_false(has("texas") || has("texanss") || has("africans"));
}

static void exception_of_the_list_is_none(void **state)
{
    (void)state;
    read_list("Philippine\n!Philippines\n");
    assert_false(has("philippines"));
    assert_true(has("philippine") && has("philippine's"));
}

static void list_is_asked_in_place_of_the_gazetteer(void **state)
{
    (void)state;
    read_list("foo\n");
    assert_false(has("texan"));
    assert_true(has("foo"));
}

static void empty_list_has_none(void **state)
{
    (void)state;
    read_list("");
    assert_false(has("texan"));
}

static void bad_list_is_refused(void **state)
{
    (void)state;
    assert_int_equal(
        gmi_demonyms_read(&demonyms, scratch_text("d.txt", "a\n\xff\n"), &err),
        GM_ERR_UTF8);
    assert_non_null(strstr(err.message, "not UTF-8 in '"));
    assert_non_null(strstr(err.message, "line 2"));
    assert_int_equal(gmi_demonyms_read(&demonyms, scratch_path("none"), &err),
                     GM_ERR_NOT_FOUND);
}

static void gazetteer_tells_demonyms_and_adjectives(void **state)
{
    (void)state;
    assert_true(has("texan") && has("texans") && has("texan's"));
    assert_true(has("chinese"));
    assert_false(has("texas") || has("paris") || has("paris's"));
    assert_false(has("") || has("s") || has("nowhere"));
}

static void own_name_of_a_place_is_no_demonym(void **state)
{
    (void)state;
    assert_false(has("china"));
    assert_true(has("argentine")); /* though it is its name in French */
}

static void without_list_and_gazetteer_there_are_none(void **state)
{
    (void)state;
    const struct gmi_span span = {.key = "texan"};
    assert_false(gmi_demonyms_has(&demonyms, NULL, &span));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(
            list_has_words_in_any_case_number_and_possession, release),
        cmocka_unit_test_teardown(exception_of_the_list_is_none, release),
        cmocka_unit_test_teardown(list_is_asked_in_place_of_the_gazetteer,
                                  release),
        cmocka_unit_test_teardown(empty_list_has_none, release),
        cmocka_unit_test_teardown(bad_list_is_refused, release),
        cmocka_unit_test_teardown(gazetteer_tells_demonyms_and_adjectives,
                                  release),
        cmocka_unit_test_teardown(own_name_of_a_place_is_no_demonym, release),
        cmocka_unit_test_teardown(without_list_and_gazetteer_there_are_none,
                                  release),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
