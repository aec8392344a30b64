/* SPDX-License-Identifier: MIT */
/* What went wrong with single mentions. */
#ifndef EVALUATE_ERROR_H
#define EVALUATE_ERROR_H

#include "evaluate/judge.h"
#include "gazetteer/gazetteer.h"
#include "include/geomention_eval.h"

enum gmi_error_kind {
    GMI_ERROR_MISSED,
    GMI_ERROR_FALSE,
    GMI_ERROR_EXTENT,     /* another extent than the gold has */
    GMI_ERROR_UNRESOLVED, /* found, but no place was chosen */
    GMI_ERROR_MISPLACED
};
const char *gmi_error_kind_name(enum gmi_error_kind kind);

struct gmi_mention_error {
    enum gmi_error_kind kind;
    const struct gmi_span *gold, *found; /* NULL where there is none */
    double km; /* between chosen and right place; NaN: not known */
};

struct gmi_mention_errors {
    struct gmi_mention_error *items;
    size_t count, capacity;
};

/* The errors in a document, in the order of the text, in place of others. */
gm_status gmi_errors_find(struct gmi_matcher *matcher,
                          const struct gmi_sample *sample,
                          const gm_eval_options *options,
                          struct gmi_mention_errors *out, gm_error *err);

/* The text before a mention, the mention, and behind it, on one line. */
struct gmi_context_text {
    struct gmi_buffer before, mention, behind;
};
void gmi_context_release(struct gmi_context_text *context);
void gmi_context_around(const gm_document *doc, const struct gmi_span *span,
                        struct gmi_context_text *out);

/*
 * The place of that name which is nearest to a point, and how far it is; false
 * when the gazetteer has no place of that name.
 */
bool gmi_nearest_of_name(const gm_gazetteer *gazetteer,
                         const struct gmi_span *gold, gm_place *place,
                         double *km);

#endif
