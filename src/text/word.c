/* SPDX-License-Identifier: MIT */
/* Words: what a text and a name are made of. */
#include "text/word.h"

#include "text/folded.h"

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

/* What a sign between words tells, where that does not depend on others. */
static const uint16_t gap_bits[GMI_LETTER_OTHER + 1] = {
    [GMI_LETTER_SPACE] = GMI_BEFORE_SPACE,
    [GMI_LETTER_LINE] = GMI_BEFORE_LINE,
    [GMI_LETTER_PARAGRAPH] = GMI_BEFORE_PARAGRAPH,
    [GMI_LETTER_PERIOD] = GMI_BEFORE_PERIOD,
    [GMI_LETTER_COMMA] = GMI_BEFORE_COMMA,
    [GMI_LETTER_DASH] = GMI_BEFORE_DASH,
    [GMI_LETTER_OPEN] = GMI_BEFORE_OPEN,
    [GMI_LETTER_CLOSE] = GMI_BEFORE_CLOSE,
    [GMI_LETTER_QUOTE] = GMI_BEFORE_QUOTE,
    [GMI_LETTER_COLON] = GMI_BEFORE_COLON,
    [GMI_LETTER_SEMICOLON] = GMI_BEFORE_SEMICOLON,
    [GMI_LETTER_STOP] = GMI_BEFORE_STOP,
    [GMI_LETTER_SLASH] = GMI_BEFORE_SLASH,
    [GMI_LETTER_OTHER] = GMI_BEFORE_OTHER,
};

/* Passes over what stands before the next word; returns bits of `before`. */
static unsigned skip_gap(const char *text, size_t length, size_t *position)
{
    unsigned before = *position == 0 ? GMI_BEFORE_PARAGRAPH : 0;
    const size_t begin = *position;
    size_t at = begin, next;
    for (; at < length; at = next) {
        const struct gmi_letter *letter = letter_at(text, at, &next);
        if (begins_word(letter) || letter->class == GMI_LETTER_AMPERSAND)
            break;
        const bool touches = at == begin && begin > 0;
        if (letter->class == GMI_LETTER_LINE && (before & GMI_BEFORE_LINE))
            before |= GMI_BEFORE_PARAGRAPH;
        if (letter->class == GMI_LETTER_HYPHEN)
            before |= touches && letter_follows(text, length, next)
                          ? GMI_BEFORE_HYPHEN
                          : GMI_BEFORE_DASH;
        else if (letter->class == GMI_LETTER_APOSTROPHE)
            before |= touches ? GMI_BEFORE_APOSTROPHE /* "James' Park" too */
                              : GMI_BEFORE_QUOTE;
        else
            before |= gap_bits[letter->class];
    }
    *position = at;
    return before;
}

/* What is kept of the letters of a word while they go by. */
struct word_letters {
    size_t count, upper; /* without marks */
    unsigned classes;    /* bit 1 << class for each that was seen */
    bool first_is_upper;
};

static inline void note_letter(struct word_letters *seen, unsigned class)
{
    if (class == GMI_LETTER_MARK)
        return;
    seen->count++;
    seen->upper += class == GMI_LETTER_UPPER;
    seen->classes |= 1u << class;
}

static bool has_class(const struct word_letters *seen, unsigned class)
{
    return seen->classes >> class & 1;
}

