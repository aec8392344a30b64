/* SPDX-License-Identifier: MIT */
/*
 * Logarithm and exponential to five digits, of plain additions and products:
 * fast, and the same on every machine, so that scores are.
 */
#ifndef RESOLVE_FAST_H
#define RESOLVE_FAST_H

#include <stdint.h>
#include <string.h>

/* Base 2; x is positive and normal. Error below 3e-5. */
static inline float gmi_log2_fast(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    const int32_t exponent = (int32_t)(bits >> 23) - 127;
    bits = (bits & 0x7fffff) | 0x3f800000;
    float m; /* 1 to 2 */
    memcpy(&m, &bits, sizeof m);
    /* Least squares in m - 1 of degree 5. */
    const float t = m - 1;
    return (float)exponent +
           t * (1.4419857f +
                t * (-0.7096926f +
                     t * (0.4173980f + t * (-0.1957677f + t * 0.0460766f))));
}

static inline float gmi_ln_fast(float x)
{
    return gmi_log2_fast(x) * 0.69314718f;
}

/* e to the x; 0 for x below -87. Relative error below
 * 1e-5. */
static inline float gmi_exp_fast(float x)
{
    if (x < -87)
        return 0;
    if (x > 87)
        x = 87;
    const float y = x * 1.44269504f;
    const float whole = (float)(int32_t)(y < 0 ? y - 1 : y);
    const float t = y - whole; /* 0 to 1 */
    const float m =
        1 + t * (0.6930265f +
             t * (0.2414117f + t * (0.0519858f + t * 0.0135760f)));
    uint32_t bits = (uint32_t)((int32_t)whole + 127) << 23;
    float scale;
    memcpy(&scale, &bits, sizeof scale);
    return m * scale;
}

#endif
