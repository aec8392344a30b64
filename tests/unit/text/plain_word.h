/* SPDX-License-Identifier: MIT */
/*
 * Splitting and folding written plainly, letter by letter and one step after
 * another: what the library's quick ways have to agree with.
 */
#ifndef TESTS_PLAIN_WORD_H
#define TESTS_PLAIN_WORD_H

#include "text/fold.h"
#include "text/letter.h"
#include "text/utf8.h"

#include <string.h>

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

static void plain_fold(const char *text, size_t length, struct gmi_folded *out)
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

static uint64_t plain_fold_hash(const struct gmi_folded *word)
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

/* The letter at a position below `length`, and where the next one begins. */
static const struct gmi_letter *letter_at(const char *text, size_t position,
                                          size_t *next)
{
    *next = position;
    return gmi_letter_of(gmi_utf8_next(text, next));
}

static bool begins_word(const struct gmi_letter *letter)
{
    return letter->class <= GMI_LETTER_LAST_IN_WORD &&
           letter->class != GMI_LETTER_MARK;
}

/* Whether a word's letter stands at `position`. */
static bool letter_follows(const char *text, size_t length, size_t position)
{
    size_t next;
    return position < length &&
           begins_word(letter_at(text, position, &next));
}

/* What one sign between words tells; `touches` a letter before it. */
static unsigned gap_of(unsigned class, bool touches, bool letter_after)
{
    switch (class) {
    case GMI_LETTER_SPACE:
        return GMI_BEFORE_SPACE;
    case GMI_LETTER_LINE:
        return GMI_BEFORE_LINE;
    case GMI_LETTER_PARAGRAPH:
        return GMI_BEFORE_PARAGRAPH;
    case GMI_LETTER_PERIOD:
        return GMI_BEFORE_PERIOD;
    case GMI_LETTER_COMMA:
        return GMI_BEFORE_COMMA;
    case GMI_LETTER_HYPHEN:
        return touches && letter_after ? GMI_BEFORE_HYPHEN : GMI_BEFORE_DASH;
    case GMI_LETTER_DASH:
        return GMI_BEFORE_DASH;
    case GMI_LETTER_APOSTROPHE: /* "St. James' Park" too */
        return touches ? GMI_BEFORE_APOSTROPHE : GMI_BEFORE_QUOTE;
    case GMI_LETTER_OPEN:
        return GMI_BEFORE_OPEN;
    case GMI_LETTER_CLOSE:
        return GMI_BEFORE_CLOSE;
    case GMI_LETTER_QUOTE:
        return GMI_BEFORE_QUOTE;
    case GMI_LETTER_COLON:
        return GMI_BEFORE_COLON;
    case GMI_LETTER_SEMICOLON:
        return GMI_BEFORE_SEMICOLON;
    case GMI_LETTER_STOP:
        return GMI_BEFORE_STOP;
    case GMI_LETTER_SLASH:
        return GMI_BEFORE_SLASH;
    default:
        return GMI_BEFORE_OTHER;
    }
}

/* Passes over what stands before the next word; returns bits of `before`. */
static unsigned skip_gap(const char *text, size_t length, size_t *position)
{
    unsigned before = *position == 0 ? GMI_BEFORE_PARAGRAPH : 0;
    const size_t begin = *position;
    while (*position < length) {
        size_t next;
        const struct gmi_letter *letter = letter_at(text, *position, &next);
        if (begins_word(letter) || letter->class == GMI_LETTER_AMPERSAND)
            break;
        if (letter->class == GMI_LETTER_LINE && (before & GMI_BEFORE_LINE))
            before |= GMI_BEFORE_PARAGRAPH;
        if (letter->class != GMI_LETTER_IGNORE &&
            letter->class != GMI_LETTER_MARK)
            before |= gap_of(letter->class, *position == begin && begin > 0,
                             letter_follows(text, length, next));
        *position = next;
    }
    return before;
}

/* Counts kept while the letters of a word go by. */
struct word_letters {
    size_t count, upper, lower, digits;
    bool first_is_upper;
};

static void count_letter(struct word_letters *seen, unsigned class)
{
    if (class == GMI_LETTER_MARK)
        return;
    if (seen->count == 0)
        seen->first_is_upper = class == GMI_LETTER_UPPER;
    seen->count++;
    seen->upper += class == GMI_LETTER_UPPER;
    seen->lower += class == GMI_LETTER_LOWER;
    seen->digits += class == GMI_LETTER_DIGIT;
}

