/* SPDX-License-Identifier: MIT */
/* Completion scripts, from the tables of commands and options. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli/options.h"

void completion_print_bash(void);
void completion_print_zsh(void);
void completion_print_fish(void);

/* ---- What the scripts share --------------------------------------------- */

/* "gazetteer build". */
void completion_print_name(enum command_id command);
/* First words, each once; all, or of commands of one or of two words. */
enum completion_words { WORDS_ALL, WORDS_OF_ONE, WORDS_OF_TWO };
void completion_print_words(enum completion_words which, const char *between);
/* Text within single quotes of a shell. */
void completion_print_quoted(const char *text);

#endif
