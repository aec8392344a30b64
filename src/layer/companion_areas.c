/* SPDX-License-Identifier: MIT */
/* The layers of countries: those with mentions, and the land around them. */
#include "layer/companions.h"

#include "include/geomention_outline.h"
#include "layer/fail.h"
#include "layer/path.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <string.h>

/* Fine enough for a country on a screen. */
#define OUTLINE_FILE "countries-50m.txt.zst"

/* Mentions and places of a country. */
struct tally {
    char code[8];
    uint64_t mentions, places;
};

struct tallies {
    struct tally *items;
    size_t count;
};

/* ---- Counting ----------------------------------------------------------- */

static bool read_tallies(OGRLayerH answer, struct tallies *out)
{
    size_t capacity = 0;
    for (OGRFeatureH row; (row = OGR_L_GetNextFeature(answer)) != NULL;
         OGR_F_Destroy(row)) {
        if (out->count == capacity) {
            capacity = capacity ? capacity * 2 : 64;
            void *grown =
                VSIRealloc(out->items, capacity * sizeof *out->items);
            if (!grown) {
                OGR_F_Destroy(row);
                return false;
            }
            out->items = grown;
        }
        struct tally *tally = &out->items[out->count++];
        *tally = (struct tally){
            .mentions = (uint64_t)OGR_F_GetFieldAsInteger64(row, 1),
            .places = (uint64_t)OGR_F_GetFieldAsInteger64(row, 2)};
        strncpy(tally->code, OGR_F_GetFieldAsString(row, 0),
                sizeof tally->code - 1);
    }
    return true;
}

/* From the layer of places, which knows what was there before, too. */
static gm_status count_countries(const struct gmi_companions *companions,
                                 struct tallies *out, gm_error *err)
{
    static const char QUERY[] =
        "SELECT country, sum(mentions), count(*) FROM places "
        "WHERE country <> '' GROUP BY country ORDER BY country";
    OGRLayerH answer = GDALDatasetExecuteSQL(companions->home.dataset, QUERY,
                                             NULL, NULL);
    if (!answer)
        return gmi_side_fail(&companions->home, err);
    const bool is_read = read_tallies(answer, out);
    GDALDatasetReleaseResultSet(companions->home.dataset, answer);
    return is_read ? GM_OK : gmi_layer_fail_memory(err);
}

static const struct tally *find_tally(const struct tallies *tallies,
                                      const char *code)
{
    for (size_t i = 0; i < tallies->count; i++)
        if (strcmp(tallies->items[i].code, code) == 0)
            return &tallies->items[i];
    return NULL;
}

/* ---- Outlines ----------------------------------------------------------- */

/* NULL where the system does not reach. */
static OGRGeometryH make_ring(const struct gmi_crs *crs, const gm_ring *ring)
{
    OGRGeometryH line = OGR_G_CreateGeometry(wkbLinearRing);
    OGR_G_SetPointCount(line, (int)ring->count);
    for (size_t i = 0; i < ring->count; i++) {
        double x = ring->points[i].longitude, y = ring->points[i].latitude;
        if (!gmi_crs_project(crs, &x, &y)) {
            OGR_G_DestroyGeometry(line);
            return NULL;
        }
        OGR_G_SetPoint_2D(line, (int)i, x, y);
    }
    return line;
}

static OGRGeometryH make_polygon(const struct gmi_crs *crs,
                                 const gm_outline *outline, size_t area,
                                 size_t index)
{
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    const size_t count = gm_outline_ring_count(outline, area, index);
    for (size_t i = 0; i < count; i++) {
        gm_ring ring;
        OGRGeometryH line = NULL;
        if (!gm_outline_ring(outline, area, index, i, &ring))
            line = make_ring(crs, &ring);
        if (line)
            OGR_G_AddGeometryDirectly(polygon, line);
        if (!line && i == 0)
            break;
    }
    return polygon;
}

