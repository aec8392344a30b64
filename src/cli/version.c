/* SPDX-License-Identifier: MIT */
/* The version, and those of what the program stands on. */
#include "cli/version.h"

#include "cli/data.h"
#include "cli/layer_library.h"
#include "include/geomention.h"

#include <stdio.h>

void version_print(void)
{
    struct data data;
    gm_error err;
    data_find(&data);
    printf("geomention %s\n", gm_version());
    const struct layer_library *layers = layer_library_load(&err);
    printf("layers: %s\n", layers ? layers->versions() : err.message);
    printf("gazetteer: %s\n", data.has_world ? data.world : "none");
}
