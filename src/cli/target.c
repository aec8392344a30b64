/* SPDX-License-Identifier: MIT */
/* Where the mentions go: opening, adding, and the end. */
#include "cli/target.h"

#include "cli/console.h"
#include "cli/copy.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

bool target_is_table(const struct target *target)
{
    return !target->layers && strcmp(target->format, "table") == 0;
}

static int status_of(gm_status status)
{
    switch (status) {
    case GM_OK:
        return EXIT_DONE;
    case GM_ERR_ARGUMENT:
    case GM_ERR_UNSUPPORTED:
        return EXIT_MISUSED;
    case GM_ERR_MEMORY:
        return EXIT_FAILED;
    case GM_ERR_DAMAGED:
        return EXIT_NO_DATA;
    default:
        return EXIT_OUTPUT;
    }
}

static int fail(gm_status status, const gm_error *err)
{
    return console_fail(status_of(status), err);
}

/* ---- Layers ------------------------------------------------------------- */

static int open_layer(struct target *target, const gm_gazetteer *gazetteer,
                      const gm_write_options *write)
{
    const struct options *options = target->options;
    gm_layer_options wanted;
    target->layers->options_init(&wanted);
    wanted.driver = target->format;
    wanted.crs = options->crs;
    if (options->layer_name)
        wanted.name = options->layer_name;
    wanted.layer_options = options->layer_options.items;
    wanted.layer_option_count = options->layer_options.count;
    wanted.dataset_options = options->dataset_options.items;
    wanted.dataset_option_count = options->dataset_options.count;
    wanted.overwrite = options->overwrite;
    wanted.append = options->append;
    wanted.style = !options->no_style;
    wanted.write = write;
    gm_error err;
    const gm_status status =
        target->layers->open(target->path ? target->path : "/vsistdout/",
                             gazetteer, &wanted, &target->layer, &err);
    return status ? fail(status, &err) : EXIT_DONE;
}

/* "1 text THEN", "2 texts THEN"; nothing for none. */
static void note_count(uint64_t count, const char *what, const char *then)
{
    if (count)
        console_note("%llu %s%s %s", (unsigned long long)count, what,
                     count == 1 ? "" : "s", then);
}

/* What the format could not hold: it should not be lost without a word. */
static void report_layer(const struct target *target)
{
    gm_layer_report report = {0};
    char then[160];
    target->layers->report_get(target->layer, &report);
    snprintf(then, sizeof then, "shortened to what %s can hold",
             target->format);
    note_count(report.shortened, "text", then);
    snprintf(then, sizeof then, "with other characters, where %s cannot hold "
             "%s own", target->format, report.changed == 1 ? "its" : "their");
    note_count(report.changed, "text", then);
    snprintf(then, sizeof then, "without a point left out, which %s cannot "
             "hold", target->format);
    note_count(report.left_out, "mention", then);
    note_count(report.unprojected, "point",
               "outside of the coordinate reference system");
    if (report.fieldless)
        console_note("%s has no room for %llu fields of a mention",
                     target->format, (unsigned long long)report.fieldless);
}

/* ---- Own writers -------------------------------------------------------- */

/* The lines that are there already go into the new file first. */
static int copy_existing(struct target *target, gm_write_options *write)
{
    bool has_lines = false;
    if (!copy_lines(target->path, target->stream, &has_lines)) {
        console_error("cannot copy '%s'", target->path);
        return EXIT_OUTPUT;
    }
    if (has_lines)
        write->header = false;
    return EXIT_DONE;
}

static int open_file(struct target *target, gm_write_options *write)
{
    const struct options *options = target->options;
    const bool appends = options->append && access(target->path, F_OK) == 0;
    gm_error err;
    const gm_status status = gm_output_open(
        target->path, options->overwrite || appends, &target->output, &err);
    if (status)
        return fail(status, &err);
    target->stream = gm_output_stream(target->output);
    return appends ? copy_existing(target, write) : EXIT_DONE;
}

int target_open(struct target *target, const gm_gazetteer *gazetteer,
                gm_write_options *write)
{
    if (target->layers)
        return open_layer(target, gazetteer, write);
    target->write = write;
    target->stream = stdout;
    int status = target->path ? open_file(target, write) : EXIT_DONE;
    if (status)
        return status;
    gm_error err;
    const gm_status created =
        gm_writer_create(target->format, target->stream, gazetteer, write,
                         &target->writer, &err);
    return created ? fail(created, &err) : EXIT_DONE;
}

static gm_status fail_flush(gm_error *err)
{
    err->status = GM_ERR_IO;
    snprintf(err->message, sizeof err->message,
             "cannot write standard output: %s", strerror(errno));
    return GM_ERR_IO;
}

gm_status target_add(struct target *target, const gm_document *doc,
                     gm_error *err)
{
    if (target->layer)
        return target->layers->add(target->layer, doc, err);
    const gm_status status = gm_writer_add(target->writer, doc, err);
    /* a program at the other end of a pipe waits for this document */
    if (!status && !target->path && fflush(target->stream) != 0)
        return fail_flush(err);
    return status;
}

static int commit_layer(struct target *target)
{
    gm_error err;
    gm_layer *layer = target->layer;
    if (!target->options->quiet)
        report_layer(target);
    target->layer = NULL;
    const gm_status status = target->layers->commit(layer, &err);
    return status ? console_fail(EXIT_OUTPUT, &err) : EXIT_DONE;
}

gm_status target_finish(struct target *target, gm_error *err)
{
    if (target->is_finished || !target->writer)
        return GM_OK;
    target->is_finished = true;
    return gm_writer_finish(target->writer, err);
}

int target_commit(struct target *target)
{
    if (target->layer)
        return commit_layer(target);
    gm_error err;
    gm_status status = target_finish(target, &err);
    if (!status && target->output) {
        gm_output *output = target->output;
        target->output = NULL;
        status = gm_output_commit(output, &err);
        if (!status && !target->options->no_style)
            status = gm_style_write_beside(target->path, target->format,
                                           target->write,
                                           target->options->overwrite, &err);
    }
    target_discard(target);
    return status ? console_fail(EXIT_OUTPUT, &err) : EXIT_DONE;
}

void target_discard(struct target *target)
{
    if (target->layer)
        target->layers->discard(target->layer);
    gm_writer_free(target->writer);
    gm_output_discard(target->output);
    target->layer = NULL;
    target->writer = NULL;
    target->output = NULL;
}
