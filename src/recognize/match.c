/* SPDX-License-Identifier: MIT */
/* What the gazetteer knows in a text. */
#include "recognize/match.h"

#include "base/status.h"
#include "recognize/describe.h"
#include "text/fold.h"
#include "text/inflect.h"

#include <string.h>

enum {
    WORDS_MAX = 12, /* of a name: longer ones are not written in prose */
    FOUND_MAX = 32, /* names that begin at a word */
    ADJECTIVE_LETTERS_MIN = 4,
};

static gm_status add_described(struct gmi_matcher *m,
                               const struct gmi_match *match, gm_error *err)
{
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

static gm_status add_match(struct gmi_matcher *m, struct gmi_match *match,
                           gm_error *err)
{
    return gmi_match_describe(m, match) ? add_described(m, match, err) : GM_OK;
}

/* ---- The walk ---------------------------------------------------------- */

/* Whether a name may begin or end with the word. */
static bool stands_out(const struct gmi_matcher *m, const struct gmi_word *word)
{
    if (m->is_caseless || word->caps != GMI_CAPS_LOWER)
        return true;
    return false;
}

/*
 * Whether a name may end with the word. Most languages write the kind of a
 * sea or a country small: "Чёрное море"; English does not.
 */
static bool may_end(const struct gmi_matcher *m, const struct gmi_word *word)
{
    return stands_out(m, word) ||
           (word->letters >= 3 && m->language[0] &&
            strcmp(m->language, "en") != 0);
}

/* "al-Bab": an article written small may begin a name. */
static bool is_article(const struct gmi_matcher *m, size_t index)
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
                 uint16_t flags)
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
static void note_inflected(const struct gmi_matcher *m, struct walk *walk,
                           uint64_t prefix, size_t at)
{
    const struct gmi_word *word = &m->doc->words.items[at];
    struct gmi_folded folded, bases[GMI_BASES_MAX];
    gmi_fold(m->doc->text + word->start, word->end - word->start, &folded);
    const size_t count =
        gmi_inflect_bases(&folded, word->script, m->language, bases);
    const uint16_t locative = gmi_inflect_is_locative(&folded, m->language)
                                  ? GMI_MATCH_IS_LOCATIVE
                                  : 0;
    for (size_t i = 0; i < count; i++) {
        const uint64_t hash = gmi_fold_hash(&bases[i]);
        const uint64_t key = gmi_key_add(prefix, hash);
        if (gmi_gazetteer_probe(m->gazetteer, key) & GMI_KEY_IS_NAME)
            note(walk, at, key, hash, GMI_MATCH_IS_INFLECTED | locative);
    }
}

/* The keys that word `last` may take a name on with: as written, base forms. */
static size_t keys_with(const struct gmi_matcher *m, uint64_t prefix,
                        const struct gmi_word *word,
                        uint64_t keys[GMI_BASES_MAX + 1])
{
    struct gmi_folded folded, bases[GMI_BASES_MAX];
    size_t count = 0;
    keys[count++] = gmi_key_add(prefix, word->hash);
    if (word->letters < 4)
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
static void walk_inflected(const struct gmi_matcher *m, struct walk *walk,
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
            may_end(m, &words->items[at]))
            note(walk, at, keys[i], 0, GMI_MATCH_IS_INFLECTED);
        if (known & GMI_KEY_IS_PREFIX)
            walk_inflected(m, walk, keys[i], at + 1, depth + 1);
    }
}

static bool is_inflecting(const struct gmi_matcher *m, const struct gmi_word *word)
{
    return word->script == GMI_SCRIPT_CYRILLIC ||
           word->script == GMI_SCRIPT_ARMENIAN ||
           word->script == GMI_SCRIPT_GEORGIAN ||
           word->script == GMI_SCRIPT_GREEK ||
           word->script == GMI_SCRIPT_ARABIC ||
           word->script == GMI_SCRIPT_HEBREW ||
           (word->script == GMI_SCRIPT_LATIN && m->language[0] &&
            strcmp(m->language, "en") != 0);
}

static void walk_from(const struct gmi_matcher *m, size_t first,
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
        const struct gmi_word *word = &words->items[i];
        const bool is_end = i > first ? may_end(m, word) : stands_out(m, word);
        if ((known & GMI_KEY_IS_NAME) && is_end)
            note(walk, i, walk->key, word->hash, 0);
        if (is_inflecting(m, word) && is_end)
            note_inflected(m, walk, prefix, i);
        if (!(known & GMI_KEY_IS_PREFIX))
            break;
    }
    if (is_inflecting(m, &words->items[first]))
        walk_inflected(m, walk, GMI_KEY_EMPTY, first, 0);
}

/* Keeps of a word that is written small only that it is an adjective. */
static gm_status add_small_adjective(struct gmi_matcher *m, size_t first,
                                     gm_error *err)
{
    const struct gmi_word *word = &m->doc->words.items[first];
    struct walk walk = {.first = first};
    if (word->letters < ADJECTIVE_LETTERS_MIN || !is_inflecting(m, word))
        return GM_OK;
    const uint64_t own = gmi_key_add(GMI_KEY_EMPTY, word->hash);
    if (gmi_gazetteer_probe(m->gazetteer, own) & GMI_KEY_IS_NAME)
        note(&walk, first, own, word->hash, 0);
    note_inflected(m, &walk, GMI_KEY_EMPTY, first);
    for (size_t i = 0; i < walk.count; i++) {
        struct gmi_match match = walk.found[i];
        if (!gmi_match_describe(m, &match) || match.adjective_of == GMI_NONE)
            continue;
        match.best = GMI_NONE;
        match.class = GMI_MATCH_OTHER;
        match.flags = GMI_MATCH_IS_ADJECTIVE;
        return add_described(m, &match, err);
    }
    return GM_OK;
}

gm_status gmi_match_document(const gm_gazetteer *gazetteer, gm_document *doc,
                             const char *language, bool is_caseless,
                             struct gmi_matches *out, gm_error *err)
{
    *out = (struct gmi_matches){0};
    struct gmi_matcher m = {gazetteer, doc, language, is_caseless, out};
    for (size_t i = 0; i < doc->words.count; i++) {
        if (!stands_out(&m, &doc->words.items[i]) && !is_article(&m, i)) {
            const gm_status status = add_small_adjective(&m, i, err);
            if (status)
                return status;
            continue;
        }
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
