/* SPDX-License-Identifier: MIT */
/* Which tags an annotation asks for, and which it leaves open. */
#ifndef TRAIN_TRAIN_TAGGER_TAGS_H
#define TRAIN_TRAIN_TAGGER_TAGS_H

#include "recognize/features.h"
#include "recognize/tagger_crf.h"
#include "train/annotated.h"

_Static_assert(GMI_TAGS <= 16, "the tags of a word are bits of 16");

/* Of each word of a document. */
struct gmi_tags_wanted {
    uint8_t *tags;    /* what the annotation says, demonyms filled in */
    uint16_t *allowed; /* bits of all tags that agree with it */
};

/*
 * Fills in both arrays. Corpora differ in whether they count a place that is
 * named inside another name ("Buffalo Fire Department"). Where a document's
 * annotations tell no uses, its places in longer runs of capitals may be
 * places or embedded ones, and what is not annotated there may be either
 * nothing or embedded: that is learned from the documents that tell.
 */
void gmi_tags_want(const struct gmi_annotated_document *item,
                   const struct gmi_cues *cues,
                   const struct gmi_tags_wanted *wanted);

#endif
