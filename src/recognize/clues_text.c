/* SPDX-License-Identifier: MIT */
/* Clues of the words and names around a match. */
#include "recognize/clues.h"

#include <math.h>
#include <string.h>

static void note_small_before(const struct gmi_context *context,
                              const struct gmi_word *word,
                              struct gmi_clues *clues)
{
    const uint32_t classes = gmi_rules_classes(context, word);
    const bool is_preposition = classes & GMI_LEX_PREPOSITION;
    const bool is_cue = classes & GMI_LEX_PLACE_CUE;
    const bool is_type = classes & GMI_LEX_GEO_TYPE;
    gmi_clue(clues, GMI_CLUE_BEFORE_PREPOSITION, is_preposition);
    gmi_clue(clues, GMI_CLUE_BEFORE_CUE, is_cue && !is_preposition);
    gmi_clue(clues, GMI_CLUE_BEFORE_TYPE, is_type);
    /* Spanish "del" is not the title "Del." */
    gmi_clue(clues, GMI_CLUE_BEFORE_TITLE,
             (classes & GMI_LEX_TITLE) &&
                 !gmi_context_is_ordinary(context, word->hash));
    gmi_clue(clues, GMI_CLUE_BEFORE_SMALL,
             !is_preposition && !is_cue && !is_type);
}

/* A capital word before: a name, most likely a person's. */
static void note_capital_before(const struct gmi_context *context,
                                const struct gmi_match *match,
                                const struct gmi_word *word,
                                struct gmi_clues *clues)
{
    const uint32_t classes = gmi_rules_classes(context, word);
    const size_t at = (size_t)(word - context->doc->words.items);
    const bool is_country = match->class == GMI_MATCH_COUNTRY;
    const unsigned gap = context->doc->words.items[match->first].before;
    if ((word->flags & GMI_WORD_SINGLE) && (gap & GMI_BEFORE_PERIOD)) {
        gmi_clue(clues, GMI_CLUE_BEFORE_INITIAL, true);
    } else if (classes & GMI_LEX_TITLE) {
        gmi_clue(clues, GMI_CLUE_BEFORE_TITLE, true);
    } else if (classes & GMI_LEX_GEO_TYPE) {
        gmi_clue(clues, GMI_CLUE_BEFORE_TYPE_CAPITAL, true);
    } else if (classes & GMI_LEX_PREPOSITION) {
        gmi_clue(clues, GMI_CLUE_BEFORE_PREPOSITION, true);
    } else if (classes & GMI_LEX_ORG_HEAD) {
        gmi_clue(clues, GMI_CLUE_BEFORE_ORG_HEAD, true);
    } else if ((classes & GMI_LEX_FIRST_NAME) &&
               !((word->flags & GMI_WORD_SENTENCE_START) &&
                 gmi_context_is_ordinary(context, word->hash))) {
        gmi_clue(clues, GMI_CLUE_BEFORE_FIRST_NAME, true);
    } else if (word->flags & GMI_WORD_SENTENCE_START) {
        /* any word is a capital there */
        gmi_clue(clues, GMI_CLUE_BEFORE_CAPITAL_START, true);
    } else if (context->match_at[at]) {
        /* "Bakıdan Gəncəyə": what has an ending of its own ends there */
        const struct gmi_match *other =
            &context->matches.items[context->match_at[at] - 1];
        gmi_clue(clues, other->flags & GMI_MATCH_IS_INFLECTED
                            ? GMI_CLUE_BEFORE_MATCH_INFLECTED
                            : GMI_CLUE_BEFORE_MATCH, true);
    } else if (!gmi_clues_is_plain(classes)) {
        gmi_clue(clues, is_country ? GMI_CLUE_BEFORE_CAPITAL_COUNTRY
                                   : GMI_CLUE_BEFORE_CAPITAL, true);
    }
}

static void note_before(const struct gmi_context *context,
                        const struct gmi_match *match,
                        struct gmi_clues *clues)
{
    const unsigned gap = context->doc->words.items[match->first].before;
    const struct gmi_word *word = gmi_rules_before(context, match->first);
    gmi_clue(clues, GMI_CLUE_BEFORE_HYPHEN, gap & GMI_BEFORE_HYPHEN);
    gmi_clue(clues, GMI_CLUE_BEFORE_QUOTE, gap & GMI_BEFORE_QUOTE);
    gmi_clue(clues, GMI_CLUE_BEFORE_OPEN, gap & GMI_BEFORE_OPEN);
    gmi_clue(clues, GMI_CLUE_BEFORE_NOTHING, !word);
    if (!word)
        return;
    if (gmi_word_is_capital(word))
        note_capital_before(context, match, word, clues);
    else
        note_small_before(context, word, clues);
}

