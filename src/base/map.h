/* SPDX-License-Identifier: MIT */
/* A file mapped for reading. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/status.h"

struct gmi_map {
    const unsigned char *data; /* NULL for an empty file */
    size_t size;
};

/* How the pages will be touched: the system reads ahead only in a scan. */
enum gmi_map_use { GMI_MAP_SCAN, GMI_MAP_RANDOM };

/* A folder or a device is refused. */
gm_status gmi_map_file(const char *path, enum gmi_map_use use,
                       struct gmi_map *out, gm_error *err);
void gmi_map_release(struct gmi_map *map);

#endif
