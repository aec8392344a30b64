/* SPDX-License-Identifier: MIT */
/* Which candidates an annotation makes right. */
#include "train/train_resolver_label.h"

#include <string.h>

static const double SAME_KM = 5, NEAREST_KM = 10, RIGHT_KM = 161;

double gmi_label_km(const struct gmi_scene *scene, size_t row,
                    const struct gmi_gold_place *gold)
{
    if (!(scene->rows[row].flags & GMI_ROW_HAS_POINT))
        return GMI_DISTANCE_MAX_KM;
    const struct gmi_vector here = {(double)scene->points.x[row],
                                    (double)scene->points.y[row],
                                    (double)scene->points.z[row]};
    return gmi_chord2_to_km(gmi_chord2(here, gmi_vector_of(gold->point)));
}

static bool has_id(const struct gmi_scene *scene, size_t row, uint32_t id)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record = gmi_gazetteer_record(
        scene->gazetteer, scene->rows[row].place, &image);
    if (id == 0 || record->id != id ||
        (record->flags & GMI_PLACE_STRING_ID) ||
        record->source >= image->source_count)
        return false;
    return strcmp(gmi_image_string(image,
                                   image->sources[record->source].prefix),
                  "geonames") == 0;
}

/* How far corpora put the point of such an area from where we have it. */
static double tolerance_km(const struct gmi_row *row)
{
    if (row->type == GMI_TYPE_COUNTRY)
        return 1500;
    if (row->type == GMI_TYPE_REGION || row->type == GMI_TYPE_WATER)
        return row->rank == GMI_RANK_CONTINENT ? 2500 : 1000;
    return row->type == GMI_TYPE_ADMIN1 ? 500 : 0;
}

static size_t label_near(const struct gmi_scene *scene,
                         const struct gmi_term *term,
                         const struct gmi_gold_place *gold, double limit_km,
                         bool *is_right)
{
    size_t count = 0;
    for (size_t i = 0; i < term->row_count; i++) {
        is_right[i] = gmi_label_km(scene, term->first_row + i, gold) <= limit_km;
        count += is_right[i];
    }
    return count;
}

static size_t label_area(const struct gmi_scene *scene,
                         const struct gmi_term *term,
                         const struct gmi_gold_place *gold, bool *is_right)
{
    double least = GMI_DISTANCE_MAX_KM;
    size_t nearest = SIZE_MAX;
    for (size_t i = 0; i < term->row_count; i++) {
        const size_t row = term->first_row + i;
        const double km = gmi_label_km(scene, row, gold);
        if (km <= tolerance_km(&scene->rows[row]) && km < least) {
            least = km;
            nearest = i;
        }
    }
    if (nearest == SIZE_MAX)
        return 0;
    is_right[nearest] = true;
    return 1;
}

size_t gmi_label_rows(const struct gmi_scene *scene,
                      const struct gmi_term *term,
                      const struct gmi_gold_place *gold, bool *is_right)
{
    double nearest = GMI_DISTANCE_MAX_KM;
    bool has_gold = false;
    size_t count = label_near(scene, term, gold, SAME_KM, is_right);
    for (size_t i = 0; i < term->row_count; i++) {
        const size_t row = term->first_row + i;
        const double km = gmi_label_km(scene, row, gold);
        nearest = km < nearest ? km : nearest;
        if (has_id(scene, row, gold->geonames_id)) {
            has_gold = true;
            count += !is_right[i];
            is_right[i] = true;
        }
    }
    if (has_gold)
        return count;
    if (nearest <= RIGHT_KM)
        return label_near(scene, term, gold, nearest + NEAREST_KM, is_right);
    return label_area(scene, term, gold, is_right);
}
