/* SPDX-License-Identifier: MIT */
/* The map that --map shows beside the output. */
#ifndef CLI_MAP_VIEW_H
#define CLI_MAP_VIEW_H

#include "cli/target.h"

/* Zeroed, it shows nothing. The members point into each other. */
struct map_view {
    gm_write_options options;
    gm_writer *writer; /* NULL: no map is wanted */
};

/*
 * Begins the map when the options ask for one: below a table on standard
 * output, else on standard error. Returns an exit status, after a message.
 */
int map_view_open(struct map_view *view, const struct target *target,
                  const gm_gazetteer *gazetteer, const gm_write_options *write);
gm_status map_view_add(struct map_view *view, const gm_document *doc,
                       gm_error *err);
/* Writes the map, when the output is complete. */
int map_view_finish(struct map_view *view);
void map_view_release(struct map_view *view);

#endif
