/* SPDX-License-Identifier: MIT */
/* What the gazetteer knows in a text. */
#include "recognize/match.h"

#include "base/status.h"
#include "gazetteer/languages.h"
#include "text/fold.h"
#include "text/inflect.h"

#include <string.h>

enum {
    WORDS_MAX = 12, /* of a name: longer ones are not written in prose */
    FOUND_MAX = 32, /* names that begin at a word */
    HITS_READ = 64, /* places of a name that are looked at */
};

struct matcher {
    const gm_gazetteer *gazetteer;
    gm_document *doc;
    const char *language;
    bool is_caseless;
    struct gmi_matches *out;
};

/* ---- What kind of name it is ------------------------------------------- */

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
        return strncmp(feature, "L.RGN", 5) == 0 ||
                       strncmp(feature, "L.CONT", 6) == 0
                   ? GMI_MATCH_REGION
                   : GMI_MATCH_OTHER;
    case 'H':
        return strncmp(feature, "H.SEA", 5) == 0 ||
                       strncmp(feature, "H.OCN", 5) == 0
                   ? GMI_MATCH_REGION
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

static bool takes_hit(const struct matcher *m, const struct gmi_match *match,
                      const struct gmi_hit *hit)
{
    if (hit->flags & GMI_NAME_IS_CODE)
        return false; /* airports' codes: never in prose */
    return !is_code(hit->text) || is_all_capitals(m->doc, match);
}

/* Whether the source gives a name as one of the text's language. */
static bool is_native(const struct matcher *m, const struct gmi_hit *hit)
{
    const struct gmi_name_record name = {.language = hit->language};
    const char *language =
        gmi_image_language(&m->gazetteer->images[hit->layer], &name);
    return language[0] && strncmp(language, m->language, 2) == 0;
}

/* A name that is only of languages other than the text's. */
static bool is_foreign(const struct matcher *m, const struct gmi_hit *hit)
{
    if (hit->kind == GM_NAME_MAIN ||
        (hit->flags & (GMI_NAME_NO_LANGUAGE | GMI_NAME_ENGLISH)))
        return false;
    return !is_native(m, hit);
}

/* What is known of one place of a name. */
static void note_place(const struct matcher *m, struct gmi_match *match,
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
    if (match->best != GMI_NONE)
        return;
    match->best = hit->place;
    match->population = place->population;
    match->class = class_of(gmi_image_feature(image, place));
}

static void note_hit(const struct matcher *m, struct gmi_match *match,
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
        match->flags &= (uint8_t)~GMI_MATCH_IS_FOREIGN;
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

/* Reads the places of a match; false when none of them is meant here. */
static bool describe(const struct matcher *m, struct gmi_match *match)
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
        match->flags &= (uint8_t)~GMI_MATCH_IS_FOREIGN;
    return match->best != GMI_NONE || match->adjective_of != GMI_NONE;
}

static gm_status add_match(struct matcher *m, struct gmi_match *match,
                           gm_error *err)
{
    if (!describe(m, match))
        return GM_OK;
    struct gmi_matches *out = m->out;
    if (out->count == out->capacity) {
        const size_t capacity = out->capacity ? out->capacity * 2 : 64;
        struct gmi_match *items =
            gmi_arena_array(&m->doc->arena, capacity, sizeof *items);
        if (!items)
            return gmi_fail_memory(err);
        if (out->count)
            memcpy(items, out->items, out->count * sizeof *items);
        out->items = items;
        out->capacity = capacity;
    }
    out->items[out->count++] = *match;
    return GM_OK;
}

/* ---- The walk ---------------------------------------------------------- */

/* Whether a name may begin or end with the word. */
static bool stands_out(const struct matcher *m, const struct gmi_word *word)
{
    if (m->is_caseless || word->caps != GMI_CAPS_LOWER)
        return true;
    return false;
}

/* "al-Bab": an article written small may begin a name. */
static bool is_article(const struct matcher *m, size_t index)
{
    const struct gmi_words *words = &m->doc->words;
    return index + 1 < words->count && words->items[index].letters == 2 &&
           (words->items[index + 1].before & GMI_BEFORE_HYPHEN) &&
           words->items[index + 1].caps == GMI_CAPS_CAPITAL;
}

/* Whether word `index` may go on with a name begun before it. */
static bool goes_on(const struct gmi_words *words, size_t index)
{
    const struct gmi_word *word = &words->items[index];
    const struct gmi_word *previous = &words->items[index - 1];
    if (!gmi_word_joins(word))
        return false;
    /* "St. Louis", "Washington D.C.", but not "in Guinea. Bissau said". */
    if ((word->before & GMI_BEFORE_PERIOD) &&
        !(previous->flags & GMI_WORD_DOTTED) && previous->letters > 3)
        return false;
    return true;
}

struct walk {
    size_t first;
    uint64_t key;
    struct gmi_match found[FOUND_MAX];
    size_t count;
};

/* `hash` is the last word's. */
static void note(struct walk *walk, size_t last, uint64_t key, uint64_t hash,
                 uint8_t flags)
{
    if (walk->count < FOUND_MAX)
        walk->found[walk->count++] = (struct gmi_match){
            .first = (uint32_t)walk->first,
            .count = (uint32_t)(last - walk->first + 1),
            .key = key,
            .hash = hash,
            .flags = flags,
        };
}

