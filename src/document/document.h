/* SPDX-License-Identifier: MIT */
/*
 * A text with its words and mentions, inside. One arena holds all of it.
 * Invariants:
 *  - text is valid UTF-8, NUL-terminated, at most 1 GiB;
 *  - mentions are sorted by start, then by end descending;
 *  - a resolved mention has candidates, best first.
 */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "include/geomention_document.h"
#include "text/word.h"

enum { GMI_COUNTRIES_MAX = 16 };

struct gmi_bias {
    char countries[GMI_COUNTRIES_MAX][4];
    size_t country_count;
    double near_longitude, near_latitude; /* NaN: none */
    double near_km;
};

struct gm_document {
    struct gmi_arena arena;
    const char *id;
    const char *title, *date; /* "" when unknown */
    const char *text;
    size_t length;        /* bytes */
    uint32_t *checkpoints; /* code points before each 1024th byte */
    bool is_ascii;
    bool is_given;        /* the caller gave the mentions */
    struct gmi_bias bias;
    bool is_split;
    struct gmi_words words; /* empty until gmi_document_split */
    const char *language;   /* gmi_language_of them; "" until then */
    gm_mention *mentions;
    size_t mention_count;
    size_t mention_capacity;
    const gm_focus *focus; /* in the arena */
    size_t focus_count;
};

/* Splits the text into words and finds its language, once. */
gm_status gmi_document_split(gm_document *doc, gm_error *err);

/*
 * Adds a mention of these bytes; offsets in code points, text and quote are
 * filled in, the rest is zero. The new mention lives until the next call.
 */
gm_status gmi_document_add(gm_document *doc, size_t byte_start,
                           size_t byte_end, gm_mention **out, gm_error *err);
/* Brings mentions into the order that the invariants ask for. */
void gmi_document_sort(gm_document *doc);

/* Between bytes and code points; both clamp to the text. */
size_t gmi_document_code_point_at(const gm_document *doc, size_t byte);
size_t gmi_document_byte_at(const gm_document *doc, size_t code_point);

#endif
