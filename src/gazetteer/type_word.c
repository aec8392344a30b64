/* SPDX-License-Identifier: MIT */
/* Words that tell what kind of place a name is of. */
#include "gazetteer/type_word.h"

#include <string.h>

enum {
    B = GMI_TYPE_BEFORE,
    A = GMI_TYPE_AFTER,
    O = GMI_TYPE_OF,
    a = GMI_TYPE_ADD_AFTER,
    b = GMI_TYPE_ADD_BEFORE,
    P = GMI_TYPE_PART
};

static const struct gmi_type_word words[] = {
#define TYPE_WORD(word, type, sides) {word, GMI_TYPE_##type, sides},
#include "gazetteer/type_words.def"
#undef TYPE_WORD
};
enum { WORD_COUNT = sizeof words / sizeof *words };

const struct gmi_type_word *gmi_type_word_find(const struct gmi_folded *word)
{
    size_t low = 0, high = WORD_COUNT;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = strcmp(words[middle].word, word->bytes);
        if (order == 0)
            return &words[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct gmi_type_word *gmi_type_word_at(size_t index)
{
    return index < WORD_COUNT ? &words[index] : NULL;
}

/* strncmp and strlen take three times as long for two letters. */
static bool begins_with(const char *text, const char *start)
{
    while (*start && *text == *start) {
        text++;
        start++;
    }
    return *start == '\0';
}

enum gmi_type gmi_type_of_feature(const char *feature)
{
    static const struct {
        char begins[7];
        uint8_t type;
    } table[] = {
        {"A.PCL", GMI_TYPE_COUNTRY},  {"A.TERR", GMI_TYPE_COUNTRY},
        {"A.ADM1", GMI_TYPE_ADMIN1},  {"A.ADM2", GMI_TYPE_ADMIN2},
        {"A.ZN", GMI_TYPE_REGION},    {"A.", GMI_TYPE_ADMIN3},
        {"P", GMI_TYPE_TOWN},         {"H", GMI_TYPE_WATER},
        {"T.ISL", GMI_TYPE_ISLAND},   {"T.ATOL", GMI_TYPE_ISLAND},
        {"T.PEN", GMI_TYPE_REGION},   {"T.VAL", GMI_TYPE_REGION},
        {"T.DSRT", GMI_TYPE_REGION},  {"T", GMI_TYPE_MOUNTAIN},
        {"L.PRK", GMI_TYPE_FACILITY}, {"L", GMI_TYPE_REGION},
        {"S", GMI_TYPE_FACILITY},     {"R", GMI_TYPE_FACILITY},
        {"V", GMI_TYPE_REGION},       {"U", GMI_TYPE_WATER},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (begins_with(feature, table[i].begins))
            return (enum gmi_type)table[i].type;
    return GMI_TYPE_OTHER;
}

static bool is_area(enum gmi_type type)
{
    return type >= GMI_TYPE_COUNTRY && type <= GMI_TYPE_ADMIN3;
}

static bool is_land(enum gmi_type type)
{
    return type == GMI_TYPE_ISLAND || type == GMI_TYPE_MOUNTAIN ||
           type == GMI_TYPE_REGION;
}

double gmi_type_agreement(enum gmi_type said, enum gmi_type is)
{
    if (said == GMI_TYPE_NONE || is == GMI_TYPE_NONE ||
        said == GMI_TYPE_OTHER)
        return 0;
    if (said == is)
        return 1;
    if (is_area(said) && is_area(is))
        return said - is == 1 || is - said == 1 ||
                       (said != GMI_TYPE_COUNTRY && is != GMI_TYPE_COUNTRY)
                   ? 0.5
                   : -1;
    if (said == GMI_TYPE_TOWN)
        return is == GMI_TYPE_ADMIN2 || is == GMI_TYPE_ADMIN3 ? 0 : -1;
    if ((is_land(said) && is_area(is)) || (is_area(said) && is_land(is)))
        return 0.3;
    return -1;
}
