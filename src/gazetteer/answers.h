/* SPDX-License-Identifier: MIT */
/*
 * The places that the variants of a name lead to, each once however many
 * names, sources and layers lead to it. Part of lookup.c.
 */
#ifndef GAZETTEER_ANSWERS_H
#define GAZETTEER_ANSWERS_H

#include "gazetteer/gazetteer.h"

struct gmi_answer {
    struct gmi_hit hit; /* `place` is that of the uppermost layer, */
    uint8_t layer;      /* which is this one; `text` may be of another */
    uint32_t number;    /* in the order in which they were found */
    uint16_t importance;
    uint8_t rule;       /* enum gmi_variant_rule, the most trusted */
    bool is_inside;     /* lies in the area that the name says, too */
};

struct gmi_answers {
    struct gmi_answer *items;
    size_t count, capacity;
};

/*
 * Fills `out` with the answers for a name of valid UTF-8: of the most trusted
 * rule first, then the best known; of two as well known, that of the later
 * layer. GM_ERR_MEMORY is all that can go wrong.
 */
gm_status gmi_answers_find(const gm_gazetteer *gazetteer, const char *name,
                           size_t length, struct gmi_answers *out);
void gmi_answers_release(struct gmi_answers *answers);

#endif
