/* SPDX-License-Identifier: MIT */
/* Outlines of countries, plain or packed, and maps drawn of them. */
#include "input.h"

#include "base/buffer.h"
#include "include/geomention_outline.h"
#include "write/map_base.h"

#include <math.h>

static void draw(const gm_outline *outline)
{
    const struct gmi_map_frame frames[] = {{{GMI_EQUIRECTANGULAR, 40},
                                            {175, 30, 195, 50},
                                            false,
                                            900,
                                            600,
                                            2500,
                                            3,
                                            0.9},
                                           {{GMI_EQUAL_EARTH, 0},
                                            {-180, -58, 180, 90},
                                            true,
                                            900,
                                            420,
                                            170,
                                            -2.7,
                                            1.3}};
    for (size_t f = 0; f < 2; f++) {
        struct gmi_buffer path = {0};
        for (size_t i = 0; i < gm_outline_area_count(outline); i++) {
            struct gmi_spot middle;
            double room;
            gmi_map_area_path(&frames[f], outline, i, &path);
            if (gmi_map_area_middle(&frames[f], outline, i, &middle, &room))
                require(isfinite(middle.x) && isfinite(middle.y) && room > 0);
        }
        gmi_map_line_path(&frames[f], outline, GM_LINE_COAST, &path);
        gmi_buffer_release(&path);
    }
}

static void check_area(const gm_outline *outline, size_t index)
{
    const gm_area *area = gm_outline_area_at(outline, index);
    require(area->polygon_count > 0);
    require(area->west >= -180 && area->east <= 180);
    require(!area->code[0] ||
            gm_outline_area_find(outline, area->code) == index);
    for (size_t p = 0; p < area->polygon_count; p++) {
        gm_ring ring;
        const size_t rings = gm_outline_ring_count(outline, index, p);
        require(rings > 0);
        for (size_t r = 0; r < rings; r++) {
            require(!gm_outline_ring(outline, index, p, r, &ring));
            require(ring.count >= 4);
            require(!memcmp(&ring.points[0], &ring.points[ring.count - 1],
                            sizeof *ring.points));
            for (size_t i = 0; i < ring.count; i++)
                require(fabs(ring.points[i].longitude) <= 180 &&
                        fabs(ring.points[i].latitude) <= 90);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gm_outline *outline;
    gm_error err;
    if (gm_outline_open(input_file("outline", data, size), &outline, &err)) {
        require(err.message[0] && !strchr(err.message, '\n'));
        return 0;
    }
    for (size_t i = 0; i < gm_outline_area_count(outline); i++)
        check_area(outline, i);
    if (size < 20000)
        draw(outline);
    gm_outline_close(outline);
    return 0;
}
