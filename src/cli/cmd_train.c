/* SPDX-License-Identifier: MIT */
/* geomention train: compiling word lists, learning weights. */
#include "cli/command.h"

#include "cli/console.h"
#include "cli/data.h"
#include "cli/list.h"
#include "cli/options.h"
#include "include/geomention_train.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Mistakes that are found before anything is read. */
static int check(const struct options *options, const char *source)
{
    if (options->argument_count > 0 && (options->output || options->try_by))
        return EXIT_DONE;
    return console_misuse(options->command, "give %s and -o FILE", source);
}

int cmd_train_lexicon(const struct options *options)
{
    gm_error err;
    const int status = check(options, "one folder of word lists");
    if (status)
        return status;
    if (options->argument_count > 1)
        return console_misuse(options->command, "give one folder");
    if (gm_train_lexicon(options->arguments[0], options->output, &err))
        return console_fail(EXIT_FAILED, &err);
    return EXIT_DONE;
}

/* What both kinds of weights are learned with. */
struct lesson {
    gm_gazetteer *gazetteer;
    char lexicon[DATA_PATH_MAX + 16], tagger[DATA_PATH_MAX + 16];
};

static int begin(const struct options *options, struct lesson *out)
{
    const int status = check(options, "annotated documents");
    if (status)
        return status;
    struct data data;
    data_find(&data);
    snprintf(out->lexicon, sizeof out->lexicon, "%s/lexicon.gmm", data.folder);
    snprintf(out->tagger, sizeof out->tagger, "%s/tagger.gmm", data.folder);
    return data_open_gazetteer(&data, &options->gazetteers, &out->gazetteer)
               ? EXIT_DONE
               : EXIT_NO_DATA;
}

/* ---- The tagger --------------------------------------------------------- */

static void tell_tagger(void *context, const gm_train_progress *progress)
{
    static const char *const stages[] = {"without dev", "folds", "all"};
    const struct options *options = context;
    if (options->quiet)
        return;
    fprintf(stderr, "%s: %u", stages[progress->stage], progress->step);
    if (progress->loss >= 0)
        fprintf(stderr, ", loss %.0f", progress->loss);
    if (progress->f >= 0)
        fprintf(stderr, ", F %.4f", progress->f);
    if (progress->error >= 0)
        fprintf(stderr, ", calibration error %.4f", progress->error);
    fputc('\n', stderr);
}

int cmd_train_tagger(const struct options *options)
{
    struct lesson lesson;
    const int status = begin(options, &lesson);
    if (status)
        return status;
    gm_train_tagger_options wanted;
    gm_train_tagger_options_init(&wanted);
    wanted.corpora = options->arguments;
    wanted.corpus_count = options->argument_count;
    wanted.partial = options->partial.items;
    wanted.partial_count = options->partial.count;
    wanted.gazetteer = lesson.gazetteer;
    wanted.lexicon = lesson.lexicon;
    wanted.words = options->words;
    wanted.seed = (uint64_t)options->seed;
    if (options->epochs)
        wanted.epochs = (unsigned)options->epochs;
    wanted.on_progress = tell_tagger;
    wanted.context = (void *)(uintptr_t)options;
    gm_error err;
    const gm_status learned = gm_train_tagger(&wanted, options->output, &err);
    gm_gazetteer_close(lesson.gazetteer);
    return learned ? console_fail(EXIT_FAILED, &err) : EXIT_DONE;
}

/* ---- The resolver ------------------------------------------------------- */

static void tell_resolver(void *context, unsigned epoch, double loss)
{
    const struct options *options = context;
    if (!options->quiet)
        fprintf(stderr, "epoch %u: loss %.4f\n", epoch, loss);
}

static void tell_figures(void *context,
                         const gm_train_resolver_figures *figures)
{
    (void)context;
    printf("%s\t%zu\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\n",
           figures->corpus, figures->mentions, figures->reachable,
           figures->right, figures->right_90, figures->calibration_error,
           figures->accepted, figures->accepted_error);
}

static int try_resolver(const struct options *options,
                        gm_train_resolver_options *wanted)
{
    gm_error err;
    wanted->on_figures = tell_figures;
    puts("corpus\tmentions\treachable\tright\tright_90\tcalibration_error"
         "\taccepted\taccepted_error");
    if (gm_train_resolver_try(wanted, strcmp(options->try_by, "corpora") == 0,
                              &err))
        return console_fail(EXIT_FAILED, &err);
    return EXIT_DONE;
}

static int learn_resolver(const struct options *options,
                          const gm_train_resolver_options *wanted)
{
    gm_error err;
    return gm_train_resolver(wanted, options->output, &err)
               ? console_fail(EXIT_FAILED, &err)
               : EXIT_DONE;
}

int cmd_train_resolver(const struct options *options)
{
    struct lesson lesson;
    struct words groups;
    if (!words_split(options->without, &groups))
        return console_misuse(options->command, "bad value of --without");
    if (options->try_by && strcmp(options->try_by, "folds") != 0 &&
        strcmp(options->try_by, "corpora") != 0)
        return console_misuse(options->command,
                              "bad value '%s' of --try: folds or corpora",
                              options->try_by);
    const int status = begin(options, &lesson);
    if (status)
        return status;
    gm_train_resolver_options wanted;
    gm_train_resolver_options_init(&wanted);
    wanted.corpora = options->arguments;
    wanted.corpus_count = options->argument_count;
    wanted.gazetteer = lesson.gazetteer;
    wanted.lexicon = lesson.lexicon;
    wanted.tagger = access(lesson.tagger, R_OK) == 0 ? lesson.tagger : NULL;
    wanted.seed = (uint64_t)options->seed;
    if (options->epochs)
        wanted.epochs = (unsigned)options->epochs;
    wanted.left_out_fold = options->leave_fold;
    wanted.left_out_corpus = options->leave_corpus;
    wanted.left_out_groups = groups.items;
    wanted.left_out_group_count = groups.count;
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    wanted.threads = options->jobs     ? (size_t)options->jobs
                     : processors >= 1 ? (size_t)processors
                                       : 1;
    wanted.on_epoch = tell_resolver;
    wanted.context = (void *)(uintptr_t)options;
    const int result = options->try_by ? try_resolver(options, &wanted)
                                       : learn_resolver(options, &wanted);
    gm_gazetteer_close(lesson.gazetteer);
    return result;
}
