/* SPDX-License-Identifier: MIT */
/* The layer of places: those that were counted, added to those there are. */
#include "layer/companions.h"

#include "layer/fail.h"

#include <cpl_hash_set.h>
#include <cpl_vsi.h>
#include <string.h>

/* Places of fields in PLACE_FIELDS of companions.c. */
enum { PLACE_ID = 0, MENTIONS = 10, DOCUMENTS = 11, CONFIDENCE = 12 };

/* A row that is there from before, and what it counts. */
struct old_row {
    char id[GM_ID_SIZE]; /* first: it is hashed as a string */
    GIntBig fid;
    uint64_t mentions, documents;
    double confidence;
};

static uint64_t read_count(const struct gmi_side *side, OGRFeatureH row,
                           size_t field)
{
    const GIntBig value =
        OGR_F_GetFieldAsInteger64(row, side->columns[field]);
    return value > 0 ? (uint64_t)value : 0;
}

/* Keyed by id, as another gazetteer may have numbered the places then. */
static CPLHashSet *read_old(const struct gmi_side *side)
{
    CPLHashSet *set =
        CPLHashSetNew(CPLHashSetHashStr, CPLHashSetEqualStr, VSIFree);
    OGR_L_ResetReading(side->layer);
    for (OGRFeatureH row;
         set && (row = OGR_L_GetNextFeature(side->layer)) != NULL;
         OGR_F_Destroy(row)) {
        struct old_row *old = VSICalloc(1, sizeof *old);
        if (!old) {
            CPLHashSetDestroy(set);
            set = NULL;
            continue;
        }
        strncpy(old->id, OGR_F_GetFieldAsString(row, side->columns[PLACE_ID]),
                sizeof old->id - 1);
        old->fid = OGR_F_GetFID(row);
        old->mentions = read_count(side, row, MENTIONS);
        old->documents = read_count(side, row, DOCUMENTS);
        old->confidence =
            OGR_F_GetFieldAsDouble(row, side->columns[CONFIDENCE]);
        CPLHashSetInsert(set, old);
    }
    OGR_L_ResetReading(side->layer);
    return set;
}

static gm_status fill(struct gmi_side *side, const gm_place *place,
                      const struct gmi_counted_place *counted, gm_error *err)
{
    const char *const texts[] = {place->id,      place->name,   place->feature,
                                 place->country, place->admin1, place->admin2};
    gm_status status = GM_OK;
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !status; i++)
        status = gmi_side_set_text(side, i, texts[i], err);
    if (!status)
        status = gmi_side_set_text(side, 13, counted->quote, err);
    gmi_side_set_real(side, 6, place->longitude, 7);
    gmi_side_set_real(side, 7, place->latitude, 7);
    gmi_side_set_real(side, 8, place->radius_km, 3);
    gmi_side_set_integer(side, 9, place->population);
    gmi_side_set_integer(side, MENTIONS, counted->mentions);
    gmi_side_set_integer(side, DOCUMENTS, counted->documents);
    gmi_side_set_real(side, CONFIDENCE,
                      counted->confidence_sum / (double)counted->mentions, 4);
    gmi_side_set_point(side, place->longitude, place->latitude);
    return status;
}

/* The first quote stays that of the row. */
static gm_status update(struct gmi_side *side, const struct old_row *old,
                        const struct gmi_counted_place *counted, gm_error *err)
{
    OGRFeatureH row = OGR_L_GetFeature(side->layer, old->fid);
    if (!row)
        return gmi_side_fail(side->home, err);
    const double before = old->confidence * (double)old->mentions;
    const uint64_t mentions = old->mentions + counted->mentions;
    OGRFeatureH filled = side->feature;
    side->feature = row;
    gmi_side_set_integer(side, MENTIONS, mentions);
    gmi_side_set_integer(side, DOCUMENTS, old->documents + counted->documents);
    gmi_side_set_real(side, CONFIDENCE,
                      (before + counted->confidence_sum) / (double)mentions,
                      4);
    side->feature = filled;
    const OGRErr result = OGR_L_SetFeature(side->layer, row);
    OGR_F_Destroy(row);
    return result == OGRERR_NONE ? GM_OK : gmi_side_fail(side->home, err);
}

static gm_status write_place(struct gmi_companions *companions,
                             CPLHashSet *old_rows,
                             const struct gmi_counted_place *counted,
                             gm_error *err)
{
    gm_place place;
    if (gm_gazetteer_place(companions->layer->table.gazetteer, counted->index,
                           &place))
        return gmi_layer_fail(err, GM_ERR_DAMAGED,
                              "the gazetteer has no place number %lu",
                              (unsigned long)counted->index);
    const struct old_row *old =
        old_rows ? CPLHashSetLookup(old_rows, place.id) : NULL;
    if (old)
        return update(&companions->places, old, counted, err);
    const gm_status status = fill(&companions->places, &place, counted, err);
    return status ? status : gmi_side_add(&companions->places, err);
}

gm_status gmi_companions_write_places(struct gmi_companions *companions,
                                      gm_error *err)
{
    CPLHashSet *old_rows = NULL;
    if (companions->layer->target.is_update) {
        old_rows = read_old(&companions->places);
        if (!old_rows)
            return gmi_layer_fail_memory(err);
    }
    gm_status status = GM_OK;
    for (size_t i = 0; i < companions->counts.count && !status; i++)
        status = write_place(companions, old_rows,
                             &companions->counts.places[i], err);
    if (old_rows)
        CPLHashSetDestroy(old_rows);
    return status;
}
