/* SPDX-License-Identifier: MIT */
/* Running one function on several threads and waiting for all. */
#include "base/thread.h"

#include <assert.h>
#include <pthread.h>

struct call {
    void (*work)(void *context, size_t index);
    void *context;
    size_t index;
};

static void *run_call(void *argument)
{
    const struct call *call = argument;
    call->work(call->context, call->index);
    return NULL;
}

void gmi_parallel(size_t threads, void (*work)(void *context, size_t index),
                  void *context)
{
    assert(threads >= 1 && threads <= GMI_THREADS_MAX);
    pthread_t ids[GMI_THREADS_MAX];
    struct call calls[GMI_THREADS_MAX];
    size_t started = 1;
    while (started < threads) {
        calls[started] = (struct call){work, context, started};
        if (pthread_create(&ids[started], NULL, run_call, &calls[started]))
            break;
        started++;
    }
    work(context, 0);
    for (size_t i = started; i < threads; i++)
        work(context, i);
    for (size_t i = 1; i < started; i++)
        pthread_join(ids[i], NULL);
}