static enum gmi_caps caps_of(const struct word_letters *seen)
{
    if (seen->upper == 0)
        return seen->lower ? GMI_CAPS_LOWER : GMI_CAPS_NONE;
    if (seen->lower == 0)
        return GMI_CAPS_UPPER;
    return seen->upper == 1 && seen->first_is_upper ? GMI_CAPS_CAPITAL
                                                    : GMI_CAPS_MIXED;
}

/*
 * The end of a run of single letters with full stops that begins at
 * `position`: "U.S.", "U.S", "N.Y."; or `position` when there is none.
 */
static size_t dotted_end(const char *text, size_t length, size_t position)
{
    size_t end = position, at = position;
    for (size_t letters = 0; at < length; letters++) {
        size_t next;
        const struct gmi_letter *letter = letter_at(text, at, &next);
        if (!begins_word(letter) || letter->class == GMI_LETTER_DIGIT ||
            letter->script == GMI_SCRIPT_CJK)
            break;
        const bool has_stop = next < length && text[next] == '.';
        if (!has_stop && letter_follows(text, length, next))
            break;
        if (letters > 0)
            end = has_stop ? next + 1 : next;
        if (!has_stop)
            break;
        at = next + 1;
    }
    return end;
}

/* Passes over the letters of a plain word. */
static void take_letters(const char *text, size_t length, size_t *position,
                         struct word_letters *seen)
{
    size_t end = *position;
    while (*position < length) {
        size_t next;
        const struct gmi_letter *letter = letter_at(text, *position, &next);
        const bool is_mark = letter->class == GMI_LETTER_MARK;
        if (letter->class > GMI_LETTER_LAST_IN_WORD &&
            letter->class != GMI_LETTER_IGNORE)
            break;
        if (letter->script == GMI_SCRIPT_CJK && !is_mark && seen->count > 0)
            break;
        *position = next;
        if (letter->class == GMI_LETTER_IGNORE)
            continue;
        end = next;
        count_letter(seen, letter->class);
        if (letter->script == GMI_SCRIPT_CJK && !is_mark) {
            while (next < length &&
                   letter_at(text, next, &next)->class == GMI_LETTER_MARK)
                end = *position = next;
            break;
        }
    }
    *position = end; /* a soft hyphen at the end is not the word's */
}

static void take_dotted(const char *text, size_t end, size_t *position,
                        struct word_letters *seen)
{
    while (*position < end) {
        const struct gmi_letter *letter = letter_at(text, *position, position);
        if (letter->class <= GMI_LETTER_LAST_IN_WORD)
            count_letter(seen, letter->class);
    }
}

static bool plain_word_next(const char *text, size_t length, size_t *position,
                   struct gmi_word *out)
{
    *out = (struct gmi_word){0};
    out->before = (uint16_t)skip_gap(text, length, position);
    if (*position >= length)
        return false;
    out->start = (uint32_t)*position;
    size_t next;
    const struct gmi_letter *first = letter_at(text, *position, &next);
    out->script = first->script;
    struct word_letters seen = {0};
    if (first->class == GMI_LETTER_AMPERSAND) {
        *position = next;
        seen.count = 3;
    } else {
        const size_t dotted = dotted_end(text, length, *position);
        if (dotted > *position) {
            out->flags |= GMI_WORD_DOTTED;
            take_dotted(text, dotted, position, &seen);
        } else {
            take_letters(text, length, position, &seen);
        }
    }
    out->end = (uint32_t)*position;
    out->caps = (uint8_t)caps_of(&seen);
    out->letters = (uint8_t)(seen.count < 255 ? seen.count : 255);
    if (seen.count == 1)
        out->flags |= GMI_WORD_SINGLE;
    if (seen.digits && seen.digits < seen.count && seen.upper + seen.lower)
        out->script = GMI_SCRIPT_LATIN;
    if (*position < length && text[*position] == '.')
        out->flags |= GMI_WORD_PERIOD_AFTER;
    struct gmi_folded folded;
    plain_fold(text + out->start, out->end - out->start, &folded);
    out->hash = plain_fold_hash(&folded);
    return true;
}

#endif
