/* SPDX-License-Identifier: MIT */
/* The language of a text, from its letters and its commonest words. */
#include "text/language.h"

#include "text/fold.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_READ = 256 };

/* The languages told apart by their words; bits of a word's languages. */
#define LANGUAGES(X)                                                           \
    X(EN, "en")                                                                \
    X(FR, "fr") X(DE, "de") X(ES, "es") X(IT, "it") X(PT, "pt") X(NL, "nl")    \
        X(SV, "sv") X(NB, "nb") X(DA, "da") X(FI, "fi") X(TR, "tr")            \
            X(AZ, "az") X(HU, "hu") X(PL, "pl") X(RO, "ro") X(ET, "et")        \
                X(HR, "hr") X(SK, "sk")

enum {
#define LANGUAGE_NUMBER(id, code) LANGUAGE_##id,
    LANGUAGES(LANGUAGE_NUMBER)
#undef LANGUAGE_NUMBER
        LATIN_COUNT
};

static const char language_codes[LATIN_COUNT][3] = {
#define LANGUAGE_CODE(id, code) code,
    LANGUAGES(LANGUAGE_CODE)
#undef LANGUAGE_CODE
};

enum { FUNCTION_WORD_MAX = 12 }; /* bytes */

static const struct function_word {
    char text[FUNCTION_WORD_MAX + 1];
    uint32_t languages;
} function_words[] = {
#define L(id)                 (UINT32_C(1) << LANGUAGE_##id)
#define WORD(text, languages) {text, languages},
#include "text/function_words.def"
#undef WORD
#undef L
};

struct votes {
    size_t latin[LATIN_COUNT];
    size_t scripts[GMI_SCRIPT_DIGIT + 1];
    size_t ukrainian, kazakh, serbian;
    size_t schwa, dotless; /* words with "ə"; with "ı" or "ğ" */
};

static int compare_words(const void *key, const void *item)
{
    return strcmp(key, ((const struct function_word *)item)->text);
}

static void vote_words(struct votes *votes, const struct gmi_folded *word)
{
    if (word->length > FUNCTION_WORD_MAX)
        return;
    const struct function_word *found =
        bsearch(word->bytes, function_words,
                sizeof function_words / sizeof *function_words,
                sizeof *function_words, compare_words);
    for (size_t i = 0; found && i < LATIN_COUNT; i++)
        votes->latin[i] += found->languages >> i & 1;
}

/* Letters that one Cyrillic alphabet has and Russian has not. */
static void vote_cyrillic(struct votes *votes, const char *text,
                          const struct gmi_word *word)
{
    for (uint32_t i = word->start; i + 1 < word->end; i++) {
        const unsigned char *p = (const unsigned char *)text + i;
        if (p[0] == 0xd1)
            votes->ukrainian += p[1] == 0x96 || p[1] == 0x97 || p[1] == 0x94;
        if (p[0] == 0xd2 || p[0] == 0xd3)
            votes->kazakh++;
        if (p[0] == 0xd1)
            votes->serbian += p[1] == 0x98 || p[1] == 0x99 || p[1] == 0x9a ||
                              p[1] == 0x92 || p[1] == 0x9b;
    }
}

/* Letters of one Latin alphabet that the others do not have. */
static void vote_latin(struct votes *votes, const char *text,
                       const struct gmi_word *word)
{
    bool has_schwa = false, has_dotless = false;
    for (uint32_t i = word->start; i + 1 < word->end; i++) {
        const unsigned char *p = (const unsigned char *)text + i;
        has_schwa = has_schwa || (p[0] == 0xc9 && p[1] == 0x99);
        has_dotless =
            has_dotless || (p[0] == 0xc4 && (p[1] == 0xb1 || p[1] == 0x9f));
    }
    votes->schwa += has_schwa;
    votes->dotless += has_dotless;
}

static const char *latin_winner(const struct votes *votes)
{
    const size_t words = votes->scripts[GMI_SCRIPT_LATIN];
    if (votes->schwa >= 2 && votes->schwa * 8 > words)
        return "az";
    if (votes->dotless >= 2 && votes->dotless * 12 > words)
        return "tr";
    size_t best = 0;
    for (size_t i = 1; i < LATIN_COUNT; i++)
        if (votes->latin[i] > votes->latin[best])
            best = i;
    /* One function word in fourteen is little for any prose. */
    return votes->latin[best] * 14 >= words && votes->latin[best] >= 2
               ? language_codes[best]
               : "";
}

static const char *winner(const struct votes *votes)
{
    uint8_t script = GMI_SCRIPT_LATIN;
    for (uint8_t i = 0; i < GMI_SCRIPT_DIGIT; i++)
        if (votes->scripts[i] > votes->scripts[script])
            script = i;
    switch (script) {
    case GMI_SCRIPT_LATIN:
        return latin_winner(votes);
    case GMI_SCRIPT_CYRILLIC:
        if (votes->serbian * 40 > votes->scripts[script])
            return "sr";
        if (votes->kazakh * 10 > votes->scripts[script])
            return "kk";
        return votes->ukrainian * 20 > votes->scripts[script] ? "uk" : "ru";
    case GMI_SCRIPT_ARMENIAN:
        return "hy";
    case GMI_SCRIPT_GEORGIAN:
        return "ka";
    case GMI_SCRIPT_GREEK:
        return "el";
    case GMI_SCRIPT_HEBREW:
        return "he";
    case GMI_SCRIPT_ARABIC:
        return "ar";
    default:
        return "";
    }
}

const char *gmi_language_of(const struct gmi_words *words, const char *text)
{
    struct votes votes = {0};
    const size_t count = words->count < WORDS_READ ? words->count : WORDS_READ;
    for (size_t i = 0; i < count; i++) {
        const struct gmi_word *word = &words->items[i];
        votes.scripts[word->script]++;
        if (word->script == GMI_SCRIPT_CYRILLIC)
            vote_cyrillic(&votes, text, word);
        if (word->script == GMI_SCRIPT_LATIN)
            vote_latin(&votes, text, word);
        if (word->script != GMI_SCRIPT_LATIN || word->caps != GMI_CAPS_LOWER)
            continue;
        struct gmi_folded folded;
        gmi_fold(text + word->start, word->end - word->start, &folded);
        vote_words(&votes, &folded);
    }
    return winner(&votes);
}
