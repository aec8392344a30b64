/* SPDX-License-Identifier: MIT */
/* What the rules know of a text before they judge. */
#include "recognize/rules.h"

#include "base/status.h"

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

struct gmi_name *gmi_context_name(const struct gmi_context *context,
                                  uint64_t key)
{
    const struct gmi_names *names = &context->names;
    size_t slot = (size_t)key & (names->size - 1);
    while (names->slots[slot].key && names->slots[slot].key != key)
        slot = (slot + 1) & (names->size - 1);
    return &names->slots[slot];
}

/* A power of two that leaves half of the slots empty. */
static size_t slots_for(size_t count)
{
    size_t size = 16;
    while (size < count * 2)
        size *= 2;
    return size;
}

static gm_status count_names(struct gmi_context *context, gm_error *err)
{
    struct gmi_names *names = &context->names;
    names->size = slots_for(context->matches.count);
    names->slots = gmi_arena_array(&context->doc->arena, names->size,
                                   sizeof *names->slots);
    if (!names->slots)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < context->matches.count; i++) {
        const uint64_t key = context->matches.items[i].key;
        struct gmi_name *name = gmi_context_name(context, key);
        name->key = key;
        name->times++;
    }
    return GM_OK;
}

static uint64_t *small_slot(const struct gmi_context *context, uint64_t hash)
{
    size_t slot = (size_t)hash & (context->small_size - 1);
    while (context->small[slot] && context->small[slot] != hash)
        slot = (slot + 1) & (context->small_size - 1);
    return &context->small[slot];
}

bool gmi_context_is_ordinary(const struct gmi_context *context, uint64_t hash)
{
    const struct gmi_lexicon *lexicon = context->recognizer->lexicon;
    return lexicon &&
           gmi_ordinary_has(&lexicon->ordinary, context->language, hash);
}

bool gmi_context_has_small(const struct gmi_context *context, uint64_t hash)
{
    return !context->is_caseless && *small_slot(context, hash) != 0;
}

static gm_status note_small_words(struct gmi_context *context, gm_error *err)
{
    const struct gmi_words *words = &context->doc->words;
    context->small_size = slots_for(words->count);
    context->small = gmi_arena_array(&context->doc->arena, context->small_size,
                                     sizeof *context->small);
    if (!context->small)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < words->count; i++)
        if (words->items[i].caps == GMI_CAPS_LOWER)
            *small_slot(context, words->items[i].hash) = words->items[i].hash;
    return GM_OK;
}

bool gmi_context_is_and(const struct gmi_context *context, uint32_t index)
{
    static const char *const joiners[] = {
        "and", "und", "et",  "y",  "e",  "i", "og", "och", "ja", "és", "și",
        "şi",  "ve",  "və",  "и",  "та", "і", "և",  "en",  "a",  "oraz",
        "и",   "да",  "мен", "და", "si", "u", "ning", "και", "κι", "و",  "ו"};
    if (index >= context->doc->words.count)
        return false;
    const struct gmi_word *word = &context->doc->words.items[index];
    const char *text = context->doc->text + word->start;
    const size_t length = word->end - word->start;
    if (!gmi_word_only_after(word, GMI_BEFORE_SPACE | GMI_BEFORE_LINE))
        return false;
    for (size_t i = 0; i < sizeof joiners / sizeof *joiners; i++)
        if (strlen(joiners[i]) == length &&
            memcmp(text, joiners[i], length) == 0)
            return true;
    return false;
}

gm_status gmi_context_init(struct gmi_context *context,
                           const struct gmi_recognizer *recognizer,
                           gm_document *doc, gm_error *err)
{
    *context = (struct gmi_context){.recognizer = recognizer, .doc = doc};
    context->language = doc->language;
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
    gm_status status =
        gmi_match_document(recognizer->gazetteer, doc, context->language,
                           context->is_caseless, &context->matches, err);
    if (!status)
        status = index_matches(context, err);
    if (!status)
        status = count_names(context, err);
    return status ? status : note_small_words(context, err);
}

const struct gmi_lexicon_entry *
gmi_rules_entry(const struct gmi_context *context, uint32_t first,
                uint32_t count)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (uint32_t i = 0; i < count; i++)
        key = gmi_key_add(key, context->doc->words.items[first + i].hash);
    return gmi_lexicon_find(context->recognizer->lexicon, key);
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
