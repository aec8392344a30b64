/* SPDX-License-Identifier: MIT */
/* The known word nearest to a mistyped one, for messages. */
#ifndef LAYER_NEAREST_H
#define LAYER_NEAREST_H

#include <stddef.h>

struct gmi_nearest {
    const char *word;
    size_t distance; /* of the best so far */
    char hint[96];
};

void gmi_nearest_init(struct gmi_nearest *nearest, const char *word);
/* Compares one more known word. */
void gmi_nearest_offer(struct gmi_nearest *nearest, const char *known);
/* " (did you mean 'GPKG'?)", or "" when nothing is near. */
const char *gmi_nearest_hint(const struct gmi_nearest *nearest);

#endif
