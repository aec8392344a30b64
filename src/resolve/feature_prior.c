/* SPDX-License-Identifier: MIT */
/* What the place is by itself. */
#include "resolve/fast.h"
#include "resolve/features.h"
#include "gazetteer/languages.h"

#include <stdlib.h>

static float scaled_log(unsigned count)
{
    return gmi_ln_fast(1 + (float)count) / 5;
}

static void put_type(const struct gmi_row *row, float *out)
{
    static const uint8_t feature_of[GMI_TYPE_COUNT] = {
        [GMI_TYPE_NONE] = GMI_F_IS_OTHER,
        [GMI_TYPE_COUNTRY] = GMI_F_IS_COUNTRY,
        [GMI_TYPE_ADMIN1] = GMI_F_IS_ADMIN1,
        [GMI_TYPE_ADMIN2] = GMI_F_IS_ADMIN2,
        [GMI_TYPE_ADMIN3] = GMI_F_IS_ADMIN3,
        [GMI_TYPE_TOWN] = GMI_F_IS_TOWN,
        [GMI_TYPE_REGION] = GMI_F_IS_REGION,
        [GMI_TYPE_WATER] = GMI_F_IS_WATER,
        [GMI_TYPE_ISLAND] = GMI_F_IS_ISLAND,
        [GMI_TYPE_MOUNTAIN] = GMI_F_IS_MOUNTAIN,
        [GMI_TYPE_FACILITY] = GMI_F_IS_FACILITY,
        [GMI_TYPE_OTHER] = GMI_F_IS_OTHER,
    };
    out[feature_of[row->type]] = 1;
    if (row->rank == GMI_RANK_CONTINENT) {
        out[GMI_F_IS_REGION] = 0;
        out[GMI_F_IS_CONTINENT] = 1;
    }
    out[GMI_F_IS_CAPITAL] = row->rank == GMI_RANK_NATION;
    out[GMI_F_IS_SEAT1] = row->rank == GMI_RANK_ADMIN1;
    out[GMI_F_IS_SEAT2] = row->rank == GMI_RANK_ADMIN2  ? 1
                          : row->rank == GMI_RANK_LOWER ? 0.5f
                                                        : 0;
    out[GMI_F_IS_PART] = row->rank == GMI_RANK_PART;
    out[GMI_F_IS_HAMLET] = row->rank == GMI_RANK_HAMLET;
}

static int compare_floats(const void *a_item, const void *b_item)
{
    const float a = *(const float *)a_item, b = *(const float *)b_item;
    return (a > b) - (a < b);
}

/* How many of the sorted numbers are greater. */
static size_t count_above(const float *sorted, size_t count, float number)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (sorted[middle] > number)
            high = middle;
        else
            low = middle + 1;
    }
    return count - low;
}

float *gmi_prior_ranks_find(struct gmi_scene *scene,
                            const struct gmi_term *term)
{
    const struct gmi_row *rows = scene->rows + term->first_row;
    const size_t count = term->row_count;
    float *ranks =
        gmi_arena_alloc(&scene->arena, 2 * count * sizeof *ranks);
    if (!ranks)
        return NULL;
    float *sorted = ranks + count;
    for (size_t i = 0; i < count; i++)
        sorted[i] = rows[i].prior;
    qsort(sorted, count, sizeof *sorted, compare_floats);
    for (size_t i = 0; i < count; i++)
        ranks[i] =
            1 / (1 + (float)count_above(sorted, count, rows[i].prior));
    return ranks;
}

void gmi_feature_prior(const struct gmi_question *q,
                       const struct gmi_row *row, float *out)
{
    const struct gmi_term_facts *facts = q->facts;
    const struct gmi_area *country = &q->scene->areas[row->country_area];
    out[GMI_F_LOG_POPULATION] = row->log_population / 8;
    out[GMI_F_HAS_POPULATION] = row->population > 0;
    out[GMI_F_POPULATION_BEHIND] =
        (row->log_population - facts->best_log_population) / 8;
    out[GMI_F_IS_LARGEST] = row->population > 0 &&
                            row->log_population >=
                                facts->best_log_population;
    out[GMI_F_NAMES] = scaled_log(row->name_count);
    out[GMI_F_LANGUAGES] = scaled_log(row->languages);
    out[GMI_F_NAMES_BEHIND] =
        scaled_log(row->name_count) - facts->best_names;
    /* Against another of the name: "Чехословакии" is nothing else. */
    out[GMI_F_IS_GONE] =
        (row->flags & GMI_ROW_GONE) && q->term->row_count > 1;
    put_type(row, out);
    out[GMI_F_COUNTRY_POPULATION] = country->log_population / 9;
    out[GMI_F_SPEAKS_LANGUAGE] =
        gmi_country_speaks(row->country, q->scene->language);
    out[GMI_F_PRIOR_BEHIND] = (row->prior - facts->best_prior) / 5;
    out[GMI_F_PRIOR_RANK] =
        q->prior_ranks[row - (q->scene->rows + q->term->first_row)];
    out[GMI_F_IS_CANONICAL] = (row->flags & GMI_ROW_CANONICAL) != 0;
}
