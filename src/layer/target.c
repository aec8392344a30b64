/* SPDX-License-Identifier: MIT */
/* Where a layer is written: beside its place first, then in it. */
#include "layer/target.h"

#include "layer/archive.h"
#include "layer/driver.h"
#include "layer/fail.h"
#include "layer/parts.h"
#include "layer/path.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* The folder in the temporary one that holds what is replaced. */
#define OLD_PARTS "old"

/* What a path names before anything is written. */
enum kind { KIND_NOTHING, KIND_FILE, KIND_FOLDER, KIND_DEVICE, KIND_REMOTE };

static enum kind kind_of(const char *path, GDALDriverH driver)
{
    struct stat info;
    /* A file system or a server of GDAL's: only GDAL can tell. */
    if (STARTS_WITH(path, "/vsi") || gmi_driver_is_connection(driver, path))
        return KIND_REMOTE;
    if (stat(path, &info) != 0)
        return gmi_path_exists(path) ? KIND_FILE : KIND_NOTHING;
    return S_ISREG(info.st_mode)   ? KIND_FILE
           : S_ISDIR(info.st_mode) ? KIND_FOLDER
                                   : KIND_DEVICE;
}

static bool is_stdout(const char *path)
{
    return STARTS_WITH(path, "/vsistdout");
}

static gm_status fail_exists(const char *path, gm_error *err)
{
    return gmi_layer_fail(err, GM_ERR_EXISTS,
                          "'%s' exists: give -overwrite to replace it, "
                          "-append to add to it", path);
}

static gm_status set_working(struct gmi_target *target, const char *path,
                             GDALDriverH driver, bool is_device, gm_error *err)
{
    const struct gmi_trait *trait =
        gmi_trait_of(GDALGetDriverShortName(driver));
    if (gmi_driver_can(driver, GDAL_DCAP_VIRTUALIO) &&
        !gmi_trait_has(trait, GMI_TRAIT_OWN_FILES)) {
        const char *ending =
            GDALGetMetadataItem(driver, GDAL_DMD_EXTENSION, NULL);
        target->watch =
            gmi_watch_begin(path, is_device ? ending ? ending : "" : NULL);
        path = target->watch ? gmi_watch_path(target->watch) : NULL;
    }
    target->working = path ? VSIStrdup(path) : NULL;
    return target->working ? GM_OK : gmi_layer_fail_memory(err);
}

/* Makes the temporary folder with a folder for the new parts in it. */
static gm_status make_folder(struct gmi_target *target, gm_error *err)
{
    char *folder = gmi_path_folder(target->path);
    char *name = CPLStrdup(gmi_path_join(folder, ".geomention-XXXXXX"));
    CPLFree(folder);
    if (!mkdtemp(name)) {
        const int number = errno;
        CPLFree(name);
        return gmi_layer_fail_system(err, number, "write", target->path);
    }
    target->folder = name;
    /* The mode of what is made inside follows the user's mask, and a folder
       (.gdb) is moved out with the mode it was made with. */
    if (mkdir(gmi_path_join(name, GMI_TARGET_PARTS), 0777) != 0 ||
        mkdir(gmi_path_join(name, OLD_PARTS), 0777) != 0)
        return gmi_layer_fail_system(err, errno, "write", target->path);
    return GM_OK;
}

/* The file that GDAL writes is packed at the end; an old one is unpacked. */
static gm_status set_packed(struct gmi_target *target, const char *path,
                            GDALDriverH driver, gm_error *err)
{
    char *document = CPLStrdup(gmi_path_join(target->folder, "doc.kml"));
    target->archive = CPLStrdup(path);
    gm_status status = GM_OK;
    if (target->is_update) {
        status = gmi_archive_unpack(path, document, err);
        VSIUnlink(path);
    }
    if (!status)
        status = set_working(target, document, driver, false, err);
    CPLFree(document);
    return status;
}

static gm_status init_temporary(struct gmi_target *target, GDALDriverH driver,
                                gm_error *err)
{
    gm_status status = make_folder(target, err);
    if (status)
        return status;
    char *parts = CPLStrdup(gmi_path_join(target->folder, GMI_TARGET_PARTS));
    if (target->is_update)
        status = gmi_parts_copy(target->old, target->path, parts, err);
    char *path = CPLStrdup(gmi_path_join(parts, gmi_path_name(target->path)));
    const bool is_packed = target->is_update ? gmi_archive_is_plain(path)
                                             : gmi_driver_packs(driver, path);
    if (!status && is_packed)
        status = set_packed(target, path, driver, err);
    else if (!status && target->is_update && gmi_driver_spoils(driver, path))
        status = gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                                "cannot add to '%s': it is no archive with "
                                "one doc.kml", target->path);
    else if (!status)
        status = set_working(target, path, driver, false, err);
    CPLFree(path);
    CPLFree(parts);
    return status;
}

/* A device or a pipe is written as it stands. */
static gm_status init_device(struct gmi_target *target, GDALDriverH driver,
                             gm_error *err)
{
    const char *name = GDALGetDriverShortName(driver);
    if (!gmi_trait_has(gmi_trait_of(name), GMI_TRAIT_STREAM))
        return gmi_layer_fail(err, GM_ERR_IO,
                              "cannot write '%s': %s needs a file",
                              target->path, name);
    return set_working(target, target->path, driver, true, err);
}

