/* SPDX-License-Identifier: MIT */
/* What the completion scripts share. */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

void completion_print_name(enum command_id command)
{
    const struct command *row = &COMMANDS[command];
    printf("%s%s%s", row->word, row->second[0] ? " " : "", row->second);
}

void completion_print_words(enum completion_words which, const char *between)
{
    const char *before = "";
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const bool is_two = COMMANDS[i].second[0] != '\0';
        if (i && strcmp(COMMANDS[i].word, COMMANDS[i - 1].word) == 0)
            continue;
        if (which != WORDS_ALL && is_two != (which == WORDS_OF_TWO))
            continue;
        printf("%s%s", before, COMMANDS[i].word);
        before = between;
    }
}

void completion_print_quoted(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else
            putchar(*text);
    }
}
