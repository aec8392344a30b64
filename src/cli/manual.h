/* SPDX-License-Identifier: MIT */
/* The part of a manual page that comes from the tables. */
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

#include "cli/options.h"

/* The options of a command, as macros of man(7). */
void manual_print_options(enum command_id command);
/* All commands with what they do. */
void manual_print_commands(void);

#endif
