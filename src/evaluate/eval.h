/* SPDX-License-Identifier: MIT */
/* An evaluation, inside. */
#ifndef EVALUATE_EVAL_H
#define EVALUATE_EVAL_H

#include "evaluate/corpus.h"
#include "evaluate/demonym.h"
#include "evaluate/figures.h"
#include "include/geomention_eval.h"

enum { GMI_SCOPES = GM_EVAL_NO_DEMONYMS + 1 };

struct gm_eval {
    gm_eval_options options;
    struct gmi_corpus corpus;
    struct gmi_ids wanted; /* sorted */
    bool has_wanted;
    struct gmi_demonyms demonyms;
    struct gmi_matcher matcher;
    /* after scoring */
    struct gmi_figures figures[GMI_SCOPES];
    size_t scope_count; /* 0: not scored; 1: there are no demonyms */
};

/* What the corpus holds. */
struct gmi_contents {
    uint64_t documents, not_found;
    uint64_t gold, located, with_id, demonyms;
    uint64_t found;
};
struct gmi_contents gmi_eval_contents(const gm_eval *eval);

/* The two forms of gm_eval_write. */
void gmi_report_table(const gm_eval *eval, bool per_use, FILE *out);
gm_status gmi_report_json(const gm_eval *eval, bool per_use, FILE *out,
                          gm_error *err);

#endif
