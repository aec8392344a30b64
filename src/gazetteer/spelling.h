/* SPDX-License-Identifier: MIT */
/*
 * A name taken apart into words, and the forms that rules make of it. Part of
 * variant.c: the rules that need no gazetteer.
 */
#ifndef GAZETTEER_SPELLING_H
#define GAZETTEER_SPELLING_H

#include "gazetteer/type_word.h"
#include "gazetteer/variant_rule.h"

enum {
    GMI_SPELLING_WORDS_MAX = 12,  /* of the name; longer ones are cut */
    GMI_SPELLED_WORDS_MAX = 40,   /* with those that rules make */
    GMI_FORMS_MAX = 96
};

struct gmi_spelled {
    struct gmi_folded folded;
    uint64_t hash;
    uint16_t before; /* bits of enum gmi_before */
    uint8_t script, caps, letters;
};

struct gmi_form {
    uint64_t key;
    uint8_t words[GMI_SPELLING_WORDS_MAX + 2]; /* indices into `words` */
    uint8_t count;
    uint8_t rule; /* enum gmi_variant_rule */
    uint8_t type; /* enum gmi_type */
    bool is_singular; /* the name has one letter more: "Carolinas" */
};

struct gmi_spelling {
    struct gmi_spelled words[GMI_SPELLED_WORDS_MAX];
    size_t word_count;
    struct gmi_form forms[GMI_FORMS_MAX];
    size_t form_count;
};

/* The name as it is: form 0. False when it has no word. */
bool gmi_spelling_init(struct gmi_spelling *spelling, const char *name,
                       size_t length);

/* Adds forms without possessives and articles, short words written out ... */
void gmi_spelling_normalize(struct gmi_spelling *spelling);
/* Adds forms without words for kinds, up to two of them. */
void gmi_spelling_strip(struct gmi_spelling *spelling);
/* The plainest normal form: without article and possessive. */
struct gmi_form gmi_spelling_plainest(const struct gmi_spelling *spelling);
/*
 * Adds forms with one more word for its kind: before the form, and, where
 * longer names begin with it, behind it.
 */
void gmi_spelling_add(struct gmi_spelling *spelling,
                      const struct gmi_form *form, bool is_prefix);

/* The name up to an apostrophe before its last word: "Bakı'da". */
bool gmi_spelling_cut_suffix(const struct gmi_spelling *spelling,
                             struct gmi_form *out);

/*
 * The key of some words of the name; 0 when one of them is written small or
 * all of them are words for kinds. `letters` counts those of the words.
 */
uint64_t gmi_spelling_part(const struct gmi_spelling *spelling, size_t first,
                           size_t length, size_t *letters);

#endif
