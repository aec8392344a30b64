/* SPDX-License-Identifier: MIT */
/* Weights set by hand, once; fitted to no corpus. */
#include "resolve/hand.h"

#include "resolve/features.h"

#include <string.h>

static const struct {
    uint8_t feature;
    float weight;
} weights[] = {
    {GMI_F_PRIOR_BEHIND, 5},       {GMI_F_SAME_COUNTRY, 2},
    {GMI_F_SAME_ADMIN1, 3},        {GMI_F_WITHIN_150, 3},
    {GMI_F_COUNTRY_NAMED, 1.5f},   {GMI_F_ADMIN1_NAMED, 2.5f},
    {GMI_F_ADMIN2_NAMED, 2},       {GMI_F_CHILDREN, 1},
    {GMI_F_HOME_COUNTRY, 1},       {GMI_F_HOME_NEARNESS, 3},
    {GMI_F_HOME_WITHIN, 1},        {GMI_F_TYPE_INSIDE, 1},
    {GMI_F_TYPE_AFTER, 1},         {GMI_F_TYPE_BEFORE, 1},
    {GMI_F_ADJECTIVE_MATCH, 2},    {GMI_F_LITERAL_DEMONYM, -3},
    {GMI_F_PARENT_AFTER, 4},       {GMI_F_PARENT_IN, 3},
    {GMI_F_PARENT_LEFT, 1},        {GMI_F_PARENT_ELSEWHERE, 2},
    /* "None" wins over what is eight units of odds behind nothing. */
    {GMI_F_NONE, -6},              {GMI_F_NONE_PLAIN, 3},
};

void gmi_hand_weights(float *out)
{
    memset(out, 0, GMI_FEATURE_COUNT * sizeof *out);
    for (size_t i = 0; i < sizeof weights / sizeof *weights; i++)
        out[weights[i].feature] = weights[i].weight;
}

float gmi_hand_score(const float *hand, const float *features)
{
    float score = 0;
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++)
        score += hand[i] * features[i];
    return score;
}
