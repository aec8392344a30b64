/* SPDX-License-Identifier: MIT */
/* Figures per type of the gold and per use of what was found. */
#ifndef EVALUATE_BREAKDOWN_H
#define EVALUATE_BREAKDOWN_H

#include "evaluate/match.h"

/* Types beyond this many are counted as one. */
enum { GMI_KINDS_MAX = 200 };

/* The uses, and that of a mention whose use is not told. */
enum { GMI_USES = 5, GMI_USE_UNTOLD = 4 };

struct gmi_kind {
    const char *name;
    uint64_t gold;
    uint64_t found[GMI_RULES]; /* by each rule */
    uint64_t located, joint;   /* with a point; and it is right */
    uint64_t as_use[GMI_USES]; /* found as that use, near */
};

struct gmi_use_counts {
    uint64_t found, right;   /* by the near rule; ignored ones are not found */
    uint64_t located, joint; /* with a point; and it is right */
    uint64_t told, told_right; /* found on gold whose use is told, as it */
    uint64_t gold;             /* such gold, of that use */
};

struct gmi_breakdown {
    struct gmi_kind kinds[GMI_KINDS_MAX];
    size_t kind_count;
    struct gmi_use_counts uses[GMI_USES];
};

/* The kind of a span, made when it is new. */
struct gmi_kind *gmi_breakdown_kind(struct gmi_breakdown *breakdown,
                                    const struct gmi_span *gold);
struct gmi_use_counts *gmi_breakdown_use(struct gmi_breakdown *breakdown,
                                         const struct gmi_span *found);

/* A gold mention was found: counts which use it was given. */
void gmi_breakdown_pair(struct gmi_breakdown *breakdown,
                        const struct gmi_span *gold,
                        const struct gmi_span *found);

/* The most frequent kinds first; equally frequent ones as they came. */
void gmi_breakdown_sort(struct gmi_breakdown *breakdown, bool by_located);

/* Of the found gold whose use is told, how much and how much as that use. */
void gmi_breakdown_told(const struct gmi_breakdown *breakdown, uint64_t *told,
                        uint64_t *right);

#endif
