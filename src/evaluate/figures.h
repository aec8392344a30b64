/* SPDX-License-Identifier: MIT */
/* All figures of one view on a corpus. */
#ifndef EVALUATE_FIGURES_H
#define EVALUATE_FIGURES_H

#include "evaluate/breakdown.h"
#include "evaluate/corpus.h"
#include "evaluate/match.h"
#include "include/geomention_eval.h"

struct gmi_figures {
    gm_eval_view view;
    struct gmi_breakdown breakdown;
};

/* Precision, recall and F; the interval stays unknown. */
gm_eval_rate gmi_rate(uint64_t right, uint64_t predicted, uint64_t gold);

/* Fills `out` for what the system found by itself. */
gm_status gmi_figures_found(const struct gmi_corpus *corpus,
                            const gm_eval_options *options, bool skip_demonyms,
                            struct gmi_matcher *matcher,
                            struct gmi_figures *out, gm_error *err);

/* The same where the spans of the gold were given to it. */
gm_status gmi_figures_given(const struct gmi_corpus *corpus,
                            const gm_eval_options *options, bool skip_demonyms,
                            struct gmi_matcher *matcher,
                            struct gmi_figures *out, gm_error *err);

#endif
