/* SPDX-License-Identifier: MIT */
/* Intervals by resampling documents. */
#include "evaluate/resample.h"

#include <stdlib.h>

/*
 * MT19937 with init_by_array: M. Matsumoto, T. Nishimura, Mersenne Twister,
 * ACM TOMACS 8 (1998), and their mt19937ar.c of 2002.
 */
enum { N = GMI_TWISTER_SIZE, M = 397 };

void gmi_twister_init(struct gmi_twister *twister, uint32_t seed)
{
    uint32_t *s = twister->state;
    s[0] = 19650218u;
    for (uint32_t i = 1; i < N; i++)
        s[i] = 1812433253u * (s[i - 1] ^ s[i - 1] >> 30) + i;
    size_t i = 1;
    /* the key is one word, so that its own index is always 0 */
    for (size_t k = 0; k < N; k++) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1664525u) + seed;
        if (++i >= N) {
            s[0] = s[N - 1];
            i = 1;
        }
    }
    for (size_t k = 0; k < N - 1; k++) {
        s[i] = (s[i] ^ (s[i - 1] ^ s[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i >= N) {
            s[0] = s[N - 1];
            i = 1;
        }
    }
    s[0] = 0x80000000u;
    twister->next = N;
}

static void refill(struct gmi_twister *twister)
{
    uint32_t *s = twister->state;
    for (size_t i = 0; i < N; i++) {
        const uint32_t y =
            (s[i] & 0x80000000u) | (s[(i + 1) % N] & 0x7fffffffu);
        s[i] = s[(i + M) % N] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    twister->next = 0;
}

static uint32_t next_word(struct gmi_twister *twister)
{
    if (twister->next == N)
        refill(twister);
    uint32_t y = twister->state[twister->next++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

double gmi_twister_next(struct gmi_twister *twister)
{
    const uint32_t high = next_word(twister) >> 5;
    const uint32_t low = next_word(twister) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

static int compare(const void *a_item, const void *b_item)
{
    const double a = *(const double *)a_item, b = *(const double *)b_item;
    return (a > b) - (a < b);
}

void gmi_resample(struct gmi_twister *twister, const struct gmi_row *rows,
                  size_t count, size_t times,
                  double (*figure)(uint64_t right, uint64_t predicted,
                                   uint64_t gold),
                  double *values)
{
    for (size_t t = 0; t < times; t++) {
        uint64_t right = 0, predicted = 0, gold = 0;
        for (size_t i = 0; i < count; i++) {
            const double drawn = gmi_twister_next(twister) * (double)count;
            const struct gmi_row *row = &rows[(size_t)drawn];
            right += row->right;
            predicted += row->predicted;
            gold += row->gold;
        }
        values[t] = figure(right, predicted, gold);
    }
    qsort(values, times, sizeof *values, compare);
}

void gmi_interval(const double *values, size_t count, double *low, double *high)
{
    const double last = (double)(count - 1);
    *low = values[(size_t)(.025 * last)];
    *high = values[(size_t)(.975 * last + .5)];
}
