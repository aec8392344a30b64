/* SPDX-License-Identifier: MIT */
#include "gazetteer/memo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct gmi_memo memo;

static void what_was_kept_is_found(void **state)
{
    (void)state;
    uint32_t answer = 1;
    assert_false(gmi_memo_find(&memo, 0, &answer));
    assert_false(gmi_memo_find(&memo, 7, &answer));
    assert_int_equal(answer, 1);
    gmi_memo_keep(&memo, 0, UINT32_MAX);
    gmi_memo_keep(&memo, 7, 0);
    assert_true(gmi_memo_find(&memo, 0, &answer));
    assert_int_equal(answer, UINT32_MAX);
    assert_true(gmi_memo_find(&memo, 7, &answer));
    assert_int_equal(answer, 0);
}

static void a_place_never_gets_the_answer_of_another(void **state)
{
    (void)state;
    uint32_t answer;
    gmi_memo_keep(&memo, 9, 1);
    assert_false(gmi_memo_find(&memo, 9 + GMI_MEMO_SIZE, &answer));
    gmi_memo_keep(&memo, 9 + GMI_MEMO_SIZE, 2);
    assert_false(gmi_memo_find(&memo, 9, &answer));
    assert_true(gmi_memo_find(&memo, 9 + GMI_MEMO_SIZE, &answer));
    assert_int_equal(answer, 2);
    /* The last place there can be. */
    gmi_memo_keep(&memo, UINT32_MAX - 1, 3);
    assert_true(gmi_memo_find(&memo, UINT32_MAX - 1, &answer));
    assert_int_equal(answer, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_kept_is_found),
        cmocka_unit_test(a_place_never_gets_the_answer_of_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
