/* SPDX-License-Identifier: MIT */
/* How far a run has come. */
#include "cli/progress.h"

#include "cli/console.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

/* A run of a second needs no progress; a log needs a line now and then. */
static const double TERMINAL_FIRST_S = 1.0, TERMINAL_EVERY_S = 0.2;
static const double LOG_EVERY_S = 10.0;

enum { LINE_MAX_BYTES = 160 };

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void progress_begin(struct progress *progress, const struct options *options,
                    const gm_reader *reader)
{
    *progress = (struct progress){.reader = reader};
    progress->is_terminal = console_is_terminal(STDERR_FILENO);
    const bool is_free = options->output || !console_is_terminal(STDOUT_FILENO);
    progress->is_on = !options->quiet &&
                      (options->progress || (progress->is_terminal && is_free));
    if (!progress->is_on)
        return;
    progress->size = reader ? gm_reader_size(reader) : 0;
    progress->begun_s = now_s();
    progress->shown_s = progress->begun_s;
    if (progress->is_terminal)
        progress->shown_s += TERMINAL_FIRST_S - TERMINAL_EVERY_S;
}

/* Whether it is time to show something again. */
static bool is_due(struct progress *progress)
{
    if (!progress->is_on)
        return false;
    const double now = now_s();
    const double every = progress->is_terminal ? TERMINAL_EVERY_S : LOG_EVERY_S;
    if (now - progress->shown_s < every)
        return false;
    progress->shown_s = now;
    return true;
}

static void show(const struct progress *progress, const char *line)
{
    if (progress->is_terminal)
        console_status(line);
    else
        console_note("%s", line);
}

static void show_run(const struct progress *progress)
{
    const double passed_s = progress->shown_s - progress->begun_s;
    const double mb = (double)gm_reader_position(progress->reader) / 1e6;
    const double rate = passed_s > 0 ? mb / passed_s : 0;
    const double total_mb = (double)progress->size / 1e6;
    char line[LINE_MAX_BYTES];
    if (total_mb > 0 && rate > 0) {
        const double left = total_mb > mb ? (total_mb - mb) / rate : 0;
        const uint64_t left_s = (uint64_t)left;
        snprintf(line, sizeof line,
                 "%" PRIu64 " documents, %.1f of %.1f MB (%.0f%%), "
                 "%.2f MB/s, %" PRIu64 ":%02" PRIu64 " left",
                 progress->documents, mb, total_mb, 100 * mb / total_mb, rate,
                 left_s / 60, left_s % 60);
    } else {
        snprintf(line, sizeof line, "%" PRIu64 " documents, %.1f MB, %.2f MB/s",
                 progress->documents, mb, rate);
    }
    show(progress, line);
}

void progress_step(struct progress *progress)
{
    progress->documents++;
    if (is_due(progress))
        show_run(progress);
}

void progress_stage(struct progress *progress, const char *stage, uint64_t done,
                    uint64_t total)
{
    if (!is_due(progress))
        return;
    char line[LINE_MAX_BYTES];
    if (total)
        snprintf(line, sizeof line, "%s: %.0f%%", stage,
                 100 * (double)done / (double)total);
    else
        snprintf(line, sizeof line, "%s: %" PRIu64, stage, done);
    show(progress, line);
}

void progress_end(struct progress *progress)
{
    if (progress->is_on && progress->is_terminal)
        console_status(NULL);
}