static gm_status check_stdout(GDALDriverH driver, gm_error *err)
{
    const char *name = GDALGetDriverShortName(driver);
    if (gmi_trait_has(gmi_trait_of(name), GMI_TRAIT_STREAM))
        return GM_OK;
    return gmi_layer_fail(err, GM_ERR_UNSUPPORTED,
                          "%s cannot be written to standard output: name a "
                          "file", name);
}

static gm_status init_remote(struct gmi_target *target, GDALDriverH driver,
                             enum gmi_wish wish, gm_error *err)
{
    VSILFILE *file = NULL;
    if (is_stdout(target->path)) {
        const gm_status status = check_stdout(driver, err);
        if (status)
            return status;
    } else if (STARTS_WITH(target->path, "/vsi")) {
        file = VSIFOpenL(target->path, "rb");
    }
    const bool exists = file != NULL;
    if (file)
        VSIFCloseL(file);
    if (exists && wish == GMI_WISH_NEW)
        return fail_exists(target->path, err);
    target->is_update = exists && wish == GMI_WISH_APPEND;
    target->working = VSIStrdup(target->path);
    return target->working ? GM_OK : gmi_layer_fail_memory(err);
}

/* What is to be replaced or added to. A folder may hold files of others:
   only one that holds nothing but the layer is replaced. */
static gm_status find_old(struct gmi_target *target, GDALDriverH driver,
                          gm_error *err)
{
    target->old = gmi_parts_find(target->path, GDALGetDriverShortName(driver));
    if (gmi_path_is_folder(target->path) &&
        !gmi_parts_fill_folder(target->old, target->path))
        return gmi_layer_fail(err, GM_ERR_IO,
                              "cannot write '%s': is a folder with other "
                              "files in it", target->path);
    return GM_OK;
}

static gm_status init_file(struct gmi_target *target, GDALDriverH driver,
                           enum kind kind, enum gmi_wish wish, gm_error *err)
{
    const struct gmi_trait *trait =
        gmi_trait_of(GDALGetDriverShortName(driver));
    if (kind != KIND_NOTHING && wish == GMI_WISH_NEW)
        return fail_exists(target->path, err);
    target->is_update = kind != KIND_NOTHING && wish == GMI_WISH_APPEND;
    if (target->is_update && gmi_trait_has(trait, GMI_TRAIT_DATABASE))
        return set_working(target, target->path, driver, false, err);
    const gm_status status =
        kind == KIND_NOTHING ? GM_OK : find_old(target, driver, err);
    return status ? status : init_temporary(target, driver, err);
}

gm_status gmi_target_init(struct gmi_target *target, const char *path,
                          GDALDriverH driver, enum gmi_wish wish,
                          gm_error *err)
{
    *target = (struct gmi_target){0};
    size_t length = strlen(path);
    if (length == 0 || length > GMI_PATH_MAX)
        return gmi_layer_fail(err, GM_ERR_ARGUMENT,
                              "the name of the output is %s",
                              length ? "too long" : "empty");
    /* GDAL knows of its own name for it that there is no way back. */
    if (strcmp(path, "/dev/stdout") == 0) {
        path = "/vsistdout/";
        length = strlen(path);
    }
    const enum kind kind = kind_of(path, driver);
    target->path = CPLStrdup(path);
    while (kind != KIND_REMOTE && length > 1 && path[length - 1] == '/')
        target->path[--length] = '\0';
    gm_status status;
    if (kind == KIND_REMOTE)
        status = init_remote(target, driver, wish, err);
    else if (kind == KIND_DEVICE)
        status = init_device(target, driver, err);
    else
        status = init_file(target, driver, kind, wish, err);
    if (status)
        gmi_target_release(target);
    return status;
}

gm_status gmi_target_check(const struct gmi_target *target, gm_error *err)
{
    int number = target->watch ? gmi_watch_error(target->watch) : 0;
    if (!number && is_stdout(target->path)) {
        errno = 0;
        if (fflush(stdout) != 0 || ferror(stdout))
            number = errno ? errno : EIO;
    }
    if (!number)
        return GM_OK;
    return gmi_layer_fail_system(err, number, "write", target->path);
}

static gm_status pack(const struct gmi_target *target, gm_error *err)
{
    gm_error cause;
    const char *path =
        target->watch ? gmi_watch_beside(target->watch, target->archive)
                      : target->archive;
    const gm_status status = gmi_archive_pack(target->working, path, err);
    /* The system's reason is better than what GDAL makes of it. */
    if (!gmi_target_check(target, &cause))
        return status;
    if (err)
        *err = cause;
    return cause.status;
}

gm_status gmi_target_commit(struct gmi_target *target, gm_error *err)
{
    if (!target->folder)
        return GM_OK;
    const gm_status packed = target->archive ? pack(target, err) : GM_OK;
    if (packed)
        return packed;
    char *from = CPLStrdup(gmi_path_join(target->folder, GMI_TARGET_PARTS));
    char *aside = CPLStrdup(gmi_path_join(target->folder, OLD_PARTS));
    const struct gmi_swap swap = {
        .path = target->path, .from = from, .aside = aside, .old = target->old};
    const gm_status status = gmi_parts_swap(&swap, err);
    CPLFree(aside);
    CPLFree(from);
    return status;
}

void gmi_target_release(struct gmi_target *target)
{
    if (target->watch)
        gmi_watch_end(target->watch);
    if (target->folder)
        VSIRmdirRecursive(target->folder);
    CSLDestroy(target->old);
    VSIFree(target->working);
    CPLFree(target->archive);
    CPLFree(target->folder);
    CPLFree(target->path);
    *target = (struct gmi_target){0};
}
