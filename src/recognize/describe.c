/* SPDX-License-Identifier: MIT */
/* What is worth knowing of the places of a name. */
#include "recognize/describe.h"

#include "gazetteer/languages.h"
#include "text/letter.h"
#include "text/utf8.h"

#include <string.h>

enum { HITS_READ = 64 }; /* places of a name that are looked at */

bool gmi_is_region_feature(const char *feature)
{
    return strncmp(feature, "L.RGN", 5) == 0 ||
           strncmp(feature, "L.CONT", 6) == 0 ||
           strncmp(feature, "H.SEA", 5) == 0 ||
           strncmp(feature, "H.OCN", 5) == 0;
}

static uint8_t class_of(const char *feature)
{
    if (strncmp(feature, "A.PCL", 5) == 0)
        return GMI_MATCH_COUNTRY;
    if (strncmp(feature, "A.ADM1", 6) == 0)
        return GMI_MATCH_ADMIN1;
    switch (feature[0]) {
    case 'A':
        return GMI_MATCH_ADMIN;
    case 'P':
        return GMI_MATCH_TOWN;
    case 'S':
    case 'R':
        return GMI_MATCH_FACILITY;
    case 'L':
        return gmi_is_region_feature(feature) ? GMI_MATCH_REGION
                                              : GMI_MATCH_OTHER;
    case 'H':
        return gmi_is_region_feature(feature) ? GMI_MATCH_REGION
                                              : GMI_MATCH_NATURE;
    case 'T':
        return GMI_MATCH_NATURE;
    default:
        return GMI_MATCH_OTHER;
    }
}

/* A code ("LA", "YVN") is its place only where the text has capitals too. */
static bool is_code(const char *text)
{
    size_t letters = 0;
    for (; *text; text++) {
        if (*text == '.')
            continue;
        if (*text < 'A' || *text > 'Z')
            return false;
        letters++;
    }
    return letters <= 4;
}

static bool is_all_capitals(const gm_document *doc,
                            const struct gmi_match *match)
{
    for (uint32_t i = 0; i < match->count; i++)
        if (doc->words.items[match->first + i].caps != GMI_CAPS_UPPER)
            return false;
    return true;
}

/* Whether the last word of a name is written small: "Чёрное море". */
static bool ends_small(const char *name)
{
    const char *space = strrchr(name, ' ');
    size_t at = space ? (size_t)(space - name) + 1 : 0;
    if (!name[at])
        return false;
    return gmi_letter_of(gmi_utf8_next(name, &at))->class == GMI_LETTER_LOWER;
}

static bool takes_hit(const struct gmi_matcher *m, const struct gmi_match *match,
                      const struct gmi_hit *hit)
{
    if (hit->flags & GMI_NAME_IS_CODE)
        return false; /* airports' codes: never in prose */
    const struct gmi_word *last =
        &m->doc->words.items[match->first + match->count - 1];
    if (match->count > 1 && !m->is_caseless && last->caps == GMI_CAPS_LOWER &&
        !ends_small(hit->text))
        return false;
    return !is_code(hit->text) || is_all_capitals(m->doc, match);
}

/* Whether the source gives a name as one of the text's language. */
static bool is_native(const struct gmi_matcher *m, const struct gmi_hit *hit)
{
    const struct gmi_name_record name = {.language = hit->language};
    const char *language =
        gmi_image_language(&m->gazetteer->images[hit->layer], &name);
    return language[0] && strncmp(language, m->language, 2) == 0;
}

/* A name that is only of languages other than the text's. */
static bool is_foreign(const struct gmi_matcher *m, const struct gmi_hit *hit)
{
    if (hit->kind == GM_NAME_MAIN ||
        (hit->flags & (GMI_NAME_NO_LANGUAGE | GMI_NAME_ENGLISH)))
        return false;
    return !is_native(m, hit);
}

enum { GREAT_RADIUS = 500 }; /* 50 km, in the units of a record */

/* What is known of one place of a name. */
static void note_place(const struct gmi_matcher *m, struct gmi_match *match,
                       const struct gmi_hit *hit)
{
    const struct gmi_image *image;
    const struct gmi_place_record *place =
        gmi_gazetteer_record(m->gazetteer, hit->place, &image);
    if (gmi_country_speaks(place->country, m->language) > 0) {
        match->flags |= GMI_MATCH_IS_HOME;
        if (place->population > match->home_people)
            match->home_people = place->population;
    }
    const uint8_t class = class_of(gmi_image_feature(image, place));
    if (class == GMI_MATCH_NATURE && place->radius >= GREAT_RADIUS)
        match->flags |= GMI_MATCH_IS_GREAT;
    if (match->best != GMI_NONE)
        return;
    match->best = hit->place;
    match->population = place->population;
    match->class = class;
}

static void note_hit(const struct gmi_matcher *m, struct gmi_match *match,
                     const struct gmi_hit *hit)
{
    if (hit->kind == GM_NAME_DEMONYM || hit->kind == GM_NAME_ADJECTIVE) {
        /*
         * French "géorgien" and German "Georgien" fold to the same; Finnish
         * "Italian" is no English adjective.
         */
        if (m->language[0] && strcmp(m->language, "en") != 0 &&
            !is_native(m, hit) && !(hit->flags & GMI_NAME_NO_LANGUAGE))
            return;
        match->flags |= GMI_MATCH_IS_ADJECTIVE;
        if (match->adjective_of == GMI_NONE)
            match->adjective_of = hit->place;
        return;
    }
    if (!is_foreign(m, hit))
        match->flags &= (uint16_t)~GMI_MATCH_IS_FOREIGN;
    match->flags |= hit->kind == GM_NAME_ABBREVIATION
                        ? GMI_MATCH_IS_ABBREVIATION
                        : GMI_MATCH_IS_NAME;
    if (hit->kind == GM_NAME_MAIN)
        match->flags |= GMI_MATCH_IS_MAIN;
    match->places++;
    if (is_native(m, hit))
        match->flags |= GMI_MATCH_IS_NATIVE;
    note_place(m, match, hit);
}

bool gmi_match_describe(const struct gmi_matcher *m, struct gmi_match *match)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    match->best = match->adjective_of = GMI_NONE;
    match->flags |= GMI_MATCH_IS_FOREIGN;
    gmi_hits_begin(&hits, m->gazetteer, match->key);
    for (size_t i = 0; i < HITS_READ && gmi_hits_next(&hits, &hit); i++)
        if (takes_hit(m, match, &hit))
            note_hit(m, match, &hit);
    if (!(match->flags & GMI_MATCH_IS_NAME))
        match->flags &= (uint16_t)~GMI_MATCH_IS_FOREIGN;
    return match->best != GMI_NONE || match->adjective_of != GMI_NONE;
}
