/* SPDX-License-Identifier: MIT */
/* The answer among rows, by their scores. */
#include "resolve/choice.h"

#include "resolve/fast.h"

#include <stdbool.h>

/* 25 km as the square of a chord: how far apart rows of one place may be. */
static const float TOGETHER_CHORD2 = 1.5398e-5f;

/* Rows that are less likely head no place. */
static const float HEAD_PROBABILITY_MIN = 0.02f;

static void find_probabilities(const struct gmi_rivals *rivals, float *out)
{
    float best = rivals->null_score;
    for (size_t i = 0; i < rivals->count; i++)
        best = rivals->scores[i] > best ? rivals->scores[i] : best;
    float sum = gmi_exp_fast(rivals->null_score - best);
    for (size_t i = 0; i < rivals->count; i++)
        sum += out[i] = gmi_exp_fast(rivals->scores[i] - best);
    for (size_t i = 0; i < rivals->count; i++)
        out[i] /= sum;
}

static bool has_point(const struct gmi_rivals *rivals, size_t row)
{
    return rivals->x[row] != 0 || rivals->y[row] != 0 || rivals->z[row] != 0;
}

/* The likeliest row around `head`, and how likely they are together. */
static struct gmi_choice look_around(const struct gmi_rivals *rivals,
                                     const float *probabilities, size_t head)
{
    struct gmi_choice choice = {(uint32_t)head, probabilities[head]};
    if (!has_point(rivals, head))
        return choice;
    for (size_t i = 0; i < rivals->count; i++) {
        const float x = rivals->x[i] - rivals->x[head],
                    y = rivals->y[i] - rivals->y[head],
                    z = rivals->z[i] - rivals->z[head];
        if (i == head || x * x + y * y + z * z > TOGETHER_CHORD2)
            continue;
        choice.probability += probabilities[i];
        if (probabilities[i] > probabilities[choice.row])
            choice.row = (uint32_t)i;
    }
    return choice;
}

static struct gmi_choice likeliest_row(const struct gmi_rivals *rivals,
                                       const float *probabilities)
{
    size_t best = 0;
    for (size_t i = 1; i < rivals->count; i++)
        if (probabilities[i] > probabilities[best])
            best = i;
    return look_around(rivals, probabilities, best);
}

struct gmi_choice gmi_choice_find(const struct gmi_rivals *rivals,
                                  float *probabilities)
{
    find_probabilities(rivals, probabilities);
    struct gmi_choice best = likeliest_row(rivals, probabilities);
    for (size_t i = 0; i < rivals->count; i++) {
        if (probabilities[i] < HEAD_PROBABILITY_MIN || i == best.row)
            continue;
        const struct gmi_choice other =
            look_around(rivals, probabilities, i);
        if (other.probability > best.probability)
            best = other;
    }
    return best;
}
