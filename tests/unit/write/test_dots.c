/* SPDX-License-Identifier: MIT */
/* A canvas of dots. */
#include "write/dots.h"

#include "base/memory.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct gmi_dots canvas(size_t columns, size_t rows)
{
    struct gmi_dots dots;
    assert_int_equal(gmi_dots_init(&dots, columns, rows, NULL), GM_OK);
    return dots;
}

static void assert_shown(struct gmi_dots *dots, bool color,
                         const char *expected)
{
    struct gmi_buffer out = {0};
    gmi_dots_write(dots, color, &out);
    assert_string_equal(out.data, expected);
    gmi_buffer_release(&out);
    gmi_dots_release(dots);
}

static void each_dot_has_its_bit(void **state)
{
    (void)state;
    static const char *const LETTERS[2][4] = {{"⠁", "⠂", "⠄", "⡀"},
                                              {"⠈", "⠐", "⠠", "⢀"}};
    for (int x = 0; x < 2; x++) {
        for (int y = 0; y < 4; y++) {
            struct gmi_dots dots = canvas(1, 1);
            struct gmi_buffer out = {0};
            gmi_dots_line(&dots, x, y, x, y);
            gmi_dots_write(&dots, false, &out);
            assert_memory_equal(out.data, LETTERS[x][y], 3);
            gmi_buffer_release(&out);
            gmi_dots_release(&dots);
        }
    }
}

static void lines_go_from_end_to_end(void **state)
{
    (void)state;
    struct gmi_dots dots = canvas(3, 2);
    gmi_dots_line(&dots, 0, 0, 5, 0);
    gmi_dots_line(&dots, 0, 0, 0, 7);
    assert_shown(&dots, false, "⡏⠉⠉\n⡇\n");
}

static void what_is_outside_does_not_show(void **state)
{
    (void)state;
    struct gmi_dots dots = canvas(2, 1);
    gmi_dots_line(&dots, -1000000, 1, 1000000, 1);
    gmi_dots_line(&dots, 50, -5, 50, 50);
    gmi_dots_line(&dots, -9, -9, -1, 50);
    gmi_dots_line(&dots, NAN, 0, 3, 3);
    gmi_dots_line(&dots, 0, INFINITY, 3, 3);
    assert_false(gmi_dots_mark(&dots, -1, 0, 'x'));
    assert_false(gmi_dots_mark(&dots, 0, 99, 'x'));
    assert_false(gmi_dots_mark(&dots, NAN, 0, 'x'));
    assert_shown(&dots, false, "⠒⠒\n");
}

static void marks_give_way_to_each_other(void **state)
{
    (void)state;
    struct gmi_dots dots = canvas(5, 1);
    assert_true(gmi_dots_mark(&dots, 4, 0, '1'));
    assert_true(gmi_dots_mark(&dots, 4, 0, '2'));
    assert_true(gmi_dots_mark(&dots, 4, 0, '3'));
    assert_true(gmi_dots_mark(&dots, 10, 4, '4'));
    assert_shown(&dots, false, " 3124\n");
    dots = canvas(1, 1);
    assert_true(gmi_dots_mark(&dots, 0, 0, '1'));
    assert_false(gmi_dots_mark(&dots, 0, 0, '2'));
    gmi_dots_release(&dots);
}

static void colours_change_only_where_they_must(void **state)
{
    (void)state;
    struct gmi_dots dots = canvas(6, 1);
    gmi_dots_line(&dots, 0, 0, 3, 0);
    gmi_dots_line(&dots, 8, 0, 11, 0);
    assert_true(gmi_dots_mark(&dots, 10, 0, 'x'));
    assert_shown(&dots, true, "\033[2m⠉⠉  ⠉\033[0m\033[1;33mx\033[0m\n");
}

static void out_of_memory_is_said(void **state)
{
    (void)state;
    for (long i = 0; i < 2; i++) {
        struct gmi_dots dots;
        gmi_memory_fail_after(i);
        assert_int_equal(gmi_dots_init(&dots, 2, 2, NULL), GM_ERR_MEMORY);
        gmi_memory_fail_after(-1);
        gmi_dots_release(&dots);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_dot_has_its_bit),
        cmocka_unit_test(lines_go_from_end_to_end),
        cmocka_unit_test(what_is_outside_does_not_show),
        cmocka_unit_test(marks_give_way_to_each_other),
        cmocka_unit_test(colours_change_only_where_they_must),
        cmocka_unit_test(out_of_memory_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
