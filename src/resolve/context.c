/* SPDX-License-Identifier: MIT */
/*
 * Names that are no mentions and yet say where a text is: what the caller's
 * mentions leave out, and what stands behind the comma of "Paris, Texas".
 */
#include "base/status.h"
#include "gazetteer/walk.h"
#include "resolve/terms.h"

#include <string.h>

enum {
    NAME_WORDS_MAX = 6,
    PARENT_WORDS_MAX = 3,
    HITS_READ = 64,
    POPULATION_MIN = 15000 /* of a town that is well enough known */
};

/* The words of the document, and which belong to mentions. */
struct finder {
    struct gmi_scene *scene;
    const struct gmi_words *words;
    uint8_t *is_covered;
};

static bool is_capital(const struct gmi_word *word)
{
    return word->caps != GMI_CAPS_LOWER;
}

static enum gmi_type type_of(const struct gmi_scene *scene,
                             const struct gmi_hit *hit, uint32_t *population)
{
    const struct gmi_image *image;
    const struct gmi_place_record *place =
        gmi_gazetteer_record(scene->gazetteer, hit->place, &image);
    *population = place->population;
    return gmi_image_type(image, place);
}

/* A name that people elsewhere know, too. */
static bool is_notable_hit(const struct finder *finder,
                           const struct gmi_hit *hit, size_t words)
{
    if (hit->kind == GM_NAME_ABBREVIATION || hit->kind == GM_NAME_DEMONYM ||
        hit->kind == GM_NAME_ADJECTIVE || (hit->flags & GMI_NAME_IS_CODE))
        return false;
    if (hit->kind != GM_NAME_MAIN &&
        !(hit->flags & (GMI_NAME_ENGLISH | GMI_NAME_IS_PREFERRED)))
        return false;
    uint32_t population;
    switch (type_of(finder->scene, hit, &population)) {
    case GMI_TYPE_COUNTRY:
    case GMI_TYPE_ADMIN1:
    case GMI_TYPE_REGION:
        return true;
    case GMI_TYPE_ADMIN2:
        return words > 1;
    case GMI_TYPE_TOWN:
        return population >= POPULATION_MIN;
    default:
        return false;
    }
}

static bool is_notable(const struct finder *finder, uint64_t key, size_t words)
{
    if (gmi_index_find(&finder->scene->term_index, key))
        return true;
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, finder->scene->gazetteer, key);
    for (size_t i = 0; i < HITS_READ && gmi_hits_next(&hits, &hit); i++)
        if (is_notable_hit(finder, &hit, words))
            return true;
    return false;
}

/* A single word that mostly means something else: "Reading", "Mobile". */
static bool is_common(const struct finder *finder, uint32_t at)
{
    const struct gmi_lexicon *lexicon = finder->scene->resolver->lexicon;
    const struct gmi_word *word = &finder->words->items[at];
    if (gmi_lexicon_word(lexicon, word) &
        (GMI_LEX_COMMON_WORD | GMI_LEX_STOP_NAME))
        return true;
    if (at == 0 || !gmi_word_joins(word))
        return false;
    const struct gmi_word *before = &finder->words->items[at - 1];
    return is_capital(before) &&
           (gmi_lexicon_word(lexicon, before) &
            (GMI_LEX_FIRST_NAME | GMI_LEX_TITLE));
}

static bool is_free(const struct finder *finder, uint32_t first, uint32_t count)
{
    for (uint32_t i = first; i < first + count; i++)
        if (finder->is_covered[i])
            return false;
    return true;
}

static gm_status add_words(struct finder *finder, uint32_t first,
                           uint32_t count, gm_error *err)
{
    const struct gmi_word *words = finder->words->items;
    memset(finder->is_covered + first, 1, count);
    return gmi_terms_add(finder->scene, words[first].start,
                         words[first + count - 1].end, GMI_NONE, err);
}

/* ---- Behind the comma -------------------------------------------------- */

/* Whether the key names an area that towns are told by. */
static bool names_area(const struct finder *finder, uint64_t key,
                       bool is_short)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, finder->scene->gazetteer, key);
    for (size_t i = 0; i < HITS_READ && gmi_hits_next(&hits, &hit); i++) {
        uint32_t population;
        const enum gmi_type type =
            type_of(finder->scene, &hit, &population);
        if (type != GMI_TYPE_COUNTRY && type != GMI_TYPE_ADMIN1 &&
            type != GMI_TYPE_ADMIN2)
            continue;
        if (hit.kind == GM_NAME_DEMONYM || hit.kind == GM_NAME_ADJECTIVE)
            continue;
        if (!is_short || hit.kind == GM_NAME_ABBREVIATION ||
            hit.kind == GM_NAME_MAIN)
            return true;
    }
    return false;
}

