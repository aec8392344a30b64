/* SPDX-License-Identifier: MIT */
/* The term's other rows, and the document as a whole. */
#include "resolve/fast.h"
#include "resolve/features.h"

/* 25 km as the square of a chord. */
static const float TWIN_CHORD2 = 1.5398e-5f;

enum { PER_ROW = 3 };

/*
 * More than the texts learned from have: in a book a name may stand thousands
 * of times, and no weight was learned for that.
 */
enum { OCCURRENCES_MAX = 32, TERMS_MAX = 256 };

static float log_up_to(size_t count, size_t most)
{
    return gmi_ln_fast((float)(count < most ? count : most));
}

static bool is_area(const struct gmi_row *row)
{
    return row->type >= GMI_TYPE_COUNTRY && row->type <= GMI_TYPE_ADMIN3;
}

/* Whether any of eight rows from `first` on is near a point. */
static bool is_any_near(const struct gmi_points *points, size_t first,
                        size_t at)
{
    const float *x = points->x + first, *y = points->y + first,
                *z = points->z + first;
    const float at_x = points->x[at], at_y = points->y[at],
                at_z = points->z[at];
    int near = 0;
    for (int i = 0; i < GMI_LANES; i++) {
        const float dx = x[i] - at_x, dy = y[i] - at_y, dz = z[i] - at_z;
        near |= dx * dx + dy * dy + dz * dz <= TWIN_CHORD2;
    }
    return near != 0;
}

static bool is_near(const struct gmi_points *points, size_t a, size_t b)
{
    const float dx = points->x[a] - points->x[b],
                dy = points->y[a] - points->y[b],
                dz = points->z[a] - points->z[b];
    return dx * dx + dy * dy + dz * dz <= TWIN_CHORD2;
}

static void compare_with_all(const struct gmi_scene *scene,
                             const struct gmi_term *term, size_t at,
                             float *out)
{
    const struct gmi_row *rows = scene->rows;
    const size_t end = term->first_row + term->row_count;
    size_t near = 0;
    for (size_t i = term->first_row; i < end; i++) {
        /* There are names with thousands of rows, few of them neighbours. */
        if ((i - term->first_row) % GMI_LANES == 0 &&
            !is_any_near(&scene->points, i, at)) {
            i += GMI_LANES - 1;
            continue;
        }
        if (!is_near(&scene->points, i, at))
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
        compare_with_all(scene, term, term->first_row + i,
                         twins + PER_ROW * i);
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
    out[GMI_F_OCCURRENCES] =
        log_up_to(q->term->spot_count, OCCURRENCES_MAX);
    out[GMI_F_MAIN_COUNTRY] =
        row->country && row->country == q->facts->main_country;
    out[GMI_F_TERMS] = log_up_to(q->scene->term_count, TERMS_MAX) / 4;
}
