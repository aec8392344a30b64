/* SPDX-License-Identifier: MIT */
/* geomention train: compiling word lists, learning weights. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/options.h"
#include "include/geomention_train.h"

/* Misuse when the arguments are not one source and an output. */
static int check_arguments(const struct options *options, const char *source)
{
    if (options->argument_count == 1 && options->output)
        return EXIT_DONE;
    console_error("give %s and -o FILE", source);
    return EXIT_MISUSED;
}

int cmd_train_lexicon(const struct options *options)
{
    gm_error err;
    const int status = check_arguments(options, "one folder of word lists");
    if (status)
        return status;
    if (gm_train_lexicon(options->arguments[0], options->output, &err))
        return console_fail(EXIT_FAILED, &err);
    return EXIT_DONE;
}