static enum gmi_caps caps_of(const struct word_letters *seen)
{
    if (seen->upper == 0)
        return has_class(seen, GMI_LETTER_LOWER) ? GMI_CAPS_LOWER
                                                 : GMI_CAPS_NONE;
    if (!has_class(seen, GMI_LETTER_LOWER))
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

/* Passes over a letter that is a word by itself, and its marks. */
static void take_ideograph(const char *text, size_t length, size_t *position,
                           struct word_letters *seen)
{
    size_t next;
    note_letter(seen, letter_at(text, *position, &next)->class);
    do {
        *position = next;
    } while (next < length &&
             letter_at(text, next, &next)->class == GMI_LETTER_MARK);
}

/*
 * Passes over the letters of a plain word and folds them in the same pass:
 * nine tenths of the time that a text takes is spent here.
 */
static void take_letters(const char *text, size_t length, size_t *position,
                         struct word_letters *seen, struct gmi_folded *folded)
{
    size_t at = *position, end = at, next;
    for (; at < length; at = next) {
        const unsigned char byte = (unsigned char)text[at];
        if (byte < 0x80) {
            const struct gmi_letter *letter = gmi_letter_of_ascii(byte);
            if (letter->class > GMI_LETTER_LAST_IN_WORD)
                break;
            next = end = at + 1;
            note_letter(seen, letter->class);
            gmi_fold_ascii(folded, letter);
            continue;
        }
        next = at;
        const uint32_t code = gmi_utf8_next(text, &next);
        const struct gmi_letter *letter = gmi_letter_of(code);
        if (letter->class == GMI_LETTER_IGNORE)
            continue; /* one at the end is not the word's */
        if (letter->class > GMI_LETTER_LAST_IN_WORD ||
            (letter->script == GMI_SCRIPT_CJK &&
             letter->class != GMI_LETTER_MARK))
            break;
        end = next;
        note_letter(seen, letter->class);
        gmi_fold_letter(folded, code, letter);
    }
    *position = end;
}

static void take_dotted(const char *text, size_t end, size_t *position,
                        struct word_letters *seen)
{
    while (*position < end) {
        const struct gmi_letter *letter = letter_at(text, *position, position);
        if (letter->class <= GMI_LETTER_LAST_IN_WORD)
            note_letter(seen, letter->class);
    }
}

/* Passes over the word at `*position`, folds it, and sets its flags. */
static void take_word(const char *text, size_t length, size_t *position,
                      struct gmi_word *out, struct word_letters *seen)
{
    struct gmi_folded folded;
    const size_t begin = *position;
    size_t next, end;
    const struct gmi_letter *first = letter_at(text, begin, &next);
    folded.length = 0;
    out->script = first->script;
    seen->first_is_upper = first->class == GMI_LETTER_UPPER;
    if (first->class == GMI_LETTER_AMPERSAND) {
        *position = next;
        seen->count = 3;
    } else if (first->script == GMI_SCRIPT_CJK) {
        take_ideograph(text, length, position, seen);
    } else if (next < length && text[next] == '.' &&
               (end = dotted_end(text, length, begin)) > begin) {
        out->flags |= GMI_WORD_DOTTED;
        take_dotted(text, end, position, seen);
    } else {
        take_letters(text, length, position, seen, &folded);
        gmi_fold_end(&folded);
        out->hash = gmi_fold_hash(&folded);
        return;
    }
    gmi_fold(text + begin, *position - begin, &folded);
    out->hash = gmi_fold_hash(&folded);
}

bool gmi_word_next(const char *text, size_t length, size_t *position,
                   struct gmi_word *out)
{
    *out = (struct gmi_word){0};
    out->before = (uint16_t)skip_gap(text, length, position);
    if (*position >= length)
        return false;
    out->start = (uint32_t)*position;
    struct word_letters seen = {0};
    take_word(text, length, position, out, &seen);
    out->end = (uint32_t)*position;
    out->caps = (uint8_t)caps_of(&seen);
    out->letters = (uint8_t)(seen.count < 255 ? seen.count : 255);
    if (seen.count == 1)
        out->flags |= GMI_WORD_SINGLE;
    /* "B52", "3rd": digits beside letters that have case. */
    const unsigned cased = 1u << GMI_LETTER_UPPER | 1u << GMI_LETTER_LOWER;
    if (has_class(&seen, GMI_LETTER_DIGIT) && (seen.classes & cased))
        out->script = GMI_SCRIPT_LATIN;
    if (*position < length && text[*position] == '.')
        out->flags |= GMI_WORD_PERIOD_AFTER;
    return true;
}

size_t gmi_words_at(const struct gmi_words *words, size_t byte)
{
    size_t low = 0, high = words->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (words->items[middle].end <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