static void note_capital_behind(const struct gmi_context *context,
                                const struct gmi_match *match,
                                const struct gmi_word *word,
                                struct gmi_clues *clues)
{
    const uint32_t next = match->first + match->count;
    const uint32_t classes = gmi_rules_classes(context, word);
    const bool is_first_name =
        match->count == 1 &&
        (context->classes[match->first] & GMI_LEX_FIRST_NAME);
    if (is_first_name && (classes & GMI_LEX_SURNAME))
        gmi_clue(clues, GMI_CLUE_BEHIND_SURNAME, true);
    else if (context->match_at[next])
        gmi_clue(clues, GMI_CLUE_BEHIND_MATCH, true);
    else if (gmi_clues_is_plain(classes))
        return;
    else if (match->class == GMI_MATCH_COUNTRY)
        gmi_clue(clues, GMI_CLUE_BEHIND_CAPITAL_COUNTRY, true);
    else if (is_first_name)
        gmi_clue(clues, GMI_CLUE_BEHIND_CAPITAL_FIRST_NAME, true);
    else
        gmi_clue(clues, GMI_CLUE_BEHIND_CAPITAL, true);
}

/* "in", "from" or "that is in" a place, behind a Turkish apostrophe. */
static bool is_local_ending(const struct gmi_context *context,
                            const struct gmi_word *word)
{
    static const char *const endings[] = {"da",  "de",  "ta",  "te",
                                          "dan", "den", "tan", "ten",
                                          "daki", "deki", "taki", "teki"};
    const char *text = context->doc->text + word->start;
    const size_t length = word->end - word->start;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strlen(endings[i]) == length &&
            memcmp(endings[i], text, length) == 0)
            return true;
    return false;
}

static void note_gap_behind(const struct gmi_context *context, uint32_t next,
                            struct gmi_clues *clues)
{
    if (next >= context->doc->words.count)
        return;
    const struct gmi_word *word = &context->doc->words.items[next];
    const bool is_capital = gmi_word_is_capital(word);
    const bool is_hyphen = word->before & GMI_BEFORE_HYPHEN;
    gmi_clue(clues, GMI_CLUE_BEHIND_HYPHEN, is_hyphen && is_capital);
    gmi_clue(clues, GMI_CLUE_BEHIND_HYPHEN_SMALL, is_hyphen && !is_capital);
    /* "Van'da": what has a Turkish ending behind an apostrophe is a name. */
    const bool has_ending = (word->before & GMI_BEFORE_APOSTROPHE) &&
                            !is_capital &&
                            strcmp(context->language, "tr") == 0;
    gmi_clue(clues, GMI_CLUE_BEHIND_ENDING, has_ending);
    if (has_ending && is_local_ending(context, word))
        gmi_clue(clues, GMI_CLUE_LOCATIVE, true);
    gmi_clue(clues, GMI_CLUE_BEHIND_CLOSE, word->before & GMI_BEFORE_CLOSE);
    gmi_clue(clues, GMI_CLUE_BEHIND_QUOTE, word->before & GMI_BEFORE_QUOTE);
}

static void note_behind(const struct gmi_context *context,
                        const struct gmi_match *match,
                        struct gmi_clues *clues)
{
    const uint32_t next = match->first + match->count;
    const struct gmi_word *word = gmi_rules_behind(context, next);
    note_gap_behind(context, next, clues);
    if (!word)
        return;
    const uint32_t classes = gmi_rules_classes(context, word);
    gmi_clue(clues, GMI_CLUE_BEHIND_TYPE, classes & GMI_LEX_GEO_TYPE);
    gmi_clue(clues, GMI_CLUE_BEHIND_PREPOSITION,
             (classes & GMI_LEX_PREPOSITION) && !gmi_word_is_capital(word));
    gmi_clue(clues, GMI_CLUE_BEHIND_NUMBER,
             word->script == GMI_SCRIPT_DIGIT);
    if (gmi_word_is_capital(word)) {
        if (!(classes & GMI_LEX_GEO_TYPE))
            note_capital_behind(context, match, word, clues);
        return;
    }
    gmi_clue(clues, GMI_CLUE_BEHIND_CUE, classes & GMI_LEX_CUE_AFTER);
    gmi_clue(clues, GMI_CLUE_BEHIND_PERSON_VERB,
             classes & GMI_LEX_PERSON_VERB);
}

