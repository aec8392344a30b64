/* SPDX-License-Identifier: MIT */
/* What a row is by itself, and how likely that makes it. */
#include "gazetteer/variant_rule.h"
#include "resolve/area.h"
#include "resolve/candidates.h"
#include "resolve/fast.h"

#include <string.h>

/* ---- Features codes ---------------------------------------------------- */

static enum gmi_rank rank_of(const char *feature)
{
    static const struct {
        const char *code;
        uint8_t rank;
    } table[] = {
        {"PPLC", GMI_RANK_NATION},  {"PPLG", GMI_RANK_NATION},
        {"PPLA2", GMI_RANK_ADMIN2}, {"PPLA3", GMI_RANK_LOWER},
        {"PPLA4", GMI_RANK_LOWER},  {"PPLA5", GMI_RANK_LOWER},
        {"PPLA", GMI_RANK_ADMIN1},  {"PPLX", GMI_RANK_PART},
        {"PPLL", GMI_RANK_HAMLET},  {"PPLF", GMI_RANK_HAMLET},
        {"PPLH", GMI_RANK_HAMLET},  {"PPLQ", GMI_RANK_HAMLET},
        {"PPLW", GMI_RANK_HAMLET},  {"PPLCH", GMI_RANK_HAMLET},
    };
    if (strcmp(feature, "L.CONT") == 0)
        return GMI_RANK_CONTINENT;
    if (feature[0] != 'P' || feature[1] != '.')
        return GMI_RANK_NONE;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(feature + 2, table[i].code) == 0)
            return (enum gmi_rank)table[i].rank;
    return GMI_RANK_NONE;
}

/* Codes of places that are no more end in H: ADM1H, PCLH, PPLH. */
static bool is_gone(const char *feature)
{
    const size_t length = strlen(feature);
    return (feature[0] == 'A' || feature[0] == 'P') && length > 4 &&
           feature[length - 1] == 'H' && strcmp(feature, "A.PRSH") != 0;
}

/* Of a feature code, packed: type, rank << 4, gone << 7. 0: not asked yet. */
static uint8_t feature_facts(struct gmi_scene *scene, const struct gmi_row *row,
                             const struct gmi_image *image,
                             const struct gmi_place_record *record)
{
    uint8_t **known = &scene->features[row->layer];
    if (!*known)
        *known = gmi_arena_array(&scene->arena, image->feature_count + 1, 1);
    const size_t index = record->feature < image->feature_count
                             ? record->feature
                             : image->feature_count;
    if (*known && (*known)[index])
        return (*known)[index];
    const char *feature = gmi_image_feature(image, record);
    const unsigned facts = (unsigned)gmi_type_of_feature(feature) |
                           (unsigned)rank_of(feature) << 4 |
                           (is_gone(feature) ? 0x80u : 0);
    if (*known)
        (*known)[index] = (uint8_t)facts;
    return (uint8_t)facts;
}

_Static_assert(GMI_TYPE_COUNT <= 16 && GMI_RANK_CONTINENT < 8,
               "what is known of a feature code fits a byte");

/* ---- Rows -------------------------------------------------------------- */

static size_t name_count(const struct gmi_image *image,
                         const struct gmi_place_record *record)
{
    size_t first;
    return gmi_image_names_of(image, (uint32_t)(record - image->places),
                              &first);
}

static void set_areas(struct gmi_scene *scene, struct gmi_row *row,
                      const struct gmi_place_record *record)
{
    const gm_gazetteer *gazetteer = scene->gazetteer;
    row->country_area = gmi_area_of_country(scene, record->country);
    row->admin1_area = gmi_area_of_place(
        scene, gmi_gazetteer_global(gazetteer, row->layer, record->admin1));
    row->admin2_area = gmi_area_of_place(
        scene, gmi_gazetteer_global(gazetteer, row->layer, record->admin2));
    if (row->type >= GMI_TYPE_COUNTRY && row->type <= GMI_TYPE_ADMIN2)
        row->self_area = gmi_area_of_place(scene, row->place);
}

void gmi_row_describe(struct gmi_scene *scene, struct gmi_row *row)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(scene->gazetteer, row->place, &image);
    const uint8_t facts = feature_facts(scene, row, image, record);
    row->type = facts & 0x0f;
    row->rank = facts >> 4 & 0x07;
    row->flags |= facts & 0x80 ? GMI_ROW_GONE : 0;
    row->flags |= record->flags & GMI_PLACE_CANONICAL ? GMI_ROW_CANONICAL : 0;
    row->population = record->population;
    row->log_population =
        gmi_log2_fast(1 + (float)record->population) * 0.30103f;
    row->country = record->country;
    const size_t names = name_count(image, record);
    row->name_count = (uint16_t)(names < UINT16_MAX ? names : UINT16_MAX);
    set_areas(scene, row, record);
}

/*
 * Areas often come without people: what most of their kind have stands in, as
 * long as the tables of codes name them.
 */
static float imputed_log_population(const struct gmi_row *row)
{
    if (row->population > 0 || !(row->flags & GMI_ROW_CANONICAL))
        return row->log_population;
    if (row->type == GMI_TYPE_COUNTRY)
        return 6.5f;
    return row->type == GMI_TYPE_ADMIN1 ? 5.8f : row->log_population;
}

static float type_prior(const struct gmi_row *row)
{
    switch (row->type) {
    case GMI_TYPE_COUNTRY:
        return 3;
    case GMI_TYPE_ADMIN1:
        return 1.5f;
    case GMI_TYPE_ADMIN2:
        return -0.3f;
    case GMI_TYPE_ADMIN3:
        return -1;
    case GMI_TYPE_REGION:
        return row->rank == GMI_RANK_CONTINENT ? 3 : 0.5f;
    default:
        break;
    }
    if (row->rank == GMI_RANK_NATION)
        return 1;
    return row->rank == GMI_RANK_PART ? -0.5f : 0;
}

static float rule_prior(const struct gmi_row *row)
{
    switch (row->rule) {
    case GMI_VARIANT_INFLECTED:
        return -0.5f;
    case GMI_VARIANT_STRIPPED:
    case GMI_VARIANT_ADDED:
        return -2;
    case GMI_VARIANT_LATIN:
    case GMI_VARIANT_PART:
    case GMI_VARIANT_GUESS:
        return -1;
    default:
        return 0;
    }
}

float gmi_row_prior(const struct gmi_row *row)
{
    float prior = imputed_log_population(row) +
                  0.25f * gmi_log2_fast(1 + (float)row->name_count) +
                  type_prior(row) + rule_prior(row);
    if (row->flags & GMI_ROW_MAIN)
        prior += 2;
    else if (row->flags &
             (GMI_ROW_ENGLISH | GMI_ROW_PREFERRED | GMI_ROW_LOCAL))
        prior += 1;
    if (row->flags & (GMI_ROW_ABBREVIATION | GMI_ROW_DEMONYM))
        prior += row->flags & GMI_ROW_CODE ? 0 : 3;
    return row->flags & GMI_ROW_GONE ? prior - 1.5f : prior;
}
