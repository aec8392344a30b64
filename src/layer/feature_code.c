/* SPDX-License-Identifier: MIT */
/* GeoNames' class and code for what other sources call a kind of place. */
#include "layer/feature_code.h"

#include <cpl_port.h>
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *word, *code;
} words[] = {
    /* OpenStreetMap: values of `place` */
    {"city", "P.PPL"},           {"town", "P.PPL"},
    {"village", "P.PPL"},        {"hamlet", "P.PPL"},
    {"isolated_dwelling", "P.PPL"}, {"locality", "P.PPLL"},
    {"suburb", "P.PPLX"},        {"quarter", "P.PPLX"},
    {"neighbourhood", "P.PPLX"}, {"borough", "P.PPLX"},
    {"country", "A.PCLI"},       {"state", "A.ADM1"},
    {"province", "A.ADM1"},      {"region", "A.ADM1"},
    {"county", "A.ADM2"},        {"district", "A.ADM2"},
    {"municipality", "A.ADM3"},  {"island", "T.ISL"},
    {"islet", "T.ISL"},          {"archipelago", "T.ISLS"},
    {"sea", "H.SEA"},            {"ocean", "H.OCN"},
    /* Natural Earth: values of `featurecla` */
    {"admin-0 country", "A.PCLI"},   {"admin-0 sovereignty", "A.PCLI"},
    {"admin-0 dependency", "A.PCLD"}, {"admin-0 capital", "P.PPLC"},
    {"admin-1 capital", "P.PPLA"},   {"admin-1 region capital", "P.PPLA"},
    {"admin-1 states provinces", "A.ADM1"},
    {"admin-1 scale rank", "A.ADM1"}, {"populated place", "P.PPL"},
    {"river", "H.STM"},          {"lake", "H.LK"},
    {"reservoir", "H.RSV"},      {"bay", "H.BAY"},
    {"gulf", "H.GULF"},          {"strait", "H.STRT"},
    {"mountain", "T.MT"},        {"range/mtn", "T.MTS"},
    {"desert", "T.DSRT"},        {"plateau", "T.PLAT"},
    {"peninsula", "T.PEN"},      {"valley", "T.VAL"},
    {"delta", "H.DLTA"},         {"glacier", "H.GLCR"},
};

/* A capital letter, a point, capital letters and digits. */
static bool is_code(const char *text)
{
    if (!isupper((unsigned char)text[0]) || text[1] != '.' || !text[2])
        return false;
    for (const char *p = text + 2; *p; p++)
        if (!isupper((unsigned char)*p) && !isdigit((unsigned char)*p))
            return false;
    return strlen(text) < GMI_FEATURE_CODE_SIZE;
}

const char *gmi_feature_code(const char *text, const char *class_letter,
                             char out[GMI_FEATURE_CODE_SIZE])
{
    if (!text)
        return NULL;
    if (is_code(text))
        return text;
    if (class_letter && strlen(class_letter) == 1 &&
        strlen(text) + 3 < GMI_FEATURE_CODE_SIZE) {
        snprintf(out, GMI_FEATURE_CODE_SIZE, "%s.%s", class_letter, text);
        if (is_code(out))
            return out;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (EQUAL(words[i].word, text))
            return words[i].code;
    return NULL;
}
