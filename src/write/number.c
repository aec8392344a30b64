/* SPDX-License-Identifier: MIT */
/* Numbers as text. */
#include "write/number.h"

#include <assert.h>
#include <math.h>

/* Above 2^53 a double has no decimals; below it, whole numbers are exact. */
static const double EXACT_MAX = 9007199254740992.0;

/* Writes the digits of a number backwards, ending before `end`. */
static char *put_digits(char *end, uint64_t number, int at_least)
{
    while (number || at_least > 0) {
        *--end = (char)('0' + number % 10);
        number /= 10;
        at_least--;
    }
    return end;
}

void gmi_number_add(struct gmi_buffer *out, double value, int decimals,
                    enum gmi_zeros zeros)
{
    assert(isfinite(value));
    assert(decimals >= 0 && decimals <= GMI_DECIMALS_MAX);
    double scale = 1;
    uint64_t whole_scale = 1;
    for (int i = 0; i < decimals; i++) {
        scale *= 10;
        whole_scale *= 10;
    }
    if (fabs(value) * scale >= EXACT_MAX) {
        if (decimals)
            gmi_number_add(out, value, decimals - 1, zeros);
        else
            gmi_buffer_printf(out, "%.0f", value);
        return;
    }
    const uint64_t units = (uint64_t)llround(fabs(value) * scale);
    uint64_t fraction = units % whole_scale;
    int digits = decimals;
    if (zeros == GMI_ZEROS_TRIM)
        for (; digits && fraction % 10 == 0; digits--)
            fraction /= 10;
    char text[48];
    char *const end = text + sizeof text;
    char *start = put_digits(end, fraction, digits);
    if (digits)
        *--start = '.';
    start = put_digits(start, units / whole_scale, 1);
    if (value < 0 && units)
        *--start = '-';
    gmi_buffer_add(out, start, (size_t)(end - start));
}

void gmi_integer_add(struct gmi_buffer *out, int64_t value)
{
    char text[24];
    char *const end = text + sizeof text;
    const uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    char *start = put_digits(end, size, 1);
    if (value < 0)
        *--start = '-';
    gmi_buffer_add(out, start, (size_t)(end - start));
}