static gm_status find_parent(struct finder *finder, uint32_t next,
                             gm_error *err)
{
    const struct gmi_words *words = finder->words;
    if (next >= words->count ||
        !(words->items[next].before & GMI_BEFORE_COMMA) ||
        (words->items[next].before & GMI_BEFORE_PARAGRAPH) ||
        !is_capital(&words->items[next]))
        return GM_OK;
    uint64_t key = GMI_KEY_EMPTY;
    uint32_t count = 0;
    for (uint32_t i = next; i < words->count && i < next + PARENT_WORDS_MAX;
         i++) {
        const struct gmi_word *word = &words->items[i];
        if (i > next && (!gmi_word_joins(word) || !is_capital(word)))
            break;
        key = gmi_key_add(key, word->hash);
        const bool is_short = i == next && word->letters <= 5;
        if (is_free(finder, next, i - next + 1) &&
            (gmi_gazetteer_probe(finder->scene->gazetteer, key) &
             GMI_KEY_IS_NAME) &&
            names_area(finder, key, is_short))
            count = i - next + 1;
    }
    return count ? add_words(finder, next, count, err) : GM_OK;
}

/* "Paris, Texas" as one mention: what stands behind its last comma. */
static gm_status find_inner_parent(struct finder *finder, size_t spot,
                                   gm_error *err)
{
    const struct gmi_spot *whole = &finder->scene->spots[spot];
    const struct gmi_word *words = finder->words->items;
    for (uint32_t i = whole->last; i-- > whole->first + 1;) {
        if (!(words[i].before & GMI_BEFORE_COMMA))
            continue;
        const size_t end = whole->end;
        return gmi_terms_add(finder->scene, words[i].start, (uint32_t)end,
                             GMI_NONE, err);
    }
    return GM_OK;
}

static gm_status find_parents(struct finder *finder, gm_error *err)
{
    const size_t mentions = finder->scene->spot_count;
    for (size_t i = 0; i < mentions; i++) {
        gm_status status =
            find_parent(finder, finder->scene->spots[i].last, err);
        if (!status)
            status = find_inner_parent(finder, i, err);
        if (status)
            return status;
    }
    return GM_OK;
}

/* ---- The rest of the text ---------------------------------------------- */

/* The longest notable name that begins with the word; 0. */
static uint32_t longest_at(const struct finder *finder, uint32_t first,
                           uint16_t lengths)
{
    const struct gmi_word *words = finder->words->items;
    for (uint32_t count = NAME_WORDS_MAX; count > 0; count--) {
        if (!(lengths >> (count - 1) & 1) ||
            !is_capital(&words[first + count - 1]) ||
            !is_free(finder, first, count))
            continue;
        if (count == 1 && is_common(finder, first))
            continue;
        if (is_notable(finder, gmi_walk_key(&words[first], count), count))
            return count;
    }
    return 0;
}

static gm_status find_rest(struct finder *finder, gm_error *err)
{
    const struct gmi_words *words = finder->words;
    if (finder->scene->text_case == GMI_TEXT_LARGE)
        return GM_OK; /* any word may be a name there: that says nothing */
    uint16_t *lengths = gmi_arena_array(&finder->scene->arena, words->count,
                                        sizeof *lengths);
    if (!lengths)
        return gmi_fail_memory(err);
    gmi_walk_names(finder->scene->gazetteer, words->items, words->count,
                   lengths);
    for (uint32_t i = 0; i < words->count; i++) {
        if (!lengths[i] || !is_capital(&words->items[i]))
            continue;
        const uint32_t count = longest_at(finder, i, lengths[i]);
        if (count == 0)
            continue;
        const gm_status status = add_words(finder, i, count, err);
        if (status)
            return status;
        i += count - 1;
    }
    return GM_OK;
}

gm_status gmi_context_find(struct gmi_scene *scene, gm_error *err)
{
    struct finder finder = {.scene = scene, .words = &scene->doc->words};
    if (scene->doc->words.count == 0)
        return GM_OK;
    finder.is_covered =
        gmi_arena_array(&scene->arena, scene->doc->words.count, 1);
    if (!finder.is_covered)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < scene->spot_count; i++)
        memset(finder.is_covered + scene->spots[i].first, 1,
               scene->spots[i].last - scene->spots[i].first);
    gm_status status = find_parents(&finder, err);
    if (!status && scene->doc->is_given)
        status = find_rest(&finder, err);
    return status;
}
