/* SPDX-License-Identifier: MIT */
/* Cues of names: what the gazetteer knows of runs of words. */
#include "recognize/features.h"

#include "base/status.h"

#include <string.h>

enum {
    NAME_WORDS = 8,  /* of a name that is looked for */
    HITS_READ = 8,   /* places of a name, of each layer, that are looked at */
    HITS_COUNTED = 64,
    AREAS_MAX = 24,  /* that the places of one name lie in */
    NAMED_MAX = 64   /* first-order areas that a text names */
};

enum name_class {
    CLASS_NONE, CLASS_COUNTRY, CLASS_ADMIN1, CLASS_ADMIN, CLASS_REGION,
    CLASS_CITY_1M, CLASS_CITY_100K, CLASS_CITY_15K, CLASS_CITY_1K,
    CLASS_VILLAGE, CLASS_WATER, CLASS_MOUNTAIN, CLASS_LAND, CLASS_SPOT,
    CLASS_OTHER
};

/* An area: a country by its number, or a first-order one by its place. */
struct area {
    uint32_t admin1;
    uint16_t country;
    bool is_self; /* the name's own place, not what it lies in */
};

struct name {
    size_t first, length; /* words of the stretch */
    struct gmi_name_cue cue;
    size_t area_count;
    struct area areas[AREAS_MAX];
};

struct finder {
    struct gmi_cues *cues;
    const gm_document *doc;
    const gm_gazetteer *gazetteer;
    struct name *names;
    size_t name_count;
    uint8_t countries[26 * 26 + 1]; /* named in the text */
    uint32_t admin1[NAMED_MAX];
    size_t admin1_count;
};

/* ---- One name ---------------------------------------------------------- */

static uint8_t class_of(const char *feature, uint32_t population)
{
    switch (feature[0]) {
    case 'A':
        return strncmp(feature, "A.PCL", 5) == 0   ? CLASS_COUNTRY
               : strncmp(feature, "A.ADM1", 6) == 0 ? CLASS_ADMIN1
                                                    : CLASS_ADMIN;
    case 'P':
        return population >= 1000000  ? CLASS_CITY_1M
               : population >= 100000 ? CLASS_CITY_100K
               : population >= 15000  ? CLASS_CITY_15K
               : population >= 1000   ? CLASS_CITY_1K : CLASS_VILLAGE;
    case 'H':
        return strncmp(feature, "H.SEA", 5) == 0 ||
                       strncmp(feature, "H.OCN", 5) == 0
                   ? CLASS_REGION : CLASS_WATER;
    case 'T':
        return CLASS_MOUNTAIN;
    case 'L':
        return strncmp(feature, "L.RGN", 5) == 0 ||
                       strncmp(feature, "L.CONT", 6) == 0
                   ? CLASS_REGION : CLASS_LAND;
    case 'S':
    case 'R':
        return CLASS_SPOT;
    default:
        return CLASS_OTHER;
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

static bool takes(const struct finder *f, const struct name *name,
                  const struct gmi_hit *hit)
{
    if (hit->flags & GMI_NAME_IS_CODE)
        return false;
    if (!is_code(hit->text))
        return true;
    for (size_t i = 0; i < name->length; i++)
        if (f->doc->words.items[f->cues->first + name->first + i].caps !=
            GMI_CAPS_UPPER)
            return f->cues->is_caseless;
    return true;
}

static void add_area(struct name *name, const struct finder *f,
                     const struct gmi_hit *hit,
                     const struct gmi_place_record *record)
{
    if (name->area_count == AREAS_MAX)
        return;
    const uint8_t class = name->cue.class;
    struct area area = {GMI_NONE, record->country, false};
    if (class == CLASS_COUNTRY || class == CLASS_ADMIN1) {
        area.is_self = true;
        if (class == CLASS_ADMIN1) {
            area.country = 0;
            area.admin1 = hit->place;
        }
    } else if (record->admin1 != GMI_NONE) {
        area.admin1 = gmi_gazetteer_global(f->gazetteer, hit->layer,
                                           record->admin1);
    }
    name->areas[name->area_count++] = area;
}

static uint8_t take_place(struct name *name, const struct finder *f,
                       const struct gmi_hit *hit)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(f->gazetteer, hit->place, &image);
    if (!record)
        return CLASS_NONE;
    struct gmi_name_cue *cue = &name->cue;
    const uint8_t class =
        class_of(gmi_image_feature(image, record), record->population);
    const uint8_t population = (uint8_t)(log10_of(record->population) + 1);
    if (cue->class == CLASS_NONE || class < cue->class) {
        const bool was_area =
            cue->class == CLASS_COUNTRY || cue->class == CLASS_ADMIN1;
        const bool is_area =
            class == CLASS_COUNTRY || class == CLASS_ADMIN1;
        cue->class = class;
        if (is_area && !was_area)
            name->area_count = 0; /* now it holds, and lies in nothing */
    }
    if (population > cue->population)
        cue->population = population;
    cue->is_main |= hit->kind == GM_NAME_MAIN;
    if (class == cue->class || cue->class > CLASS_ADMIN1)
        add_area(name, f, hit, record);
    return class;
}

static bool ends_in_stop(const char *text)
{
    const size_t length = strlen(text);
    return length > 2 && text[length - 1] == '.';
}

/* Reads the places of a key; false when none of them will do. */
static bool read_name(struct name *name, const struct finder *f, uint64_t key)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    size_t read = 0, layer = 0, count = 0;
    bool is_noun = false; /* "New Zealand": an adjective too, by tables */
    name->cue = (struct gmi_name_cue){0};
    name->area_count = 0;
    gmi_hits_begin(&hits, f->gazetteer, key);
    while (count < HITS_COUNTED && gmi_hits_next(&hits, &hit)) {
        if (hit.layer != layer)
            read = 0;
        layer = hit.layer;
        if (!takes(f, name, &hit))
            continue;
        if (hit.kind == GM_NAME_DEMONYM || hit.kind == GM_NAME_ADJECTIVE) {
            name->cue.adjective |= (hit.flags & GMI_NAME_ENGLISH) != 0;
            continue;
        }
        if (hit.kind == GM_NAME_ABBREVIATION && ends_in_stop(hit.text))
            name->cue.is_abbreviation = 1;
        count++;
        if (read++ >= HITS_READ)
            continue;
        const uint8_t class = take_place(name, f, &hit);
        is_noun = is_noun || (class > CLASS_NONE && class < CLASS_CITY_15K &&
                              (hit.kind == GM_NAME_MAIN ||
                               hit.kind == GM_NAME_PREFERRED));
    }
    if (is_noun)
        name->cue.adjective = 0;
    name->cue.places = log2_of(count);
    name->cue.length = (uint8_t)(name->length < 4 ? name->length : 4);
    return count > 0 || name->cue.adjective;
}