/* Notes every base form of the last word that completes a name. */
static void note_inflected(const struct matcher *m, struct walk *walk,
                           uint64_t prefix, size_t at)
{
    const struct gmi_word *word = &m->doc->words.items[at];
    struct gmi_folded folded, bases[GMI_BASES_MAX];
    gmi_fold(m->doc->text + word->start, word->end - word->start, &folded);
    const size_t count =
        gmi_inflect_bases(&folded, word->script, m->language, bases);
    for (size_t i = 0; i < count; i++) {
        const uint64_t hash = gmi_fold_hash(&bases[i]);
        const uint64_t key = gmi_key_add(prefix, hash);
        if (gmi_gazetteer_probe(m->gazetteer, key) & GMI_KEY_IS_NAME)
            note(walk, at, key, hash, GMI_MATCH_IS_INFLECTED);
    }
}

/* The keys that word `last` may take a name on with: as written, base forms. */
static size_t keys_with(const struct matcher *m, uint64_t prefix,
                        const struct gmi_word *word,
                        uint64_t keys[GMI_BASES_MAX + 1])
{
    struct gmi_folded folded, bases[GMI_BASES_MAX];
    size_t count = 0;
    keys[count++] = gmi_key_add(prefix, word->hash);
    if (word->caps == GMI_CAPS_LOWER || word->letters < 4)
        return count;
    gmi_fold(m->doc->text + word->start, word->end - word->start, &folded);
    const size_t base_count =
        gmi_inflect_bases(&folded, word->script, m->language, bases);
    for (size_t i = 0; i < base_count; i++)
        keys[count++] = gmi_key_add(prefix, gmi_fold_hash(&bases[i]));
    return count;
}

/*
 * A name whose words are each inflected: "Нагорного Карабаха". Goes on with
 * any base form of the word that some name begins with.
 */
static void walk_inflected(const struct matcher *m, struct walk *walk,
                           uint64_t prefix, size_t at, size_t depth)
{
    const struct gmi_words *words = &m->doc->words;
    if (at >= words->count || depth >= 4 ||
        (depth > 0 && !goes_on(words, at)))
        return;
    uint64_t keys[GMI_BASES_MAX + 1];
    const size_t count = keys_with(m, prefix, &words->items[at], keys);
    for (size_t i = 0; i < count; i++) {
        const unsigned known = gmi_gazetteer_probe(m->gazetteer, keys[i]);
        if ((known & GMI_KEY_IS_NAME) && depth > 0 &&
            stands_out(m, &words->items[at]))
            note(walk, at, keys[i], 0, GMI_MATCH_IS_INFLECTED);
        if (known & GMI_KEY_IS_PREFIX)
            walk_inflected(m, walk, keys[i], at + 1, depth + 1);
    }
}

static bool is_inflecting(const struct matcher *m, const struct gmi_word *word)
{
    return word->script == GMI_SCRIPT_CYRILLIC ||
           word->script == GMI_SCRIPT_ARMENIAN ||
           word->script == GMI_SCRIPT_GEORGIAN ||
           (word->script == GMI_SCRIPT_LATIN && m->language[0] &&
            strcmp(m->language, "en") != 0);
}

static void walk_from(const struct matcher *m, size_t first,
                      struct walk *walk)
{
    const struct gmi_words *words = &m->doc->words;
    *walk = (struct walk){.first = first, .key = GMI_KEY_EMPTY};
    for (size_t i = first; i < words->count && i - first < WORDS_MAX; i++) {
        if (i > first && !goes_on(words, i))
            break;
        const uint64_t prefix = walk->key;
        walk->key = gmi_key_add(prefix, words->items[i].hash);
        const unsigned known = gmi_gazetteer_probe(m->gazetteer, walk->key);
        if ((known & GMI_KEY_IS_NAME) && stands_out(m, &words->items[i]))
            note(walk, i, walk->key, words->items[i].hash, 0);
        if (is_inflecting(m, &words->items[i]) &&
            stands_out(m, &words->items[i]))
            note_inflected(m, walk, prefix, i);
        if (!(known & GMI_KEY_IS_PREFIX))
            break;
    }
    if (is_inflecting(m, &words->items[first]))
        walk_inflected(m, walk, GMI_KEY_EMPTY, first, 0);
}

gm_status gmi_match_document(const gm_gazetteer *gazetteer, gm_document *doc,
                             const char *language, bool is_caseless,
                             struct gmi_matches *out, gm_error *err)
{
    *out = (struct gmi_matches){0};
    struct matcher m = {gazetteer, doc, language, is_caseless, out};
    for (size_t i = 0; i < doc->words.count; i++) {
        if (!stands_out(&m, &doc->words.items[i]) && !is_article(&m, i))
            continue;
        struct walk walk;
        walk_from(&m, i, &walk);
        /* The longest first; of two as long, as written before inflected. */
        for (size_t length = WORDS_MAX; length > 0; length--) {
            for (size_t j = 0; j < walk.count; j++) {
                if (walk.found[j].count != length)
                    continue;
                const gm_status status = add_match(&m, &walk.found[j], err);
                if (status)
                    return status;
            }
        }
    }
    return GM_OK;
}
