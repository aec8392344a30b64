/* SPDX-License-Identifier: MIT */
/* A place's name within the name of something else. */
#include "gazetteer/part.h"

#include <string.h>

/* "Church Street" is no church of that name, nor is it called Street. */
static bool is_generic(const struct gmi_folded *word)
{
    static const char *const words[] = {
        "academy",   "arena",    "avenue",     "ave",      "blvd",
        "boulevard", "building", "cathedral",  "cemetery", "center",
        "centre",    "chapel",   "church",     "circle",   "club",
        "college",   "court",    "crescent",   "drive",    "gate",
        "gateway",   "golf",     "hall",       "highway",  "hospital",
        "hotel",     "house",    "hwy",        "lane",     "library",
        "mall",      "market",   "museum",     "office",   "palace",
        "parkway",   "place",    "plantation", "plaza",    "point",
        "quarter",   "rd",       "road",       "route",    "school",
        "square",    "stadium",  "street",     "temple",   "terminal",
        "theater",   "theatre",  "tower",      "trail",    "university",
        "way",       NULL};
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], word->bytes) == 0)
            return true;
    return false;
}

/* A street may have any place's name, and lies seldom there. */
static bool is_street(const struct gmi_folded *word)
{
    static const char *const words[] = {
        "avenue",   "ave",   "blvd",    "boulevard", "circle",
        "crescent", "drive", "highway", "hwy",       "lane",
        "parkway",  "rd",    "road",    "route",     "st",
        "street",   "trail", "way",     NULL};
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], word->bytes) == 0)
            return true;
    return false;
}

bool gmi_part_is_street(const struct gmi_spelling *spelling)
{
    const struct gmi_form *form = &spelling->forms[0];
    return is_street(&spelling->words[form->words[form->count - 1]].folded);
}

enum { PART_LETTERS_MIN = 4, PART_HITS_READ = 8 };

/* Whether some populated place bears the name first of all, or in English. */
static bool is_well_borne(const gm_gazetteer *gazetteer, uint64_t key)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, key);
    for (size_t i = 0; i < PART_HITS_READ && gmi_hits_next(&hits, &hit); i++) {
        const struct gmi_place_record *place =
            gmi_gazetteer_record(gazetteer, hit.place, NULL);
        if (place->population > 0 &&
            (hit.kind == GM_NAME_MAIN || (hit.flags & GMI_NAME_ENGLISH)))
            return true;
    }
    return false;
}

uint64_t gmi_part_find(const gm_gazetteer *gazetteer,
                       const struct gmi_spelling *spelling)
{
    const struct gmi_form *form = &spelling->forms[0];
    const struct gmi_spelled *words = spelling->words;
    if (gmi_part_is_street(spelling))
        return 0;
    for (size_t length = form->count; length-- > 1;) {
        for (size_t first = form->count - length + 1; first-- > 0;) {
            size_t letters;
            if (length == 1 && is_generic(&words[form->words[first]].folded))
                continue;
            const uint64_t key =
                gmi_spelling_part(spelling, first, length, &letters);
            if (key != 0 && letters >= PART_LETTERS_MIN &&
                is_well_borne(gazetteer, key))
                return key;
        }
    }
    return 0;
}
