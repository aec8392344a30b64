/* SPDX-License-Identifier: MIT */
/* The files that a layer consists of, found and copied. */
#include "layer/parts.h"

#include "layer/fail.h"
#include "layer/path.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <gdal.h>
#include <string.h>
#include <sys/stat.h>

/* A file that merely names others (a .vrt) doesn't own them: only what lies
   in the same folder is a part. */
static bool is_part(const char *file, const char *path)
{
    const size_t length = gmi_path_folder_length(path);
    return gmi_path_exists(file) &&
           (gmi_path_lies_in(file, path) ||
            (gmi_path_folder_length(file) == length &&
             strncmp(file, path, length) == 0));
}

/* What SQLite leaves beside a database would be applied to the new one. */
static char **add_journals(char **parts, const char *path)
{
    static const char *const endings[] = {"-journal", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const char *name = CPLSPrintf("%s%s", path, endings[i]);
        if (gmi_path_exists(name) && CSLFindString(parts, name) < 0)
            parts = CSLAddString(parts, name);
    }
    return parts;
}

char **gmi_parts_find(const char *path, const char *driver)
{
    if (!gmi_path_exists(path))
        return NULL;
    char **parts = CSLAddString(NULL, path);
    const char *const only[] = {driver, NULL};
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                      only, NULL, NULL);
    char **files = dataset ? GDALGetFileList(dataset) : NULL;
    for (char **file = files; file && *file; file++)
        if (is_part(*file, path) && CSLFindString(parts, *file) < 0)
            parts = CSLAddString(parts, *file);
    CSLDestroy(files);
    if (dataset)
        GDALClose(dataset);
    return add_journals(parts, path);
}

bool gmi_parts_fill_folder(char **parts, const char *path)
{
    char **names = VSIReadDir(path);
    bool result = true;
    for (char **name = names; name && *name; name++)
        if (strcmp(*name, ".") != 0 && strcmp(*name, "..") != 0)
            result = result &&
                     CSLFindString(parts, gmi_path_join(path, *name)) >= 0;
    CSLDestroy(names);
    return result;
}

static gm_status copy(const char *from, const char *to, gm_error *err)
{
    struct stat info;
    errno = 0;
    if (CPLCopyFile(to, from) != 0)
        return gmi_layer_fail_system(err, errno ? errno : EIO, "copy", from);
    if (stat(from, &info) == 0)
        (void)chmod(to, info.st_mode & 07777); /* as good as it goes */
    return GM_OK;
}

gm_status gmi_parts_copy(char **parts, const char *path, const char *folder,
                         gm_error *err)
{
    char *inner = CPLStrdup(gmi_path_join(folder, gmi_path_name(path)));
    gm_status status = GM_OK;
    if (gmi_path_is_folder(path) && mkdir(inner, 0777) != 0)
        status = gmi_layer_fail_system(err, errno, "write", path);
    for (char **part = parts; part && *part && !status; part++) {
        if (gmi_path_is_folder(*part))
            continue;
        const char *to = gmi_path_join(
            gmi_path_lies_in(*part, path) ? inner : folder,
            gmi_path_name(*part));
        status = copy(*part, to, err);
    }
    CPLFree(inner);
    return status;
}
