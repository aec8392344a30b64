/* SPDX-License-Identifier: MIT */
/* Help in words. */
#include "cli/help.h"

#include <string.h>

enum { WIDTH = 79, COMMAND_INDENT = 21, OPTION_INDENT = 27 };

/* Words of `text` from column `indent` on; the cursor stands at `column`. */
static void print_wrapped(const char *text, int indent, int column)
{
    while (*text) {
        const int length = (int)strcspn(text, " ");
        if (column < indent) {
            printf("%*s", indent - column, "");
            column = indent;
        } else if (column + 1 + length > WIDTH) {
            printf("\n%*s", indent, "");
            column = indent;
        } else if (column > indent) {
            putchar(' ');
            column++;
        }
        printf("%.*s", length, text);
        column += length;
        text += length;
        text += strspn(text, " ");
    }
    putchar('\n');
}

static int print_words(const struct command *command)
{
    return printf("%s%s%s", command->word, command->second[0] ? " " : "",
                  command->second);
}

static void print_usage(const struct command *command, const char *before)
{
    printf("%sgeomention ", before);
    print_words(command);
    printf(" %s\n", command->arguments);
}

void help_print_short(FILE *out)
{
    fputs("Usage: geomention [OPTIONS] FILE...\n"
          "Finds the places that texts mention, as a table or a map layer.\n"
          "    geomention article.txt\n"
          "    geomention -o places.gpkg texts/\n"
          "Try 'geomention --help' for all that it does.\n",
          out);
}

void help_print_overview(void)
{
    fputs("Usage: geomention [map] [OPTIONS] [FILE|DIR|-]...\n"
          "       geomention COMMAND ...\n\n"
          "Finds the places that texts mention, decides which place on earth "
          "each one\nis, and writes them as a table or a map layer.\n\n"
          "Commands:\n",
          stdout);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        printf("  ");
        const int column = 2 + print_words(&COMMANDS[i]);
        print_wrapped(COMMANDS[i].summary, COMMAND_INDENT, column);
    }
    fputs("\nExamples:\n"
          "  geomention article.txt                    a table of its places\n"
          "  geomention -o places.gpkg texts/          a layer for QGIS\n"
          "  geomention --use all -f jsonl <a.jsonl    every use, for programs"
          "\n"
          "  geomention lookup Shusha                  places of that name\n\n"
          "'geomention help COMMAND' tells the options of a command.\n",
          stdout);
}

static void print_option(const struct option_row *row)
{
    int column = row->letter ? printf("  -%c, --%s", row->letter, row->name)
                             : printf("      --%s", row->name);
    if (row->gdal[0])
        column += printf(", -%s", row->gdal);
    if (row->argument[0])
        column += printf(" %s", row->argument);
    if (column > OPTION_INDENT - 2) {
        putchar('\n');
        column = 0;
    }
    print_wrapped(row->help, OPTION_INDENT, column);
}

static void print_options(enum command_id command)
{
    printf("\nOptions:\n");
    for (size_t i = 0; i < option_row_count(); i++)
        if (option_row_is_for(option_row_at(i), command))
            print_option(option_row_at(i));
}

/* "summary" as a sentence. */
static void print_summary(const char *summary)
{
    char sentence[200];
    snprintf(sentence, sizeof sentence, "%c%s.", summary[0] - 'a' + 'A',
             summary + 1);
    print_wrapped(sentence, 0, 0);
}

void help_print_command(enum command_id command)
{
    print_usage(&COMMANDS[command], "Usage: ");
    putchar('\n');
    print_summary(COMMANDS[command].summary);
    print_options(command);
    if (command == COMMAND_MAP)
        printf("\nExit status: 0 done, 1 failed, 2 misused, 3 no usable "
               "gazetteer or model,\n4 output not written, 5 some inputs "
               "failed and the others were written.\n");
}

void help_print_word(const char *word)
{
    const char *before = "";
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].word, word) != 0)
            continue;
        fputs(before, stdout);
        help_print_command((enum command_id)i);
        before = "\n";
    }
}

const char *help_second_words(const char *word)
{
    static char list[200];
    size_t length = 0;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].word, word) != 0 || length >= sizeof list)
            continue;
        length += (size_t)snprintf(list + length, sizeof list - length, "%s%s",
                                   length ? ", " : "", COMMANDS[i].second);
    }
    return list;
}
