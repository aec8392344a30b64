/* SPDX-License-Identifier: MIT */
/* The table of options, and reading a command line by it. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/command.h"

#include <stdbool.h>

enum { LIST_MAX = 64 }; /* times that a repeatable option may be given */

struct text_list {
    const char *items[LIST_MAX];
    size_t count;
};

/* What was said on the command line. The texts are argv's. */
struct options {
#define FLAG   bool
#define TEXT   const char *
#define LIST   struct text_list
#define COUNT  long
#define NUMBER double
#define OPTION(kind, member, name, letter, gdal, argument, complete, low,      \
               high, initial, commands, help)                                  \
    kind member;
#include "cli/options.def"
#undef OPTION
#undef FLAG
#undef TEXT
#undef LIST
#undef COUNT
#undef NUMBER
    enum command_id command;
    bool is_command_named;        /* or is it the default one */
    const char *const *arguments; /* what is not an option, in order */
    size_t argument_count;
};

enum option_kind {
    OPTION_FLAG,
    OPTION_TEXT,
    OPTION_LIST,
    OPTION_COUNT,
    OPTION_NUMBER
};

struct option_row {
    enum option_kind kind;
    size_t offset; /* in struct options */
    const char *name;
    char letter;
    const char *gdal;
    const char *argument;
    const char *complete;
    double low, high, initial;
    unsigned commands;
    const char *help;
};

size_t option_row_count(void);
const struct option_row *option_row_at(size_t index);
bool option_row_is_for(const struct option_row *row, enum command_id command);

/*
 * Reads argv from `first` on, moving what is not an option to its front.
 * False, after a message, when it is not understood.
 */
bool options_parse(struct options *out, enum command_id command, int argc,
                   char **argv, int first);

#endif
