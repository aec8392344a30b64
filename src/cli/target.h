/* SPDX-License-Identifier: MIT */
/* Where the mentions go: a writer of the library, or a layer of GDAL. */
#ifndef CLI_TARGET_H
#define CLI_TARGET_H

#include "cli/layer_library.h"
#include "cli/options.h"

struct target {
    const struct options *options;
    const char *path;   /* NULL: standard output */
    const char *format; /* of the library, or a driver of GDAL */
    const struct layer_library *layers; /* NULL: not needed */
    const gm_write_options *write; /* of the library's writer */
    gm_output *output;
    FILE *stream;
    gm_writer *writer;
    gm_layer *layer;
    bool is_finished;
};

/*
 * Which format, from -f, -o and the options that only layers have. Returns an
 * exit status, after a message unless it is EXIT_DONE.
 */
int target_choose(struct target *out, const struct options *options);

/* Whether the output is the table for people. */
bool target_is_table(const struct target *target);

/*
 * Opens the output; nothing is to be seen of it before it is committed.
 * `write` stays borrowed and may be changed here.
 */
int target_open(struct target *target, const gm_gazetteer *gazetteer,
                gm_write_options *write);
gm_status target_add(struct target *target, const gm_document *doc,
                     gm_error *err);
/*
 * Writes what is still due, so that more may be written behind it; commit
 * does it where it was not done.
 */
gm_status target_finish(struct target *target, gm_error *err);
int target_commit(struct target *target);
void target_discard(struct target *target);

#endif
