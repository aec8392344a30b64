/* SPDX-License-Identifier: MIT */
/* geomention help: in words, as manual page, as completion script. */
#include "cli/command.h"

#include "cli/completion.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/suggest.h"

#include <string.h>

/* The command that the arguments name; COMMAND_COUNT: none. */
static enum command_id named(const struct options *options, bool *is_word)
{
    char *words[3] = {NULL, NULL, NULL};
    int count;
    const size_t given = options->argument_count;
    for (size_t i = 0; i < given && i < 2; i++)
        memcpy(&words[i + 1], &options->arguments[i], sizeof words[0]);
    const enum command_id found = command_find((int)given + 1, words, &count);
    *is_word = count == 1 && given == 1 && found == COMMAND_COUNT;
    return count == (int)given ? found : COMMAND_COUNT;
}

static int print_completion(const struct options *options)
{
    static const struct {
        const char *shell;
        void (*print)(void);
    } SHELLS[] = {{"bash", completion_print_bash},
                  {"zsh", completion_print_zsh},
                  {"fish", completion_print_fish}};
    for (size_t i = 0; i < sizeof SHELLS / sizeof *SHELLS; i++) {
        if (strcmp(options->completion, SHELLS[i].shell) == 0) {
            SHELLS[i].print();
            return EXIT_DONE;
        }
    }
    return console_misuse(options->command,
                          "unknown shell '%s': bash, zsh or fish",
                          options->completion);
}

static int refuse(const struct options *options)
{
    const char *word = options->arguments[0];
    struct suggestion best = suggestion_begin(word, strlen(word));
    for (int i = 0; i < COMMAND_COUNT; i++)
        suggestion_offer(&best, COMMANDS[i].word);
    if (best.word && best.distance)
        return console_misuse(options->command,
                              "unknown command '%s': did you mean '%s'?", word,
                              best.word);
    const bool has_more = options->argument_count > 1;
    return console_misuse(options->command, "unknown command '%s%s%s'", word,
                          has_more ? " " : "",
                          has_more ? options->arguments[1] : "");
}

int cmd_help(const struct options *options)
{
    if (options->completion)
        return print_completion(options);
    bool is_word;
    const enum command_id command = named(options, &is_word);
    if (options->argument_count && command == COMMAND_COUNT && !is_word)
        return refuse(options);
    if (!options->argument_count && options->man)
        manual_print_commands();
    else if (!options->argument_count)
        help_print_overview();
    else if (is_word)
        help_print_word(options->arguments[0]);
    else if (options->man)
        manual_print_options(command);
    else
        help_print_command(command);
    return EXIT_DONE;
}
