/* SPDX-License-Identifier: MIT */
/* The table of letters: class, script and folded form of a code point. */
#ifndef TEXT_LETTER_H
#define TEXT_LETTER_H

#include "text/letter_class.h"

/* Never NULL: a code point beyond the table is GMI_LETTER_OTHER. */
const struct gmi_letter *gmi_letter_of(uint32_t code);

/* The letters that `fold` of that value stands for, ended by 0, at most 4. */
const uint16_t *gmi_letter_expansion(uint16_t fold);

#endif
