/* SPDX-License-Identifier: MIT */
/* Whether probabilities are to be believed. */
#include "evaluate/calibration.h"

#include "base/buffer.h"

#include <math.h>
#include <stdlib.h>

enum { BINS = 15 };

bool gmi_claims_add(struct gmi_claims *claims, double probability,
                    bool is_right)
{
    if (isnan(probability))
        return true;
    if (!gmi_reserve(&claims->items, &claims->capacity, claims->count,
                     sizeof *claims->items))
        return false;
    claims->items[claims->count++] = (struct gmi_claim){probability, is_right};
    return true;
}

static size_t bin_of(double probability)
{
    const double bin = probability * BINS;
    return bin >= BINS ? BINS - 1 : bin > 0 ? (size_t)bin : 0;
}

gm_eval_calibration gmi_claims_calibration(const struct gmi_claims *claims)
{
    /* of probabilities, less one for each that is right: the size of a bin
       times how far its two means are apart */
    double excess[BINS] = {0};
    for (size_t i = 0; i < claims->count; i++) {
        const struct gmi_claim *claim = &claims->items[i];
        excess[bin_of(claim->probability)] +=
            claim->probability - (claim->is_right ? 1 : 0);
    }
    if (!claims->count)
        return (gm_eval_calibration){0, NAN};
    double sum = 0;
    for (size_t i = 0; i < BINS; i++)
        sum += fabs(excess[i]);
    return (gm_eval_calibration){claims->count, sum / (double)claims->count};
}

/* Likeliest first. */
static int compare(const void *a_item, const void *b_item)
{
    const struct gmi_claim *a = a_item, *b = b_item;
    return (a->probability < b->probability) -
           (a->probability > b->probability);
}

double gmi_claims_best(struct gmi_claims *claims, double coverage)
{
    if (!claims->count)
        return NAN;
    const struct gmi_claim *items = claims->items;
    qsort(claims->items, claims->count, sizeof *items, compare);
    const double wanted = coverage * (double)claims->count;
    double left = wanted, right = 0;
    for (size_t i = 0; i < claims->count && left > 0;) {
        size_t end = i, good = 0;
        for (; end < claims->count &&
               items[end].probability == items[i].probability;
             end++)
            good += items[end].is_right;
        const double size = (double)(end - i);
        right += (double)good * fmin(1, left / size);
        left -= size;
        i = end;
    }
    return right / wanted;
}
