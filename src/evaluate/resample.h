/* SPDX-License-Identifier: MIT */
/*
 * Intervals by resampling documents. The generator is the Mersenne Twister
 * seeded as Python's random.Random(1), so that a script with the same rows
 * has the same interval to the last digit.
 */
#ifndef EVALUATE_RESAMPLE_H
#define EVALUATE_RESAMPLE_H

#include <stddef.h>
#include <stdint.h>

enum { GMI_TWISTER_SIZE = 624 };

struct gmi_twister {
    uint32_t state[GMI_TWISTER_SIZE];
    size_t next;
};

void gmi_twister_init(struct gmi_twister *twister, uint32_t seed);
/* 0 or more, below 1. */
double gmi_twister_next(struct gmi_twister *twister);

/* What a document adds to the sums that a figure is made of. */
struct gmi_row {
    uint32_t right, predicted, gold;
};

/*
 * Draws as many documents as there are, `times` times, and sorts the figures
 * of each into `values`, room for that many.
 */
void gmi_resample(struct gmi_twister *twister, const struct gmi_row *rows,
                  size_t count, size_t times,
                  double (*figure)(uint64_t right, uint64_t predicted,
                                   uint64_t gold),
                  double *values);

/* The middle 95 % of sorted values, 1 or more. */
void gmi_interval(const double *values, size_t count, double *low,
                  double *high);

#endif
