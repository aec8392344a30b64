/* SPDX-License-Identifier: MIT */
/* Evidence for a match being a mention: all clues, each by its weight. */
#include "recognize/clues.h"

#include <string.h>

void gmi_rules_observe(const struct gmi_context *context,
                       const struct gmi_match *match,
                       struct gmi_clues *clues)
{
    *clues = (struct gmi_clues){0};
    gmi_clues_of_name(context, match, clues);
    gmi_clues_of_text(context, match, clues);
}

/* A row of weights for each kind of script, as in the table. */
enum { CASED, UNCASED, IDEOGRAPHS, KIND_COUNT };

static const float weights[KIND_COUNT][GMI_CLUE_COUNT] = {
    {
#define CLUE(name, cased, uncased, ideographs) cased,
#include "recognize/clues.def"
#undef CLUE
    },
    {
#define CLUE(name, cased, uncased, ideographs) uncased,
#include "recognize/clues.def"
#undef CLUE
    },
    {
#define CLUE(name, cased, uncased, ideographs) ideographs,
#include "recognize/clues.def"
#undef CLUE
    },
};

static const float *weights_for(const struct gmi_word *word)
{
    if (word->script == GMI_SCRIPT_CJK)
        return weights[IDEOGRAPHS];
    return weights[word->caps == GMI_CAPS_NONE ? UNCASED : CASED];
}

/*
 * A demonym or an adjective that no place bears as its name is what it is.
 * But a surname may be made as adjectives are: "Frau Wiener", "Пётр Минский".
 * Germans write adjectives of places with capitals behind any noun.
 */
static double evidence_of_adjective(const struct gmi_context *context,
                                    const struct gmi_match *match)
{
    const double sure = 3;
    const struct gmi_word *word = gmi_rules_before(context, match->first);
    if (!word || !gmi_word_is_capital(word) ||
        (word->before & GMI_BEFORE_HYPHEN))
        return sure;
    const uint32_t classes = gmi_rules_classes(context, word);
    if (classes & (GMI_LEX_TITLE | GMI_LEX_FIRST_NAME))
        return sure - 4;
    const bool has_other_use =
        context->match_at[word - context->doc->words.items] ||
        gmi_clues_is_plain(classes) || word->letters <= 3;
    return has_other_use || strcmp(context->language, "de") == 0 ? sure
                                                                 : sure - 4;
}

double gmi_rules_evidence(const struct gmi_context *context,
                          const struct gmi_match *match)
{
    if (!(match->flags & GMI_MATCH_IS_NAME) &&
        match->adjective_of != GMI_NONE)
        return evidence_of_adjective(context, match);
    const float *row =
        weights_for(&context->doc->words.items[match->first]);
    struct gmi_clues clues;
    gmi_rules_observe(context, match, &clues);
    double evidence = 0;
    for (size_t i = 0; i < GMI_CLUE_COUNT; i++)
        evidence += (double)(row[i] * clues.values[i]);
    return evidence;
}
