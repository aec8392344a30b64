/* SPDX-License-Identifier: MIT */
/* Placing labels on a picture. */
#include "write/map_label.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct gmi_label_box box_of(const struct gmi_label_position *position,
                                   double width, double height)
{
    const double before = position->anchor == GMI_ANCHOR_START ? 0
                          : position->anchor == GMI_ANCHOR_END ? width
                                                               : width / 2;
    return (struct gmi_label_box){position->x - before,
                                  position->y - height / 2, width, height};
}

static bool overlap(struct gmi_label_box a, struct gmi_label_box b)
{
    return a.left < b.left + b.width && b.left < a.left + a.width &&
           a.top < b.top + b.height && b.top < a.top + a.height;
}

static void the_first_label_is_at_the_right(void **state)
{
    (void)state;
    struct gmi_label_field field;
    struct gmi_label_position position;
    assert_int_equal(gmi_label_field_init(&field, 300, 200, NULL), GM_OK);
    assert_true(gmi_label_place(&field, (struct gmi_spot){100, 100}, 5, 60, 14,
                                &position));
    assert_int_equal(position.anchor, GMI_ANCHOR_START);
    assert_true(position.x > 105 && position.x < 112 && position.y == 100);
    assert_false(position.is_far);
    gmi_label_field_release(&field);
}

static void at_the_edge_it_goes_to_the_left(void **state)
{
    (void)state;
    struct gmi_label_field field;
    struct gmi_label_position position;
    assert_int_equal(gmi_label_field_init(&field, 300, 200, NULL), GM_OK);
    assert_true(gmi_label_place(&field, (struct gmi_spot){280, 100}, 5, 60, 14,
                                &position));
    assert_int_equal(position.anchor, GMI_ANCHOR_END);
    gmi_label_field_release(&field);
}

static void no_label_lies_on_another_or_on_a_mark(void **state)
{
    (void)state;
    enum { COUNT = 200 };
    struct gmi_label_field field;
    struct gmi_label_box boxes[2 * COUNT];
    size_t count = 0, labels = 0;
    assert_int_equal(gmi_label_field_init(&field, 600, 400, NULL), GM_OK);
    struct gmi_spot spots[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        spots[i] = (struct gmi_spot){(double)(i * 7919 % 590),
                                     (double)(i * 104729 % 390)};
        boxes[count] =
            (struct gmi_label_box){spots[i].x - 3, spots[i].y - 3, 6, 6};
        gmi_label_block(&field, boxes[count++]);
    }
    const size_t marks = count;
    for (size_t i = 0; i < COUNT; i++) {
        struct gmi_label_position position;
        if (!gmi_label_place(&field, spots[i], 3, 50, 14, &position))
            continue;
        const struct gmi_label_box box = box_of(&position, 50, 14);
        /* Two names in one line are not read as one. */
        const struct gmi_label_box wide = {box.left - 3, box.top, 56, 14};
        for (size_t k = 0; k < count; k++)
            assert_false(overlap(k < marks ? box : wide, boxes[k]));
        assert_true(box.left >= 0 && box.top >= 0 && box.left + 50 <= 600 &&
                    box.top + 14 <= 400);
        boxes[count++] = box;
        labels++;
    }
    assert_true(marks == COUNT && labels > 40 && labels < COUNT);
    gmi_label_field_release(&field);
}

static void what_is_no_number_is_not_free(void **state)
{
    (void)state;
    struct gmi_label_field field;
    struct gmi_label_position position;
    assert_int_equal(gmi_label_field_init(&field, 100, 100, NULL), GM_OK);
    assert_false(gmi_label_place(&field, (struct gmi_spot){NAN, 5}, 5, 20, 14,
                                 &position));
    assert_false(gmi_label_place(&field, (struct gmi_spot){50, 50}, 5, 2000, 14,
                                 &position));
    gmi_label_block(&field, (struct gmi_label_box){-50, -50, 20, 20});
    assert_true(
        gmi_label_is_free(&field, (struct gmi_label_box){0, 0, 100, 100}));
    gmi_label_field_release(&field);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_label_is_at_the_right),
        cmocka_unit_test(at_the_edge_it_goes_to_the_left),
        cmocka_unit_test(no_label_lies_on_another_or_on_a_mark),
        cmocka_unit_test(what_is_no_number_is_not_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
