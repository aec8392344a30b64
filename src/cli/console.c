/* SPDX-License-Identifier: MIT */
/* Talking to the person at the other end: standard error and terminals. */
#include "cli/console.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Whether a line of progress stands at the cursor. */
static bool has_status;

static void clear_status(void)
{
    if (has_status)
        fputs("\r\033[K", stderr);
    has_status = false;
}

void console_status(const char *text)
{
    clear_status();
    if (text)
        fputs(text, stderr);
    has_status = text != NULL;
    fflush(stderr);
}

static void print_line(const char *format, va_list args)
{
    char message[1024];
    vsnprintf(message, sizeof message, format, args);
    clear_status();
    fprintf(stderr, "geomention: %s\n", message);
}

void console_error(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_line(format, args);
    va_end(args);
}

void console_note(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_line(format, args);
    va_end(args);
}

int console_fail(int status, const gm_error *err)
{
    console_error("%s", err->message);
    return status;
}

int console_misuse(enum command_id command, const char *format, ...)
{
    const struct command *row = &COMMANDS[command];
    va_list args;
    va_start(args, format);
    print_line(format, args);
    va_end(args);
    console_note("try 'geomention help %s%s%s'", row->word,
                 row->second[0] ? " " : "", row->second);
    return EXIT_MISUSED;
}

bool console_is_terminal(int fd)
{
    return isatty(fd) == 1;
}

size_t console_width(void)
{
    struct winsize size;
    if (!console_is_terminal(STDOUT_FILENO))
        return 0;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    return 80;
}

static bool wants_color(void)
{
    /* no-color.org; a dumb terminal shows the codes themselves */
    const char *no_color = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    return console_is_terminal(STDOUT_FILENO) && !(no_color && no_color[0]) &&
           !(term && strcmp(term, "dumb") == 0);
}

bool console_color(const char *when, bool *out)
{
    if (!when || strcmp(when, "auto") == 0)
        *out = wants_color();
    else if (strcmp(when, "always") == 0 || strcmp(when, "never") == 0)
        *out = when[0] == 'a';
    else
        return false;
    return true;
}

int console_finish(int status)
{
    const bool had_error = ferror(stdout) != 0;
    errno = 0;
    if (fclose(stdout) == 0 && !had_error)
        return status;
    /* said already, when something else had failed */
    if (status != EXIT_OUTPUT)
        console_error("cannot write standard output: %s",
                      errno ? strerror(errno) : "write error");
    return EXIT_OUTPUT;
}
