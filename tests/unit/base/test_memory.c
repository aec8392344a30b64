/* SPDX-License-Identifier: MIT */
/* The only place that asks the system for memory. */
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void no_bytes_are_memory_all_the_same(void **state)
{
    (void)state;
    void *none = gmi_alloc(0), *zeroed = gmi_alloc_zeroed(0, 0);
    assert_non_null(none);
    assert_non_null(zeroed);
    void *resized = gmi_resize(none, 0, 8);
    assert_non_null(resized);
    gmi_release(resized);
    gmi_release(zeroed);
    gmi_release(NULL);
}

static void zeroed_memory_is_zero(void **state)
{
    (void)state;
    unsigned char *bytes = gmi_alloc_zeroed(100, 3);
    assert_non_null(bytes);
    for (size_t i = 0; i < 300; i++)
        assert_int_equal(bytes[i], 0);
    gmi_release(bytes);
}

static void a_size_that_overflows_is_refused(void **state)
{
    (void)state;
    assert_null(gmi_alloc_zeroed(SIZE_MAX / 2, 3));
    char *bytes = gmi_alloc(4);
    assert_non_null(bytes);
    memcpy(bytes, "abc", 4);
    assert_null(gmi_resize(bytes, SIZE_MAX / 2, 3));
    assert_string_equal(bytes, "abc"); /* still there, still ours */
    gmi_release(bytes);
    assert_null(gmi_copy_string("abc", SIZE_MAX));
}

static void a_copied_string_ends_in_nul(void **state)
{
    (void)state;
    char *copy = gmi_copy_string("Yerevan", 4);
    assert_non_null(copy);
    assert_string_equal(copy, "Yere");
    gmi_release(copy);
}

static void the_nth_allocation_fails_and_each_later_one(void **state)
{
    (void)state;
    gmi_memory_fail_after(2);
    void *first = gmi_alloc(8), *second = gmi_alloc_zeroed(1, 8);
    void *third = gmi_alloc(8), *fourth = gmi_copy_string("a", 1);
    void *resized = gmi_resize(NULL, 1, 8);
    gmi_memory_fail_after(-1);
    assert_non_null(first);
    assert_non_null(second);
    assert_null(third);
    assert_null(fourth);
    assert_null(resized);
    gmi_release(first);
    gmi_release(second);
    void *again = gmi_alloc(8);
    assert_non_null(again);
    gmi_release(again);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_bytes_are_memory_all_the_same),
        cmocka_unit_test(zeroed_memory_is_zero),
        cmocka_unit_test(a_size_that_overflows_is_refused),
        cmocka_unit_test(a_copied_string_ends_in_nul),
        cmocka_unit_test(the_nth_allocation_fails_and_each_later_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
