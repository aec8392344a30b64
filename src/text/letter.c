/* SPDX-License-Identifier: MIT */
/* The table of letters: class, script and folded form of a code point. */
#include "text/letter.h"

#include "fold_table.h" /* generated */

const struct gmi_letter *gmi_letter_beyond(uint32_t code)
{
    static const struct gmi_letter other = {GMI_LETTER_OTHER,
                                            GMI_SCRIPT_OTHER, 0};
    /* Ideographs of the later planes are words of one letter too. */
    static const struct gmi_letter ideograph = {
        GMI_LETTER_UNCASED, GMI_SCRIPT_CJK, GMI_FOLD_SELF};
    return code < 0x323b0 ? &ideograph : &other;
}
