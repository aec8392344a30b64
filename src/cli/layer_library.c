/* SPDX-License-Identifier: MIT */
/* libgeomention-layer, loaded when a layer is written or read. */
#include "cli/layer_library.h"

#include "cli/data.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char FILE_NAME[] = "libgeomention-layer.so.0";

static void fail(gm_error *err, const char *cause)
{
    err->status = GM_ERR_UNSUPPORTED;
    snprintf(err->message, sizeof err->message,
             "cannot load the layer library: %s", cause);
}

/* Copied, as ISO C has no cast from an object to a function. */
static bool resolve(void *handle, const char *name, void *out)
{
    void *symbol = dlsym(handle, name);
    memcpy(out, &symbol, sizeof symbol);
    return symbol != NULL;
}

/*
 * Beside the executable, in ../lib, or where the system looks. The run path
 * alone would do, were it not that a sanitizer's dlopen does not follow it.
 */
static void *open_library(void)
{
    static const char *const FOLDERS[] = {"", "../lib/"};
    char executable[DATA_PATH_MAX];
    data_find_executable(executable);
    for (size_t i = 0; i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
        char path[DATA_PATH_MAX + 64];
        snprintf(path, sizeof path, "%s/%s%s", executable, FOLDERS[i],
                 FILE_NAME);
        if (access(path, F_OK) == 0)
            return dlopen(path, RTLD_NOW | RTLD_LOCAL);
    }
    return dlopen(FILE_NAME, RTLD_NOW | RTLD_LOCAL);
}

const struct layer_library *layer_library_load(gm_error *err)
{
    static struct layer_library library;
    static void *handle;
    if (handle)
        return &library;
    /* never closed, as GDAL does not survive being loaded twice */
    void *opened = open_library();
    if (!opened) {
        const char *cause = dlerror();
        fail(err, cause ? cause : "unknown cause");
        return NULL;
    }
    bool is_whole = true;
#define RESOLVE(name)                                                          \
    is_whole = resolve(opened, "gm_layer_" #name, &library.name) && is_whole;
    LAYER_FUNCTIONS(RESOLVE)
#undef RESOLVE
    if (!is_whole) {
        fail(err, "it is of another version than the command");
        return NULL;
    }
    handle = opened;
    return &library;
}
