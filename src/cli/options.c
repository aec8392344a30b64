/* SPDX-License-Identifier: MIT */
/* The table of options, and reading a command line by it. */
#include "cli/options.h"

#include "cli/console.h"
#include "cli/number.h"
#include "cli/suggest.h"

#include <string.h>

static const struct option_row ROWS[] = {
#define OPTION(kind, member, name, letter, gdal, argument, complete, low,      \
               high, initial, commands, help)                                  \
    {OPTION_##kind, offsetof(struct options, member),                          \
     name,          letter,                                                    \
     gdal,          argument,                                                  \
     complete,      low,                                                       \
     high,          initial,                                                   \
     commands,      help},
#include "cli/options.def"
#undef OPTION
};

enum { ROW_COUNT = sizeof ROWS / sizeof *ROWS };

size_t option_row_count(void)
{
    return ROW_COUNT;
}

const struct option_row *option_row_at(size_t index)
{
    return &ROWS[index];
}

bool option_row_is_for(const struct option_row *row, enum command_id command)
{
    return (row->commands & (1u << command)) != 0;
}

/* A command line being read. */
struct cursor {
    struct options *out;
    int argc;
    char **argv;
    int next;
};

static void *member_of(struct options *options, const struct option_row *row)
{
    return (char *)options + row->offset;
}

static bool store_number(const struct cursor *cursor,
                         const struct option_row *row, const char *value)
{
    double number;
    const bool is_whole = row->kind == OPTION_COUNT;
    if (!number_parse(value, &number) || number < row->low ||
        number > row->high || (is_whole && number != (double)(long)number)) {
        console_misuse(cursor->out->command,
                       "bad value '%s' of --%s: a %s from %g to %g", value,
                       row->name, is_whole ? "whole number" : "number",
                       row->low, row->high);
        return false;
    }
    if (is_whole)
        *(long *)member_of(cursor->out, row) = (long)number;
    else
        *(double *)member_of(cursor->out, row) = number;
    return true;
}

static bool store_item(const struct cursor *cursor,
                       const struct option_row *row, const char *value)
{
    struct text_list *list = member_of(cursor->out, row);
    if (list->count == LIST_MAX) {
        console_misuse(cursor->out->command, "more than %d times --%s",
                       LIST_MAX, row->name);
        return false;
    }
    list->items[list->count++] = value;
    return true;
}

static bool store(const struct cursor *cursor, const struct option_row *row,
                  const char *value)
{
    switch (row->kind) {
    case OPTION_FLAG:
        *(bool *)member_of(cursor->out, row) = true;
        return true;
    case OPTION_TEXT:
        *(const char **)member_of(cursor->out, row) = value;
        return true;
    case OPTION_LIST:
        return store_item(cursor, row, value);
    default:
        return store_number(cursor, row, value);
    }
}

/* Stores `value`, or the next word when it is NULL. */
static bool take_value(struct cursor *cursor, const struct option_row *row,
                       const char *spelling, const char *value)
{
    if (row->kind == OPTION_FLAG) {
        if (!value)
            return store(cursor, row, NULL);
        console_misuse(cursor->out->command, "option '%s' takes no value",
                       spelling);
        return false;
    }
    if (!value && cursor->next == cursor->argc) {
        console_misuse(cursor->out->command, "option '%s' needs a value: %s",
                       spelling, row->argument);
        return false;
    }
    return store(cursor, row, value ? value : cursor->argv[cursor->next++]);
}

/* By its name of `length` bytes, for the command or, failing that, any. */
static const struct option_row *find_name(enum command_id command,
                                          const char *name, size_t length,
                                          bool is_gdal)
{
    const struct option_row *other = NULL;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const char *own = is_gdal ? ROWS[i].gdal : ROWS[i].name;
        if (strlen(own) != length || memcmp(own, name, length) != 0)
            continue;
        if (option_row_is_for(&ROWS[i], command))
            return &ROWS[i];
        other = &ROWS[i];
    }
    return other;
}

