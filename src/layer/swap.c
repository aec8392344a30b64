/* SPDX-License-Identifier: MIT */
/*
 * Putting new files in the place of old ones. A single file is renamed over
 * the old one, so that at every instant one of them is there. Several files
 * cannot be renamed at once: the old ones are moved aside first, and moved
 * back when anything fails.
 */
#include "layer/fail.h"
#include "layer/parts.h"
#include "layer/path.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* How far a swap has come. */
struct progress {
    char **names; /* of the new parts */
    char *folder; /* where they go */
    int moved_in;
    int moved_aside;
};

/* rename() that refuses to replace. */
static int move_new(const char *from, const char *to)
{
    if (!gmi_path_is_folder(from)) {
        if (link(from, to) == 0)
            return unlink(from);
        /* Some file systems have no links. */
        if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
            return -1;
    }
    if (gmi_path_exists(to)) {
        errno = EEXIST;
        return -1;
    }
    return rename(from, to);
}

static bool is_replaced_in_one(const struct progress *progress,
                               const char *old)
{
    return CSLCount(progress->names) == 1 &&
           strcmp(progress->names[0], gmi_path_name(old)) == 0 &&
           !gmi_path_is_folder(old);
}

static int move_aside(const struct gmi_swap *swap, struct progress *progress)
{
    for (; swap->old && swap->old[progress->moved_aside];
         progress->moved_aside++) {
        const char *old = swap->old[progress->moved_aside];
        /* The parts in a folder go with it. */
        if (is_replaced_in_one(progress, old) ||
            gmi_path_lies_in(old, swap->path))
            continue;
        if (rename(old, gmi_path_join(swap->aside, gmi_path_name(old))) != 0)
            return errno;
    }
    return 0;
}

static int move_in(const struct gmi_swap *swap, struct progress *progress)
{
    for (; progress->names[progress->moved_in]; progress->moved_in++) {
        const char *name = progress->names[progress->moved_in];
        const char *from = gmi_path_join(swap->from, name);
        const char *to = gmi_path_join(progress->folder, name);
        if ((swap->old ? rename(from, to) : move_new(from, to)) != 0)
            return errno;
    }
    return 0;
}

static void undo(const struct gmi_swap *swap, struct progress *progress)
{
    while (progress->moved_in-- > 0) {
        const char *name = progress->names[progress->moved_in];
        (void)rename(gmi_path_join(progress->folder, name),
                     gmi_path_join(swap->from, name));
    }
    while (progress->moved_aside-- > 0) {
        const char *old = swap->old[progress->moved_aside];
        (void)rename(gmi_path_join(swap->aside, gmi_path_name(old)), old);
    }
}

/* The names in a folder, without the two that every folder has. */
static char **names_in(const char *folder)
{
    char **all = VSIReadDir(folder), **names = NULL;
    for (char **name = all; name && *name; name++)
        if (strcmp(*name, ".") != 0 && strcmp(*name, "..") != 0)
            names = CSLAddString(names, *name);
    CSLDestroy(all);
    return names;
}

gm_status gmi_parts_swap(const struct gmi_swap *swap, gm_error *err)
{
    struct progress progress = {
        .names = names_in(swap->from),
        .folder = gmi_path_folder(swap->path),
    };
    gm_status status = GM_OK;
    if (!progress.names) {
        status = gmi_layer_fail(err, GM_ERR_IO,
                                "cannot write '%s': GDAL made no file",
                                swap->path);
        goto done;
    }
    int number = move_aside(swap, &progress);
    if (!number)
        number = move_in(swap, &progress);
    if (number) {
        status = gmi_layer_fail_system(err, number, "write", swap->path);
        undo(swap, &progress);
    }
done:
    CPLFree(progress.folder);
    CSLDestroy(progress.names);
    return status;
}
