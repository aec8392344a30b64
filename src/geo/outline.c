/* SPDX-License-Identifier: MIT */
/* Outlines of countries: opening, and what one can ask. */
#include "geo/outline.h"

#include "base/memory.h"
#include "base/status.h"

#include <string.h>

gm_status gm_outline_open(const char *path, gm_outline **out, gm_error *err)
{
    gm_outline *outline = gmi_alloc_zeroed(1, sizeof *outline);
    if (!outline)
        return gmi_fail_memory(err);
    gm_status status = gmi_outline_load(path, &outline->text, err);
    if (!status) {
        gm_error inner;
        status = gmi_outline_parse(outline, &inner);
        if (status == GM_ERR_DAMAGED)
            gmi_fail_at_line(err, status, inner.line, "%s:%llu: %s", path,
                             (unsigned long long)inner.line, inner.message);
        else if (status && err)
            *err = inner;
    }
    if (status) {
        gm_outline_close(outline);
        return status;
    }
    *out = outline;
    return GM_OK;
}

void gm_outline_close(gm_outline *outline)
{
    if (!outline)
        return;
    gmi_buffer_release(&outline->text);
    gmi_release(outline->points);
    gmi_release(outline->lines);
    gmi_release(outline->rings);
    gmi_release(outline->polygons);
    gmi_release(outline->areas);
    gmi_release(outline);
}

const char *gm_outline_source(const gm_outline *outline)
{
    return outline->source;
}

/* ---- Areas ------------------------------------------------------------- */

size_t gm_outline_area_count(const gm_outline *outline)
{
    return outline->area_count;
}

const gm_area *gm_outline_area_at(const gm_outline *outline, size_t index)
{
    return index < outline->area_count ? &outline->areas[index].area : NULL;
}

size_t gm_outline_area_find(const gm_outline *outline, const char *code)
{
    size_t i = 0;
    while (i < outline->area_count &&
           (!code[0] || strcmp(outline->areas[i].area.code, code) != 0))
        i++;
    return i;
}

/* The rings of a polygon; NULL when there is none. */
static const struct gmi_span *polygon_at(const gm_outline *outline, size_t area,
                                         size_t polygon)
{
    if (area >= outline->area_count ||
        polygon >= outline->areas[area].area.polygon_count)
        return NULL;
    return &outline->polygons[outline->areas[area].first_polygon + polygon];
}

size_t gm_outline_ring_count(const gm_outline *outline, size_t area,
                             size_t polygon)
{
    const struct gmi_span *rings = polygon_at(outline, area, polygon);
    return rings ? rings->count : 0;
}

gm_status gm_outline_ring(const gm_outline *outline, size_t area,
                          size_t polygon, size_t ring, gm_ring *out)
{
    const struct gmi_span *rings = polygon_at(outline, area, polygon);
    if (!rings || ring >= rings->count)
        return GM_ERR_NOT_FOUND;
    const struct gmi_span *found = &outline->rings[rings->first + ring];
    *out = (gm_ring){outline->points + found->first, found->count};
    return GM_OK;
}

/* ---- Lines ------------------------------------------------------------- */

size_t gm_outline_line_count(const gm_outline *outline)
{
    return outline->line_count;
}

gm_status gm_outline_line(const gm_outline *outline, size_t index, gm_line *out)
{
    if (index >= outline->line_count)
        return GM_ERR_NOT_FOUND;
    const struct gmi_outline_line *line = &outline->lines[index];
    *out = (gm_line){line->kind, outline->points + line->points.first,
                     line->points.count};
    return GM_OK;
}
