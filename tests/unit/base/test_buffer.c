/* SPDX-License-Identifier: MIT */
/* Growable arrays: bytes and items of any one type. */
#include "base/buffer.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void what_is_added_stands_in_order_and_ends_in_nul(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {0};
    gmi_buffer_add_string(&buffer, "Yere");
    gmi_buffer_add_char(&buffer, 'v');
    gmi_buffer_add(&buffer, "anything", 2);
    gmi_buffer_printf(&buffer, " %d %s", 44, "E");
    assert_false(buffer.is_failed);
    assert_string_equal(buffer.data, "Yerevan 44 E");
    assert_int_equal(buffer.length, 12);
    gmi_buffer_release(&buffer);
    assert_null(buffer.data);
}

static void bytes_of_zero_are_bytes(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {0};
    gmi_buffer_add(&buffer, "a\0b", 3);
    gmi_buffer_add(&buffer, NULL, 0);
    assert_int_equal(buffer.length, 3);
    assert_memory_equal(buffer.data, "a\0b", 4);
    gmi_buffer_release(&buffer);
}

static void clear_keeps_the_room(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {0};
    gmi_buffer_add_string(&buffer, "abc");
    char *data = buffer.data;
    gmi_buffer_clear(&buffer);
    assert_int_equal(buffer.length, 0);
    assert_string_equal(buffer.data, "");
    gmi_buffer_add_string(&buffer, "de");
    assert_ptr_equal(buffer.data, data);
    assert_string_equal(buffer.data, "de");
    gmi_buffer_release(&buffer);
    gmi_buffer_clear(&buffer); /* of nothing */
}

static void a_buffer_grows_to_its_ceiling_and_not_beyond(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {.ceiling = 1000};
    for (size_t i = 0; i < 1000; i++)
        gmi_buffer_add_char(&buffer, 'x');
    assert_false(buffer.is_failed);
    gmi_buffer_add_char(&buffer, 'y');
    assert_true(buffer.is_failed);
    assert_int_equal(buffer.length, 1000);
    gmi_buffer_clear(&buffer);
    assert_false(buffer.is_failed);
    gmi_buffer_release(&buffer);
    assert_int_equal(buffer.ceiling, 1000); /* is the owner's to set */
}

static void a_failed_buffer_ignores_what_comes(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {.ceiling = 4};
    gmi_buffer_add_string(&buffer, "abc");
    gmi_buffer_add_string(&buffer, "def");
    gmi_buffer_add_char(&buffer, 'g'); /* there would be room */
    gmi_buffer_printf(&buffer, "%d", 1);
    assert_true(buffer.is_failed);
    assert_string_equal(buffer.data, "abc");
    gmi_buffer_release(&buffer);
}

static void a_length_that_overflows_fails(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {0};
    gmi_buffer_add(&buffer, "a", 1);
    gmi_buffer_add(&buffer, "b", SIZE_MAX);
    assert_true(buffer.is_failed);
    assert_string_equal(buffer.data, "a");
    gmi_buffer_release(&buffer);
}

static void out_of_memory_fails_the_buffer(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {0};
    gmi_memory_fail_after(0);
    gmi_buffer_add_string(&buffer, "abc");
    gmi_memory_fail_after(-1);
    assert_true(buffer.is_failed);
    assert_int_equal(buffer.length, 0);
    gmi_buffer_release(&buffer);
    assert_false(buffer.is_failed);
}

static void a_long_text_is_printed_whole(void **state)
{
    (void)state;
    struct gmi_buffer buffer = {0};
    char long_text[5001];
    memset(long_text, 'x', 5000);
    long_text[5000] = '\0';
    gmi_buffer_printf(&buffer, "<%s>", long_text);
    assert_int_equal(buffer.length, 5002);
    assert_int_equal(buffer.data[5001], '>');
    gmi_buffer_release(&buffer);
}

static void reserve_makes_room_and_moves_items(void **state)
{
    (void)state;
    uint64_t *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 10000; count++) {
        assert_true(gmi_reserve(&items, &capacity, count, sizeof *items));
        assert_true(capacity > count);
        items[count] = count * 3;
    }
    for (size_t i = 0; i < 10000; i++)
        assert_int_equal(items[i], i * 3);
    gmi_release(items);
}

static void reserve_without_memory_changes_nothing(void **state)
{
    (void)state;
    int *items = NULL;
    size_t capacity = 0;
    assert_true(gmi_reserve(&items, &capacity, 0, sizeof *items));
    int *before = items;
    const size_t capacity_before = capacity;
    gmi_memory_fail_after(0);
    assert_false(gmi_reserve(&items, &capacity, capacity, sizeof *items));
    gmi_memory_fail_after(-1);
    assert_ptr_equal(items, before);
    assert_int_equal(capacity, capacity_before);
    assert_false(gmi_reserve(&items, &capacity, capacity, SIZE_MAX / 2));
    assert_ptr_equal(items, before);
    gmi_release(items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_added_stands_in_order_and_ends_in_nul),
        cmocka_unit_test(bytes_of_zero_are_bytes),
        cmocka_unit_test(clear_keeps_the_room),
        cmocka_unit_test(a_buffer_grows_to_its_ceiling_and_not_beyond),
        cmocka_unit_test(a_failed_buffer_ignores_what_comes),
        cmocka_unit_test(a_length_that_overflows_fails),
        cmocka_unit_test(out_of_memory_fails_the_buffer),
        cmocka_unit_test(a_long_text_is_printed_whole),
        cmocka_unit_test(reserve_makes_room_and_moves_items),
        cmocka_unit_test(reserve_without_memory_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
