/* SPDX-License-Identifier: MIT */
/* The table of commands. */
#include "cli/command.h"

#include <string.h>

const struct command COMMANDS[COMMAND_COUNT] = {
#define COMMAND(id, word, second, arguments, summary, run)                     \
    {word, second, arguments, summary, run},
#include "cli/commands.def"
#undef COMMAND
};

enum command_id command_find(int argc, char **argv, int *words)
{
    const char *first = argc > 1 ? argv[1] : "";
    const char *second = argc > 2 ? argv[2] : "";
    *words = 0;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].word, first) != 0)
            continue;
        *words = 1;
        if (!COMMANDS[i].second[0])
            return (enum command_id)i;
        if (strcmp(COMMANDS[i].second, second) == 0) {
            *words = 2;
            return (enum command_id)i;
        }
    }
    return COMMAND_COUNT;
}
