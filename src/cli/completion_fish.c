/* SPDX-License-Identifier: MIT */
/* Completion for fish. */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

/* fish escapes a quote within quotes otherwise than a POSIX shell. */
static void print_description(const char *text)
{
    printf(" -d '");
    for (; *text; text++)
        printf(*text == '\'' || *text == '\\' ? "\\%c" : "%c", *text);
    printf("'\n");
}

static void print_value(const struct option_row *row)
{
    if (!row->argument[0])
        return;
    if (strcmp(row->complete, "@file") == 0)
        printf(" -r -F");
    else if (strcmp(row->complete, "@formats") == 0)
        printf(" -x -a '(geomention formats -f tsv --no-header 2>/dev/null "
               "| cut -f1)'");
    else
        printf(" -x -a '%s'", row->complete);
}

static void print_option(const struct option_row *row, enum command_id command)
{
    printf("complete -c geomention -n '__geomention_is \"");
    completion_print_name(command);
    printf("\"' -l %s", row->name);
    if (row->letter)
        printf(" -s %c", row->letter);
    if (row->gdal[0])
        printf(" -o %s", row->gdal);
    print_value(row);
    print_description(row->help);
}

static void print_first_words(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (i && strcmp(COMMANDS[i].word, COMMANDS[i - 1].word) == 0)
            continue;
        printf("complete -c geomention -n __fish_use_subcommand -a %s",
               COMMANDS[i].word);
        print_description(COMMANDS[i].second[0] ? "several commands"
                                                : COMMANDS[i].summary);
    }
}

static void print_second_words(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (!COMMANDS[i].second[0])
            continue;
        printf("complete -c geomention -n '__geomention_is \"%s \"' -a %s",
               COMMANDS[i].word, COMMANDS[i].second);
        print_description(COMMANDS[i].summary);
    }
}

void completion_print_fish(void)
{
    printf("# fish completion for geomention, made by "
           "'geomention help --completion fish'\n"
           "function __geomention_is\n"
           "    set -l words (commandline -opc)\n"
           "    set -l command map\n"
           "    if contains -- \"$words[2]\" ");
    completion_print_words(WORDS_OF_ONE, " ");
    printf("\n"
           "        set command $words[2]\n"
           "    else if contains -- \"$words[2]\" ");
    completion_print_words(WORDS_OF_TWO, " ");
    printf("\n"
           "        set command \"$words[2] $words[3]\"\n"
           "    end\n"
           "    test \"$command\" = \"$argv[1]\"\n"
           "end\n");
    print_first_words();
    print_second_words();
    for (int i = 0; i < COMMAND_COUNT; i++)
        for (size_t j = 0; j < option_row_count(); j++)
            if (option_row_is_for(option_row_at(j), (enum command_id)i))
                print_option(option_row_at(j), (enum command_id)i);
}
