/* SPDX-License-Identifier: MIT */
/* The table of letters: class, script and folded form of a code point. */
#ifndef TEXT_LETTER_H
#define TEXT_LETTER_H

#include "text/letter_class.h"

/* Read through the functions below; made by tables/make_fold_table.c. */
extern const uint16_t gmi_letter_blocks[512];
extern const struct gmi_letter gmi_letters[];
extern const uint16_t gmi_letter_expansions[][4];

/* The letter of a code point beyond the table. */
const struct gmi_letter *gmi_letter_beyond(uint32_t code);

/* For a byte below 128: the first block is that of ASCII. */
static inline const struct gmi_letter *gmi_letter_of_ascii(unsigned char byte)
{
    return &gmi_letters[byte];
}

/* Never NULL: what is no letter is GMI_LETTER_OTHER. */
static inline const struct gmi_letter *gmi_letter_of(uint32_t code)
{
    if (code < 0x20000)
        return &gmi_letters[gmi_letter_blocks[code >> 8] * 256u +
                            (code & 0xff)];
    return gmi_letter_beyond(code);
}

/* The letters that `fold` of that value stands for, ended by 0, at most 4. */
static inline const uint16_t *gmi_letter_expansion(uint16_t fold)
{
    return gmi_letter_expansions[fold - GMI_FOLD_EXPAND];
}

#endif
