/* SPDX-License-Identifier: MIT */
/* How well known a place is. */
#include "gazetteer/importance.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

uint16_t gmi_importance(const char *feature, uint32_t population)
{
    static const struct {
        const char *begins;
        double bonus;
    } table[] = {
        {"A.PCLH", -1},  {"A.PCL", 3},     {"L.CONT", 3},    {"H.OCN", 3},
        {"A.ADM1", 1.5}, {"A.ADM2", -.3},  {"A.", -1},       {"P.PPLC", 1},
        {"P.PPLX", -.5}, {"P.PPLH", -1.5}, {"P.PPLQ", -1.5}, {"P.PPLW", -1.5},
        {"L.RGN", 2},    {"H.SEA", 2},     {"S.", -1},
    };
    double value = 2 + log10(population + 1.0);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (strncmp(feature, table[i].begins, strlen(table[i].begins)) == 0) {
            value += table[i].bonus;
            break;
        }
    }
    return (uint16_t)fmax(value * 1000, 0);
}