/* ---- Other names around ------------------------------------------------ */

/* Whether place `outer` is around place `inner`. */
static bool contains(const gm_gazetteer *gazetteer, uint32_t outer,
                     uint32_t inner)
{
    const struct gmi_ancestors around =
        gmi_gazetteer_ancestors(gazetteer, inner);
    return outer != GMI_NONE &&
           (around.country == outer || around.admin1 == outer ||
            around.admin2 == outer);
}

/* "Paris, Texas": some place of the name lies in the one named behind. */
static bool has_parent_behind(const struct gmi_context *context,
                              const struct gmi_match *match)
{
    const struct gmi_words *words = &context->doc->words;
    const uint32_t next = match->first + match->count;
    if (next >= words->count || !context->match_at[next])
        return false;
    const unsigned openers = GMI_BEFORE_COMMA | GMI_BEFORE_OPEN;
    if (!(words->items[next].before & openers) ||
        !gmi_word_only_after(&words->items[next], openers | GMI_BEFORE_SPACE))
        return false;
    const struct gmi_match *parent =
        &context->matches.items[context->match_at[next] - 1];
    if (parent->class != GMI_MATCH_COUNTRY &&
        parent->class != GMI_MATCH_ADMIN1 && parent->class != GMI_MATCH_ADMIN)
        return false;
    const gm_gazetteer *gazetteer = context->recognizer->gazetteer;
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, match->key);
    for (int i = 0; i < 200 && gmi_hits_next(&hits, &hit); i++)
        if (contains(gazetteer, parent->best, hit.place))
            return true;
    return false;
}

/* "Springfield, Mo.": whatever else the letters stand for. */
static bool is_abbreviated_parent(const struct gmi_context *context,
                                  const struct gmi_match *match)
{
    const struct gmi_word *words = context->doc->words.items;
    const uint32_t first = match->first;
    return (match->flags & GMI_MATCH_IS_ABBREVIATION) && first > 0 &&
           (match->class == GMI_MATCH_ADMIN1 ||
            match->class == GMI_MATCH_COUNTRY) &&
           (words[first].before & GMI_BEFORE_COMMA) &&
           context->match_at[first - 1] != 0;
}

/* Whether a name begins at a word that is written as one. */
static bool is_name_at(const struct gmi_context *context, uint32_t index)
{
    return index < context->doc->words.count && context->match_at[index] &&
           context->doc->words.items[index].caps != GMI_CAPS_LOWER;
}

/* A list of places: "Goris, Kapan and Meghri". */
static void note_list(const struct gmi_context *context,
                      const struct gmi_match *match, struct gmi_clues *clues)
{
    const struct gmi_words *words = &context->doc->words;
    const uint32_t first = match->first, next = first + match->count;
    gmi_clue(clues, GMI_CLUE_LIST_BEHIND,
             next < words->count &&
                 (words->items[next].before & GMI_BEFORE_COMMA) &&
                 is_name_at(context, next));
    gmi_clue(clues, GMI_CLUE_LIST_BEFORE,
             first > 0 && (words->items[first].before & GMI_BEFORE_COMMA) &&
                 is_name_at(context, first - 1));
    gmi_clue(clues, GMI_CLUE_AND_BEHIND,
             gmi_context_is_and(context, next) &&
                 is_name_at(context, next + 1));
    gmi_clue(clues, GMI_CLUE_AND_BEFORE,
             first > 1 && gmi_context_is_and(context, first - 1) &&
                 is_name_at(context, first - 2));
}

void gmi_clues_of_text(const struct gmi_context *context,
                       const struct gmi_match *match,
                       struct gmi_clues *clues)
{
    note_before(context, match, clues);
    note_behind(context, match, clues);
    note_list(context, match, clues);
    gmi_clue(clues, GMI_CLUE_PARENT_BEHIND,
             has_parent_behind(context, match));
    gmi_clue(clues, GMI_CLUE_PARENT_ABBREVIATED,
             is_abbreviated_parent(context, match));
    clues->values[GMI_CLUE_REPEATED] =
        log2f((float)gmi_context_times(context, match->key));
}
