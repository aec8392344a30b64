/* SPDX-License-Identifier: MIT */
/* The use of a mention, by rules. */
#include "recognize/rules.h"

#include "text/fold.h"

#include <string.h>

enum { PHRASE_WORDS = 5 };

/* Whether an organisation's name from the lists covers the words and more. */
static bool is_in_known_name(const struct gmi_context *context, uint32_t first,
                             uint32_t count)
{
    const uint32_t words = (uint32_t)context->doc->words.count;
    const uint32_t from = first > PHRASE_WORDS ? first - PHRASE_WORDS : 0;
    for (uint32_t begin = from; begin <= first; begin++) {
        for (uint32_t length = 2; length <= PHRASE_WORDS; length++) {
            const uint32_t end = begin + length;
            if (end > words || end < first + count || length <= count ||
                !gmi_word_is_capital(&context->doc->words.items[end - 1]))
                continue;
            if (gmi_rules_entry(context, begin, length)->classes &
                (GMI_LEX_ORG_NAME | GMI_LEX_PERSON_NAME))
                return true;
        }
    }
    return false;
}

bool gmi_rules_is_embedded(const struct gmi_context *context, uint32_t first,
                           uint32_t count)
{
    if (is_in_known_name(context, first, count))
        return true;
    /* "Minsk Group", "Moscow State University": a head ends the capitals. */
    uint32_t next = first + count;
    for (int i = 0; i < 4; i++, next++) {
        const struct gmi_word *word = gmi_rules_behind(context, next);
        if (!word || !gmi_word_is_capital(word))
            break;
        if (gmi_rules_classes(context, word) &
            (GMI_LEX_ORG_HEAD | GMI_LEX_FACILITY_HEAD))
            return true;
    }
    /* "University of Texas", "Bank of America" */
    return first >= 2 && gmi_word_is_capital(
                             &context->doc->words.items[first - 2]) &&
           gmi_rules_before(context, first) &&
           gmi_rules_before(context, first - 1) &&
           !(context->classes[first - 2] & GMI_LEX_TITLE) &&
           (gmi_rules_entry(context, first - 2, 2)->classes & GMI_LEX_ORG_HEAD);
}

static bool is_word(const struct gmi_context *context,
                    const struct gmi_word *word, const char *text)
{
    const size_t length = word->end - word->start;
    return strlen(text) == length &&
           memcmp(context->doc->text + word->start, text, length) == 0;
}

static bool is_one_of(const struct gmi_context *context,
                      const struct gmi_word *word, const char *const *list)
{
    for (; *list; list++)
        if (is_word(context, word, *list))
            return true;
    return false;
}

/* Only what has a government, an army or a team acts. */
static bool can_act(const struct gmi_match *match)
{
    return match->class == GMI_MATCH_COUNTRY ||
           match->class == GMI_MATCH_ADMIN1 ||
           (match->class == GMI_MATCH_TOWN && match->population > 100000);
}

static bool acts(const struct gmi_context *context, uint32_t first,
                 uint32_t count)
{
    static const char *const agents[] = {"by", "against", "accused",
                                         "accuses", "urged", "told", NULL};
    static const char *const auxiliaries[] = {
        "has", "had", "will", "would", "also", "should", "must", "did", NULL};
    uint32_t next = first + count;
    for (int i = 0; i < 3; i++, next++) {
        const struct gmi_word *word = gmi_rules_behind(context, next);
        if (!word || gmi_word_is_capital(word))
            break;
        if (gmi_rules_classes(context, word) & GMI_LEX_METONYM_VERB)
            return true;
        if (is_one_of(context, word, auxiliaries))
            return true;
        if (!is_word(context, word, "is") && !is_word(context, word, "was"))
            break;
    }
    const struct gmi_word *before = gmi_rules_before(context, first);
    return before && is_one_of(context, before, agents);
}

/* "between Armenia and Azerbaijan", "signed by Armenia, Azerbaijan, and". */
static bool is_listed_with_agent(const struct gmi_context *context,
                                 uint32_t first)
{
    static const char *const openers[] = {"between", "by", "leaders",
                                          "presidents", NULL};
    const struct gmi_word *words = context->doc->words.items;
    for (uint32_t i = first; i > 0 && first - i < 7; i--) {
        if (words[i].flags & GMI_WORD_SENTENCE_START)
            return false;
        const struct gmi_word *word = &words[i - 1];
        if (is_one_of(context, word, openers))
            return true;
        if (!gmi_word_is_capital(word) && !is_word(context, word, "and") &&
            !is_word(context, word, "of") && !is_word(context, word, "the"))
            return false;
    }
    return false;
}

gm_use gmi_rules_use(const struct gmi_context *context,
                     const struct gmi_match *match)
{
    const uint32_t first = match->first, count = match->count;
    /* "Georgian" is an adjective whatever village bears the name. */
    const bool is_name = (match->flags & GMI_MATCH_IS_NAME) &&
                         !(match->flags & GMI_MATCH_IS_FOREIGN) &&
                         (match->class == GMI_MATCH_COUNTRY ||
                          match->class == GMI_MATCH_ADMIN1 ||
                          match->class == GMI_MATCH_REGION);
    if (match->adjective_of != GMI_NONE && !is_name)
        return gmi_rules_is_embedded(context, first, count)
                   ? GM_USE_EMBEDDED
                   : GM_USE_ADJECTIVAL;
    if (gmi_rules_is_embedded(context, first, count))
        return GM_USE_EMBEDDED;
    if (can_act(match) && (acts(context, first, count) ||
                           is_listed_with_agent(context, first)))
        return GM_USE_METONYMIC;
    return GM_USE_LITERAL;
}
