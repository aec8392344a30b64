/* SPDX-License-Identifier: MIT */
/* Running one function on several threads and waiting for all. */
#ifndef BASE_THREAD_H
#define BASE_THREAD_H

#include "base/status.h"

/* Most threads gmi_parallel takes. */
enum { GMI_THREADS_MAX = 256 };

/*
 * Calls work(context, i) for i below `threads`, each on its own thread (the
 * caller's is one of them), and returns when all are done. Where the system
 * gives fewer threads, the rest of the calls are made one after another, so
 * `work` must not wait for another call to begin.
 */
void gmi_parallel(size_t threads, void (*work)(void *context, size_t index),
                  void *context);

#endif
