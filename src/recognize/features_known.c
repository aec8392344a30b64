/* SPDX-License-Identifier: MIT */
/* What the gazetteer knows of one name, in few values. */
#include "recognize/features_name.h"

#include "recognize/describe.h"

#include <string.h>

enum {
    HITS_READ = 8,   /* places of a name, of each layer, that are looked at */
    HITS_COUNTED = 64,
    KINDS_MAX = 8    /* places whose name a demonym or a noun is */
};

static uint8_t class_of(const char *feature, uint32_t population)
{
    switch (feature[0]) {
    case 'A':
        return strncmp(feature, "A.PCL", 5) == 0   ? GMI_CLASS_COUNTRY
               : strncmp(feature, "A.ADM1", 6) == 0 ? GMI_CLASS_ADMIN1
                                                    : GMI_CLASS_ADMIN;
    case 'P':
        return population >= 1000000  ? GMI_CLASS_CITY_1M
               : population >= 100000 ? GMI_CLASS_CITY_100K
               : population >= 15000  ? GMI_CLASS_CITY_15K
               : population >= 1000   ? GMI_CLASS_CITY_1K : GMI_CLASS_VILLAGE;
    case 'H':
        return gmi_is_region_feature(feature) ? GMI_CLASS_REGION
                                              : GMI_CLASS_WATER;
    case 'T':
        return GMI_CLASS_MOUNTAIN;
    case 'L':
        return gmi_is_region_feature(feature) ? GMI_CLASS_REGION
                                              : GMI_CLASS_LAND;
    case 'S':
    case 'R':
        return GMI_CLASS_SPOT;
    default:
        return GMI_CLASS_OTHER;
    }
}

static uint8_t log10_of(uint32_t value)
{
    uint8_t digits = 0;
    for (; value; value /= 10)
        digits++;
    return digits;
}

static uint8_t log2_of(size_t value)
{
    uint8_t bits = 0;
    for (; value; value >>= 1)
        bits++;
    return bits;
}

/* "LA", "TX": a name only where the text has capitals too. */
static bool is_code(const char *text)
{
    size_t letters = 0;
    for (; *text; text++) {
        if (*text == '.')
            continue;
        if (*text < 'A' || *text > 'Z' || ++letters > 4)
            return false;
    }
    return true;
}

static bool takes(const struct gmi_name_view *view, const struct gmi_cue_name *name,
                  const struct gmi_hit *hit)
{
    if (hit->flags & GMI_NAME_IS_CODE)
        return false;
    if (!is_code(hit->text))
        return true;
    for (size_t i = 0; i < name->length; i++)
        if (view->doc->words.items[view->cues->first + name->first + i].caps !=
            GMI_CAPS_UPPER)
            return view->cues->is_caseless;
    return true;
}

static void add_area(struct gmi_cue_name *name, const struct gmi_name_view *view,
                     const struct gmi_hit *hit,
                     const struct gmi_place_record *record)
{
    if (name->area_count == GMI_NAME_AREAS_MAX)
        return;
    const uint8_t class = name->cue.class;
    struct gmi_name_area area = {GMI_NONE, record->country, false};
    if (class == GMI_CLASS_COUNTRY || class == GMI_CLASS_ADMIN1) {
        area.is_self = true;
        if (class == GMI_CLASS_ADMIN1) {
            area.country = 0;
            area.admin1 = hit->place;
        }
    } else if (record->admin1 != GMI_NONE) {
        area.admin1 = gmi_gazetteer_global(view->gazetteer, hit->layer,
                                           record->admin1);
    }
    name->areas[name->area_count++] = area;
}

static uint8_t take_place(struct gmi_cue_name *name, const struct gmi_name_view *view,
                       const struct gmi_hit *hit)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(view->gazetteer, hit->place, &image);
    if (!record)
        return GMI_CLASS_NONE;
    struct gmi_name_cue *cue = &name->cue;
    const uint8_t class =
        class_of(gmi_image_feature(image, record), record->population);
    const uint8_t population = (uint8_t)(log10_of(record->population) + 1);
    if (cue->class == GMI_CLASS_NONE || class < cue->class) {
        const bool was_area =
            cue->class == GMI_CLASS_COUNTRY || cue->class == GMI_CLASS_ADMIN1;
        const bool is_area =
            class == GMI_CLASS_COUNTRY || class == GMI_CLASS_ADMIN1;
        cue->class = class;
        if (is_area && !was_area)
            name->area_count = 0; /* now it holds, and lies in nothing */
    }
    if (population > cue->population)
        cue->population = population;
    cue->is_main |= hit->kind == GM_NAME_MAIN;
    if (class == cue->class || cue->class > GMI_CLASS_ADMIN1)
        add_area(name, view, hit, record);
    return class;
}

