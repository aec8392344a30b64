/* SPDX-License-Identifier: MIT */
/* A run of words that the gazetteer knows as a name. */
#ifndef RECOGNIZE_NAME_MATCH_H
#define RECOGNIZE_NAME_MATCH_H

#include "document/document.h"
#include "gazetteer/gazetteer.h"

enum gmi_match_class {
    GMI_MATCH_OTHER,
    GMI_MATCH_COUNTRY,
    GMI_MATCH_ADMIN1,
    GMI_MATCH_ADMIN,   /* lower areas */
    GMI_MATCH_REGION,  /* continents, seas, world regions */
    GMI_MATCH_TOWN,
    GMI_MATCH_NATURE,  /* rivers, lakes, mountains */
    GMI_MATCH_FACILITY
};

enum gmi_match_flag {
    GMI_MATCH_IS_NAME = 1 << 0,      /* a name of a place */
    GMI_MATCH_IS_ADJECTIVE = 1 << 1, /* an adjective or demonym */
    GMI_MATCH_IS_ABBREVIATION = 1 << 2,
    GMI_MATCH_IS_MAIN = 1 << 3,      /* some place's preferred name */
    GMI_MATCH_IS_INFLECTED = 1 << 4, /* found by its base form */
    GMI_MATCH_IS_FOREIGN = 1 << 5,   /* only names of other languages */
    GMI_MATCH_IS_NATIVE = 1 << 6,    /* a name in the text's language */
    GMI_MATCH_IS_HOME = 1 << 7,      /* of a country where it is written */
    GMI_MATCH_IS_GREAT = 1 << 8,     /* a long river, a large lake or range */
    GMI_MATCH_IS_LOCATIVE = 1 << 9   /* its ending says "in", "to" or "from" */
};

struct gmi_match {
    uint32_t first, count;  /* words */
    uint64_t key;           /* of the name that was found */
    uint64_t hash;          /* of the last word, as the name has it */
    uint32_t best;          /* best known place */
    uint32_t adjective_of;  /* place of the adjective; GMI_NONE */
    uint32_t population;    /* of the best known place */
    uint32_t home_people;   /* of the best known of IS_HOME */
    uint16_t flags;
    uint8_t places;         /* how many bear the name, at most 64 counted */
    uint8_t class;          /* enum gmi_match_class, of the best known */
};

struct gmi_matches {
    struct gmi_match *items; /* in the document's arena */
    size_t count, capacity;
};

#endif
