/* SPDX-License-Identifier: MIT */
/* Folding: the form in which words are compared. */
#include "text/fold.h"

#include "text/letter.h"
#include "text/utf8.h"

#include <string.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "hashes and compiled files are little-endian"
#endif

static void put(struct gmi_folded *out, uint32_t code)
{
    if (out->length + 4 > GMI_FOLD_MAX)
        return;
    out->length += gmi_utf8_put(code, out->bytes + out->length);
}

static void put_folded(struct gmi_folded *out, uint32_t code)
{
    const struct gmi_letter *letter = gmi_letter_of(code);
    if (letter->class > GMI_LETTER_LAST_IN_WORD)
        return; /* a full stop of "U.S.", a soft hyphen */
    if (letter->fold == GMI_FOLD_SELF) {
        put(out, code);
    } else if (letter->fold >= GMI_FOLD_EXPAND) {
        const uint16_t *letters = gmi_letter_expansion(letter->fold);
        for (size_t i = 0; i < 4 && letters[i]; i++)
            put(out, letters[i]);
    } else if (letter->fold) {
        put(out, letter->fold);
    }
}

static bool is_word(const struct gmi_folded *word, const char *text)
{
    return strcmp(word->bytes, text) == 0;
}

/* Words that are written in two ways become the shorter one. */
static void make_canonical(struct gmi_folded *word)
{
    static const char *const pairs[][2] = {
        {"saint", "st"}, {"sainte", "ste"}, {"mount", "mt"}, {"fort", "ft"}};
    if (word->length < 4 || word->length > 6)
        return;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!is_word(word, pairs[i][0]))
            continue;
        memset(word->bytes, 0, 8);
        word->length = strlen(pairs[i][1]);
        memcpy(word->bytes, pairs[i][1], word->length);
        return;
    }
}

void gmi_fold(const char *text, size_t length, struct gmi_folded *out)
{
    out->length = 0;
    size_t position = 0;
    while (position < length) {
        const unsigned char byte = (unsigned char)text[position];
        if (byte < 0x80 && out->length < GMI_FOLD_MAX) {
            position++;
            const struct gmi_letter *letter = gmi_letter_of(byte);
            if (letter->class <= GMI_LETTER_LAST_IN_WORD)
                out->bytes[out->length++] = (char)letter->fold;
        } else {
            put_folded(out, gmi_utf8_next(text, &position));
        }
    }
    memset(out->bytes + out->length, 0, 8);
    if (out->length == 0 && length == 1 && text[0] == '&') {
        memcpy(out->bytes, "and", 3);
        out->length = 3;
    }
    make_canonical(out);
}

uint64_t gmi_fold_hash(const struct gmi_folded *word)
{
    uint64_t hash = word->length * UINT64_C(0x9e3779b97f4a7c15);
    for (size_t i = 0; i < word->length; i += 8) {
        uint64_t eight; /* zeros stand behind the word */
        memcpy(&eight, word->bytes + i, sizeof eight);
        if (word->length - i < 8)
            eight &= UINT64_MAX >> 8 * (8 - (word->length - i));
        hash = (hash ^ eight) * UINT64_C(0x9fb21c651e98df25);
        hash ^= hash >> 32;
    }
    return gmi_mix(hash);
}

uint64_t gmi_key_of(const char *name, size_t length, size_t *words)
{
    uint64_t key = GMI_KEY_EMPTY;
    size_t position = 0, count = 0;
    struct gmi_word word;
    while (gmi_word_next(name, length, &position, &word)) {
        key = gmi_key_add(key, word.hash);
        count++;
    }
    if (words)
        *words = count;
    return key;
}

bool gmi_fold_equal(const char *a, size_t a_length, const char *b,
                    size_t b_length)
{
    size_t a_position = 0, b_position = 0;
    struct gmi_word a_word, b_word;
    struct gmi_folded a_fold, b_fold;
    for (;;) {
        const bool has_a = gmi_word_next(a, a_length, &a_position, &a_word);
        const bool has_b = gmi_word_next(b, b_length, &b_position, &b_word);
        if (!has_a || !has_b)
            return has_a == has_b;
        if (a_word.hash != b_word.hash)
            return false;
        gmi_fold(a + a_word.start, a_word.end - a_word.start, &a_fold);
        gmi_fold(b + b_word.start, b_word.end - b_word.start, &b_fold);
        if (a_fold.length != b_fold.length ||
            memcmp(a_fold.bytes, b_fold.bytes, a_fold.length) != 0)
            return false;
    }
}
