/* SPDX-License-Identifier: MIT */
/*
 * libgeomention-layer, loaded when a layer is written or read and not before:
 * GDAL takes longer to load than a text takes to map.
 */
#ifndef CLI_LAYER_LIBRARY_H
#define CLI_LAYER_LIBRARY_H

#include "include/geomention_layer.h"

/* FUNCTION(name): the functions of geomention_layer.h that are called here. */
#define LAYER_FUNCTIONS(FUNCTION)                                              \
    FUNCTION(options_init)                                                     \
    FUNCTION(open)                                                             \
    FUNCTION(add)                                                              \
    FUNCTION(commit)                                                           \
    FUNCTION(discard)                                                          \
    FUNCTION(report_get)                                                       \
    FUNCTION(driver_at)                                                        \
    FUNCTION(driver_for)                                                       \
    FUNCTION(read_places)                                                      \
    FUNCTION(versions)

struct layer_library {
#define MEMBER(name) __typeof__(gm_layer_##name) *name;
    LAYER_FUNCTIONS(MEMBER)
#undef MEMBER
};

/*
 * Loads it from the executable's folder, from ../lib beside that, or from where
 * the system looks. A second call returns the same. NULL
 * when it is not there or not of this version: `err` then says so.
 */
const struct layer_library *layer_library_load(gm_error *err);

#endif
