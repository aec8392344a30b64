/* SPDX-License-Identifier: MIT */
/* The term's other rows, and the document as a whole. */
#include "resolve/fast.h"
#include "resolve/features.h"

/* 25 km as the square of a chord. */
static const float TWIN_CHORD2 = 1.5398e-5f;

enum { PER_ROW = 3 };

static bool is_area(const struct gmi_row *row)
{
    return row->type >= GMI_TYPE_COUNTRY && row->type <= GMI_TYPE_ADMIN3;
}

static void compare_with_all(const struct gmi_scene *scene,
                             const struct gmi_term *term, size_t at,
                             float *out)
{
    const struct gmi_row *rows = scene->rows + term->first_row;
    const float *x = scene->points.x + term->first_row,
                *y = scene->points.y + term->first_row,
                *z = scene->points.z + term->first_row;
    size_t near = 0;
    for (size_t i = 0; i < term->row_count; i++) {
        const float dx = x[i] - x[at], dy = y[i] - y[at], dz = z[i] - z[at];
        if (dx * dx + dy * dy + dz * dz > TWIN_CHORD2)
            continue;
        near++;
        if (rows[at].type == GMI_TYPE_TOWN && is_area(&rows[i]))
            out[0] = 1;
        if (is_area(&rows[at]) && rows[i].type == GMI_TYPE_TOWN)
            out[1] = 1;
    }
    out[2] = gmi_ln_fast((float)near);
}

float *gmi_twins_find(struct gmi_scene *scene, const struct gmi_term *term)
{
    float *twins = gmi_arena_array(&scene->arena, term->row_count,
                                   PER_ROW * sizeof *twins);
    for (size_t i = 0; twins && i < term->row_count; i++)
        compare_with_all(scene, term, i, twins + PER_ROW * i);
    return twins;
}

void gmi_feature_document(const struct gmi_question *q,
                          const struct gmi_row *row, float *out)
{
    const size_t at =
        (size_t)(row - (q->scene->rows + q->term->first_row));
    const float *twins = q->twins + PER_ROW * at;
    out[GMI_F_ADMIN_TWIN] = twins[0];
    out[GMI_F_TOWN_TWIN] = twins[1];
    out[GMI_F_ROWS_NEAR] = twins[2];
    out[GMI_F_OCCURRENCES] = gmi_ln_fast((float)q->term->spot_count);
    out[GMI_F_MAIN_COUNTRY] =
        row->country && row->country == q->facts->main_country;
    out[GMI_F_TERMS] = gmi_ln_fast((float)q->scene->term_count) / 4;
}
