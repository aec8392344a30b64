/* SPDX-License-Identifier: MIT */
/*
 * Rows of a term that are one place: several sources have it, of one kind,
 * under one name, and within the reach that places of its size have.
 */
#include "resolve/duplicates.h"

#include "base/status.h"
#include "gazetteer/unite.h"

/* Whether `a` stands for both: the upper layer, then what more is known of. */
static bool is_better(const struct gmi_row *a, const struct gmi_row *b)
{
    if (a->layer != b->layer)
        return a->layer > b->layer;
    const unsigned marks = GMI_ROW_CANONICAL | GMI_ROW_GONE;
    if ((a->flags & marks) != (b->flags & marks))
        return (a->flags & GMI_ROW_CANONICAL) || (b->flags & GMI_ROW_GONE);
    if ((a->population > 0) != (b->population > 0))
        return a->population > 0;
    if (a->name_count != b->name_count)
        return a->name_count > b->name_count;
    return a->place < b->place;
}

/* What names led to either leads to the one that is kept. */
static void unite(struct gmi_row *row, struct gmi_row *gone)
{
    if (!is_better(row, gone)) {
        const struct gmi_row swapped = *row;
        *row = *gone;
        *gone = swapped;
    }
    const unsigned of_place =
        GMI_ROW_CANONICAL | GMI_ROW_GONE | GMI_ROW_HAS_POINT;
    if (gone->rule < row->rule) {
        row->rule = gone->rule;
        row->said = gone->said;
        row->flags = (uint16_t)((row->flags & of_place) |
                                (gone->flags & ~of_place));
    } else if (gone->rule == row->rule) {
        row->flags = (uint16_t)(row->flags | (gone->flags & ~of_place));
    }
    if (gone->population > row->population) {
        row->population = gone->population;
        row->log_population = gone->log_population;
    }
}

gm_status gmi_duplicates_unite(struct gmi_scene *scene, struct gmi_term *term,
                               gm_error *err)
{
    const size_t count = term->row_count;
    struct gmi_row *rows = scene->rows + term->first_row;
    const struct gmi_arena_mark mark = gmi_arena_mark(&scene->arena);
    struct gmi_united *items =
        gmi_arena_array(&scene->arena, count, sizeof *items);
    if (!items)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct gmi_united){.place = rows[i].place,
                                       .number = (uint32_t)i};
    gmi_unite(scene->gazetteer, items, count);
    for (size_t i = 0; i < count; i++)
        if (items[i].same != i)
            unite(&rows[items[i].same], &rows[i]);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (items[i].same == i)
            rows[kept++] = rows[i];
    term->row_count = kept;
    scene->row_count = term->first_row + kept;
    gmi_arena_rewind(&scene->arena, mark);
    return GM_OK;
}