static bool refuse_unknown(const struct cursor *cursor, const char *spelling)
{
    const char *name = spelling + strspn(spelling, "-");
    const size_t length = strcspn(name, "=");
    struct suggestion best = suggestion_begin(name, length);
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (option_row_is_for(&ROWS[i], cursor->out->command))
            suggestion_offer(&best, ROWS[i].name);
    const int shown = (int)(length + (size_t)(name - spelling));
    if (best.word)
        console_misuse(cursor->out->command,
                       "unknown option '%.*s': did you mean '--%s'?", shown,
                       spelling, best.word);
    else
        console_misuse(cursor->out->command, "unknown option '%.*s'", shown,
                       spelling);
    return false;
}

static bool take_row(struct cursor *cursor, const struct option_row *row,
                     const char *spelling, const char *value)
{
    if (option_row_is_for(row, cursor->out->command))
        return take_value(cursor, row, spelling, value);
    const struct command *command = &COMMANDS[cursor->out->command];
    console_misuse(cursor->out->command, "'%s%s%s' has no option '%s'",
                   command->word, command->second[0] ? " " : "",
                   command->second, spelling);
    return false;
}

static bool take_long(struct cursor *cursor, const char *word)
{
    const char *name = word + 2;
    const size_t length = strcspn(name, "=");
    const char *value = name[length] ? name + length + 1 : NULL;
    const enum command_id command = cursor->out->command;
    const struct option_row *row = find_name(command, name, length, false);
    if (!row)
        row = find_name(command, name, length, true);
    return row ? take_row(cursor, row, word, value)
               : refuse_unknown(cursor, word);
}

static const struct option_row *find_letter(enum command_id command,
                                            char letter)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (ROWS[i].letter == letter && option_row_is_for(&ROWS[i], command))
            return &ROWS[i];
    return NULL;
}

/* "-v", "-qv", "-j4", "-j 4"; the whole word is GDAL's when it has it. */
static bool take_letters(struct cursor *cursor, const char *word)
{
    const enum command_id command = cursor->out->command;
    const struct option_row *whole =
        find_name(command, word + 1, strlen(word + 1), true);
    if (whole && word[2])
        return take_row(cursor, whole, word, NULL);
    /* "-format" is a typing error for "--format", not -f with a value */
    if (word[2] && find_name(command, word + 1, strlen(word + 1), false))
        return refuse_unknown(cursor, word);
    for (const char *letter = word + 1; *letter; letter++) {
        const struct option_row *row = find_letter(command, *letter);
        if (!row)
            return refuse_unknown(cursor, word);
        const char spelling[] = {'-', *letter, '\0'};
        if (row->kind != OPTION_FLAG)
            return take_value(cursor, row, spelling,
                              letter[1] ? letter + 1 : NULL);
        if (!store(cursor, row, NULL))
            return false;
    }
    return true;
}

static void set_initial(struct options *out)
{
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (ROWS[i].kind == OPTION_COUNT)
            *(long *)member_of(out, &ROWS[i]) = (long)ROWS[i].initial;
        if (ROWS[i].kind == OPTION_NUMBER)
            *(double *)member_of(out, &ROWS[i]) = ROWS[i].initial;
    }
}

bool options_parse(struct options *out, enum command_id command, int argc,
                   char **argv, int first)
{
    *out = (struct options){.command = command};
    set_initial(out);
    struct cursor cursor = {out, argc, argv, first};
    int kept = first;
    bool is_ended = false; /* by "--" */
    while (cursor.next < argc) {
        char *word = argv[cursor.next++];
        bool is_good = true;
        if (is_ended || word[0] != '-' || !word[1])
            argv[kept++] = word;
        else if (strcmp(word, "--") == 0)
            is_ended = true;
        else
            is_good = word[1] == '-' ? take_long(&cursor, word)
                                     : take_letters(&cursor, word);
        if (!is_good)
            return false;
    }
    out->arguments = (const char *const *)(argv + first);
    out->argument_count = (size_t)(kept - first);
    return true;
}
