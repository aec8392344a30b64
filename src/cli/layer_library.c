/* SPDX-License-Identifier: MIT */
/* libgeomention-layer, loaded when a layer is written or read. */
#include "cli/layer_library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

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

const struct layer_library *layer_library_load(gm_error *err)
{
    static struct layer_library library;
    static void *handle;
    if (handle)
        return &library;
    /* by name alone, so that the executable's own run path is searched;
       never closed, as GDAL does not survive being loaded twice */
    void *opened = dlopen(FILE_NAME, RTLD_NOW | RTLD_LOCAL);
    if (!opened) {
        const char *cause = dlerror();
        fail(err, cause ? cause : "unknown cause");
        return NULL;
    }
    bool is_whole = true;
#define RESOLVE(name)                                                         \
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
