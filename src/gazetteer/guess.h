/* SPDX-License-Identifier: MIT */
/*
 * Names one letter off: a letter too many, too few, wrong, or two that are
 * swapped; and those that a scanner may have misread: "rn" for "m", digits for
 * letters. A last resort, for names of seven letters and more: shorter ones
 * have too many neighbours that are other places.
 */
#ifndef GAZETTEER_GUESS_H
#define GAZETTEER_GUESS_H

#include "gazetteer/gazetteer.h"

enum { GMI_GUESSES_MAX = 16, GMI_GUESS_LETTERS_MIN = 7 };

/*
 * Keys of names that the gazetteer has, one slip from this one.
 * `keeps_first`: the first letter is right, as it is with nearly all slips;
 * of a name in a text more are another place than a slip there.
 */
size_t gmi_guess(const gm_gazetteer *gazetteer, const char *name,
                 size_t length, bool keeps_first,
                 uint64_t keys[GMI_GUESSES_MAX]);

#endif
