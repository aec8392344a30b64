/* SPDX-License-Identifier: MIT */
/* The table of commands, and how they end. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stddef.h>

/* How the program ends: see the contract in geomention(1). */
enum exit_status {
    EXIT_DONE = 0, /* also when no place was found */
    EXIT_FAILED = 1,
    EXIT_MISUSED = 2,
    EXIT_NO_DATA = 3, /* no usable gazetteer or model */
    EXIT_OUTPUT = 4,  /* the output could not be written */
    EXIT_PARTLY = 5   /* some inputs failed, the others were written */
};

enum command_id {
#define COMMAND(id, word, second, arguments, summary, run) COMMAND_##id,
#include "cli/commands.def"
#undef COMMAND
    COMMAND_COUNT
};

/* A set of commands: bits 1 << command_id. */
#define FOR(id) (1u << COMMAND_##id)
#define FOR_ALL ((1u << COMMAND_COUNT) - 1)

struct options;

struct command {
    const char *word;
    const char *second; /* "" when the command is one word */
    const char *arguments;
    const char *summary;
    int (*run)(const struct options *options);
};

extern const struct command COMMANDS[COMMAND_COUNT];

/*
 * The command that argv[1] (and argv[2]) name; sets how many words of argv
 * they are. COMMAND_COUNT when they name none: `*words` is then 1 if the
 * first is that of commands of two words ("gazetteer"), else 0.
 */
enum command_id command_find(int argc, char **argv, int *words);

#define COMMAND(id, word, second, arguments, summary, run)                     \
    int run(const struct options *options);
#include "cli/commands.def"
#undef COMMAND

#endif
