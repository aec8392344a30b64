/* SPDX-License-Identifier: MIT */
/*
 * Where a layer is written. A file is made in a temporary folder beside its
 * final place, under its final name (some formats write their own name into
 * themselves), and moved there with all its parts at commit. A server, a
 * stream or a database that has transactions is written as it stands.
 */
#ifndef LAYER_TARGET_H
#define LAYER_TARGET_H

#include "layer/trait.h"
#include "layer/watch.h"

#include "include/geomention_gazetteer.h"

#include <gdal.h>

/* The folder in the temporary one that holds the new parts. */
#define GMI_TARGET_PARTS "new"

enum gmi_wish { GMI_WISH_NEW, GMI_WISH_OVERWRITE, GMI_WISH_APPEND };

struct gmi_target {
    char *path;      /* as the caller gave it, without '/' at its end */
    char *folder;    /* the temporary folder; NULL: written as it stands */
    char *working;   /* the path GDAL is given */
    char *archive;   /* what `working` is packed into; NULL: it is not */
    char **old;      /* parts of what was there and is to be replaced */
    struct gmi_watch *watch; /* NULL: GDAL itself notices failed writes */
    bool is_update;  /* GDAL is to open what is there and add to it */
};

/*
 * GM_ERR_EXISTS when a file is there and the wish is a new one. Fails with
 * nothing touched.
 */
gm_status gmi_target_init(struct gmi_target *target, const char *path,
                          GDALDriverH driver, enum gmi_wish wish,
                          gm_error *err);

/* Whether all writes so far have succeeded; asked again after closing. */
gm_status gmi_target_check(const struct gmi_target *target, gm_error *err);

/* Once GDAL has closed the files: they appear in their place. */
gm_status gmi_target_commit(struct gmi_target *target, gm_error *err);

/* Removes what is temporary. */
void gmi_target_release(struct gmi_target *target);

#endif
