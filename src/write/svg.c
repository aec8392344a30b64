/* SPDX-License-Identifier: MIT */
/* A map of the mentions as a picture: SVG. */
#include "write/format.h"

#include "write/map_draw.h"
#include "write/map_format.h"

/* Units of the picture: it fits the column of a page, or a slide. */
static const struct gmi_map_room ROOM = {960, 430, 640};

static gm_status finish(gm_writer *writer, gm_error *err)
{
    const struct gmi_map_options options = {
        writer->gazetteer, writer->options->data_directory, ROOM};
    gmi_place_list_sort(writer->state);
    return gmi_map_draw(writer->state, &options, &writer->out, err);
}

const struct gmi_format gmi_format_svg = {
    .name = "svg",
    .description = "a map of the places, as a picture",
    .open = gmi_map_format_open,
    .add = gmi_map_format_add,
    .finish = finish,
    .close = gmi_map_format_close,
};
