/* SPDX-License-Identifier: MIT */
/* Running one function on several threads and waiting for all. */
#define _GNU_SOURCE /* pthread_setattr_default_np */
#include "base/thread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <pthread.h>
#include <cmocka.h>

struct calls {
    pthread_mutex_t lock;
    size_t count;
    unsigned made[GMI_THREADS_MAX];
    pthread_t ids[GMI_THREADS_MAX];
};

static void note(void *context, size_t index)
{
    struct calls *calls = context;
    pthread_mutex_lock(&calls->lock);
    calls->count++;
    calls->made[index]++;
    calls->ids[index] = pthread_self();
    pthread_mutex_unlock(&calls->lock);
}

static void each_index_is_called_once_and_all_are_awaited(void **state)
{
    (void)state;
    const size_t numbers[] = {1, 2, 3, 16, GMI_THREADS_MAX};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct calls calls = {.lock = PTHREAD_MUTEX_INITIALIZER};
        gmi_parallel(numbers[i], note, &calls);
        assert_int_equal(calls.count, numbers[i]);
        for (size_t j = 0; j < GMI_THREADS_MAX; j++)
            assert_int_equal(calls.made[j], j < numbers[i]);
    }
}

static void one_of_the_threads_is_the_callers(void **state)
{
    (void)state;
    struct calls calls = {.lock = PTHREAD_MUTEX_INITIALIZER};
    gmi_parallel(1, note, &calls);
    assert_true(pthread_equal(calls.ids[0], pthread_self()));
}

static void add(void *context, size_t index)
{
    uint64_t *sums = context;
    for (uint64_t i = 0; i < 100000; i++)
        sums[index * 16] += i; /* 128 bytes apart */
}

static void what_the_threads_wrote_is_seen_afterwards(void **state)
{
    (void)state;
    uint64_t sums[8 * 16] = {0};
    gmi_parallel(8, add, sums);
    for (size_t i = 0; i < 8; i++)
        assert_true(sums[i * 16] == UINT64_C(4999950000));
}

static void without_threads_the_calls_are_made_one_after_another(void **state)
{
    (void)state;
    pthread_attr_t usual, huge;
    assert_int_equal(pthread_getattr_default_np(&usual), 0);
    assert_int_equal(pthread_attr_init(&huge), 0);
    /* no machine has room for such a stack, so no thread is made */
    assert_int_equal(pthread_attr_setstacksize(&huge, (size_t)1 << 47), 0);
    assert_int_equal(pthread_setattr_default_np(&huge), 0);
    struct calls calls = {.lock = PTHREAD_MUTEX_INITIALIZER};
    gmi_parallel(5, note, &calls);
    assert_int_equal(pthread_setattr_default_np(&usual), 0);
    pthread_attr_destroy(&huge);
    assert_int_equal(calls.count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(calls.made[i], 1);
        assert_true(pthread_equal(calls.ids[i], pthread_self()));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_index_is_called_once_and_all_are_awaited),
        cmocka_unit_test(one_of_the_threads_is_the_callers),
        cmocka_unit_test(without_threads_the_calls_are_made_one_after_another),
        cmocka_unit_test(what_the_threads_wrote_is_seen_afterwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
