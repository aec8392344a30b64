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

struct gmi_watch;

/*
 * Watches what is written at `path` and beside it. A device or a pipe has an
 * `ending`, under which GDAL knows it, and GDAL sees no file there: nothing to
 * remove or to ask about. NULL for a file. NULL is returned when out of memory.
 */
struct gmi_watch *gmi_watch_begin(const char *path, const char *ending);

/* All files of the watch must be closed by now. */
void gmi_watch_end(struct gmi_watch *watch);

/* What GDAL is to be given instead of the path. */
const char *gmi_watch_path(const struct gmi_watch *watch);

/* The same for another file; borrowed from GDAL for a short while. */
const char *gmi_watch_beside(const struct gmi_watch *watch, const char *path);

/* The number of errno.h of the first failed write; 0: none. */
int gmi_watch_error(const struct gmi_watch *watch);

#endif
