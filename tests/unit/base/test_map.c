/* SPDX-License-Identifier: MIT */
/* A file mapped for reading. */
#include "base/map.h"

#include "scratch.h"

static void a_file_is_seen_as_it_is(void **state)
{
    (void)state;
    const char *path = scratch_path("file");
    scratch_write(path, "a\0b", 3);
    const enum gmi_map_use uses[] = {GMI_MAP_SCAN, GMI_MAP_RANDOM};
    for (size_t i = 0; i < 2; i++) {
        struct gmi_map map = {0};
        gm_error err = {0};
        assert_int_equal(gmi_map_file(path, uses[i], &map, &err), GM_OK);
        assert_int_equal(map.size, 3);
        assert_memory_equal(map.data, "a\0b", 3);
        gmi_map_release(&map);
        assert_null(map.data);
        gmi_map_release(&map); /* of nothing */
    }
}

static void an_empty_file_is_no_bytes(void **state)
{
    (void)state;
    struct gmi_map map = {.size = 7};
    scratch_write(scratch_path("empty"), "", 0);
    assert_int_equal(
        gmi_map_file(scratch_path("empty"), GMI_MAP_SCAN, &map, NULL), GM_OK);
    assert_null(map.data);
    assert_int_equal(map.size, 0);
}

/* Refused, with that in the message, and nothing changed. */
static void assert_refused(const char *path, gm_status status,
                           const char *message)
{
    struct gmi_map map = {.size = 7};
    gm_error err = {0};
    assert_int_equal(gmi_map_file(path, GMI_MAP_SCAN, &map, &err), status);
    assert_non_null(strstr(err.message, message));
    assert_int_equal(map.size, 7);
}

static void what_is_no_plain_file_is_refused(void **state)
{
    (void)state;
    assert_refused(scratch_path("none"), GM_ERR_NOT_FOUND, "none': no such");
    assert_refused(scratch_folder, GM_ERR_IO, "is a folder");
    assert_refused("/dev/null", GM_ERR_IO, "not a plain file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_seen_as_it_is),
        cmocka_unit_test(an_empty_file_is_no_bytes),
        cmocka_unit_test(what_is_no_plain_file_is_refused),
    };
    return cmocka_run_group_tests(tests, scratch_setup, scratch_teardown);
}
