/* SPDX-License-Identifier: MIT */
/* An arena: memory that is given out piece by piece and freed whole. */
#include "base/arena.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static void pieces_are_aligned_and_apart(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    unsigned char *pieces[200];
    for (size_t i = 0; i < 200; i++) {
        pieces[i] = gmi_arena_alloc(&arena, i);
        assert_non_null(pieces[i]);
        assert_int_equal((uintptr_t)pieces[i] % 16, 0);
        memset(pieces[i], (int)i, i);
    }
    for (size_t i = 0; i < 200; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_equal(pieces[i][j], i);
    gmi_arena_release(&arena);
}

static void a_piece_larger_than_a_block_is_given(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    const size_t sizes[] = {1, 70000, 10, 5000000, 10, 64 * 1024};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char *piece = gmi_arena_alloc(&arena, sizes[i]);
        assert_non_null(piece);
        memset(piece, 'x', sizes[i]);
    }
    gmi_arena_release(&arena);
    assert_null(arena.first);
}

static void an_array_is_zeroed_also_in_used_memory(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    memset(gmi_arena_alloc(&arena, 4096), 'x', 4096);
    gmi_arena_reset(&arena);
    const uint32_t *numbers =
        gmi_arena_array(&arena, 1000, sizeof *numbers);
    assert_non_null(numbers);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(numbers[i], 0);
    gmi_arena_release(&arena);
}

static void sizes_that_overflow_are_refused(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    assert_null(gmi_arena_alloc(&arena, SIZE_MAX));
    assert_null(gmi_arena_alloc(&arena, SIZE_MAX - 20));
    assert_null(gmi_arena_array(&arena, SIZE_MAX / 4, 8));
    assert_null(gmi_arena_string(&arena, "", SIZE_MAX));
    assert_non_null(gmi_arena_alloc(&arena, 8)); /* and it is still good */
    gmi_arena_release(&arena);
}

static void a_string_is_copied_and_ended(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    char text[] = "Gyumri";
    const char *copy = gmi_arena_string(&arena, text, 3);
    text[0] = 'x';
    assert_string_equal(copy, "Gyu");
    assert_string_equal(gmi_arena_string(&arena, "", 0), "");
    gmi_arena_release(&arena);
}

static void reset_gives_the_same_memory_again(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    void *first = gmi_arena_alloc(&arena, 100);
    for (size_t i = 0; i < 100; i++)
        assert_non_null(gmi_arena_alloc(&arena, 10000));
    gmi_arena_reset(&arena);
    gmi_memory_fail_after(0); /* nothing more is asked of the system */
    assert_ptr_equal(gmi_arena_alloc(&arena, 100), first);
    for (size_t i = 0; i < 100; i++)
        assert_non_null(gmi_arena_alloc(&arena, 10000));
    gmi_memory_fail_after(-1);
    gmi_arena_release(&arena);
}

static void rewind_frees_what_came_since_the_mark(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    char *kept = gmi_arena_string(&arena, "kept", 4);
    const struct gmi_arena_mark mark = gmi_arena_mark(&arena);
    void *piece = gmi_arena_alloc(&arena, 64);
    for (size_t i = 0; i < 50; i++)
        memset(gmi_arena_alloc(&arena, 9000), 'x', 9000);
    gmi_arena_rewind(&arena, mark);
    assert_ptr_equal(gmi_arena_alloc(&arena, 64), piece);
    assert_string_equal(kept, "kept");
    gmi_arena_release(&arena);
}

static void a_mark_of_an_empty_arena_is_its_beginning(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    const struct gmi_arena_mark mark = gmi_arena_mark(&arena);
    void *first = gmi_arena_alloc(&arena, 64);
    gmi_arena_rewind(&arena, mark);
    assert_ptr_equal(gmi_arena_alloc(&arena, 64), first);
    gmi_arena_release(&arena);
}

static void out_of_memory_is_null_and_harms_nothing(void **state)
{
    (void)state;
    struct gmi_arena arena = {0};
    gmi_memory_fail_after(0);
    assert_null(gmi_arena_alloc(&arena, 8));
    assert_null(gmi_arena_string(&arena, "a", 1));
    gmi_memory_fail_after(-1);
    char *kept = gmi_arena_string(&arena, "kept", 4);
    gmi_memory_fail_after(0);
    assert_null(gmi_arena_alloc(&arena, 1 << 20));
    gmi_memory_fail_after(-1);
    assert_string_equal(kept, "kept");
    assert_non_null(gmi_arena_alloc(&arena, 1 << 20));
    gmi_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_aligned_and_apart),
        cmocka_unit_test(a_piece_larger_than_a_block_is_given),
        cmocka_unit_test(an_array_is_zeroed_also_in_used_memory),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(a_string_is_copied_and_ended),
        cmocka_unit_test(reset_gives_the_same_memory_again),
        cmocka_unit_test(rewind_frees_what_came_since_the_mark),
        cmocka_unit_test(a_mark_of_an_empty_arena_is_its_beginning),
        cmocka_unit_test(out_of_memory_is_null_and_harms_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
