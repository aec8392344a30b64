/* SPDX-License-Identifier: MIT */
/* The part of a manual page that comes from the tables. */
#include "cli/manual.h"

#include <ctype.h>
#include <stdio.h>

/* Signs that roff reads otherwise than they stand. */
static void print_escaped(const char *text)
{
    for (; *text; text++) {
        if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '\'')
            fputs("\\(aq", stdout);
        else
            putchar(*text);
    }
}

/* A help text as a sentence. */
static void print_sentence(const char *text)
{
    putchar(toupper((unsigned char)text[0]));
    print_escaped(text + 1);
    printf(".\n");
}

static void print_option(const struct option_row *row)
{
    printf(".TP\n");
    if (row->letter)
        printf("\\fB\\-%c\\fR, ", row->letter);
    printf("\\fB\\-\\-");
    print_escaped(row->name);
    printf("\\fR");
    if (row->gdal[0])
        printf(", \\fB\\-%s\\fR", row->gdal);
    if (row->argument[0]) {
        printf(" \\fI");
        print_escaped(row->argument);
        printf("\\fR");
    }
    putchar('\n');
    print_sentence(row->help);
}

void manual_print_options(enum command_id command)
{
    for (size_t i = 0; i < option_row_count(); i++)
        if (option_row_is_for(option_row_at(i), command))
            print_option(option_row_at(i));
}

void manual_print_commands(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const struct command *command = &COMMANDS[i];
        printf(".TP\n\\fBgeomention %s%s%s\\fR ", command->word,
               command->second[0] ? " " : "", command->second);
        print_escaped(command->arguments);
        putchar('\n');
        print_sentence(command->summary);
    }
}
