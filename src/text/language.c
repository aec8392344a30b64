/* SPDX-License-Identifier: MIT */
/* The language of a text, from its letters and its commonest words. */
#include "text/language.h"

#include "text/fold.h"

#include <string.h>

enum { WORDS_READ = 256 };

/* The commonest words of each language, folded, that few others share. */
static const struct {
    const char *code;
    const char *words;
} latin_languages[] = {
    {"en", " the of and to in is that was for with on he it by from his they "
           "have are at which be this had were has as not "},
    {"fr", " le la les des et du est une dans que qui pour sur par au pas "
           "plus avec ce il sont aux leur cette ses ete "},
    {"de", " der die das und den von zu mit ist des im dem nicht ein eine "
           "auf sich als auch wurde fur aus bei nach "},
    {"es", " el la los las de y en que del se por con una para es al su lo "
           "como mas fue sus pero este ha "},
    {"it", " il di che la e della per un una in del dei con non sono le da "
           "al nel gli si alla delle come "},
    {"pt", " o a os as de e do da dos das em que no na um uma para com por "
           "nao se ao mais foi pelo pela "},
    {"nl", " de het een van en in is dat op te zijn voor met niet aan er om "
           "ook als door bij naar werd "},
    {"sv", " och att det som en pa ar av for med den till inte har de om ett "
           "var fran vid sig men "},
    {"nb", " og i det er til som en av for pa med at den ikke har de om et "
           "var fra seg men ble "},
    {"da", " og i det er til som en af for pa med at den ikke har de om et "
           "var fra sig men blev "},
    {"fi", " ja on ei etta se oli han mutta kun ovat myos joka kuin tai sen "
           "jotka mukaan ole vuonna "},
    {"tr", " ve bir bu ile icin da de olarak olan daha gibi cok ise en kadar "
           "sonra oldugu ancak tarafindan her "},
    {"az", " va bir bu ila ucun da olan olub kimi daha ki ise edib olaraq "
           "sonra qeyd bildirib hamcinin uzra etmak "},
    {"hu", " a az es hogy nem is egy van volt meg ezt ami de mint ha csak "
           "ki el azt szerint "},
    {"pl", " i w na z do sie nie to jest ze o jak od za po ale przez co byl "
           "oraz dla jego "},
    {"ro", " si in de la cu din pe este nu care un o sa a au mai pentru fost "
           "prin fi al "},
    {"et", " ja on ei et see oli ta ka kui mis aga oma kes siis nii voi ning "
           "tema eesti "},
    {"hr", " i u je se na da su za od s ne koji kao o bi iz sa biti ili nije "
           "koje sto "},
    {"sk", " a v na sa je ze s z do o ako za po aj ktore pre boli ich by od "
           "ktory "},
};
enum { LATIN_COUNT = sizeof latin_languages / sizeof *latin_languages };

struct votes {
    size_t latin[LATIN_COUNT];
    size_t scripts[GMI_SCRIPT_DIGIT + 1];
    size_t ukrainian, kazakh, serbian;
    size_t schwa, dotless; /* words with "ə"; with "ı" or "ğ" */
};

/* Whether the spaced list has the word. */
static bool has_word(const char *list, const struct gmi_folded *word)
{
    char spaced[GMI_FOLD_MAX + 3];
    if (word->length > 12)
        return false;
    spaced[0] = ' ';
    memcpy(spaced + 1, word->bytes, word->length);
    spaced[word->length + 1] = ' ';
    spaced[word->length + 2] = '\0';
    return strstr(list, spaced) != NULL;
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
               ? latin_languages[best].code
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
        for (size_t j = 0; j < LATIN_COUNT; j++)
            votes.latin[j] += has_word(latin_languages[j].words, &folded);
    }
    return winner(&votes);
}
