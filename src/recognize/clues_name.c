/* SPDX-License-Identifier: MIT */
/* Clues of a match's place, and of its name whatever stands around it. */
#include "recognize/clues.h"

#include "text/fold.h"

#include <math.h>
#include <string.h>

/* How many people, as a power of ten: 0 for none. */
static float power_of(uint32_t people)
{
    return log10f((float)people + 1);
}

static void note_class(const struct gmi_match *match, struct gmi_clues *clues)
{
    static const uint8_t by_class[] = {
        [GMI_MATCH_OTHER] = GMI_CLUE_OTHER,
        [GMI_MATCH_COUNTRY] = GMI_CLUE_COUNTRY,
        [GMI_MATCH_ADMIN1] = GMI_CLUE_ADMIN1,
        [GMI_MATCH_ADMIN] = GMI_CLUE_ADMIN,
        [GMI_MATCH_REGION] = GMI_CLUE_REGION,
        [GMI_MATCH_TOWN] = GMI_CLUE_TOWN,
        [GMI_MATCH_NATURE] = GMI_CLUE_NATURE,
        [GMI_MATCH_FACILITY] = GMI_CLUE_FACILITY,
    };
    clues->values[by_class[match->class]] = 1;
}

static void note_people(const struct gmi_match *match,
                        struct gmi_clues *clues)
{
    const float people = power_of(match->population);
    const bool is_empty = match->population == 0;
    float *values = clues->values;
    if (match->class == GMI_MATCH_ADMIN1)
        values[GMI_CLUE_ADMIN1_PEOPLE] = people;
    if (match->class == GMI_MATCH_ADMIN) {
        values[GMI_CLUE_ADMIN_PEOPLE] = people;
        values[GMI_CLUE_ADMIN_EMPTY] = is_empty;
    }
    if (match->class == GMI_MATCH_TOWN) {
        values[GMI_CLUE_TOWN_PEOPLE] = people;
        values[GMI_CLUE_TOWN_EMPTY] = is_empty;
        values[GMI_CLUE_TOWN_50K] = match->population >= 50000;
        values[GMI_CLUE_TOWN_500K] = match->population >= 500000;
        values[GMI_CLUE_HOME_TOWN] = (match->flags & GMI_MATCH_IS_HOME) != 0;
    }
    const bool is_home = match->flags & GMI_MATCH_IS_HOME;
    values[GMI_CLUE_HOME_AREA] = is_home && (match->class == GMI_MATCH_ADMIN1 ||
                                             match->class == GMI_MATCH_ADMIN);
    values[GMI_CLUE_HOME] = is_home;
    values[GMI_CLUE_HOME_PEOPLE] = power_of(match->home_people);
    values[GMI_CLUE_PLACES] = log2f((float)match->places + 1);
}

static void note_flags(const struct gmi_match *match, struct gmi_clues *clues)
{
    gmi_clue(clues, GMI_CLUE_NATIVE, match->flags & GMI_MATCH_IS_NATIVE);
    gmi_clue(clues, GMI_CLUE_GREAT, match->flags & GMI_MATCH_IS_GREAT);
    gmi_clue(clues, GMI_CLUE_MAIN, match->flags & GMI_MATCH_IS_MAIN);
    gmi_clue(clues, GMI_CLUE_FOREIGN, match->flags & GMI_MATCH_IS_FOREIGN);
    gmi_clue(clues, GMI_CLUE_ADJECTIVE, match->adjective_of != GMI_NONE);
    gmi_clue(clues, GMI_CLUE_ABBREVIATION,
             match->flags & GMI_MATCH_IS_ABBREVIATION);
    gmi_clue(clues, GMI_CLUE_WORDS_2, match->count == 2);
    gmi_clue(clues, GMI_CLUE_WORDS_3, match->count >= 3);
}

/* What anyone knows; capitals at the start of a sentence tell less of others. */
static bool is_well_known(const struct gmi_match *match)
{
    return match->class == GMI_MATCH_COUNTRY ||
           match->class == GMI_MATCH_REGION ||
           match->population >=
               (match->flags & GMI_MATCH_IS_HOME ? 100000u : 500000u);
}

