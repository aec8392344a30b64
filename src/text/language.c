/* SPDX-License-Identifier: MIT */
/* The language of a text, from its letters and its commonest words. */
#include "text/language.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { WORDS_READ = 256 };

/* The languages told apart by their words; bits of a word's languages. */
#define LANGUAGES(X)                                                           \
    X(EN, "en")                                                                \
    X(FR, "fr") X(DE, "de") X(ES, "es") X(IT, "it") X(PT, "pt") X(NL, "nl")    \
        X(SV, "sv") X(NB, "nb") X(DA, "da") X(FI, "fi") X(TR, "tr")            \
            X(AZ, "az") X(HU, "hu") X(PL, "pl") X(RO, "ro") X(ET, "et")        \
                X(HR, "hr") X(SK, "sk") X(CS, "cs") X(SL, "sl")        \
                    X(LT, "lt") X(LV, "lv") X(SQ, "sq") X(ID, "id")

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

/* Letters that tell languages apart wherever a word has one. */
static const struct letter_vote {
    uint16_t letter; /* small */
    uint32_t languages;
} letter_votes[] = {
#define L(id)                     (UINT32_C(1) << LANGUAGE_##id)
#define LETTER(letter, languages) {letter, languages},
#include "text/language_letters.def"
#undef LETTER
#undef L
};

/* What a word or letter of one language only counts; others share it. */
enum { FULL_VOTE = 60 };

struct votes {
    size_t latin[LATIN_COUNT]; /* FULL_VOTE: as much as one word tells */
    size_t scripts[GMI_SCRIPT_DIGIT + 1];
    size_t ukrainian, kazakh, serbian;
    size_t dotted, eastern; /* "і": not Russian; "ы", "э": not Ukrainian */
    size_t schwa, dotless; /* words with "ə"; with "ı" or "ğ" */
    size_t kana, hangul, thai;
    size_t persian, urdu; /* words with letters that Arabic has not */
};

static void vote(struct votes *votes, uint32_t languages)
{
    const size_t share =
        FULL_VOTE / (size_t)__builtin_popcount(languages);
    for (size_t i = 0; i < LATIN_COUNT; i++)
        votes->latin[i] += languages >> i & 1 ? share : 0;
}

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
    if (found)
        vote(votes, found->languages);
}

/* The languages of a letter of Latin-1 or Latin Extended-A, B; 0. */
static uint32_t languages_of_letter(uint32_t letter)
{
    for (size_t i = 0; i < sizeof letter_votes / sizeof *letter_votes; i++)
        if (letter_votes[i].letter == letter)
            return letter_votes[i].languages;
    return 0;
}

/* Letters that one Cyrillic alphabet has and others have not. */
static void vote_cyrillic(struct votes *votes, const char *text,
                          const struct gmi_word *word)
{
    for (uint32_t i = word->start; i + 1 < word->end; i++) {
        const unsigned char *p = (const unsigned char *)text + i;
        if (p[0] == 0xd1) { /* ї є; і; ђ ј љ њ ћ; ы э; ъ is of neither */
            votes->ukrainian += p[1] == 0x97 || p[1] == 0x94;
            votes->dotted += p[1] == 0x96;
            votes->serbian += p[1] == 0x98 || p[1] == 0x99 || p[1] == 0x9a ||
                              p[1] == 0x92 || p[1] == 0x9b;
            votes->eastern += p[1] == 0x8b || p[1] == 0x8d;
        }
        if (p[0] == 0xd2 || p[0] == 0xd3)
            votes->kazakh++;
    }
}

/* Letters of Latin alphabets that not all of them have. */
static void vote_latin(struct votes *votes, const char *text,
                       const struct gmi_word *word)
{
    uint32_t languages = 0;
    bool has_schwa = false, has_dotless = false;
    for (size_t i = word->start; i < word->end;) {
        if ((unsigned char)text[i] < 0x80) {
            i++;
            continue;
        }
        const uint32_t letter = gmi_utf8_next(text, &i);
        has_schwa = has_schwa || letter == 0x259;
        has_dotless = has_dotless || letter == 0x131 || letter == 0x11f;
        const uint32_t known = languages_of_letter(letter);
        /* "größte": what has both "ö" and "ß" is of the language of both. */
        if (known)
            languages = languages & known ? languages & known : known;
    }
    votes->schwa += has_schwa;
    votes->dotless += has_dotless;
    if (languages && word->caps == GMI_CAPS_LOWER)
        vote(votes, languages);
}

