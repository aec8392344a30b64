/* SPDX-License-Identifier: MIT */
/* Other spellings of a name that came into Latin letters. */
#include "gazetteer/respell.h"

#include <string.h>

/*
 * Letters of Armenian, Georgian, Cyrillic, Greek and Arabic script by the
 * habits of English, French, German, Turkish and the tables of BGN/PCGN, ISO 9
 * and national systems; folded, so that "ş" is "s" and "ç" is "c". Each both
 * ways.
 */
static const char *const pairs[][2] = {
    {"kh", "x"}, {"kh", "h"},  {"kh", "ch"}, {"zh", "j"},  {"zh", "z"},
    {"zh", "g"}, {"sh", "s"},  {"sh", "sch"}, {"sh", "ch"}, {"sh", "x"},
    {"ch", "c"}, {"ch", "tch"}, {"ch", "tsch"}, {"ts", "c"}, {"ts", "tz"},
    {"ts", "z"}, {"dz", "j"},  {"dzh", "j"}, {"dj", "j"},  {"dsch", "j"},
    {"gh", "g"}, {"gh", "q"},  {"q", "k"},   {"q", "g"},   {"ck", "k"},
    {"yu", "iu"}, {"yu", "ju"}, {"yu", "u"}, {"yu", "ou"}, {"ya", "ia"},
    {"ya", "ja"}, {"ye", "e"}, {"ye", "je"}, {"yo", "io"}, {"y", "i"},
    {"y", "j"},  {"iy", "y"},  {"iy", "i"},  {"ii", "i"},  {"oo", "u"},
    {"ou", "u"}, {"ee", "i"},  {"v", "w"},   {"v", "f"},   {"v", "ff"},
    {"f", "ph"}, {"t", "th"},  {"b", "v"},   {"b", "mp"},  {"d", "nt"},
    {"rr", "r"}, {"u", "w"},  
};

enum { PAIR_COUNT = sizeof pairs / sizeof *pairs };

size_t gmi_respell_count(void)
{
    return 2 * (size_t)PAIR_COUNT;
}

static uint32_t bit_of(char letter)
{
    return letter >= 'a' && letter <= 'z' ? UINT32_C(1) << (letter - 'a') : 0;
}

uint32_t gmi_respell_letters(const struct gmi_folded *word)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < word->length; i++)
        letters |= bit_of(word->bytes[i]);
    return letters;
}

bool gmi_respell_applies(const struct gmi_folded *word, uint32_t letters,
                         size_t rule)
{
    const char *from = pairs[rule / 2][rule % 2];
    for (const char *letter = from; *letter; letter++)
        if (!(letters & bit_of(*letter)))
            return false;
    return from[1] == '\0' || strstr(word->bytes, from) != NULL;
}

bool gmi_respell(const struct gmi_folded *word, size_t rule,
                 struct gmi_folded *out)
{
    const char *from = pairs[rule / 2][rule % 2],
               *to = pairs[rule / 2][1 - rule % 2];
    const size_t old = strlen(from), new = strlen(to);
    struct gmi_folded made = {.length = 0};
    bool is_other = false;
    *out = *word;
    for (size_t i = 0; i < word->length;) {
        const bool is_here = word->bytes[i] == from[0] &&
                             i + old <= word->length &&
                             memcmp(word->bytes + i, from, old) == 0;
        const size_t step = is_here ? old : 1, added = is_here ? new : 1;
        if (made.length + added > GMI_FOLD_MAX)
            return false;
        memcpy(made.bytes + made.length, is_here ? to : word->bytes + i,
               added);
        made.length += added;
        i += step;
        is_other = is_other || is_here;
    }
    *out = made;
    return is_other;
}
