/* SPDX-License-Identifier: MIT */
/* What the formats that draw one map have in common. */
#include "write/map_format.h"

#include "base/memory.h"
#include "base/status.h"
#include "write/place_list.h"

gm_status gmi_map_format_open(gm_writer *writer, gm_error *err)
{
    writer->state = gmi_alloc_zeroed(1, sizeof(struct gmi_place_list));
    return writer->state ? GM_OK : gmi_fail_memory(err);
}

gm_status gmi_map_format_add(gm_writer *writer, const gm_record *record,
                             gm_error *err)
{
    size_t number;
    if (!record->has_place)
        return GM_OK;
    return gmi_place_list_add(writer->state, record, writer->document_count,
                              &number, err);
}

void gmi_map_format_close(gm_writer *writer)
{
    if (writer->state)
        gmi_place_list_release(writer->state);
    gmi_release(writer->state);
}
