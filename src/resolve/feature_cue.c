/* SPDX-License-Identifier: MIT */
/* The words in and beside the mention. */
#include "resolve/features.h"

static float agreement(uint8_t said, const struct gmi_row *row)
{
    return (float)gmi_type_agreement((enum gmi_type)said,
                                     (enum gmi_type)row->type);
}

static bool can_act(const struct gmi_row *row)
{
    return row->type == GMI_TYPE_COUNTRY || row->type == GMI_TYPE_ADMIN1 ||
           row->rank == GMI_RANK_NATION;
}

void gmi_feature_cue(const struct gmi_question *q, const struct gmi_row *row,
                     float *out)
{
    const struct gmi_spot_facts *facts = q->spot_facts;
    out[GMI_F_TYPE_INSIDE] = agreement(facts->type_inside, row);
    out[GMI_F_TYPE_AFTER] = agreement(facts->type_after, row);
    out[GMI_F_TYPE_BEFORE] = agreement(facts->type_before, row);
    out[GMI_F_TYPE_ANYWHERE] = agreement(q->term->said, row);
    out[GMI_F_HAS_TYPE] = facts->type_inside || facts->type_after ||
                          facts->type_before;
    out[GMI_F_IS_CAPITALS] = facts->is_capitals;
    out[GMI_F_WORDS] = (float)facts->words / 4;
    out[GMI_F_PREPOSITION] = facts->has_preposition;
    out[GMI_F_DATELINE] = facts->is_dateline;
    out[GMI_F_IS_EARLY] = facts->is_early;
    const bool is_adjectival = facts->use == GM_USE_ADJECTIVAL;
    const bool is_demonym = row->flags & GMI_ROW_DEMONYM;
    out[GMI_F_ADJECTIVE_MATCH] = is_adjectival && is_demonym;
    out[GMI_F_ADJECTIVE_MISS] = is_adjectival && !is_demonym;
    out[GMI_F_LITERAL_DEMONYM] =
        !is_adjectival && is_demonym && !(row->flags & GMI_ROW_PLAIN);
    out[GMI_F_METONYM_STATE] =
        facts->use == GM_USE_METONYMIC && can_act(row);
}
