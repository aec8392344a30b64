/* SPDX-License-Identifier: MIT */
/* Takes circles out of what lies in what. */
#include "build/builder.h"

#include "base/memory.h"
#include "base/status.h"

/*
 * Follows the parents of each place. Each is visited once and marked with the
 * walk that came by: a walk that meets its own mark has closed a circle.
 */
gm_status gmi_builder_cut_cycles(gm_builder *builder, gm_error *err)
{
    const size_t count = builder->place_count;
    uint32_t *walks = gmi_alloc_zeroed(count, sizeof *walks);
    if (!walks)
        return gmi_fail_memory(err);
    for (uint32_t walk = 1; walk <= count; walk++) {
        uint32_t place = walk - 1;
        while (!walks[place]) {
            walks[place] = walk;
            const uint32_t parent = builder->places[place].parent;
            if (parent == GMI_NONE)
                break;
            if (walks[parent] == walk)
                builder->places[place].parent = GMI_NONE;
            else
                place = parent;
        }
    }
    gmi_release(walks);
    return GM_OK;
}
