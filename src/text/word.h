/* SPDX-License-Identifier: MIT */
/*
 * Words: what a text and a name are made of. One definition serves texts and
 * gazetteers, so that what is one word there is one word here.
 *
 * A word is a run of letters, marks and digits. A run of single letters with
 * full stops ("U.S.", "D.C.") is one word, its last stop included. Letters of
 * scripts that write no spaces (Han, kana, Thai, Lao, Khmer, Burmese) and
 * Hangul syllables are one word each. Apostrophes and hyphens end a word: what
 * stands between two words is told by `before` of the second.
 */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include "text/letter_class.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What stands before a word, since the word before it. */
enum gmi_before {
    GMI_BEFORE_SPACE = 1 << 0,
    GMI_BEFORE_LINE = 1 << 1,      /* an end of line */
    GMI_BEFORE_PARAGRAPH = 1 << 2, /* an empty line, or the start of text */
    GMI_BEFORE_PERIOD = 1 << 3,
    GMI_BEFORE_COMMA = 1 << 4,
    GMI_BEFORE_HYPHEN = 1 << 5,    /* between two letters */
    GMI_BEFORE_APOSTROPHE = 1 << 6, /* between two letters */
    GMI_BEFORE_OPEN = 1 << 7,      /* ( [ { */
    GMI_BEFORE_CLOSE = 1 << 8,     /* ) ] } */
    GMI_BEFORE_QUOTE = 1 << 9,
    GMI_BEFORE_COLON = 1 << 10,
    GMI_BEFORE_SEMICOLON = 1 << 11,
    GMI_BEFORE_STOP = 1 << 12,     /* ! ? and other ends of sentences */
    GMI_BEFORE_SLASH = 1 << 13,
    GMI_BEFORE_DASH = 1 << 14,     /* a hyphen or dash with space, a long one */
    GMI_BEFORE_OTHER = 1 << 15
};

/* All that may stand between two words of one name. */
#define GMI_BEFORE_JOINS                                                      \
    (GMI_BEFORE_SPACE | GMI_BEFORE_LINE | GMI_BEFORE_PERIOD |                 \
     GMI_BEFORE_HYPHEN | GMI_BEFORE_APOSTROPHE)

enum gmi_caps {
    GMI_CAPS_NONE,   /* digits, or a script without case */
    GMI_CAPS_LOWER,
    GMI_CAPS_CAPITAL, /* Yerevan */
    GMI_CAPS_UPPER,  /* YEREVAN, U.S. */
    GMI_CAPS_MIXED   /* iPhone, McDonald */
};

enum gmi_word_flag {
    GMI_WORD_DOTTED = 1 << 0,        /* U.S. */
    GMI_WORD_SENTENCE_START = 1 << 1,
    GMI_WORD_PERIOD_AFTER = 1 << 2,  /* a full stop follows at once */
    GMI_WORD_SINGLE = 1 << 3,        /* one letter */
    GMI_WORD_LONG = 1 << 4           /* longer than GMI_WORD_MAX: hash only */
};

struct gmi_word {
    uint64_t hash; /* of the folded word, see text/fold.h */
    uint32_t start, end; /* bytes */
    uint16_t before;     /* bits of enum gmi_before */
    uint8_t caps;
    uint8_t script;
    uint8_t flags;       /* bits of enum gmi_word_flag */
    uint8_t letters;     /* code points, at most 255 */
};

struct gmi_words {
    struct gmi_word *items;
    size_t count;
    size_t capacity;
};

/*
 * Reads the next word at or after `*position` of a valid UTF-8 text and moves
 * `*position` behind it. False at the end of the text.
 */
bool gmi_word_next(const char *text, size_t length, size_t *position,
                   struct gmi_word *out);

/* Whether nothing but these (bits of enum gmi_before) stands before it. */
static inline bool gmi_word_only_after(const struct gmi_word *word,
                                       unsigned allowed)
{
    return (word->before & ~allowed) == 0;
}

/* Whether `word`, which follows another, can go on with a name. */
static inline bool gmi_word_joins(const struct gmi_word *word)
{
    return gmi_word_only_after(word, GMI_BEFORE_JOINS);
}

/* The word at a byte, or the first behind it; `count` behind the last. */
size_t gmi_words_at(const struct gmi_words *words, size_t byte);

/* What a text's letters are: a case that nearly all share tells nothing. */
enum gmi_text_case { GMI_TEXT_BOTH, GMI_TEXT_SMALL, GMI_TEXT_LARGE };

enum gmi_text_case gmi_words_case(const struct gmi_word *words, size_t count);

/* Sets GMI_WORD_SENTENCE_START on the words of a text. */
void gmi_words_find_sentences(struct gmi_words *words, const char *text);

/*
 * The bytes of the sentence around a word, without outer space; of a very long
 * one, some thousand bytes on either side.
 */
void gmi_words_sentence_around(const struct gmi_words *words,
                               const char *text, size_t length, size_t index,
                               size_t *start, size_t *end);

#endif
