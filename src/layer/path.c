/* SPDX-License-Identifier: MIT */
/* Names of files, taken apart and put together. */
#include "layer/path.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <string.h>
#include <sys/stat.h>

const char *gmi_path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

size_t gmi_path_folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == path)
        return 1;
    return slash ? (size_t)(slash - path) : 0;
}

char *gmi_path_folder(const char *path)
{
    char *folder = CPLStrdup(path);
    folder[gmi_path_folder_length(path)] = '\0';
    return folder;
}

bool gmi_path_lies_in(const char *inner, const char *folder)
{
    const size_t length = gmi_path_folder_length(inner);
    return length == strlen(folder) && strncmp(inner, folder, length) == 0;
}

const char *gmi_path_join(const char *folder, const char *name)
{
    const size_t length = strlen(folder);
    const bool has_slash = length == 0 || folder[length - 1] == '/';
    return CPLSPrintf("%s%s%s", folder, has_slash ? "" : "/", name);
}

bool gmi_path_exists(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

bool gmi_path_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}
