/* SPDX-License-Identifier: MIT */
/* How far a run has come: a line on a terminal, lines now and then in a log. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/options.h"
#include "include/geomention_io.h"

struct progress {
    bool is_on;
    bool is_terminal;
    const gm_reader *reader;
    uint64_t size; /* of all inputs in bytes; 0: not known */
    uint64_t documents;
    double begun_s;
    double shown_s; /* when it was last shown */
};

/*
 * Shown when standard error is a terminal (and standard output is not busy
 * there), or with --progress; never with --quiet.
 */
void progress_begin(struct progress *progress, const struct options *options,
                    const gm_reader *reader);
/* One document more. */
void progress_step(struct progress *progress);
void progress_end(struct progress *progress);

/* The same for a stage of building, of which `done` of `total` are done. */
void progress_stage(struct progress *progress, const char *stage, uint64_t done,
                    uint64_t total);

#endif
