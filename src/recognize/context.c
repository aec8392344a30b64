/* SPDX-License-Identifier: MIT */
/* What the rules know of a text before they judge. */
#include "recognize/rules.h"

#include "base/status.h"
#include "text/language.h"

#include <string.h>

/* A text in small or in capital letters only tells nothing by its case. */
static bool is_caseless(const struct gmi_words *words)
{
    size_t cased = 0, capital = 0, small = 0;
    for (size_t i = 0; i < words->count; i++) {
        const struct gmi_word *word = &words->items[i];
        if (word->caps == GMI_CAPS_NONE || word->letters < 2)
            continue;
        cased++;
        small += word->caps == GMI_CAPS_LOWER;
        capital += word->caps == GMI_CAPS_UPPER;
    }
    return cased >= 8 && (small * 100 >= cased * 99 || capital * 2 > cased);
}

static gm_status index_matches(struct gmi_context *context, gm_error *err)
{
    const struct gmi_words *words = &context->doc->words;
    context->match_at = gmi_arena_array(
        &context->doc->arena, words->count + 1, sizeof *context->match_at);
    if (!context->match_at)
        return gmi_fail_memory(err);
    for (size_t i = context->matches.count; i > 0; i--)
        context->match_at[context->matches.items[i - 1].first] = (uint32_t)i;
    return GM_OK;
}

gm_status gmi_context_init(struct gmi_context *context,
                           const struct gmi_recognizer *recognizer,
                           gm_document *doc, gm_error *err)
{
    *context = (struct gmi_context){.recognizer = recognizer, .doc = doc};
    context->language = gmi_language_of(&doc->words, doc->text);
    context->stop_bits = GMI_LEX_STOP_ANY;
    if (context->language[0] && strcmp(context->language, "en") != 0)
        context->stop_bits |= gmi_lexicon_stop_bit(context->language);
    context->is_caseless = is_caseless(&doc->words);
    context->classes = gmi_arena_array(&doc->arena, doc->words.count + 1,
                                       sizeof *context->classes);
    if (!context->classes)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < doc->words.count; i++)
        context->classes[i] =
            gmi_lexicon_word(recognizer->lexicon, &doc->words.items[i]);
    const gm_status status =
        gmi_match_document(recognizer->gazetteer, doc, context->language,
                           context->is_caseless, &context->matches, err);
    return status ? status : index_matches(context, err);
}

const struct gmi_word *gmi_rules_before(const struct gmi_context *context,
                                        uint32_t first)
{
    const struct gmi_word *words = context->doc->words.items;
    if (first == 0 || (words[first].flags & GMI_WORD_SENTENCE_START))
        return NULL;
    /* "Gov. Moore", "St. Louis" */
    return gmi_word_only_after(&words[first], GMI_BEFORE_SPACE |
                                                  GMI_BEFORE_LINE |
                                                  GMI_BEFORE_PERIOD)
               ? &words[first - 1]
               : NULL;
}

const struct gmi_word *gmi_rules_behind(const struct gmi_context *context,
                                        uint32_t next)
{
    const struct gmi_words *words = &context->doc->words;
    if (next >= words->count)
        return NULL;
    const struct gmi_word *word = &words->items[next];
    return gmi_word_only_after(word, GMI_BEFORE_SPACE | GMI_BEFORE_LINE)
               ? word
               : NULL;
}
