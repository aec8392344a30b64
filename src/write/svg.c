/* SPDX-License-Identifier: MIT */
/* A map of the mentions as a picture: SVG. */
#include "write/format.h"

#include "base/memory.h"
#include "base/status.h"
#include "write/map_draw.h"

/* Units of the picture: it fits the column of a page, or a slide. */
static const struct gmi_map_room ROOM = {960, 430, 640};

static gm_status open_format(gm_writer *writer, gm_error *err)
{
    writer->state = gmi_alloc_zeroed(1, sizeof(struct gmi_place_list));
    return writer->state ? GM_OK : gmi_fail_memory(err);
}

static gm_status add(gm_writer *writer, const gm_record *record, gm_error *err)
{
    size_t number;
    if (!record->has_place)
        return GM_OK;
    return gmi_place_list_add(writer->state, record, writer->document_count,
                              &number, err);
}

static gm_status finish(gm_writer *writer, gm_error *err)
{
    const struct gmi_map_options options = {
        writer->gazetteer, writer->options->data_directory, ROOM};
    gmi_place_list_sort(writer->state);
    return gmi_map_draw(writer->state, &options, &writer->out, err);
}

static void close_format(gm_writer *writer)
{
    if (writer->state)
        gmi_place_list_release(writer->state);
    gmi_release(writer->state);
}

const struct gmi_format gmi_format_svg = {
    .name = "svg",
    .description = "a map of the places, as a picture",
    .open = open_format,
    .add = add,
    .finish = finish,
    .close = close_format,
};
