/* SPDX-License-Identifier: MIT */
/*
 * Numbers as text: with a decimal point in every locale, never as NaN, never
 * with an exponent.
 */
#ifndef WRITE_NUMBER_H
#define WRITE_NUMBER_H

#include "base/buffer.h"

#include <stdint.h>

enum { GMI_DECIMALS_MAX = 12 };

enum gmi_zeros {
    GMI_ZEROS_TRIM, /* 40.5, 40 */
    GMI_ZEROS_KEEP  /* 40.50000: in a column */
};

/* A finite number, rounded to `decimals` (0 to GMI_DECIMALS_MAX). */
void gmi_number_add(struct gmi_buffer *out, double value, int decimals,
                    enum gmi_zeros zeros);

void gmi_integer_add(struct gmi_buffer *out, int64_t value);

#endif
