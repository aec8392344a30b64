/* SPDX-License-Identifier: MIT */
/* How the text's name is the place's. */
#include "gazetteer/variant_rule.h"
#include "resolve/fast.h"
#include "resolve/features.h"

static float has(const struct gmi_row *row, unsigned flag)
{
    return row->flags & flag ? 1.0f : 0.0f;
}

/*
 * What a village was called is seldom what a text of today names; but who reads
 * "Bombay" or "Constantinople" knows the city. The texts learned from have few
 * old names of any place, none of a place of this size.
 */
static bool is_forgotten_name(const struct gmi_row *row)
{
    enum { KNOWN_PEOPLE = 1000000 };
    return (row->flags & GMI_ROW_HISTORIC) && row->population < KNOWN_PEOPLE;
}

static void put_rule(const struct gmi_row *row, float *out)
{
    static const uint8_t feature_of[GMI_VARIANT_RULE_COUNT] = {
        [GMI_VARIANT_EXACT] = GMI_FEATURE_COUNT,
        [GMI_VARIANT_NORMALIZED] = GMI_F_IS_NORMALIZED,
        [GMI_VARIANT_INFLECTED] = GMI_F_IS_INFLECTED,
        [GMI_VARIANT_STRIPPED] = GMI_F_IS_STRIPPED,
        [GMI_VARIANT_ADDED] = GMI_F_IS_ADDED,
        [GMI_VARIANT_LATIN] = GMI_F_IS_GUESSED,
        [GMI_VARIANT_PART] = GMI_F_IS_PARTIAL,
        [GMI_VARIANT_GUESS] = GMI_F_IS_GUESSED,
    };
    const uint8_t feature = feature_of[row->rule];
    if (feature < GMI_FEATURE_COUNT)
        out[feature] = 1;
}

void gmi_feature_name(const struct gmi_question *q, const struct gmi_row *row,
                      float *out)
{
    const unsigned known = GMI_ROW_MAIN | GMI_ROW_ENGLISH | GMI_ROW_LOCAL |
                           GMI_ROW_NO_LANGUAGE | GMI_ROW_ABBREVIATION |
                           GMI_ROW_DEMONYM;
    const struct gmi_term_facts *facts = q->facts;
    out[GMI_F_IS_MAIN] = has(row, GMI_ROW_MAIN);
    out[GMI_F_IS_LETTERS] = has(row, GMI_ROW_LETTERS);
    out[GMI_F_IS_ENGLISH] = has(row, GMI_ROW_ENGLISH);
    out[GMI_F_IS_PREFERRED] = has(row, GMI_ROW_PREFERRED);
    out[GMI_F_IS_LOCAL] = has(row, GMI_ROW_LOCAL);
    out[GMI_F_IS_HISTORIC] = is_forgotten_name(row);
    out[GMI_F_IS_FOREIGN] = !(row->flags & known);
    out[GMI_F_IS_UNSPECIFIC] = has(row, GMI_ROW_NO_LANGUAGE);
    out[GMI_F_IS_ABBREVIATION] = has(row, GMI_ROW_ABBREVIATION);
    out[GMI_F_IS_DEMONYM] = has(row, GMI_ROW_DEMONYM);
    out[GMI_F_IS_CODE] = has(row, GMI_ROW_CODE);
    put_rule(row, out);
    out[GMI_F_CANDIDATES] = gmi_ln_fast((float)q->term->row_count) / 5;
    out[GMI_F_NAMESAKES] = gmi_ln_fast(1 + (float)facts->namesakes) / 5;
    out[GMI_F_IS_ONLY] =
        facts->namesakes == 1 && (row->flags & GMI_ROW_MAIN) &&
        row->rule == GMI_VARIANT_EXACT;
}
