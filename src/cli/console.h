/* SPDX-License-Identifier: MIT */
/* Talking to the person at the other end: standard error and terminals. */
#ifndef CLI_CONSOLE_H
#define CLI_CONSOLE_H

#include "cli/command.h"
#include "include/geomention_gazetteer.h"

#include <stdbool.h>

/* "geomention: MESSAGE" on standard error. */
void console_error(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
/* The same for what is not an error. */
void console_note(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Prints the error and returns `status`. */
int console_fail(int status, const gm_error *err);

/* Prints the message and how to get help on the command; EXIT_MISUSED. */
int console_misuse(enum command_id command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Shows a line that the next one, or a message, replaces; NULL takes it away.
 * For terminals.
 */
void console_status(const char *text);

bool console_is_terminal(int fd);

/* Columns of the terminal that standard output is; 0: not a terminal. */
size_t console_width(void);

/*
 * Whether to colour standard output. `when` is the value of --color or NULL.
 * False for a value that there is not.
 */
bool console_color(const char *when, bool *out);

/* Flushes standard output; EXIT_OUTPUT, after a message, if that fails. */
int console_finish(int status);

#endif
