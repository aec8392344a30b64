/* SPDX-License-Identifier: MIT */
/* Which languages are written where. */
#include "gazetteer/languages.h"

#include "gazetteer/format.h"

#include <stddef.h>
#include <string.h>

static const struct {
    char country[3];
    char languages[12];
} table[] = {
#define COUNTRY(code, languages) {code, languages},
#include "gazetteer/languages.def"
#undef COUNTRY
};

float gmi_country_speaks(uint16_t country, const char *language)
{
    size_t low = 0, high = sizeof table / sizeof *table;
    while (low < high && language[0]) {
        const size_t middle = low + (high - low) / 2;
        const uint16_t number = gmi_country_number(table[middle].country);
        if (number == country)
            return strstr(table[middle].languages, language) ? 1 : 0;
        if (number < country)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}
