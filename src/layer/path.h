/* SPDX-License-Identifier: MIT */
/* Names of files, taken apart and put together. */
#ifndef LAYER_PATH_H
#define LAYER_PATH_H

#include <stdbool.h>
#include <stddef.h>

/* Longest path of an output: two of them fit a buffer of GDAL's. */
enum { GMI_PATH_MAX = 3900 };

/* What stands after the last '/'. */
const char *gmi_path_name(const char *path);

/* The folder of a path, "" for none; CPLFree is due. */
char *gmi_path_folder(const char *path);

/* How many bytes of `path` are its folder, without the '/': 0 for none. */
size_t gmi_path_folder_length(const char *path);

/* Whether `inner` lies right in the folder `folder`. */
bool gmi_path_lies_in(const char *inner, const char *folder);

/*
 * FOLDER/NAME, or NAME where the folder is "". Borrowed from GDAL: good until
 * this thread has asked for eight more.
 */
const char *gmi_path_join(const char *folder, const char *name);

bool gmi_path_exists(const char *path); /* a broken link does */
bool gmi_path_is_folder(const char *path);

#endif
