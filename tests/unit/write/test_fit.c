/* SPDX-License-Identifier: MIT */
/* Widths of the columns of a terminal table. */
#include "write/fit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

enum { GAP = 2 };

static struct gmi_fit number(size_t wanted)
{
    return (struct gmi_fit){.wanted = wanted, .is_shown = true};
}

static struct gmi_fit name(size_t wanted, int hide)
{
    return (struct gmi_fit){.wanted = wanted,
                            .shrink = GMI_SHRINK_LATE,
                            .hide = hide,
                            .is_shown = true};
}

static struct gmi_fit sentence(size_t wanted)
{
    return (struct gmi_fit){
        .wanted = wanted, .shrink = GMI_SHRINK_FIRST, .is_shown = true};
}

static size_t total(const struct gmi_fit *columns, size_t count)
{
    size_t sum = 0, shown = 0;
    for (size_t i = 0; i < count; i++) {
        sum += columns[i].is_shown ? columns[i].width : 0;
        shown += columns[i].is_shown;
    }
    return shown ? sum + (shown - 1) * GAP : 0;
}

static void without_limit_each_gets_what_it_wants(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(300, 1), number(9), sentence(5000)};
    gmi_fit(columns, 3, GAP, 0);
    assert_int_equal(columns[0].width, 300);
    assert_int_equal(columns[1].width, 9);
    assert_int_equal(columns[2].width, 5000);
}

static void what_fits_is_left_alone(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(10, 0), number(8)};
    gmi_fit(columns, 2, GAP, 20);
    assert_int_equal(columns[0].width, 10);
    assert_int_equal(columns[1].width, 8);
}

static void sentences_shrink_first(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(30, 0), number(9), sentence(200)};
    gmi_fit(columns, 3, GAP, 80);
    assert_int_equal(columns[0].width, 30);
    assert_int_equal(columns[2].width, 80 - 30 - 9 - 2 * GAP);
}

static void names_shrink_evenly_then(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(30, 0), name(40, 0), number(9),
                                sentence(200)};
    gmi_fit(columns, 4, GAP, 61);
    assert_int_equal(columns[3].width, 16);
    assert_int_equal(columns[0].width, 15);
    assert_int_equal(columns[1].width, 15);
    assert_int_equal(columns[2].width, 9);
}

static void columns_that_may_go_go_in_their_order(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(30, 0), name(40, 2), name(40, 1),
                                number(9)};
    gmi_fit(columns, 4, GAP, 40);
    assert_true(columns[1].is_shown);
    assert_false(columns[2].is_shown);
    assert_int_equal(total(columns, 4), 40);
}

static void the_rest_goes_from_the_right(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(30, 0), number(9), number(9), number(9)};
    gmi_fit(columns, 4, GAP, 18);
    assert_true(columns[1].is_shown);
    assert_false(columns[2].is_shown);
    assert_false(columns[3].is_shown);
    assert_true(total(columns, 4) <= 18);
}

static void one_column_always_stays(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(30, 0), number(9)};
    gmi_fit(columns, 2, GAP, 1);
    assert_true(columns[0].is_shown);
    assert_int_equal(columns[0].width, 1);
    assert_false(columns[1].is_shown);
}

static void hidden_columns_take_no_room(void **state)
{
    (void)state;
    struct gmi_fit columns[] = {name(70, 0), number(9)};
    columns[0].is_shown = false;
    gmi_fit(columns, 2, GAP, 9);
    assert_true(columns[1].is_shown);
    assert_int_equal(columns[1].width, 9);
}

static void every_width_fits(void **state)
{
    (void)state;
    for (size_t limit = 6; limit < 200; limit++) {
        struct gmi_fit columns[] = {name(12, 0),  number(9),  name(24, 0),
                                    name(12, 1),  number(7),  number(10),
                                    name(400, 3), number(10), sentence(3000)};
        gmi_fit(columns, 9, GAP, limit);
        assert_true(total(columns, 9) <= limit);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_limit_each_gets_what_it_wants),
        cmocka_unit_test(what_fits_is_left_alone),
        cmocka_unit_test(sentences_shrink_first),
        cmocka_unit_test(names_shrink_evenly_then),
        cmocka_unit_test(columns_that_may_go_go_in_their_order),
        cmocka_unit_test(the_rest_goes_from_the_right),
        cmocka_unit_test(one_column_always_stays),
        cmocka_unit_test(hidden_columns_take_no_room),
        cmocka_unit_test(every_width_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
