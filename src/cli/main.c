/* SPDX-License-Identifier: MIT */
/* geomention: which command it is, and how it ends. */
#include "cli/console.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/version.h"

#include <string.h>

/* "gazetteer" alone, or with a word that is none of its commands. */
static int refuse_second_word(int argc, char **argv)
{
    if (argc > 2 &&
        (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0)) {
        help_print_word(argv[1]);
        return console_finish(EXIT_DONE);
    }
    console_error("'%s' needs a command: %s", argv[1],
                  help_second_words(argv[1]));
    console_note("try 'geomention help %s'", argv[1]);
    return EXIT_MISUSED;
}

static int run(const struct options *options)
{
    if (options->help && !options->is_command_named) {
        help_print_overview();
        return EXIT_DONE;
    }
    if (options->help) {
        help_print_command(options->command);
        return EXIT_DONE;
    }
    if (options->version) {
        version_print();
        return EXIT_DONE;
    }
    return COMMANDS[options->command].run(options);
}

int main(int argc, char **argv)
{
    int words;
    enum command_id command = command_find(argc, argv, &words);
    if (command == COMMAND_COUNT && words == 1)
        return refuse_second_word(argc, argv);
    const bool is_named = command != COMMAND_COUNT;
    if (!is_named)
        command = COMMAND_MAP;
    struct options options;
    if (!options_parse(&options, command, argc, argv, 1 + words))
        return EXIT_MISUSED;
    options.is_command_named = is_named;
    return console_finish(run(&options));
}
