/* SPDX-License-Identifier: MIT */
/* One document under every rule. */
#ifndef EVALUATE_JUDGE_H
#define EVALUATE_JUDGE_H

#include "evaluate/corpus.h"
#include "evaluate/match.h"

/* See gm_eval_rule; eupeg and joint have the same pairs. */
struct gmi_judgement {
    struct gmi_verdict exact, near, overlap, eupeg, joint;
};

/* Lives in the matcher's arena, which it resets. */
gm_status gmi_judge(struct gmi_matcher *matcher,
                    const struct gmi_sample *sample, bool skip_demonyms,
                    struct gmi_judgement *out, gm_error *err);

/* When the spans were given: the answer to each, NULL where there is none. */
struct gmi_answers {
    struct gmi_span_list gold;
    const struct gmi_span **found;
};

/* Of gold that passes the test. The same place, the same lifetime. */
gm_status gmi_judge_given(struct gmi_matcher *matcher,
                          const struct gmi_sample *sample, gmi_span_test *test,
                          bool skip_demonyms, struct gmi_answers *out,
                          gm_error *err);

/* Tests: a gold mention that counts, and one that counts and has a point. */
bool gmi_span_counts(const struct gmi_span *span, bool skip_demonyms);
bool gmi_span_counts_located(const struct gmi_span *span, bool skip_demonyms);

#endif
