/* SPDX-License-Identifier: MIT */
/* geomention map: texts in, mentions out. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/explain.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/map_view.h"
#include "cli/progress.h"
#include "cli/settings.h"
#include "cli/suggest.h"
#include "cli/tally.h"
#include "cli/target.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* One run of the command. */
struct run {
    const struct options *options;
    struct settings settings;
    struct target target;
    struct map_view map;
    struct tally tally;
    struct progress progress;
    gm_gazetteer *gazetteer;
    gm_mapper *mapper;
    gm_reader *reader;
    FILE *reasons; /* of --explain below a table; NULL: none */
    char *reason_text;
    size_t reason_size;
    bool is_output_broken;
};

static gm_status on_document(void *context, const gm_document *doc,
                             gm_error *err)
{
    struct run *run = context;
    tally_add(&run->tally, doc, &run->settings.write);
    progress_step(&run->progress);
    if (run->reasons)
        explain_document(run->reasons, run->gazetteer, doc,
                         &run->settings.write);
    const gm_status mapped = map_view_add(&run->map, doc, err);
    if (mapped)
        return mapped;
    const gm_status status = target_add(&run->target, doc, err);
    run->is_output_broken = status != GM_OK;
    return status;
}

/* "lokup Paris" reads two files; only its author knows it was a command. */
static void hint_at_command(const struct options *options)
{
    if (options->is_command_named || !options->argument_count)
        return;
    const char *word = options->arguments[0];
    struct suggestion best = suggestion_begin(word, strlen(word));
    for (int i = 0; i < COMMAND_COUNT; i++)
        suggestion_offer(&best, COMMANDS[i].word);
    if (best.word && access(word, F_OK) != 0)
        console_note("'%s' is no command: did you mean '%s'?", word, best.word);
}

static void on_failure(void *context, const gm_error *failure)
{
    struct run *run = context;
    console_error("%s", failure->message);
    if (!run->tally.failures++ && failure->status == GM_ERR_NOT_FOUND)
        hint_at_command(run->options);
}

static int open_library(struct run *run, const struct data *data)
{
    static const char *const STDIN_ALONE[] = {"-"};
    const struct options *options = run->options;
    gm_error err;
    if (!data_open_gazetteer(data, &options->gazetteers, &run->gazetteer))
        return EXIT_NO_DATA;
    gm_status status = gm_mapper_create(run->gazetteer, &run->settings.mapper,
                                        &run->mapper, &err);
    if (status)
        return console_fail(
            status == GM_ERR_ARGUMENT ? EXIT_MISUSED : EXIT_NO_DATA, &err);
    const bool has_inputs = options->argument_count > 0;
    status = gm_reader_create(has_inputs ? options->arguments : STDIN_ALONE,
                              has_inputs ? options->argument_count : 1,
                              run->settings.input_format, &run->reader, &err);
    return status ? console_fail(EXIT_FAILED, &err) : EXIT_DONE;
}

static bool wants_summary(const struct options *options)
{
    return !options->quiet &&
           (options->verbose || console_is_terminal(STDERR_FILENO));
}

static void begin(struct run *run)
{
    tally_init(&run->tally, run->gazetteer, wants_summary(run->options));
    progress_begin(&run->progress, run->options, run->reader);
    /* only a broken pipe that is the output itself may end the program */
    if (run->target.path)
        signal(SIGPIPE, SIG_IGN);
    if (run->options->explain && target_is_table(&run->target))
        run->reasons = open_memstream(&run->reason_text, &run->reason_size);
}

static int commit(struct run *run)
{
    FILE *out = target_is_table(&run->target) ? run->target.stream : NULL;
    if (out && run->reasons) {
        gm_error err;
        fflush(run->reasons);
        if (target_finish(&run->target, &err))
            return console_fail(EXIT_OUTPUT, &err);
        fwrite(run->reason_text, 1, run->reason_size, out);
    }
    return target_commit(&run->target);
}

static int finish(struct run *run, gm_status status, const gm_error *err)
{
    const struct tally *tally = &run->tally;
    progress_end(&run->progress);
    if (interrupt_is_caught())
        return EXIT_FAILED;
    if (status)
        return console_fail(run->is_output_broken ? EXIT_OUTPUT : EXIT_FAILED,
                            err);
    if (tally->failures && !tally->documents)
        return EXIT_FAILED;
    int committed = commit(run);
    if (!committed)
        committed = map_view_finish(&run->map);
    if (committed)
        return committed;
    if (wants_summary(run->options))
        tally_print(tally);
    return tally->failures ? EXIT_PARTLY : EXIT_DONE;
}

static int execute(struct run *run, const struct data *data)
{
    int status = open_library(run, data);
    if (status)
        return status;
    interrupt_catch(run->reader); /* before there is a file to remove */
    status = target_open(&run->target, run->gazetteer, &run->settings.write);
    if (!status)
        status = map_view_open(&run->map, &run->target, run->gazetteer,
                               &run->settings.write);
    if (status)
        return status;
    begin(run);
    const gm_run_events events = {run, on_document, on_failure};
    gm_error err;
    const gm_status ran =
        gm_run(run->reader, run->mapper, run->settings.threads, &events, &err);
    return finish(run, ran, &err);
}

static void release(struct run *run)
{
    target_discard(&run->target);
    map_view_release(&run->map);
    interrupt_end();
    tally_release(&run->tally);
    if (run->reasons)
        fclose(run->reasons);
    free(run->reason_text);
    gm_reader_free(run->reader);
    gm_mapper_free(run->mapper);
    gm_gazetteer_close(run->gazetteer);
}

int cmd_map(const struct options *options)
{
    struct data data;
    struct run run = {.options = options};
    data_find(&data);
    if (!options->argument_count && console_is_terminal(STDIN_FILENO)) {
        help_print_short(stderr);
        return EXIT_MISUSED;
    }
    if (!settings_init(&run.settings, options, &data))
        return EXIT_MISUSED;
    int status = target_choose(&run.target, options);
    if (!status)
        status = execute(&run, &data);
    release(&run);
    return status;
}
