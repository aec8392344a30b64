/* SPDX-License-Identifier: MIT */
/* The table from keys to values. */
#include "resolve/index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void an_empty_index_finds_nothing(void **state)
{
    (void)state;
    struct gmi_index index = {0};
    assert_null(gmi_index_find(&index, 7));
    gmi_index_release(&index);
}

static void many_keys_are_found_again(void **state)
{
    (void)state;
    struct gmi_index index = {0};
    bool is_new;
    for (uint32_t i = 0; i < 5000; i++) {
        assert_non_null(gmi_index_put(&index, (uint64_t)i * 64, i, &is_new));
        assert_true(is_new);
    }
    for (uint32_t i = 0; i < 5000; i++) {
        const uint32_t *value = gmi_index_find(&index, (uint64_t)i * 64);
        assert_non_null(value);
        assert_int_equal(*value, i);
    }
    assert_null(gmi_index_find(&index, 63));
    gmi_index_release(&index);
}

static void a_known_key_keeps_its_value(void **state)
{
    (void)state;
    struct gmi_index index = {0};
    bool is_new;
    gmi_index_put(&index, 1, 10, &is_new);
    assert_int_equal(*gmi_index_put(&index, 1, 20, &is_new), 10);
    assert_false(is_new);
    gmi_index_release(&index);
}

static void clearing_forgets_all(void **state)
{
    (void)state;
    struct gmi_index index = {0};
    bool is_new;
    for (uint32_t i = 0; i < 200; i++)
        gmi_index_put(&index, i, i, &is_new);
    gmi_index_clear(&index);
    assert_null(gmi_index_find(&index, 5));
    assert_int_equal(*gmi_index_put(&index, 5, 50, &is_new), 50);
    assert_true(is_new);
    gmi_index_release(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_index_finds_nothing),
        cmocka_unit_test(many_keys_are_found_again),
        cmocka_unit_test(a_known_key_keeps_its_value),
        cmocka_unit_test(clearing_forgets_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
