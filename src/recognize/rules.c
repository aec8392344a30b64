/* SPDX-License-Identifier: MIT */
/* The method of rules: which of the gazetteer's matches are mentions. */
#include "recognize/rules.h"

#include "base/status.h"
#include "text/fold.h"

#include <math.h>
#include <string.h>

/* Names that were a mention, or a person, somewhere in the document. */
struct verdicts {
    uint64_t *keys; /* sorted by nothing: documents name few things */
    double *best;   /* strongest evidence seen */
    size_t count;
};

/* Scripts without capitals tell less: a name has to be well known. */
static bool is_too_weak(const struct gmi_context *context,
                        const struct gmi_match *match)
{
    const struct gmi_word *word = &context->doc->words.items[match->first];
    if (word->caps != GMI_CAPS_NONE)
        return false;
    if (word->script == GMI_SCRIPT_DIGIT)
        return true;
    if (word->script == GMI_SCRIPT_CJK && match->count < 2)
        return true;
    return match->class == GMI_MATCH_TOWN && match->population < 15000;
}

/* "Syunik Region": the kind of area belongs to the name. */
static uint32_t with_type_word(const struct gmi_context *context,
                               const struct gmi_match *match)
{
    const uint32_t next = match->first + match->count;
    const struct gmi_word *word = gmi_rules_behind(context, next);
    if (!word || !gmi_word_is_capital(word) || context->is_caseless ||
        match->adjective_of != GMI_NONE)
        return match->count;
    const struct gmi_lexicon_entry *entry =
        gmi_lexicon_find(context->recognizer->lexicon,
                         gmi_key_add(GMI_KEY_EMPTY, word->hash));
    const bool names_area = (entry->classes & GMI_LEX_GEO_TYPE) &&
                            (entry->geo_side & GMI_GEO_AFTER) &&
                            entry->geo_class != 'S';
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

/* The strongest evidence for each name in the document. */
static gm_status weigh_names(const struct gmi_context *context,
                             double *evidence, struct verdicts *verdicts,
                             gm_error *err)
{
    const size_t count = context->matches.count;
    struct gmi_arena *arena = &context->doc->arena;
    verdicts->keys = gmi_arena_array(arena, count + 1, sizeof(uint64_t));
    verdicts->best = gmi_arena_array(arena, count + 1, sizeof(double));
    if (!verdicts->keys || !verdicts->best)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        const struct gmi_match *match = &context->matches.items[i];
        evidence[i] = gmi_rules_evidence(context, match);
        size_t j = 0;
        while (j < verdicts->count && verdicts->keys[j] != match->key)
            j++;
        if (j == verdicts->count) {
            verdicts->keys[verdicts->count++] = match->key;
            verdicts->best[j] = evidence[i];
        } else if (evidence[i] > verdicts->best[j]) {
            verdicts->best[j] = evidence[i];
        }
    }
    return GM_OK;
}

static double best_of(const struct verdicts *verdicts, uint64_t key)
{
    for (size_t i = 0; i < verdicts->count; i++)
        if (verdicts->keys[i] == key)
            return verdicts->best[i];
    return 0;
}

/*
 * One sense per document: what is surely a place once is likely one wherever
 * the text says nothing else.
 */
static double with_document(const struct verdicts *verdicts,
                            const struct gmi_match *match, double evidence)
{
    const double best = best_of(verdicts, match->key);
    if (best > 2 && evidence > -2 && evidence < best)
        return evidence + (best - evidence) / 2;
    return evidence;
}

gm_status gmi_rules_recognize(struct gmi_context *context, gm_error *err)
{
    const size_t count = context->matches.count;
    double *evidence = gmi_arena_array(&context->doc->arena, count + 1,
                                       sizeof *evidence);
    struct verdicts verdicts = {0};
    if (!evidence)
        return gmi_fail_memory(err);
    gm_status status = weigh_names(context, evidence, &verdicts, err);
    uint32_t free_from = 0; /* words before it belong to a mention */
    for (size_t i = 0; i < count && !status; i++) {
        const struct gmi_match *match = &context->matches.items[i];
        if (match->first < free_from || is_too_weak(context, match))
            continue;
        const double total = with_document(&verdicts, match, evidence[i]);
        if (total <= 0)
            continue;
        uint32_t words;
        status = add_mention(context, match, total, &words, err);
        free_from = match->first + words;
    }
    return status;
}