/* NULL where nothing of it is in reach of the system. */
static OGRGeometryH make_area(const struct gmi_crs *crs,
                              const gm_outline *outline, size_t area)
{
    OGRGeometryH shape = OGR_G_CreateGeometry(wkbMultiPolygon);
    const size_t count = gm_outline_area_at(outline, area)->polygon_count;
    for (size_t i = 0; i < count; i++) {
        OGRGeometryH polygon = make_polygon(crs, outline, area, i);
        if (OGR_G_IsEmpty(polygon))
            OGR_G_DestroyGeometry(polygon);
        else
            OGR_G_AddGeometryDirectly(shape, polygon);
    }
    if (!OGR_G_IsEmpty(shape))
        return shape;
    OGR_G_DestroyGeometry(shape);
    return NULL;
}

/* NULL: there is none, and countries have no outline. */
static gm_outline *open_outline(const struct gmi_companions *companions)
{
    const char *folder = companions->layer->write.data_directory;
    gm_outline *outline = NULL;
    if (folder &&
        gm_outline_open(gmi_path_join(folder, OUTLINE_FILE), &outline, NULL))
        outline = NULL;
    return outline;
}

/* ---- Rows --------------------------------------------------------------- */

static gm_status add_area(struct gmi_companions *companions,
                          const gm_outline *outline, size_t index,
                          const struct tally *tally, gm_error *err)
{
    const gm_area *area = gm_outline_area_at(outline, index);
    struct gmi_side *side =
        tally ? &companions->countries : &companions->land;
    gm_status status = gmi_side_set_text(side, 0, area->code, err);
    if (!status)
        status = gmi_side_set_text(side, 1, area->name, err);
    if (status)
        return status;
    if (tally) {
        gmi_side_set_integer(side, 2, tally->mentions);
        gmi_side_set_integer(side, 3, tally->places);
    }
    OGR_F_SetGeometryDirectly(
        side->feature, make_area(companions->home.crs, outline, index));
    return gmi_side_add(side, err);
}

/* A country that has no outline, or a file without outlines. */
static gm_status add_bare(struct gmi_companions *companions,
                          const struct tally *tally, gm_error *err)
{
    struct gmi_side *side = &companions->countries;
    gm_status status = gmi_side_set_text(side, 0, tally->code, err);
    if (!status)
        status = gmi_side_set_text(side, 1, tally->code, err);
    gmi_side_set_integer(side, 2, tally->mentions);
    gmi_side_set_integer(side, 3, tally->places);
    return status ? status : gmi_side_add(side, err);
}

static gm_status add_areas(struct gmi_companions *companions,
                           const gm_outline *outline,
                           const struct tallies *tallies, gm_error *err)
{
    const size_t count = outline ? gm_outline_area_count(outline) : 0;
    gm_status status = GM_OK;
    for (size_t i = 0; i < count && !status; i++) {
        const char *code = gm_outline_area_at(outline, i)->code;
        status = add_area(companions, outline, i,
                          *code ? find_tally(tallies, code) : NULL, err);
    }
    for (size_t i = 0; i < tallies->count && !status; i++) {
        const struct tally *tally = &tallies->items[i];
        if (!outline || gm_outline_area_find(outline, tally->code) == count)
            status = add_bare(companions, tally, err);
    }
    return status;
}

gm_status gmi_companions_write_areas(struct gmi_companions *companions,
                                     uint64_t *most, gm_error *err)
{
    struct tallies tallies = {0};
    gm_outline *outline = open_outline(companions);
    gm_status status = GM_OK;
    if (companions->layer->target.is_update) {
        status = gmi_side_clear(&companions->countries, err);
        if (!status)
            status = gmi_side_clear(&companions->land, err);
    }
    if (!status)
        status = count_countries(companions, &tallies, err);
    if (!status)
        status = add_areas(companions, outline, &tallies, err);
    *most = 0;
    for (size_t i = 0; i < tallies.count; i++)
        if (tallies.items[i].mentions > *most)
            *most = tallies.items[i].mentions;
    gm_outline_close(outline);
    VSIFree(tallies.items);
    return status;
}
