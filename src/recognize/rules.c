/* SPDX-License-Identifier: MIT */
/* The method of rules: which of the gazetteer's matches are mentions. */
#include "recognize/rules.h"

#include "base/status.h"
#include "text/fold.h"

#include <math.h>
#include <string.h>

/*
 * Below this a match is none: what gives the best F over many languages;
 * where there are no capitals, evidence is scarcer.
 */
static double evidence_min(const struct gmi_context *context,
                           const struct gmi_match *match)
{
    const bool is_uncased =
        context->doc->words.items[match->first].caps == GMI_CAPS_NONE;
    return is_uncased ? -0.9 : -0.6;
}

/* A number, or one ideograph: much too common. */
static bool is_too_weak(const struct gmi_context *context,
                        const struct gmi_match *match)
{
    const struct gmi_word *word = &context->doc->words.items[match->first];
    return (word->script == GMI_SCRIPT_DIGIT &&
            word->caps == GMI_CAPS_NONE) ||
           (word->script == GMI_SCRIPT_CJK && match->count < 2);
}

/* Languages that write the kind of area small behind its name. */
static bool has_small_types(const struct gmi_context *context)
{
    return strcmp(context->language, "hy") == 0 ||
           strcmp(context->language, "kk") == 0;
}

/* "Syunik Region", "Сыр облысы": the kind of area belongs to the name. */
static uint32_t with_type_word(const struct gmi_context *context,
                               const struct gmi_match *match)
{
    const uint32_t next = match->first + match->count;
    const struct gmi_word *word = gmi_rules_behind(context, next);
    if (!word || context->is_caseless || match->adjective_of != GMI_NONE)
        return match->count;
    const bool is_small = !gmi_word_is_capital(word);
    if (is_small && !has_small_types(context))
        return match->count;
    const struct gmi_lexicon_entry *entry =
        gmi_lexicon_find(context->recognizer->lexicon,
                         gmi_key_add(GMI_KEY_EMPTY, word->hash));
    const bool names_area = (entry->classes & GMI_LEX_GEO_TYPE) &&
                            (entry->geo_side & GMI_GEO_AFTER) &&
                            entry->geo_class != 'S' &&
                            (!is_small || entry->geo_class == 'A');
    return names_area ? match->count + 1 : match->count;
}

/* Bytes of the mention: an abbreviation keeps its full stop. */
static size_t end_of(const struct gmi_context *context,
                     const struct gmi_match *match, uint32_t count)
{
    const struct gmi_word *last =
        &context->doc->words.items[match->first + count - 1];
    const bool is_abbreviation =
        (match->flags & GMI_MATCH_IS_ABBREVIATION) &&
        (!(match->flags & GMI_MATCH_IS_NAME) || last->letters <= 5);
    return last->end +
           (is_abbreviation && (last->flags & GMI_WORD_PERIOD_AFTER));
}

static double probability_of(double evidence)
{
    return 1 / (1 + exp(-evidence));
}

static gm_status add_mention(struct gmi_context *context,
                             const struct gmi_match *match, double evidence,
                             uint32_t *words, gm_error *err)
{
    const gm_use use = gmi_rules_use(context, match);
    *words = use == GM_USE_EMBEDDED ? match->count
                                    : with_type_word(context, match);
    gm_mention *mention;
    const gm_status status = gmi_document_add(
        context->doc, context->doc->words.items[match->first].start,
        end_of(context, match, *words), &mention, err);
    if (status)
        return status;
    mention->use = use;
    mention->recognition = probability_of(evidence);
    return GM_OK;
}

/* The evidence of each match, and the strongest of each name. */
static void weigh_names(const struct gmi_context *context, double *evidence)
{
    for (size_t i = 0; i < context->matches.count; i++) {
        const struct gmi_match *match = &context->matches.items[i];
        evidence[i] = gmi_rules_evidence(context, match);
        struct gmi_name *name = gmi_context_name(context, match->key);
        if (name->best == 0 || evidence[i] > name->best)
            name->best = evidence[i];
    }
}

/*
 * One sense per document: what is surely a place once is likely one wherever
 * the text says nothing else.
 */
static double with_document(const struct gmi_context *context,
                            const struct gmi_match *match, double evidence)
{
    const double best = gmi_context_name(context, match->key)->best;
    if (best > 2 && evidence > -2 && evidence < best)
        return evidence + (best - evidence) / 2;
    return evidence;
}

/* Of the names that the same words may be ("Китае"), the likeliest. */
static size_t best_of_span(const struct gmi_context *context,
                           const double *evidence, size_t index)
{
    const struct gmi_match *items = context->matches.items;
    const struct gmi_match *match = &items[index];
    size_t first = index, best;
    while (first > 0 && items[first - 1].first == match->first &&
           items[first - 1].count == match->count)
        first--;
    best = first;
    for (size_t i = first + 1; i < context->matches.count; i++) {
        if (items[i].first != match->first || items[i].count != match->count)
            break;
        if (evidence[i] > evidence[best])
            best = i;
    }
    return best;
}

gm_status gmi_rules_recognize(struct gmi_context *context, gm_error *err)
{
    const size_t count = context->matches.count;
    double *evidence = gmi_arena_array(&context->doc->arena, count + 1,
                                       sizeof *evidence);
    if (!evidence)
        return gmi_fail_memory(err);
    weigh_names(context, evidence);
    gm_status status = GM_OK;
    uint32_t free_from = 0; /* words before it belong to a mention */
    for (size_t i = 0; i < count && !status; i++) {
        const struct gmi_match *match = &context->matches.items[i];
        const size_t same = best_of_span(context, evidence, i);
        if (match->first < free_from || same != i ||
            is_too_weak(context, match))
            continue;
        const double total = with_document(context, match, evidence[i]);
        if (total <= evidence_min(context, match))
            continue;
        uint32_t words;
        status = add_mention(context, match, total, &words, err);
        free_from = match->first + words;
    }
    return status;
}
