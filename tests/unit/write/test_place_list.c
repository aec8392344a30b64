/* SPDX-License-Identifier: MIT */
/* Places, each once, with how often they are mentioned. */
#include "write/place_list.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static gm_status add(struct gmi_place_list *list, uint32_t index, gm_use use,
                     uint64_t document, size_t *number)
{
    const gm_mention mention = {.use = use, .confidence = 0.5};
    const gm_record record = {.mention = &mention,
                              .has_place = true,
                              .has_point = true,
                              .place = {.index = index}};
    return gmi_place_list_add(list, &record, document, number, NULL);
}

static void places_are_counted_by_use_and_document(void **state)
{
    (void)state;
    struct gmi_place_list list = {0};
    size_t number;
    assert_int_equal(add(&list, 9, GM_USE_LITERAL, 1, &number), GM_OK);
    assert_int_equal(number, 0);
    assert_int_equal(add(&list, 4, GM_USE_METONYMIC, 1, &number), GM_OK);
    assert_int_equal(number, 1);
    assert_int_equal(add(&list, 4, GM_USE_METONYMIC, 1, &number), GM_OK);
    assert_int_equal(add(&list, 4, GM_USE_LITERAL, 3, &number), GM_OK);
    assert_int_equal(number, 1);
    assert_int_equal(list.count, 2);
    const struct gmi_listed_place *listed = &list.places[1];
    assert_int_equal(listed->mentions, 3);
    assert_int_equal(listed->documents, 2);
    assert_int_equal(gmi_listed_use(listed), GM_USE_METONYMIC);
    assert_true(gmi_listed_confidence(listed) == 0.5);
    gmi_place_list_sort(&list);
    assert_int_equal(list.places[0].place.index, 4);
    assert_int_equal(list.places[0].number, 1);
    gmi_place_list_release(&list);
}

static void many_places_are_found_again(void **state)
{
    (void)state;
    enum { COUNT = 50000 };
    struct gmi_place_list list = {0};
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < COUNT; i++) {
            size_t number;
            assert_int_equal(add(&list, i * 64, GM_USE_LITERAL, 1, &number),
                             GM_OK);
            assert_int_equal(number, i);
        }
    }
    assert_int_equal(list.count, COUNT);
    gmi_place_list_sort(&list);
    assert_int_equal(list.places[COUNT - 1].number, COUNT - 1);
    gmi_place_list_release(&list);
}

static void out_of_memory_leaves_the_list_as_it_is(void **state)
{
    (void)state;
    struct gmi_place_list list = {0};
    size_t number = 77;
    for (long i = 0; i < 2; i++) {
        gmi_memory_fail_after(i);
        assert_int_equal(add(&list, 1, GM_USE_LITERAL, 1, &number),
                         GM_ERR_MEMORY);
        gmi_memory_fail_after(-1);
        assert_int_equal(list.count, 0);
        assert_int_equal(number, 77);
    }
    assert_int_equal(add(&list, 1, GM_USE_LITERAL, 1, &number), GM_OK);
    gmi_place_list_release(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_are_counted_by_use_and_document),
        cmocka_unit_test(many_places_are_found_again),
        cmocka_unit_test(out_of_memory_leaves_the_list_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