/* ---- All names --------------------------------------------------------- */

static const struct gmi_cue *cue_at(const struct finder *f, size_t index)
{
    return &f->cues->items[index + GMI_CUE_MARGIN];
}

static bool joins(const struct finder *f, size_t index)
{
    const struct gmi_word *word =
        &f->doc->words.items[f->cues->first + index];
    return gmi_word_joins(word) && !(word->flags & GMI_WORD_SENTENCE_START);
}

/* The longest name that begins at a word. */
static bool find_name(const struct finder *f, size_t first, struct name *out)
{
    uint64_t keys[NAME_WORDS], key = GMI_KEY_EMPTY;
    size_t longest = 0;
    bool is_name[NAME_WORDS] = {false};
    for (size_t i = 0; i < NAME_WORDS && first + i < f->cues->count; i++) {
        if (i > 0 && !joins(f, first + i))
            break;
        keys[i] = key = gmi_key_add(key, cue_at(f, first + i)->word);
        const unsigned known = gmi_gazetteer_probe(f->gazetteer, key);
        is_name[i] = known & GMI_KEY_IS_NAME &&
                     gmi_cue_is_capital(cue_at(f, first + i));
        longest = is_name[i] ? i + 1 : longest;
        if (!(known & GMI_KEY_IS_PREFIX))
            break;
    }
    for (; longest > 0; longest--) {
        out->first = first;
        out->length = longest;
        if (is_name[longest - 1] && read_name(out, f, keys[longest - 1]))
            return true;
    }
    return false;
}

static void mark_name(const struct finder *f, const struct name *name)
{
    struct gmi_cue *cue = &f->cues->items[name->first + GMI_CUE_MARGIN];
    for (size_t i = 0; i < name->length; i++) {
        cue[i].name = name->cue;
        cue[i].name.position =
            name->length == 1          ? GMI_IN_SINGLE
            : i == 0                   ? GMI_IN_BEGIN
            : i + 1 == name->length    ? GMI_IN_END : GMI_IN_MIDDLE;
    }
}

