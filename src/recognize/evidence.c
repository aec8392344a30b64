/* SPDX-License-Identifier: MIT */
/*
 * Evidence for a match being a mention, as log-odds. The numbers were set by
 * hand: each says about how much its observation speaks for a place in news.
 */
#include "recognize/rules.h"

#include "text/fold.h"

#include <math.h>
#include <string.h>

/* How well known the best place of the name is. */
static double prior(const struct gmi_match *match)
{
    const double people = log10(match->population + 1.0);
    double value = 0;
    switch (match->class) {
    case GMI_MATCH_COUNTRY:
        value = 4;
        break;
    case GMI_MATCH_REGION:
        value = 2.5;
        break;
    case GMI_MATCH_ADMIN1:
        value = 1.5 + people / 6;
        break;
    case GMI_MATCH_TOWN:
        value = people > 0 ? (people - 3.3) * 0.9 : -1;
        break;
    case GMI_MATCH_ADMIN:
        value = people > 0 ? (people - 4) * 0.6 : -0.7;
        break;
    case GMI_MATCH_NATURE:
        value = 0.3;
        break;
    default:
        value = -1;
        break;
    }
    if (match->count >= 2)
        value += 1.5;
    if (match->flags & GMI_MATCH_IS_INFLECTED)
        value -= 0.7;
    if (match->flags & GMI_MATCH_IS_FOREIGN)
        value -= 4;
    if (match->adjective_of != GMI_NONE)
        value = fmax(value, 3);
    return value;
}

static const struct gmi_lexicon_entry *
whole_entry(const struct gmi_context *context, const struct gmi_match *match)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (uint32_t i = 0; i < match->count; i++)
        key = gmi_key_add(key,
                          context->doc->words.items[match->first + i].hash);
    return gmi_lexicon_find(context->recognizer->lexicon, key);
}

/* What the word lists say of the name itself. */
/*
 * Where capitals say less: at the start of a sentence, and in German, which
 * gives them to every noun. English has its list of common words for that.
 */
static double evidence_of_case(const struct gmi_context *context,
                               const struct gmi_match *match)
{
    const struct gmi_word *word = &context->doc->words.items[match->first];
    const bool is_small = match->class != GMI_MATCH_COUNTRY &&
                          match->class != GMI_MATCH_REGION &&
                          match->population < 500000;
    if (!is_small || strcmp(context->language, "en") == 0)
        return 0;
    if (strcmp(context->language, "de") == 0)
        return -1.5;
    return word->flags & GMI_WORD_SENTENCE_START ? -1.5 : 0;
}

static double name_evidence(const struct gmi_context *context,
                            const struct gmi_match *match)
{
    const struct gmi_lexicon_entry *entry = whole_entry(context, match);
    const struct gmi_word *word = &context->doc->words.items[match->first];
    double value = 0;
    const bool is_adjective = match->adjective_of != GMI_NONE;
    if ((entry->classes & GMI_LEX_STOP_NAME) &&
        (entry->classes & context->stop_bits) && !is_adjective)
        value -= entry->classes & GMI_LEX_DOUBTFUL ? 3 : 7;
    if (match->count > 1 || is_adjective)
        return value;
    value += evidence_of_case(context, match);
    if (entry->classes & GMI_LEX_COMMON_WORD) {
        const bool has_no_case = context->is_caseless ||
                                 (word->flags & GMI_WORD_SENTENCE_START);
        value -= has_no_case ? 3.5 : 0.7;
    }
    if (entry->classes & GMI_LEX_FIRST_NAME)
        value -= 1;
    if (entry->classes & GMI_LEX_SURNAME)
        value -= 0.5;
    /* "TASS" is not the village of Tass. */
    if (word->caps == GMI_CAPS_UPPER && !context->is_caseless &&
        word->letters <= 5 && !(match->flags & GMI_MATCH_IS_ABBREVIATION) &&
        match->class != GMI_MATCH_COUNTRY)
        value -= 4;
    if (word->letters <= 3 && match->class != GMI_MATCH_COUNTRY)
        value -= 1.5;
    return value;
}

/* Whether a capital word is known to be something else than a name. */
static bool is_plain(const struct gmi_context *context,
                     const struct gmi_word *word)
{
    const uint32_t known = GMI_LEX_COMMON_WORD | GMI_LEX_GEO_TYPE |
                           GMI_LEX_PREPOSITION | GMI_LEX_TITLE;
    return gmi_rules_classes(context, word) & known;
}

