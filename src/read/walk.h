/* SPDX-License-Identifier: MIT */
/*
 * The texts in and below a folder, depth first, in the order of their names.
 * Hidden files, and symbolic links to folders, are passed by.
 */
#ifndef READ_WALK_H
#define READ_WALK_H

#include "base/buffer.h"
#include "base/status.h"

/* Most folders in one another. */
enum { GMI_WALK_DEPTH_MAX = 128 };

struct gmi_walk_folder {
    char **names; /* sorted */
    size_t count;
    size_t next;
    size_t path_length; /* of the folder's own path */
};

struct gmi_walk {
    struct gmi_walk_folder *folders; /* the one being listed is the last */
    size_t depth;
    struct gmi_buffer path;
    size_t found; /* files so far */
};

/*
 * Goes into a folder. `walk` is zeroed or released. Where this fails, the
 * walk is empty.
 */
gm_status gmi_walk_begin(struct gmi_walk *walk, const char *path,
                         gm_error *err);
void gmi_walk_release(struct gmi_walk *walk);

/*
 * The path of the next text, borrowed until the next call. GM_END after the
 * last. A folder that cannot be listed is an error, after which the walk goes
 * on; GM_ERR_MEMORY is final.
 */
gm_status gmi_walk_next(struct gmi_walk *walk, const char **path,
                        gm_error *err);

#endif
