/* SPDX-License-Identifier: MIT */
/* Completion for zsh. */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

/* In [brackets], up to a colon: both are escaped. */
static void print_description(const char *text)
{
    putchar('[');
    for (; *text; text++) {
        const char one[] = {*text, '\0'};
        if (strchr("[]:\\", *text))
            putchar('\\');
        completion_print_quoted(one);
    }
    putchar(']');
}

static void print_value(const struct option_row *row)
{
    if (!row->argument[0])
        return;
    printf(":%s:", row->argument);
    if (strcmp(row->complete, "@file") == 0)
        printf("_files");
    else if (strcmp(row->complete, "@formats") == 0)
        printf("_geomention_formats");
    else if (row->complete[0])
        printf("(%s)", row->complete);
}

/* A line for each spelling: '*-lco[option of the layer]:K=V:'. */
static void print_option(const struct option_row *row)
{
    const char letter[] = {row->letter, '\0'};
    const char *const names[] = {row->name, letter, row->gdal};
    for (size_t i = 0; i < 3; i++) {
        if (!names[i][0])
            continue;
        printf("            '%s%s%s%s", row->kind == OPTION_LIST ? "*" : "",
               i == 0 ? "--" : "-", names[i],
               i == 0 && row->argument[0] ? "=" : "");
        print_description(row->help);
        print_value(row);
        printf("' \\\n");
    }
}

static void print_command(enum command_id command)
{
    printf("    '");
    completion_print_name(command);
    printf("')\n        _arguments -s \\\n");
    for (size_t i = 0; i < option_row_count(); i++)
        if (option_row_is_for(option_row_at(i), command))
            print_option(option_row_at(i));
    printf("            '*:file:_files';;\n");
}

/* "_describe" takes 'word:what it does'. */
static void print_first_words(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (i && strcmp(COMMANDS[i].word, COMMANDS[i - 1].word) == 0)
            continue;
        printf("            '%s:", COMMANDS[i].word);
        completion_print_quoted(COMMANDS[i].second[0] ? "several commands"
                                                      : COMMANDS[i].summary);
        printf("'\n");
    }
}

static void print_second_words(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (COMMANDS[i].second[0])
            printf("        [[ $words[2] == %s ]] && second+=(%s)\n",
                   COMMANDS[i].word, COMMANDS[i].second);
}

void completion_print_zsh(void)
{
    printf("#compdef geomention\n"
           "# made by 'geomention help --completion zsh'\n"
           "_geomention_formats() {\n"
           "    local -a formats\n"
           "    formats=(${(f)\"$(geomention formats -f tsv --no-header "
           "2>/dev/null | cut -f1)\"})\n"
           "    compadd -a formats\n"
           "}\n"
           "_geomention() {\n"
           "    local command=map\n"
           "    local -a commands second\n"
           "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
           "        commands=(\n");
    print_first_words();
    printf("        )\n"
           "        _describe command commands\n"
           "        _files\n"
           "        return\n"
           "    fi\n"
           "    if (( CURRENT == 3 )); then\n");
    print_second_words();
    printf("        (( $#second )) && compadd -a second && return\n"
           "    fi\n"
           "    case $words[2] in\n"
           "    ");
    completion_print_words(WORDS_OF_ONE, "|");
    printf(")\n"
           "        command=$words[2]; shift words; (( CURRENT-- ));;\n"
           "    ");
    completion_print_words(WORDS_OF_TWO, "|");
    printf(")\n"
           "        command=\"$words[2] $words[3]\"\n"
           "        shift 2 words; (( CURRENT -= 2 ));;\n"
           "    esac\n"
           "    case $command in\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        print_command((enum command_id)i);
    printf("    esac\n"
           "}\n"
           "_geomention \"$@\"\n");
}
