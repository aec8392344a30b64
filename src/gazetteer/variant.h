/* SPDX-License-Identifier: MIT */
/*
 * Names as people write them: from a name in a text to the keys under which a
 * gazetteer may hold it, each with the rule that led there. Folding (case,
 * accents, punctuation, "Saint") is done before: what is here is the rest:
 * endings, articles, "N." and "North", "City of X", "X County", spellings in
 * another alphabet, slips of the pen.
 */
#ifndef GAZETTEER_VARIANT_H
#define GAZETTEER_VARIANT_H

#include "gazetteer/gazetteer.h"
#include "gazetteer/variant_rule.h"
#include "text/inflect.h"

/* "" for the name itself, "without the word for its kind" ... */
const char *gmi_variant_rule_name(enum gmi_variant_rule rule);

struct gmi_variant {
    uint64_t key;
    uint8_t rule; /* enum gmi_variant_rule */
    uint8_t type; /* enum gmi_type of the word that went or came */
};

enum { GMI_VARIANTS_MAX = 64 };

/* For a name without a text: endings of all languages, where all else fails. */
#define GMI_LANGUAGE_ANY GMI_INFLECT_ANY

struct gmi_variants {
    struct gmi_variant items[GMI_VARIANTS_MAX];
    size_t count;
};

/*
 * Finds those variants of a name that the gazetteer knows, the most trusted
 * first, each key once. The last three rules are tried only where the others
 * found nothing. `language` is that of the text, "" when unknown, or
 * GMI_LANGUAGE_ANY. The name is valid UTF-8.
 */
void gmi_variants_find(const gm_gazetteer *gazetteer, const char *name,
                       size_t length, const char *language,
                       struct gmi_variants *out);

/* The byte where "Texas" begins in "Paris, Texas"; the length: nowhere. */
size_t gmi_name_tail(const char *name, size_t length);

#endif
