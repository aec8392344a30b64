/* SPDX-License-Identifier: MIT */
/* Help in words, from the tables of commands and options. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/options.h"

#include <stdio.h>

/* What the program is and which commands there are. */
void help_print_overview(void);
/* The same in five lines, for somebody who typed nothing. */
void help_print_short(FILE *out);
/* A command and its options. */
void help_print_command(enum command_id command);
/* All commands that begin with a word, "gazetteer". */
void help_print_word(const char *word);
/* "build, info, verify"; lives until the next call. */
const char *help_second_words(const char *word);

#endif
