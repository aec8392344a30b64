/* SPDX-License-Identifier: MIT */
/*
 * The documents of an evaluation: gold mentions, and beside them those that a
 * system found. Strings live in the corpus' arena.
 */
#ifndef EVALUATE_CORPUS_H
#define EVALUATE_CORPUS_H

#include "base/arena.h"
#include "document/document.h"
#include "evaluate/ids.h"
#include "evaluate/json_lines.h"
#include "evaluate/span.h"

struct gmi_sample {
    const char *id;
    const char *text; /* NUL-terminated UTF-8 without a NUL in it */
    size_t length;
    struct gmi_bias bias;
    struct gmi_spans gold, found;
    bool is_found; /* the system's output has this document */
};

struct gmi_corpus {
    struct gmi_arena arena;
    struct gmi_sample *samples;
    size_t count, capacity;
    struct gmi_ids known;   /* ids of the gold, also of what is left out */
    struct gmi_ids unknown; /* ids that were found and the gold lacks */
    uint64_t odd;           /* spans found that do not hold their phrase */
    struct gmi_buffer key;  /* of the span being added */
    gm_document *scratch;   /* holds a text, to find its code points */
};

gm_status gmi_corpus_init(struct gmi_corpus *corpus, gm_error *err);
void gmi_corpus_release(struct gmi_corpus *corpus);

/* Which documents of the gold are wanted. */
struct gmi_choice {
    const char *split;         /* NULL: any */
    const struct gmi_ids *ids; /* sorted; NULL: any */
};

/* Adds the documents of a file of gold. */
gm_status gmi_corpus_read_gold(struct gmi_corpus *corpus, const char *path,
                               const struct gmi_choice *choice, gm_error *err);

/* Adds a system's output to the documents that are there. */
gm_status gmi_corpus_read_found(struct gmi_corpus *corpus, const char *path,
                                gm_error *err);

/* ---- For those that add ------------------------------------------------- */

/* A copy in the arena; NULL for NULL, and when out of memory. */
const char *gmi_corpus_copy(struct gmi_corpus *corpus, const char *text);

/*
 * Fills what gold and found mentions share: extent, phrase (NULL when not
 * told), point, geonameid. Strings are borrowed from the object. Returns what
 * is wrong with it, or NULL.
 */
const char *gmi_span_parse(const json_t *object, struct gmi_span *out);

/*
 * Adds a span of the text that `scratch` holds. Its phrase and key are made
 * and copied; other strings stay as they are.
 */
gm_status gmi_corpus_add(struct gmi_corpus *corpus, struct gmi_spans *spans,
                         const struct gmi_span *span, gm_error *err);

/* The bytes of a span in the text that `scratch` holds, clamped to it. */
const char *gmi_corpus_slice(const struct gmi_corpus *corpus,
                             const struct gmi_span *span, size_t *length);

#endif
