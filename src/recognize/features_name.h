/* SPDX-License-Identifier: MIT */
/* A run of words that the gazetteer knows as a name, for the tagger's cues. */
#ifndef RECOGNIZE_FEATURES_NAME_H
#define RECOGNIZE_FEATURES_NAME_H

#include "recognize/features.h"

enum { GMI_NAME_AREAS_MAX = 24 }; /* that the places of one name lie in */

/* The best known of a name's places; smaller is better known. */
enum gmi_name_class {
    GMI_CLASS_NONE, GMI_CLASS_COUNTRY, GMI_CLASS_ADMIN1, GMI_CLASS_ADMIN,
    GMI_CLASS_REGION, GMI_CLASS_CITY_1M, GMI_CLASS_CITY_100K,
    GMI_CLASS_CITY_15K, GMI_CLASS_CITY_1K, GMI_CLASS_VILLAGE,
    GMI_CLASS_WATER, GMI_CLASS_MOUNTAIN, GMI_CLASS_LAND, GMI_CLASS_SPOT,
    GMI_CLASS_OTHER
};

/* An area: a country by its number, or a first-order one by its place. */
struct gmi_name_area {
    uint32_t admin1;
    uint16_t country;
    bool is_self; /* the name's own place, not what it lies in */
};

struct gmi_cue_name {
    size_t first, length; /* words of the stretch */
    struct gmi_name_cue cue;
    size_t area_count;
    struct gmi_name_area areas[GMI_NAME_AREAS_MAX];
};

/* Where names are looked for; all borrowed. */
struct gmi_name_view {
    const struct gmi_cues *cues;
    const gm_document *doc;
    const gm_gazetteer *gazetteer;
};

/*
 * Reads what the gazetteer knows of the name's words by their key; false
 * when none of the places will do.
 */
bool gmi_cue_name_read(const struct gmi_name_view *view, uint64_t key,
                       struct gmi_cue_name *name);

#endif
