/* SPDX-License-Identifier: MIT */
/* What is worth knowing of the places of a name. */
#ifndef RECOGNIZE_DESCRIBE_H
#define RECOGNIZE_DESCRIBE_H

#include "recognize/name_match.h"

/* What the search for names works on. */
struct gmi_matcher {
    const gm_gazetteer *gazetteer;
    gm_document *doc;
    const char *language;
    bool is_caseless;
    struct gmi_matches *out;
};

/*
 * Fills in what is known of a match whose words and key are set; false when
 * none of the name's places is meant here.
 */
bool gmi_match_describe(const struct gmi_matcher *m, struct gmi_match *match);

/* Regions, continents, seas and oceans: what texts name as they name areas. */
bool gmi_is_region_feature(const char *feature);

#endif
