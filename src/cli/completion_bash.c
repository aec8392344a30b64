/* SPDX-License-Identifier: MIT */
/* Completion for bash, without the help of the bash-completion package. */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

/* "--output -o"; or, between bars, patterns "'map:--output'|'map:-o'". */
static void print_spellings(const struct option_row *row,
                            enum command_id command, const char *between)
{
    const bool is_pattern = between[0] == '|';
    const char spellings[][3] = {"--", "-", "-"};
    const char letter[] = {row->letter, '\0'};
    const char *const names[] = {row->name, letter, row->gdal};
    for (size_t i = 0; i < 3; i++) {
        if (!names[i][0])
            continue;
        if (i)
            fputs(between, stdout);
        if (is_pattern) {
            putchar('\'');
            completion_print_name(command);
            putchar(':');
        }
        printf("%s%s%s", spellings[i], names[i], is_pattern ? "'" : "");
    }
}

static void print_values(const struct option_row *row)
{
    if (strcmp(row->complete, "@file") == 0)
        printf("            compopt -o filenames\n"
               "            COMPREPLY=($(compgen -f -- \"$cur\"))\n");
    else if (strcmp(row->complete, "@formats") == 0)
        printf("            local IFS=$'\\n'\n"
               "            compopt -o filenames\n"
               "            COMPREPLY=($(compgen -W \"$(\"${COMP_WORDS[0]}\" "
               "formats -f tsv --no-header 2>/dev/null | cut -f1)\" -- "
               "\"$cur\"))\n");
    else
        printf("            COMPREPLY=($(compgen -W '%s' -- \"$cur\"))\n",
               row->complete);
}

/* What follows an option that takes a value. */
static void print_value_cases(enum command_id command)
{
    for (size_t i = 0; i < option_row_count(); i++) {
        const struct option_row *row = option_row_at(i);
        if (!option_row_is_for(row, command) || !row->argument[0])
            continue;
        printf("        ");
        print_spellings(row, command, "|");
        printf(")\n");
        print_values(row);
        printf("            return;;\n");
    }
}

static void print_option_case(enum command_id command)
{
    printf("            '");
    completion_print_name(command);
    printf("') words='");
    const char *before = "";
    for (size_t i = 0; i < option_row_count(); i++) {
        if (!option_row_is_for(option_row_at(i), command))
            continue;
        fputs(before, stdout);
        print_spellings(option_row_at(i), command, " ");
        before = " ";
    }
    printf("';;\n");
}

static void print_second_words(void)
{
    for (int i = 0; i < COMMAND_COUNT; i++) {
        const char *word = COMMANDS[i].word;
        if (!COMMANDS[i].second[0] ||
            (i && strcmp(word, COMMANDS[i - 1].word) == 0))
            continue;
        printf("            %s) words='", word);
        for (int j = i; j < COMMAND_COUNT; j++)
            if (strcmp(COMMANDS[j].word, word) == 0)
                printf("%s%s", j > i ? " " : "", COMMANDS[j].second);
        printf("';;\n");
    }
}

static void print_commands(void)
{
    printf("    case ${COMP_WORDS[1]} in\n"
           "        ");
    completion_print_words(WORDS_OF_ONE, "|");
    printf(") command=${COMP_WORDS[1]};;\n"
           "        ");
    completion_print_words(WORDS_OF_TWO, "|");
    printf(") command=\"${COMP_WORDS[1]} ${COMP_WORDS[2]}\";;\n"
           "    esac\n");
}

void completion_print_bash(void)
{
    printf("# bash completion for geomention, made by "
           "'geomention help --completion bash'\n"
           "_geomention() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} words=\n"
           "    local prev=${COMP_WORDS[COMP_CWORD-1]} command=map\n");
    print_commands();
    printf("    COMPREPLY=()\n"
           "    case $command:$prev in\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        print_value_cases((enum command_id)i);
    printf("    esac\n"
           "    if [[ $cur == -* ]]; then\n"
           "        case $command in\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        print_option_case((enum command_id)i);
    printf("        esac\n"
           "        COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
           "        return\n"
           "    fi\n"
           "    if ((COMP_CWORD == 1)); then\n"
           "        words='");
    completion_print_words(WORDS_ALL, " ");
    printf("'\n"
           "    elif ((COMP_CWORD == 2)); then\n"
           "        case ${COMP_WORDS[1]} in\n");
    print_second_words();
    printf("        esac\n"
           "    fi\n"
           "    compopt -o filenames\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\") "
           "$(compgen -f -- \"$cur\"))\n"
           "}\n"
           "complete -F _geomention geomention\n");
}
