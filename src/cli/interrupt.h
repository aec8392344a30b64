/* SPDX-License-Identifier: MIT */
/*
 * Ctrl-C and its like: the run is ended, its half-written output removed, and
 * then the program dies of the signal, as a shell expects.
 */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

#include "include/geomention_io.h"

/*
 * From now on a signal cancels `reader` (may be NULL). A second one ends the
 * program at once.
 */
void interrupt_catch(gm_reader *reader);
bool interrupt_is_caught(void);

/* The reader is gone: if a signal was caught, dies of it. */
void interrupt_end(void);

#endif