/* What a word would be as a name of its own. */
static void mark_alone(const struct finder *f, size_t index,
                       const struct name *name)
{
    struct gmi_cue *cue = &f->cues->items[index + GMI_CUE_MARGIN];
    struct name alone = {.first = index, .length = 1};
    if (!gmi_cue_is_capital(cue))
        return;
    if (name && name->length == 1) {
        alone = *name;
    } else {
        const uint64_t key = gmi_key_add(GMI_KEY_EMPTY, cue->word);
        if (!(gmi_gazetteer_probe(f->gazetteer, key) & GMI_KEY_IS_NAME) ||
            !read_name(&alone, f, key))
            return;
    }
    cue->alone = (uint8_t)(alone.cue.class + 16 * alone.cue.adjective);
    cue->alone_population = alone.cue.population;
}

static void find_names(struct finder *f)
{
    for (size_t i = 0; i < f->cues->count;) {
        struct name *name = &f->names[f->name_count];
        if (!gmi_cue_is_capital(cue_at(f, i)) || !find_name(f, i, name)) {
            i++;
            continue;
        }
        mark_name(f, name);
        for (size_t j = 0; j < name->length; j++)
            mark_alone(f, i + j, name);
        i += name->length;
        f->name_count++;
    }
}

/* ---- Names and the areas they lie in ----------------------------------- */

static bool is_area(const struct name *name)
{
    return name->cue.class == CLASS_COUNTRY ||
           name->cue.class == CLASS_ADMIN1;
}

static void note_area(struct finder *f, const struct name *name)
{
    for (size_t i = 0; i < name->area_count; i++) {
        const struct area *area = &name->areas[i];
        if (!area->is_self)
            continue;
        if (area->country <= 26 * 26)
            f->countries[area->country] = 1;
        if (area->admin1 != GMI_NONE && f->admin1_count < NAMED_MAX)
            f->admin1[f->admin1_count++] = area->admin1;
    }
}

static bool holds(const struct name *outer, const struct name *inner)
{
    for (size_t i = 0; i < outer->area_count; i++) {
        const struct area *area = &outer->areas[i];
        for (size_t j = 0; area->is_self && j < inner->area_count; j++) {
            const struct area *in = &inner->areas[j];
            if (!in->is_self &&
                (area->admin1 != GMI_NONE ? area->admin1 == in->admin1
                                          : area->country == in->country))
                return true;
        }
    }
    return false;
}

static uint8_t is_known(const struct finder *f, const struct name *name)
{
    uint8_t known = 0;
    for (size_t i = 0; i < name->area_count; i++) {
        const struct area *area = &name->areas[i];
        if (area->is_self)
            continue;
        if (area->country > 0 && area->country <= 26 * 26 &&
            f->countries[area->country])
            known = 1;
        for (size_t j = 0; j < f->admin1_count; j++)
            if (area->admin1 == f->admin1[j])
                return 2;
    }
    return known;
}

/* "Alliance, Ohio", "Paris (Texas)", "Ohio town". */
static bool stands_behind(const struct finder *f, const struct name *name,
                          const struct name *next)
{
    const uint16_t gap = cue_at(f, next->first)->gap;
    return next->first == name->first + name->length &&
           (gap & ~(GMI_BEFORE_COMMA | GMI_BEFORE_OPEN | GMI_BEFORE_PERIOD |
                    GMI_BEFORE_LINE)) == 0;
}

static void relate_names(struct finder *f)
{
    for (size_t i = 0; i < f->name_count; i++)
        note_area(f, &f->names[i]);
    for (size_t i = 0; i < f->name_count; i++) {
        struct name *name = &f->names[i];
        name->cue.known = is_known(f, name);
        if (i + 1 < f->name_count && is_area(&f->names[i + 1]) &&
            stands_behind(f, name, &f->names[i + 1])) {
            const uint8_t answer = holds(&f->names[i + 1], name) ? 1 : 2;
            name->cue.inside = answer;
            f->names[i + 1].cue.holds = answer;
        }
    }
    for (size_t i = 0; i < f->name_count; i++)
        mark_name(f, &f->names[i]);
}

gm_status gmi_cues_add_names(struct gmi_cues *cues, gm_document *doc,
                             const gm_gazetteer *gazetteer, gm_error *err)
{
    size_t capitals = 0;
    for (size_t i = 0; i < cues->count; i++)
        capitals += gmi_cue_is_capital(&cues->items[i + GMI_CUE_MARGIN]);
    struct finder f = {.cues = cues, .doc = doc, .gazetteer = gazetteer};
    f.names = gmi_arena_alloc(&doc->arena, (capitals + 1) * sizeof *f.names);
    if (!f.names)
        return gmi_fail_memory(err);
    find_names(&f);
    relate_names(&f);
    return GM_OK;
}
