/* SPDX-License-Identifier: MIT */
/*
 * A linear chain of labels: the best path, and probabilities. Labels are O,
 * and B, I, E, S (begin, inside, end, single) for each kind of mention; what
 * cannot follow one another never does.
 */
#ifndef RECOGNIZE_TAGGER_CRF_H
#define RECOGNIZE_TAGGER_CRF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum gmi_tag_kind {
    GMI_TAG_PLACE,
    GMI_TAG_ADJECTIVE,
    GMI_TAG_EMBEDDED, /* in another name */
    GMI_TAG_KINDS
};

enum gmi_tag_part { GMI_TAG_B, GMI_TAG_I, GMI_TAG_E, GMI_TAG_S };

enum { GMI_TAGS = 1 + 4 * GMI_TAG_KINDS, GMI_TAG_O = 0 };

static inline unsigned gmi_tag(enum gmi_tag_kind kind, enum gmi_tag_part part)
{
    return 1 + 4 * (unsigned)kind + (unsigned)part;
}
static inline enum gmi_tag_kind gmi_tag_kind_of(unsigned tag)
{
    return (enum gmi_tag_kind)((tag - 1) / 4);
}
static inline enum gmi_tag_part gmi_tag_part_of(unsigned tag)
{
    return (enum gmi_tag_part)((tag - 1) % 4);
}

/* A mention is open behind the tag, or before it. */
bool gmi_tag_is_open_behind(unsigned tag);
bool gmi_tag_is_open_before(unsigned tag);
/* Whether one tag may follow the other. */
bool gmi_tag_may_follow(unsigned tag, unsigned before);

/* Weights of neighbours; those of what cannot be are not read. */
struct gmi_crf {
    float follow[GMI_TAGS][GMI_TAGS]; /* [before][tag] */
};

/* The best tags of `count` words with these scores, [word][tag]. */
void gmi_crf_decode(const struct gmi_crf *crf,
                    const float (*scores)[GMI_TAGS], size_t count,
                    uint8_t (*back)[GMI_TAGS], uint8_t *tags);

/*
 * Sums over all paths. Rows of `ahead` add up to 1; ahead[i][t] * behind[i][t]
 * is the probability of tag t at word i. `chance` holds the exponentials of
 * the scores, scaled so that a path's chance is the product along it.
 */
struct gmi_crf_sums {
    float (*ahead)[GMI_TAGS], (*behind)[GMI_TAGS], (*chance)[GMI_TAGS];
    float follow[GMI_TAGS][GMI_TAGS]; /* exponentials; 0: cannot be */
};
void gmi_crf_sum(const struct gmi_crf *crf, const float (*scores)[GMI_TAGS],
                 size_t count, struct gmi_crf_sums *sums);

/* The probability that words first to last are a mention of that kind. */
double gmi_crf_span(const struct gmi_crf_sums *sums, size_t first,
                    size_t last, enum gmi_tag_kind kind);

#endif
