/* SPDX-License-Identifier: MIT */
/* Ctrl-C and its like. */
#include "cli/interrupt.h"

#include <signal.h>

static gm_reader *volatile running;
static volatile sig_atomic_t caught;

static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP};
enum { SIGNAL_COUNT = sizeof SIGNALS / sizeof *SIGNALS };

static void on_signal(int number)
{
    caught = number;
    if (running)
        gm_reader_cancel(running);
}

void interrupt_catch(gm_reader *reader)
{
    running = reader;
    for (int i = 0; i < SIGNAL_COUNT; i++) {
        struct sigaction before, action = {.sa_handler = on_signal};
        action.sa_flags = (int)SA_RESETHAND;
        sigemptyset(&action.sa_mask);
        /* nohup and background jobs ignore some of them: so they stay */
        if (sigaction(SIGNALS[i], NULL, &before) == 0 &&
            before.sa_handler != SIG_IGN)
            sigaction(SIGNALS[i], &action, NULL);
    }
}

bool interrupt_is_caught(void)
{
    return caught != 0;
}

void interrupt_end(void)
{
    running = NULL;
    if (caught)
        raise(caught); /* its action is the default one again */
}