/*
 * English is what most texts are: another language has to show more. One
 * function word in fourteen is little for any prose.
 */
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
    const size_t least = best == LANGUAGE_EN ? FULL_VOTE : FULL_VOTE / 2;
    return votes->latin[best] * 14 >= words * FULL_VOTE / 2 &&
                   votes->latin[best] >= least
               ? language_codes[best]
               : "";
}

static const char *cyrillic_winner(const struct votes *votes)
{
    const size_t words = votes->scripts[GMI_SCRIPT_CYRILLIC];
    if (votes->serbian * 40 > words)
        return "sr";
    if (votes->kazakh * 10 > words ||
        (votes->dotted > 0 && votes->eastern > 0 && !votes->ukrainian))
        return "kk";
    return (votes->ukrainian + votes->dotted) * 20 > words ? "uk" : "ru";
}

/* Scripts of which each letter is a word: its own signs tell Japanese. */
static const char *ideograph_winner(const struct votes *votes)
{
    const size_t words = votes->scripts[GMI_SCRIPT_CJK];
    if (votes->kana * 10 > words)
        return "ja";
    if (votes->hangul * 2 > words)
        return "ko";
    return votes->thai * 2 > words ? "th" : "zh";
}

/* Persian has letters that Arabic lacks, Urdu some that Persian lacks. */
static void vote_arabic(struct votes *votes, const char *text,
                        const struct gmi_word *word)
{
    bool is_persian = false, is_urdu = false;
    for (size_t i = word->start; i < word->end;) {
        const uint32_t letter = gmi_utf8_next(text, &i);
        is_persian = is_persian || letter == 0x67e || letter == 0x686 ||
                     letter == 0x698 || letter == 0x6a9 || letter == 0x6af ||
                     letter == 0x6cc;
        is_urdu = is_urdu || letter == 0x679 || letter == 0x688 ||
                  letter == 0x691 || letter == 0x6ba || letter == 0x6c1 ||
                  letter == 0x6d2;
    }
    votes->persian += is_persian;
    votes->urdu += is_urdu;
}

static const char *arabic_winner(const struct votes *votes)
{
    const size_t words = votes->scripts[GMI_SCRIPT_ARABIC];
    if (votes->urdu * 10 > words)
        return "ur";
    return votes->persian * 8 > words ? "fa" : "ar";
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
        return cyrillic_winner(votes);
    case GMI_SCRIPT_CJK:
        return ideograph_winner(votes);
    case GMI_SCRIPT_ARMENIAN:
        return "hy";
    case GMI_SCRIPT_GEORGIAN:
        return "ka";
    case GMI_SCRIPT_GREEK:
        return "el";
    case GMI_SCRIPT_HEBREW:
        return "he";
    case GMI_SCRIPT_ARABIC:
        return arabic_winner(votes);
    default:
        return "";
    }
}

static void vote_ideograph(struct votes *votes, const char *text,
                           const struct gmi_word *word)
{
    size_t at = word->start;
    const uint32_t letter = gmi_utf8_next(text, &at);
    votes->kana += letter >= 0x3040 && letter <= 0x30ff;
    votes->hangul += letter >= 0xac00 && letter <= 0xd7ff;
    votes->thai += letter >= 0x0e00 && letter <= 0x0e7f;
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
        if (word->script == GMI_SCRIPT_ARABIC)
            vote_arabic(&votes, text, word);
        if (word->script == GMI_SCRIPT_CJK)
            vote_ideograph(&votes, text, word);
        /* A name is of no language; a sentence begins with any word. */
        if (word->script != GMI_SCRIPT_LATIN ||
            (word->caps != GMI_CAPS_LOWER &&
             !(word->flags & GMI_WORD_SENTENCE_START)))
            continue;
        struct gmi_folded folded;
        gmi_fold(text + word->start, word->end - word->start, &folded);
        vote_words(&votes, &folded);
    }
    return winner(&votes);
}
