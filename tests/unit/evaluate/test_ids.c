/* SPDX-License-Identifier: MIT */
/* src/evaluate/ids.c: a set of strings. */
#include "evaluate/ids.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static void set_has_what_was_added(void **state)
{
    (void)state;
    struct gmi_ids ids = {0};
    assert_false(gmi_ids_has(&ids, "a"));
    gmi_ids_sort(&ids);
    static const char *const all[] = {"b", "a", "c", "b", "", "b"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_true(gmi_ids_add(&ids, all[i]));
    gmi_ids_sort(&ids);
    assert_int_equal(ids.count, 4);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_true(gmi_ids_has(&ids, all[i]));
    assert_false(gmi_ids_has(&ids, "d"));
    assert_true(gmi_ids_add(&ids, "aa"));
    gmi_ids_sort(&ids);
    assert_true(gmi_ids_has(&ids, "aa"));
    gmi_ids_release(&ids);
    assert_int_equal(ids.count, 0);
}

static void out_of_memory_is_told(void **state)
{
    (void)state;
    struct gmi_ids ids = {0};
    gmi_memory_fail_after(0);
    assert_false(gmi_ids_add(&ids, "a"));
    gmi_memory_fail_after(-1);
    assert_int_equal(ids.count, 0);
    gmi_ids_release(&ids);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(set_has_what_was_added),
        cmocka_unit_test(out_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
