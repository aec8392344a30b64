/* SPDX-License-Identifier: MIT */
/* Runs of words that are labelled together, and the bytes of a mention. */
#ifndef RECOGNIZE_TAGGER_SEGMENT_H
#define RECOGNIZE_TAGGER_SEGMENT_H

#include "recognize/features.h"

enum { GMI_SEGMENT_MAX = 256 }; /* words */

struct gmi_segment {
    size_t first, count; /* words of the stretch */
};

/* The next run at or behind `out->first + out->count`; false at the end. */
bool gmi_segment_next(const struct gmi_cues *cues, struct gmi_segment *out);

/*
 * Where a mention ends whose last word this is: a full stop belongs to an
 * abbreviation ("Calif.").
 */
size_t gmi_segment_end(const struct gmi_cues *cues, const gm_document *doc,
                       size_t last);

#endif
