/* SPDX-License-Identifier: MIT */
/*
 * Words that tell what kind of place a name is of: "county", "river",
 * "область". They stand beside the name or are part of it; what they say is
 * compared with the feature of a place.
 */
#ifndef GAZETTEER_TYPE_WORD_H
#define GAZETTEER_TYPE_WORD_H

#include "text/fold.h"

/* Kinds of places, as words tell them apart and no finer. */
enum gmi_type {
    GMI_TYPE_NONE,
    GMI_TYPE_COUNTRY,
    GMI_TYPE_ADMIN1,
    GMI_TYPE_ADMIN2,
    GMI_TYPE_ADMIN3, /* and below */
    GMI_TYPE_TOWN,
    GMI_TYPE_REGION, /* continents, parts of the world, no one's areas */
    GMI_TYPE_WATER,
    GMI_TYPE_ISLAND,
    GMI_TYPE_MOUNTAIN,
    GMI_TYPE_FACILITY,
    GMI_TYPE_OTHER,
    GMI_TYPE_COUNT
};

enum gmi_type_side {
    GMI_TYPE_BEFORE = 1 << 0,    /* "Lake Sevan": goes and comes */
    GMI_TYPE_AFTER = 1 << 1,     /* "Syunik Province" */
    GMI_TYPE_OF = 1 << 2,        /* "city of London" */
    GMI_TYPE_ADD_AFTER = 1 << 3, /* tried where the text leaves it out */
    GMI_TYPE_ADD_BEFORE = 1 << 4,
    GMI_TYPE_PART = 1 << 5       /* "northern", "greater": no type at all */
};

struct gmi_type_word {
    const char *word; /* folded */
    uint8_t type;     /* enum gmi_type */
    uint8_t sides;    /* bits of enum gmi_type_side */
};

/* NULL when the folded word tells no type. */
const struct gmi_type_word *gmi_type_word_find(const struct gmi_folded *word);

/* All of them, in the order of their bytes; NULL past the last. */
const struct gmi_type_word *gmi_type_word_at(size_t index);

/* The kind of a place by its feature, "A.ADM1". */
enum gmi_type gmi_type_of_feature(const char *feature);

/*
 * How well two kinds agree: 1 the same, .5 areas of neighbouring levels, 0 a
 * town and the district around it, .3 an island or mountain and an area, else
 * -1; 0 when one of them is not known.
 */
double gmi_type_agreement(enum gmi_type said, enum gmi_type is);

#endif
