/* SPDX-License-Identifier: MIT */
/* Numbers that look random, the same from the same start. */
#include "train/random.h"

#include "text/fold.h"

uint64_t gmi_random_next(uint64_t *state)
{
    return gmi_mix(*state += UINT64_C(0x9e3779b97f4a7c15));
}

double gmi_random_unit(uint64_t *state)
{
    return (double)(gmi_random_next(state) >> 11) / 9007199254740992.0;
}
