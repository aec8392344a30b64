/* SPDX-License-Identifier: MIT */
/* A mention with its place: of the gold, or of what a system found. */
#ifndef EVALUATE_SPAN_H
#define EVALUATE_SPAN_H

#include "base/buffer.h"
#include "geo/point.h"

#include <stdint.h>

struct gmi_span {
    uint32_t start, end; /* in code points */
    const char *phrase;  /* as written */
    const char *key;     /* the form in which phrases are compared */
    struct gmi_point point;
    bool has_point;
    int64_t geonameid; /* 0: none */
    int use;           /* gm_use; -1: not told */
    /* of the gold */
    const char *kind; /* its type, or feature class */
    bool is_labelled; /* the labels say whether it is a demonym */
    bool is_demonym;
    /* of what was found; NaN and NULL: not told */
    double recognition, confidence;
    const char *place, *name;
};

struct gmi_spans {
    struct gmi_span *items;
    size_t count, capacity;
};

/* Where the centre lies, in code points. */
static inline double gmi_span_middle(const struct gmi_span *span)
{
    return ((double)span->start + (double)span->end) / 2;
}

/*
 * Appends the form in which phrases are compared: in small letters, white
 * space as single blanks. As Python's " ".join(s.lower().split()).
 */
void gmi_phrase_key(const char *text, size_t length, struct gmi_buffer *out);

#endif
