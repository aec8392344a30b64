/* SPDX-License-Identifier: MIT */
/* geomention eval: measuring against annotated documents. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/settings.h"
#include "include/geomention_eval.h"

#include <stdio.h>
#include <string.h>

/* One run of the command. */
struct run {
    const struct options *options;
    struct settings settings;
    struct progress progress;
    gm_gazetteer *gazetteer; /* NULL: not needed, and there is none */
    gm_mapper *mapper;
    gm_eval *eval;
};

static const char *format_of(const struct options *options)
{
    return options->figures_format ? options->figures_format : "table";
}

/* Mistakes that are found before anything is read. */
static int check(const struct options *options)
{
    const char *format = format_of(options);
    if (!options->argument_count)
        return console_misuse(options->command,
                              "no annotated documents: give GOLD.jsonl");
    if (strcmp(format, "table") != 0 && strcmp(format, "json") != 0)
        return console_misuse(options->command,
                              "unknown format '%s': give table or json",
                              format);
    if (options->predictions && (options->uses || options->min_confidence > 0 ||
                                 options->country || options->near))
        return console_misuse(options->command,
                              "--predictions is a finished output: --use, "
                              "--min-confidence, --country and --near have "
                              "no say");
    return EXIT_DONE;
}

/* Who brings an output needs no gazetteer: it only tells demonyms then. */
static bool open_gazetteer(struct run *run, const struct data *data)
{
    const struct options *options = run->options;
    const bool is_needed =
        !options->predictions || options->gazetteers.count > 0;
    if (is_needed || data->has_world)
        return data_open_gazetteer(data, &options->gazetteers, &run->gazetteer);
    if (!options->quiet && !options->demonyms)
        console_note("no gazetteer and no --demonyms: demonyms are told only "
                     "by the labels of the documents");
    return true;
}

static int open_mapper(struct run *run)
{
    gm_error err;
    if (run->options->predictions)
        return EXIT_DONE;
    const gm_status status = gm_mapper_create(
        run->gazetteer, &run->settings.mapper, &run->mapper, &err);
    if (status)
        return console_fail(
            status == GM_ERR_ARGUMENT ? EXIT_MISUSED : EXIT_NO_DATA, &err);
    return EXIT_DONE;
}

/* ---- Reading and mapping ------------------------------------------------ */

static gm_status read_files(struct run *run, gm_error *err)
{
    const struct options *options = run->options;
    gm_eval_options wanted;
    gm_eval_options_init(&wanted);
    wanted.km = options->right_km;
    wanted.twin_km = options->twin_km;
    wanted.gold_mentions = options->gold_mentions;
    wanted.resamples = (size_t)options->resamples;
    wanted.split = options->split;
    gm_status status = gm_eval_create(&wanted, &run->eval, err);
    if (!status && options->ids)
        status = gm_eval_read_ids(run->eval, options->ids, err);
    if (!status && options->demonyms)
        status = gm_eval_read_demonyms(run->eval, options->demonyms, err);
    for (size_t i = 0; !status && i < options->argument_count; i++)
        status = gm_eval_read_gold(run->eval, options->arguments[i], err);
    return status;
}

static bool on_progress(void *context, size_t done, size_t total)
{
    struct run *run = context;
    progress_stage(&run->progress, "mapping", done, total);
    return !interrupt_is_caught();
}

static gm_status map_documents(struct run *run, gm_error *err)
{
    gm_eval_map_options wanted;
    gm_eval_map_options_init(&wanted);
    wanted.uses = run->settings.write.uses;
    wanted.min_confidence = run->settings.write.min_confidence;
    wanted.threads = run->settings.threads;
    wanted.context = run;
    wanted.on_progress = on_progress;
    progress_begin(&run->progress, run->options, NULL);
    const gm_status status = gm_eval_map(run->eval, run->mapper, &wanted, err);
    progress_end(&run->progress);
    return status;
}

static int measure(struct run *run)
{
    const struct options *options = run->options;
    gm_error err;
    gm_status status = read_files(run, &err);
    if (!status && options->predictions)
        status =
            gm_eval_read_predictions(run->eval, options->predictions, &err);
    else if (!status)
        status = map_documents(run, &err);
    if (!status)
        status = gm_eval_score(run->eval, run->gazetteer, &err);
    if (status && !interrupt_is_caught())
        console_error("%s", err.message);
    return status ? EXIT_FAILED : EXIT_DONE;
}

/* ---- Writing ------------------------------------------------------------ */

static bool ends_in(const char *path, const char *ending)
{
    const size_t length = strlen(path), tail = strlen(ending);
    return length >= tail && strcmp(path + length - tail, ending) == 0;
}

static int write_errors(const struct run *run)
{
    const char *path = run->options->errors;
    gm_output *output;
    gm_error err;
    if (!path)
        return EXIT_DONE;
    gm_status status =
        gm_output_open(path, run->options->overwrite, &output, &err);
    if (status)
        return console_fail(EXIT_OUTPUT, &err);
    status = gm_eval_write_errors(run->eval, run->gazetteer,
                                  ends_in(path, ".jsonl") ? "jsonl" : "text",
                                  gm_output_stream(output), &err);
    if (status) {
        gm_output_discard(output);
        return console_fail(EXIT_FAILED, &err);
    }
    status = gm_output_commit(output, &err);
    return status ? console_fail(EXIT_OUTPUT, &err) : EXIT_DONE;
}

static int write_figures(const struct run *run)
{
    gm_error err;
    const gm_status status = gm_eval_write(run->eval, format_of(run->options),
                                           run->options->per_use, stdout, &err);
    return status ? console_fail(EXIT_FAILED, &err) : EXIT_DONE;
}

static int execute(struct run *run, const struct data *data)
{
    if (!open_gazetteer(run, data))
        return EXIT_NO_DATA;
    int status = open_mapper(run);
    if (status)
        return status;
    interrupt_catch(NULL);
    status = measure(run);
    if (!status)
        status = write_errors(run);
    if (!status)
        status = write_figures(run);
    interrupt_end();
    return status;
}

int cmd_eval(const struct options *options)
{
    struct data data;
    struct run run = {.options = options};
    const int misuse = check(options);
    data_find(&data);
    if (misuse || !settings_init(&run.settings, options, &data))
        return EXIT_MISUSED;
    const int status = execute(&run, &data);
    gm_eval_free(run.eval);
    gm_mapper_free(run.mapper);
    gm_gazetteer_close(run.gazetteer);
    return status;
}
