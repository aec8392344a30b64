/* SPDX-License-Identifier: MIT */
/* The files that a layer consists of, found, copied, moved as one. */
#ifndef LAYER_PARTS_H
#define LAYER_PARTS_H

#include "include/geomention_gazetteer.h"

/*
 * The files of the layer that stands at `path`, as a list that CSLDestroy
 * frees: `path` itself, and what the driver says belongs to it in that folder.
 * NULL when nothing is there.
 */
char **gmi_parts_find(const char *path, const char *driver);

/* Whether every entry of the folder `path` is among the parts. */
bool gmi_parts_fill_folder(char **parts, const char *path);

/* Copies the parts, which lie beside or in `path`, into `folder`. */
gm_status gmi_parts_copy(char **parts, const char *path, const char *folder,
                         gm_error *err);

/* Where parts come from, where they go, where those in the way are put. */
struct gmi_swap {
    const char *path; /* of the layer: the new parts go to its folder */
    const char *from; /* folder with the new parts and nothing else */
    const char *aside; /* empty folder on the same file system */
    char **old;       /* NULL: nothing that exists is replaced */
};

/* All new parts are moved in, or all is as before. */
gm_status gmi_parts_swap(const struct gmi_swap *swap, gm_error *err);

#endif
