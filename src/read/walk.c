/* SPDX-License-Identifier: MIT */
/* The texts in and below a folder, in the order of their names. */
#include "read/walk.h"

#include "base/memory.h"
#include "read/format.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int compare_names(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

static void release_folder(struct gmi_walk_folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        gmi_release(folder->names[i]);
    gmi_release(folder->names);
    *folder = (struct gmi_walk_folder){0};
}

static gm_status list_names(DIR *handle, const char *path,
                            struct gmi_walk_folder *folder, gm_error *err)
{
    size_t capacity = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(handle);
        if (!entry)
            return errno ? gmi_fail_errno(err, "read", path) : GM_OK;
        if (entry->d_name[0] == '.')
            continue;
        if (!gmi_reserve(&folder->names, &capacity, folder->count,
                         sizeof *folder->names))
            return gmi_fail_memory(err);
        char *name = gmi_copy_string(entry->d_name, strlen(entry->d_name));
        if (!name)
            return gmi_fail_memory(err);
        folder->names[folder->count++] = name;
    }
}

/* Lists the folder at walk->path and puts it on top. */
static gm_status enter(struct gmi_walk *walk, gm_error *err)
{
    const char *path = walk->path.data;
    if (walk->depth == GMI_WALK_DEPTH_MAX)
        return gmi_fail(err, GM_ERR_UNSUPPORTED,
                        "folders nested more than %d deep at '%s'",
                        GMI_WALK_DEPTH_MAX, path);
    DIR *handle = opendir(path);
    if (!handle)
        return gmi_fail_errno(err, "open", path);
    struct gmi_walk_folder *folder = &walk->folders[walk->depth];
    *folder = (struct gmi_walk_folder){.path_length = walk->path.length};
    const gm_status status = list_names(handle, path, folder, err);
    closedir(handle);
    if (status) {
        release_folder(folder);
        return status;
    }
    if (folder->count)
        qsort(folder->names, folder->count, sizeof *folder->names,
              compare_names);
    walk->depth++;
    return GM_OK;
}

gm_status gmi_walk_begin(struct gmi_walk *walk, const char *path, gm_error *err)
{
    walk->folders = gmi_alloc_zeroed(GMI_WALK_DEPTH_MAX, sizeof *walk->folders);
    gmi_buffer_add_string(&walk->path, path);
    const gm_status status = !walk->folders || walk->path.is_failed
                                 ? gmi_fail_memory(err)
                                 : enter(walk, err);
    if (status)
        gmi_walk_release(walk);
    return status;
}

void gmi_walk_release(struct gmi_walk *walk)
{
    while (walk->depth)
        release_folder(&walk->folders[--walk->depth]);
    gmi_release(walk->folders);
    gmi_buffer_release(&walk->path);
    *walk = (struct gmi_walk){0};
}

/* Sets walk->path to an entry of the folder on top. */
static bool set_path(struct gmi_walk *walk, const char *name)
{
    struct gmi_buffer *path = &walk->path;
    path->length = walk->folders[walk->depth - 1].path_length;
    path->data[path->length] = '\0';
    if (path->length && path->data[path->length - 1] != '/')
        gmi_buffer_add_char(path, '/');
    gmi_buffer_add_string(path, name);
    return !path->is_failed;
}

/* A link to a folder could lead in a circle: it is left alone. */
static bool is_folder(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_text(const char *path)
{
    struct stat info;
    return gmi_input_format_of(path) != GM_INPUT_AUTO &&
           (stat(path, &info) != 0 || !S_ISDIR(info.st_mode));
}

gm_status gmi_walk_next(struct gmi_walk *walk, const char **path, gm_error *err)
{
    while (walk->depth) {
        struct gmi_walk_folder *folder = &walk->folders[walk->depth - 1];
        if (folder->next == folder->count) {
            release_folder(folder);
            walk->depth--;
            continue;
        }
        if (!set_path(walk, folder->names[folder->next++]))
            return gmi_fail_memory(err);
        if (is_folder(walk->path.data)) {
            const gm_status status = enter(walk, err);
            if (status)
                return status;
        } else if (is_text(walk->path.data)) {
            walk->found++;
            *path = walk->path.data;
            return GM_OK;
        }
    }
    return GM_END;
}
