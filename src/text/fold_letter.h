/* SPDX-License-Identifier: MIT */
/*
 * Folding letter by letter, for those who meet the letters anyway: the folder
 * of words and the splitter of texts.
 */
#ifndef TEXT_FOLD_LETTER_H
#define TEXT_FOLD_LETTER_H

#include "text/fold.h"
#include "text/letter.h"
#include "text/utf8.h"

static inline void gmi_fold_put(struct gmi_folded *out, uint32_t code)
{
    if (out->length + 4 > GMI_FOLD_MAX)
        return;
    out->length += gmi_utf8_put(code, out->bytes + out->length);
}

/* Adds the folded form of a word's letter: of one to four letters, or none. */
static inline void gmi_fold_letter(struct gmi_folded *out, uint32_t code,
                                   const struct gmi_letter *letter)
{
    if (letter->fold == GMI_FOLD_SELF) {
        gmi_fold_put(out, code);
    } else if (letter->fold >= GMI_FOLD_EXPAND) {
        const uint16_t *letters = gmi_letter_expansion(letter->fold);
        for (size_t i = 0; i < 4 && letters[i]; i++)
            gmi_fold_put(out, letters[i]);
    } else if (letter->fold) {
        gmi_fold_put(out, letter->fold);
    }
}

/* The same for a letter of ASCII, which folds to one. */
static inline void gmi_fold_ascii(struct gmi_folded *out,
                                  const struct gmi_letter *letter)
{
    if (out->length < GMI_FOLD_MAX)
        out->bytes[out->length++] = (char)letter->fold;
}

/* "saint" is "st": for words of four to six bytes. */
void gmi_fold_make_canonical(struct gmi_folded *word);

/* Ends a word: zeros behind it, and one form where two are usual. */
static inline void gmi_fold_end(struct gmi_folded *out)
{
    for (size_t i = 0; i < 8; i++)
        out->bytes[out->length + i] = 0;
    if (out->length >= 4 && out->length <= 6)
        gmi_fold_make_canonical(out);
}

#endif
