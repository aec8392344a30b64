/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "base/memory.h"
#include "build/intern.h"

static void strings_are_numbered_as_they_are_first_seen(void **state)
{
    (void)state;
    struct gmi_intern intern = {0};
    assert_int_equal(gmi_intern_find(&intern, "a", 1), UINT32_MAX);
    assert_int_equal(gmi_intern_add(&intern, "a", 1), 0);
    assert_int_equal(gmi_intern_add(&intern, "", 0), 1);
    assert_int_equal(gmi_intern_add(&intern, "ab", 2), 2);
    assert_int_equal(gmi_intern_add(&intern, "abc", 1), 0);
    assert_int_equal(gmi_intern_find(&intern, "ab", 2), 2);
    assert_int_equal(gmi_intern_find(&intern, "abc", 3), UINT32_MAX);
    assert_string_equal(gmi_intern_at(&intern, 2), "ab");
    assert_string_equal(gmi_intern_at(&intern, 3), "");
    gmi_intern_release(&intern);
}

static void many_strings_keep_their_numbers(void **state)
{
    (void)state;
    struct gmi_intern intern = {0};
    char text[16];
    for (uint32_t round = 0; round < 2; round++)
        for (uint32_t i = 0; i < 50000; i++) {
            const int length = snprintf(text, sizeof text, "%x", i * 7919);
            assert_int_equal(gmi_intern_add(&intern, text, (size_t)length), i);
        }
    assert_int_equal(intern.count, 50000);
    gmi_intern_release(&intern);
}

static void out_of_memory_leaves_what_was_there(void **state)
{
    (void)state;
    struct gmi_intern intern = {0};
    uint32_t known = 0;
    for (uint32_t i = 0; i < 3000; i++) {
        char text[16];
        const int length = snprintf(text, sizeof text, "%u", i);
        gmi_memory_fail_after(0);
        const uint32_t refused = gmi_intern_add(&intern, text, (size_t)length);
        gmi_memory_fail_after(-1);
        if (intern.text.is_failed)
            break; /* a buffer that failed once stays so */
        const uint32_t number = gmi_intern_add(&intern, text, (size_t)length);
        assert_true(refused == UINT32_MAX || refused == number);
        assert_int_equal(number, i);
        known = i;
    }
    for (uint32_t i = 0; i < known; i++) {
        char text[16];
        const int length = snprintf(text, sizeof text, "%u", i);
        assert_int_equal(gmi_intern_find(&intern, text, (size_t)length), i);
    }
    gmi_intern_release(&intern);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_numbered_as_they_are_first_seen),
        cmocka_unit_test(many_strings_keep_their_numbers),
        cmocka_unit_test(out_of_memory_leaves_what_was_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
