/* SPDX-License-Identifier: MIT */
/*
 * Clues for and against a match being a mention: what is seen of it, as
 * numbers, and what each is worth as log-odds. The table is clues.def.
 */
#ifndef RECOGNIZE_CLUES_H
#define RECOGNIZE_CLUES_H

#include "recognize/rules.h"

enum gmi_clue {
#define CLUE(name, cased, uncased, ideographs) GMI_CLUE_##name,
#include "recognize/clues.def"
#undef CLUE
    GMI_CLUE_COUNT
};

struct gmi_clues {
    float values[GMI_CLUE_COUNT];
};

static inline void gmi_clue(struct gmi_clues *clues, enum gmi_clue clue,
                            bool is_seen)
{
    clues->values[clue] = is_seen ? 1 : 0;
}

/* Whether a capital word is known to be something else than a name. */
static inline bool gmi_clues_is_plain(uint32_t classes)
{
    return classes & (GMI_LEX_COMMON_WORD | GMI_LEX_GEO_TYPE |
                      GMI_LEX_PREPOSITION | GMI_LEX_TITLE);
}

/* All clues of a match. */
void gmi_rules_observe(const struct gmi_context *context,
                       const struct gmi_match *match,
                       struct gmi_clues *clues);
/* Of the place, and of the name whatever stands around it. */
void gmi_clues_of_name(const struct gmi_context *context,
                       const struct gmi_match *match,
                       struct gmi_clues *clues);
/* Of the words and names around it. */
void gmi_clues_of_text(const struct gmi_context *context,
                       const struct gmi_match *match,
                       struct gmi_clues *clues);

#endif