/* "Calif." and "W. Va.", but not "U.K.": no stop of its own ends "UK". */
static bool ends_in_stop(const char *text)
{
    const size_t length = strlen(text);
    return length > 2 && text[length - 1] == '.' &&
           text[length - 3] != '.';
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

/* Whether the text has the very letters of the place's name. */
static bool is_spelt(const struct gmi_name_view *view,
                     const struct gmi_cue_name *name, const char *text)
{
    const struct gmi_word *words =
        view->doc->words.items + view->cues->first + name->first;
    const char *written = view->doc->text + words[0].start;
    const size_t length = words[name->length - 1].end - words[0].start;
    for (size_t i = 0; i < length; i++)
        if (text[i] == '\0' || lower(text[i]) != lower(written[i]))
            return false;
    return text[length] == '\0' || text[length] == '.';
}

static void add_spelling(struct gmi_cue_name *name, const struct gmi_name_view *view,
                         const struct gmi_hit *hit)
{
    const uint8_t spelling = !is_spelt(view, name, hit->text)       ? 0
                             : hit->flags & GMI_NAME_ENGLISH  ? 2 : 1;
    const uint8_t languages =
        log2_of((size_t)(hit->language >> GMI_LANGUAGE_BITS) + 1);
    if (spelling > name->cue.spelling)
        name->cue.spelling = spelling;
    if (languages > name->cue.languages)
        name->cue.languages = languages;
}

/* The places whose adjective a name is, and whose main name. */
struct kinds {
    uint32_t adjective_of[KINDS_MAX], noun_of[KINDS_MAX];
    size_t adjectives, nouns;
};

/* "New Zealand" and "Queensland" are their own adjectives: nouns. */
static bool is_adjective(const struct kinds *kinds)
{
    for (size_t i = 0; i < kinds->adjectives; i++)
        for (size_t j = 0; j < kinds->nouns; j++)
            if (kinds->adjective_of[i] == kinds->noun_of[j])
                return false;
    return kinds->adjectives > 0;
}

/* Reads the places of a key; false when none of them will do. */
bool gmi_cue_name_read(const struct gmi_name_view *view, uint64_t key,
                       struct gmi_cue_name *name)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    size_t read = 0, layer = 0, count = 0;
    struct kinds kinds = {0};
    name->cue = (struct gmi_name_cue){0};
    name->area_count = 0;
    gmi_hits_begin(&hits, view->gazetteer, key);
    while (count < HITS_COUNTED && gmi_hits_next(&hits, &hit)) {
        if (hit.layer != layer)
            read = 0;
        layer = hit.layer;
        if (!takes(view, name, &hit))
            continue;
        if (hit.kind == GM_NAME_DEMONYM || hit.kind == GM_NAME_ADJECTIVE) {
            if (hit.flags & GMI_NAME_ENGLISH && kinds.adjectives < KINDS_MAX)
                kinds.adjective_of[kinds.adjectives++] = hit.place;
            continue;
        }
        if (hit.kind == GM_NAME_ABBREVIATION && ends_in_stop(hit.text))
            name->cue.is_abbreviation = 1;
        count++;
        if (read++ >= HITS_READ)
            continue;
        add_spelling(name, view, &hit);
        const uint8_t class = take_place(name, view, &hit);
        if (hit.kind == GM_NAME_MAIN && class < GMI_CLASS_CITY_15K &&
            kinds.nouns < KINDS_MAX)
            kinds.noun_of[kinds.nouns++] = hit.place;
    }
    name->cue.adjective = is_adjective(&kinds);
    name->cue.places = log2_of(count);
    name->cue.length = (uint8_t)(name->length < 4 ? name->length : 4);
    return count > 0 || name->cue.adjective;
}
