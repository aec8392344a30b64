/* SPDX-License-Identifier: MIT */
/* A town and the area of its name: which of them the caller would rather have. */
#include "resolve/prefer.h"

#include "gazetteer/variant_rule.h"

/* 25 km as the square of a chord. */
static const float TOGETHER_CHORD2 = 1.5398e-5f;

static bool is_area(const struct gmi_row *row)
{
    return row->type >= GMI_TYPE_COUNTRY && row->type <= GMI_TYPE_ADMIN3;
}

static bool is_kind(const struct gmi_row *row, gm_prefer prefer)
{
    return prefer == GM_PREFER_CITY ? row->type == GMI_TYPE_TOWN
                                    : is_area(row);
}

/* A district or county that lies around the town of its name. */
static bool holds(const struct gmi_row *area, const struct gmi_row *town)
{
    return (area->type == GMI_TYPE_ADMIN2 || area->type == GMI_TYPE_ADMIN3) &&
           area->self_area && area->self_area == town->admin2_area;
}

static bool are_close(const struct gmi_points *points, size_t a, size_t b)
{
    const float x = points->x[a] - points->x[b],
                y = points->y[a] - points->y[b],
                z = points->z[a] - points->z[b];
    return x * x + y * y + z * z <= TOGETHER_CHORD2;
}

static bool is_same_place(const struct gmi_scene *scene, size_t a, size_t b)
{
    const struct gmi_row *one = &scene->rows[a], *other = &scene->rows[b];
    if (holds(one, other) || holds(other, one))
        return true;
    return (one->flags & other->flags & GMI_ROW_HAS_POINT) &&
           are_close(&scene->points, a, b);
}

static bool tells_kind(const struct gmi_spot_facts *facts)
{
    return facts->type_inside || facts->type_after || facts->type_before;
}

uint32_t gmi_preferred_row(const struct gmi_question *q, uint32_t row,
                           const float *probabilities)
{
    const gm_prefer prefer = q->scene->resolver->prefer;
    const struct gmi_row *rows = q->scene->rows + q->term->first_row;
    const size_t first = q->term->first_row;
    if (prefer == GM_PREFER_NONE || is_kind(&rows[row], prefer) ||
        !(is_area(&rows[row]) || rows[row].type == GMI_TYPE_TOWN) ||
        tells_kind(q->spot_facts))
        return row;
    uint32_t best = row;
    for (uint32_t i = 0; i < q->term->row_count; i++) {
        if (!is_kind(&rows[i], prefer) || rows[i].rule > GMI_VARIANT_ADDED ||
            (rows[i].flags & GMI_ROW_GONE) ||
            !is_same_place(q->scene, first + row, first + i))
            continue;
        if (best == row || probabilities[i] > probabilities[best])
            best = i;
    }
    return best;
}
