/* SPDX-License-Identifier: MIT */
/*
 * What a code point is to the splitter of words; shared by the table of
 * letters (made at build time) and its reader.
 */
#ifndef TEXT_LETTER_CLASS_H
#define TEXT_LETTER_CLASS_H

#include <stdint.h>

enum gmi_letter_class {
    GMI_LETTER_LOWER,
    GMI_LETTER_UPPER,
    GMI_LETTER_UNCASED,
    GMI_LETTER_MARK,
    GMI_LETTER_DIGIT,
    GMI_LETTER_LAST_IN_WORD = GMI_LETTER_DIGIT,
    GMI_LETTER_IGNORE, /* soft hyphen, joiners: inside words, unseen */
    GMI_LETTER_AMPERSAND,
    GMI_LETTER_SPACE,
    GMI_LETTER_LINE,
    GMI_LETTER_PARAGRAPH,
    GMI_LETTER_PERIOD,
    GMI_LETTER_COMMA,
    GMI_LETTER_HYPHEN,
    GMI_LETTER_DASH,
    GMI_LETTER_APOSTROPHE,
    GMI_LETTER_OPEN,
    GMI_LETTER_CLOSE,
    GMI_LETTER_QUOTE,
    GMI_LETTER_COLON,
    GMI_LETTER_SEMICOLON,
    GMI_LETTER_STOP,
    GMI_LETTER_SLASH,
    GMI_LETTER_OTHER
};

enum gmi_script {
    GMI_SCRIPT_OTHER,
    GMI_SCRIPT_LATIN,
    GMI_SCRIPT_CYRILLIC,
    GMI_SCRIPT_GREEK,
    GMI_SCRIPT_ARMENIAN,
    GMI_SCRIPT_GEORGIAN,
    GMI_SCRIPT_ARABIC,
    GMI_SCRIPT_HEBREW,
    GMI_SCRIPT_INDIC,
    GMI_SCRIPT_CJK, /* one word per letter: Han, kana, Hangul, Thai ... */
    GMI_SCRIPT_DIGIT
};

struct gmi_letter {
    uint8_t class;  /* enum gmi_letter_class */
    uint8_t script; /* enum gmi_script */
    uint16_t fold;  /* folded code point; 0: none; or one of these: */
};

enum {
    GMI_FOLD_EXPAND = 0xf000, /* plus an index: several letters */
    GMI_FOLD_SELF = 0xffff    /* a code point that 16 bits do not hold */
};

#endif
