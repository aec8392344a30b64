/* SPDX-License-Identifier: MIT */
/*
 * Pairing gold mentions with those that were found, one to one, the best
 * pairs first; and what a rule says of each side.
 */
#ifndef EVALUATE_MATCH_H
#define EVALUATE_MATCH_H

#include "base/arena.h"
#include "evaluate/span.h"
#include "include/geomention_gazetteer.h"

#define GMI_UNMATCHED SIZE_MAX
#define GMI_IGNORED   (SIZE_MAX - 1)

struct gmi_span_list {
    const struct gmi_span **items;
    size_t count;
};

/* Which two may be a pair. */
enum gmi_rule { GMI_RULE_EXACT, GMI_RULE_NEAR, GMI_RULE_OVERLAP };
enum { GMI_RULES = GMI_RULE_OVERLAP + 1 };

/* One pair that may be, and how good it is: less is better. */
struct gmi_pair {
    double cost;
    size_t gold, found;
};

/* Memory used again for each document. A zeroed one is empty. */
struct gmi_matcher {
    struct gmi_arena arena; /* what verdicts live in, until it is reset */
    struct gmi_pair *pairs;
    size_t count, capacity;
};
void gmi_matcher_release(struct gmi_matcher *matcher);

/*
 * What became of each side. `found_of` a gold mention that counts, `gold_of`
 * a mention that was found: the other's index, GMI_UNMATCHED, or GMI_IGNORED
 * where it lies on gold that does not count.
 */
struct gmi_verdict {
    struct gmi_span_list gold, found;
    size_t *found_of, *gold_of;
    size_t right, ignored;
};

/* What a match is between; the ignored is gold that does not count. */
struct gmi_sides {
    struct gmi_span_list gold, ignored, found;
};

/*
 * Pairs the gold that counts first; what is then left of the found may lie on
 * the gold that is ignored. Lives in the matcher's arena.
 */
gm_status gmi_match(struct gmi_matcher *matcher, enum gmi_rule rule,
                    const struct gmi_sides *sides, struct gmi_verdict *out,
                    gm_error *err);

/* Which spans of a document go into a list. */
typedef bool gmi_span_test(const struct gmi_span *span, bool skip_demonyms);

/* Those that pass; `test` NULL: all. In the matcher's arena. */
gm_status gmi_select(struct gmi_matcher *matcher, const struct gmi_spans *spans,
                     gmi_span_test *test, bool skip_demonyms,
                     struct gmi_span_list *out, gm_error *err);

/* Those of a list whose `other_of` is GMI_UNMATCHED. */
gm_status gmi_select_unmatched(struct gmi_matcher *matcher,
                               struct gmi_span_list list,
                               const size_t *other_of,
                               struct gmi_span_list *out, gm_error *err);

#endif
