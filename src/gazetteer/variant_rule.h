/* SPDX-License-Identifier: MIT */
/* The rules that lead from a name in a text to a name of a gazetteer. */
#ifndef GAZETTEER_VARIANT_RULE_H
#define GAZETTEER_VARIANT_RULE_H

/* In the order of trust. */
enum gmi_variant_rule {
    GMI_VARIANT_EXACT,      /* the folded name itself */
    GMI_VARIANT_NORMALIZED, /* possessives, articles, "N.", joined words */
    GMI_VARIANT_INFLECTED,  /* the base form of an inflected name */
    GMI_VARIANT_STRIPPED,   /* without "County", "City of", "northern" */
    GMI_VARIANT_ADDED,      /* with "County", "City", "Lake" */
    GMI_VARIANT_LATIN,      /* in Latin letters, or in other ones of them */
    GMI_VARIANT_PART,       /* some words of the name */
    GMI_VARIANT_GUESS,      /* one letter off */
    GMI_VARIANT_RULE_COUNT
};

#endif
