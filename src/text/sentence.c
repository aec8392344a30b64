/* SPDX-License-Identifier: MIT */
/* Where sentences begin and end: rules of news prose, no model. */
#include "text/fold.h"
#include "text/word.h"

#include <string.h>

/* Words with a full stop that does not end a sentence. */
static bool is_abbreviation(const char *text, const struct gmi_word *word)
{
    static const char *const list[] = {
        "mr",  "mrs", "ms",   "dr",  "prof", "st",  "ste", "gen",  "col",
        "lt",  "maj", "capt", "sgt", "sen",  "rep", "gov", "hon",  "rev",
        "pres", "jr", "sr",   "no",  "vs",   "mt",  "ft",  "ave",  "blvd",
        "jan", "feb", "aug",  "sept", "sep", "oct", "nov", "dec",  "inc",
        "co",  "corp", "ltd", "bros", "dept", "fig", "pp",  "vol", "cf",
        "rd",  "adm", "supt", "messrs", "cpl", "pvt", "comdr", "brig",
        "г",  "ул", "им", "обл", "р", "д", "руб", "тыс",
    };
    struct gmi_folded folded;
    gmi_fold(text + word->start, word->end - word->start, &folded);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(folded.bytes, list[i]) == 0)
            return true;
    return false;
}

/* Function words that open a sentence but never go on after "U.S.". */
static bool is_opener(const char *text, const struct gmi_word *word)
{
    static const char *const list[] = {
        "the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we",
        "but", "and", "this", "that", "these", "those", "his", "her", "its",
        "their", "there", "i", "if", "when", "as", "for", "after", "before",
    };
    struct gmi_folded folded;
    gmi_fold(text + word->start, word->end - word->start, &folded);
    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (strcmp(folded.bytes, list[i]) == 0)
            return true;
    return false;
}

enum gmi_text_case gmi_words_case(const struct gmi_word *words, size_t count)
{
    size_t small = 0, capital = 0, upper = 0;
    for (size_t i = 0; i < count; i++) {
        small += words[i].caps == GMI_CAPS_LOWER;
        capital += words[i].caps == GMI_CAPS_CAPITAL ||
                   words[i].caps == GMI_CAPS_MIXED;
        upper += words[i].caps == GMI_CAPS_UPPER &&
                 !(words[i].flags & GMI_WORD_SINGLE);
    }
    const size_t all = small + capital + upper;
    if (upper * 10 > all * 7 && all > 2)
        return GMI_TEXT_LARGE;
    return (capital + upper) * 50 < all ? GMI_TEXT_SMALL : GMI_TEXT_BOTH;
}

static bool starts_sentence(const char *text, const struct gmi_word *previous,
                            const struct gmi_word *word, bool is_small)
{
    if (word->before & (GMI_BEFORE_PARAGRAPH | GMI_BEFORE_STOP))
        return true;
    if (word->caps == GMI_CAPS_LOWER && !is_small)
        return false;
    if (previous->flags & GMI_WORD_DOTTED)
        return !is_small && is_opener(text, word);
    if (!(word->before & GMI_BEFORE_PERIOD) ||
        word->before & GMI_BEFORE_COMMA)
        return false; /* "Barrie, Ont., Canada" */
    if (!(word->before & (GMI_BEFORE_SPACE | GMI_BEFORE_LINE)))
        return false; /* "St.Petersburg", "3.5" */
    if ((previous->flags & GMI_WORD_SINGLE) &&
        (previous->caps == GMI_CAPS_UPPER || is_small))
        return false; /* "J. Smith" */
    return !is_abbreviation(text, previous);
}

void gmi_words_find_sentences(struct gmi_words *words, const char *text)
{
    const bool is_small =
        gmi_words_case(words->items, words->count) == GMI_TEXT_SMALL;
    for (size_t i = 0; i < words->count; i++)
        if (i == 0 || starts_sentence(text, &words->items[i - 1],
                                      &words->items[i], is_small))
            words->items[i].flags |= GMI_WORD_SENTENCE_START;
}

/* Bytes of a sentence on either side: a list may have no full stop at all. */
enum { REACH_MAX = 4096 };

void gmi_words_sentence_around(const struct gmi_words *words,
                               const char *text, size_t length, size_t index,
                               size_t *start, size_t *end)
{
    const size_t here = words->items[index].start;
    size_t first = index, next = index + 1;
    while (first > 0 &&
           !(words->items[first].flags & GMI_WORD_SENTENCE_START) &&
           here - words->items[first].start < REACH_MAX)
        first--;
    while (next < words->count &&
           !(words->items[next].flags & GMI_WORD_SENTENCE_START) &&
           words->items[next].start - here < REACH_MAX)
        next++;
    *start = words->items[first].start;
    size_t stop = next < words->count ? words->items[next].start : length;
    const size_t least = words->items[next - 1].end;
    /* Trailing space goes, and an opening sign that belongs to what follows. */
    while (stop > least && strchr(" \t\r\n([{", text[stop - 1]))
        stop--;
    *end = stop;
}