/*
 * A surname may be made as adjectives are: "Frau Wiener", "Пётр Минский".
 * Germans write adjectives of places with capitals behind any noun.
 */
static double evidence_of_person_before(const struct gmi_context *context,
                                        const struct gmi_word *word)
{
    const uint32_t classes = gmi_rules_classes(context, word);
    const uint32_t at = (uint32_t)(word - context->doc->words.items);
    if (classes & (GMI_LEX_TITLE | GMI_LEX_FIRST_NAME))
        return -4;
    const bool has_other_use = context->match_at[at] ||
                               is_plain(context, word) || word->letters <= 3;
    return has_other_use || strcmp(context->language, "de") == 0 ? 0 : -3.5;
}

static double evidence_before(const struct gmi_context *context,
                              const struct gmi_match *match)
{
    const struct gmi_word *word = gmi_rules_before(context, match->first);
    if (!word)
        return 0;
    const uint32_t classes = gmi_rules_classes(context, word);
    const uint32_t at = (uint32_t)(word - context->doc->words.items);
    if (!gmi_word_is_capital(word)) {
        if (classes & GMI_LEX_PREPOSITION)
            return 2;
        return classes & (GMI_LEX_PLACE_CUE | GMI_LEX_GEO_TYPE) ? 2 : 0;
    }
    if (word->before & GMI_BEFORE_HYPHEN)
        return 0;
    if (match->adjective_of != GMI_NONE)
        return evidence_of_person_before(context, word);
    if (classes & GMI_LEX_TITLE)
        return -4;
    if (context->match_at[at] || is_plain(context, word))
        return 0;
    if (classes & GMI_LEX_FIRST_NAME)
        return -4;
    /* Any word is a capital at the start of a sentence. */
    const bool says_little = (word->flags & GMI_WORD_SENTENCE_START) &&
                             strcmp(context->language, "en") != 0;
    if (says_little)
        return 0;
    return match->class == GMI_MATCH_COUNTRY ? -0.5 : -1.8;
}

static double evidence_behind(const struct gmi_context *context,
                              const struct gmi_match *match)
{
    const uint32_t next = match->first + match->count;
    const struct gmi_word *word = gmi_rules_behind(context, next);
    if (!word)
        return 0;
    const uint32_t classes = gmi_rules_classes(context, word);
    if (classes & GMI_LEX_GEO_TYPE)
        return 2;
    if (!gmi_word_is_capital(word))
        return (classes & GMI_LEX_CUE_AFTER) ? 1
               : (classes & GMI_LEX_PERSON_VERB) &&
                       match->class == GMI_MATCH_TOWN &&
                       match->population < 500000
                   ? -1
                   : 0;
    const uint32_t own =
        context->classes[match->first + match->count - 1];
    const bool is_first_name =
        (own & GMI_LEX_FIRST_NAME) && match->count == 1;
    if (is_first_name && (classes & GMI_LEX_SURNAME))
        return -6; /* "Jordan Miller", whatever Miller is elsewhere */
    if (context->match_at[next] || is_plain(context, word))
        return 0;
    if (is_first_name && match->class != GMI_MATCH_COUNTRY)
        return -4;
    return match->adjective_of != GMI_NONE ? 0 : -1.2;
}

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

/* A list of places: "Goris, Kapan and Meghri". */
static double evidence_of_neighbours(const struct gmi_context *context,
                                     const struct gmi_match *match)
{
    const struct gmi_words *words = &context->doc->words;
    const uint32_t next = match->first + match->count;
    if (has_parent_behind(context, match))
        return 4;
    if (is_abbreviated_parent(context, match))
        return 8;
    const bool comma_behind =
        next < words->count && (words->items[next].before & GMI_BEFORE_COMMA);
    if (comma_behind && context->match_at[next] &&
        gmi_word_is_capital(&words->items[next]))
        return 1;
    const bool comma_before =
        words->items[match->first].before & GMI_BEFORE_COMMA;
    if (comma_before && match->first > 0 &&
        gmi_word_is_capital(&words->items[match->first - 1]) &&
        context->match_at[match->first - 1])
        return 1;
    return 0;
}

double gmi_rules_evidence(const struct gmi_context *context,
                          const struct gmi_match *match)
{
    return prior(match) + name_evidence(context, match) +
           evidence_before(context, match) +
           evidence_behind(context, match) +
           evidence_of_neighbours(context, match);
}