/* Length, case and script; capitals say little in German, and in headlines. */
static void note_shape(const struct gmi_context *context,
                       const struct gmi_match *match, struct gmi_clues *clues)
{
    const struct gmi_word *word = &context->doc->words.items[match->first];
    const bool is_single = match->count == 1;
    const bool is_german = strcmp(context->language, "de") == 0;
    const bool is_known = is_well_known(match);
    const bool is_start = word->flags & GMI_WORD_SENTENCE_START;
    const bool is_uncased = word->caps == GMI_CAPS_NONE;
    const bool is_upper = word->caps == GMI_CAPS_UPPER &&
                          !context->is_caseless && is_single &&
                          !(match->flags & GMI_MATCH_IS_ABBREVIATION);
    const bool is_inflected = match->flags & GMI_MATCH_IS_INFLECTED;
    const bool is_ideograph = word->script == GMI_SCRIPT_CJK;
    gmi_clue(clues, GMI_CLUE_INFLECTED, is_inflected);
    gmi_clue(clues, GMI_CLUE_LOCATIVE, match->flags & GMI_MATCH_IS_LOCATIVE);
    gmi_clue(clues, GMI_CLUE_INFLECTED_SHORT,
             is_inflected && is_single && word->letters <= 5);
    gmi_clue(clues, GMI_CLUE_LETTERS_3, is_single && word->letters <= 3);
    gmi_clue(clues, GMI_CLUE_LETTERS_4, is_single && word->letters == 4);
    gmi_clue(clues, GMI_CLUE_LETTERS_5, is_single && word->letters == 5);
    gmi_clue(clues, GMI_CLUE_LETTERS_8, is_single && word->letters >= 8);
    gmi_clue(clues, GMI_CLUE_HOME_LETTERS_8,
             is_single && word->letters >= 8 &&
                 (match->flags & GMI_MATCH_IS_HOME));
    gmi_clue(clues, GMI_CLUE_SHORT_CAPITALS, is_upper && word->letters <= 5);
    gmi_clue(clues, GMI_CLUE_CAPITALS, is_upper && word->letters > 5);
    gmi_clue(clues, GMI_CLUE_STARTS_SENTENCE, is_start && !is_known);
    gmi_clue(clues, GMI_CLUE_STARTS_SENTENCE_KNOWN, is_start && is_known);
    gmi_clue(clues, GMI_CLUE_GERMAN, is_german && is_single);
    gmi_clue(clues, GMI_CLUE_GERMAN_SMALL, is_german && !is_known);
    gmi_clue(clues, GMI_CLUE_CASELESS, context->is_caseless && !is_uncased);
    gmi_clue(clues, GMI_CLUE_UNCASED, is_uncased);
    gmi_clue(clues, GMI_CLUE_UNCASED_PROSE,
             is_uncased && !(word->before & GMI_BEFORE_OTHER));
    gmi_clue(clues, GMI_CLUE_UNCASED_TYPE,
             is_uncased && is_single &&
                 (context->classes[match->first] & GMI_LEX_GEO_TYPE));
    if (is_uncased)
        clues->values[GMI_CLUE_UNCASED_PEOPLE] = power_of(match->population);
    gmi_clue(clues, GMI_CLUE_IDEOGRAPHS_2, is_ideograph && match->count == 2);
    gmi_clue(clues, GMI_CLUE_IDEOGRAPHS_3, is_ideograph && match->count >= 3);
}

/* What else the one word of a name is in the language. */
static void note_ordinary(const struct gmi_context *context,
                          const struct gmi_match *match,
                          struct gmi_clues *clues)
{
    const struct gmi_word *word = &context->doc->words.items[match->first];
    const bool is_start = word->flags & GMI_WORD_SENTENCE_START;
    const bool is_word = gmi_context_is_ordinary(context, word->hash);
    gmi_clue(clues, GMI_CLUE_ORDINARY, is_word);
    gmi_clue(clues, GMI_CLUE_ORDINARY_START, is_word && is_start);
    gmi_clue(clues, GMI_CLUE_ORDINARY_GERMAN,
             is_word && strcmp(context->language, "de") == 0);
    gmi_clue(clues, GMI_CLUE_ORDINARY_BASE,
             (match->flags & GMI_MATCH_IS_INFLECTED) &&
                 gmi_context_is_ordinary(context, match->hash));
    gmi_clue(clues, GMI_CLUE_SEEN_SMALL,
             gmi_context_has_small(context, word->hash));
}

/* What the word lists say of the name. */
static void note_lists(const struct gmi_context *context,
                       const struct gmi_match *match, struct gmi_clues *clues)
{
    const struct gmi_lexicon_entry *entry =
        gmi_rules_entry(context, match->first, match->count);
    const struct gmi_word *word = &context->doc->words.items[match->first];
    const bool is_stop = (entry->classes & GMI_LEX_STOP_NAME) &&
                         (entry->classes & context->stop_bits);
    const bool is_doubtful = entry->classes & GMI_LEX_DOUBTFUL;
    gmi_clue(clues, GMI_CLUE_STOP_NAME, is_stop && !is_doubtful);
    gmi_clue(clues, GMI_CLUE_STOP_NAME_DOUBTFUL, is_stop && is_doubtful);
    if (match->count > 1)
        return;
    const bool is_common = entry->classes & GMI_LEX_COMMON_WORD;
    const bool has_no_case =
        context->is_caseless || (word->flags & GMI_WORD_SENTENCE_START);
    gmi_clue(clues, GMI_CLUE_ENGLISH_WORD, is_common);
    gmi_clue(clues, GMI_CLUE_ENGLISH_WORD_START, is_common && has_no_case);
    gmi_clue(clues, GMI_CLUE_FIRST_NAME, entry->classes & GMI_LEX_FIRST_NAME);
    gmi_clue(clues, GMI_CLUE_FIRST_NAME_KNOWN,
             (entry->classes & (GMI_LEX_FIRST_NAME | GMI_LEX_SURNAME)) &&
                 is_well_known(match));
    gmi_clue(clues, GMI_CLUE_SURNAME, entry->classes & GMI_LEX_SURNAME);
    note_ordinary(context, match, clues);
}

void gmi_clues_of_name(const struct gmi_context *context,
                       const struct gmi_match *match,
                       struct gmi_clues *clues)
{
    note_class(match, clues);
    note_people(match, clues);
    note_flags(match, clues);
    note_shape(context, match, clues);
    note_lists(context, match, clues);
}
