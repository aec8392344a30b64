/* SPDX-License-Identifier: MIT */
/*
 * Noticing that a write failed. Most GDAL drivers don't look whether a write
 * succeeded, so that a full disk leaves a file cut short and no error. A
 * watched path is a GDAL path that goes through to the real one and remembers
 * the first write that failed.
 */
#ifndef LAYER_WATCH_H
#define LAYER_WATCH_H

#include "include/geomention_gazetteer.h"

/* The caller's own; it stays where it is between init and release. */
struct gmi_watch {
    unsigned id;
    int error; /* of errno.h, of the first failed write; 0: none */
    struct gmi_watch *next;
};

void gmi_watch_init(struct gmi_watch *watch);
/* All files of the watch must be closed by now. */
void gmi_watch_release(struct gmi_watch *watch);

/* "/vsigeomention/7/PATH"; VSIFree is due; NULL when out of memory. */
char *gmi_watch_path(const struct gmi_watch *watch, const char *path);

#endif
