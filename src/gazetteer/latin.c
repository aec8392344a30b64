/* SPDX-License-Identifier: MIT */
/* Folded words of other alphabets in Latin letters. */
#include "gazetteer/latin.h"

#include "text/utf8.h"

#include <string.h>

static const struct latin_letter {
    uint16_t code;
    char spelling[6];
} letters[] = {
#define LATIN_LETTER(code, spelling) {code, spelling},
#include "gazetteer/latin_letters.def"
#undef LATIN_LETTER
};

/* Two letters that are one sound together. */
static const struct {
    uint16_t first, second;
    const char *spelling;
} pairs[] = {
    {0x578, 0x582, "u"},  /* Armenian ու */
    {0x565, 0x582, "ev"}, /* եւ */
    {0x3bf, 0x3c5, "ou"}, /* Greek ου */
    {0x3b1, 0x3b9, "ai"}, {0x3b5, 0x3b9, "ei"}, {0x3bf, 0x3b9, "oi"},
    {0x3bc, 0x3c0, "mp"}, {0x3bd, 0x3c4, "nt"}, {0x3b3, 0x3b3, "ng"},
};

static const char *spelling_of(uint32_t code)
{
    size_t low = 0, high = sizeof letters / sizeof *letters;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (letters[middle].code == code)
            return letters[middle].spelling;
        if (letters[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static const char *pair_spelling(uint32_t first, uint32_t second)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].first == first && pairs[i].second == second)
            return pairs[i].spelling;
    return NULL;
}

bool gmi_latin_of(const struct gmi_folded *word, struct gmi_folded *out)
{
    struct gmi_folded latin = {.length = 0};
    size_t position = 0;
    while (position < word->length) {
        const uint32_t code = gmi_utf8_next(word->bytes, &position);
        const char *spelling = NULL;
        if (position < word->length) {
            size_t next = position;
            const uint32_t second = gmi_utf8_next(word->bytes, &next);
            spelling = pair_spelling(code, second);
            if (spelling)
                position = next;
        }
        if (!spelling)
            spelling = spelling_of(code);
        const size_t length = spelling ? strlen(spelling) : 0;
        if (!spelling || latin.length + length > GMI_FOLD_MAX)
            return false;
        memcpy(latin.bytes + latin.length, spelling, length);
        latin.length += length;
    }
    memset(latin.bytes + latin.length, 0, 8);
    *out = latin;
    return latin.length > 0;
}
