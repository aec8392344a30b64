/* SPDX-License-Identifier: MIT */
/*
 * Rows of a term that are one place: several sources have it, of one kind,
 * under one name, and within the reach that places of its size have.
 */
#include "resolve/duplicates.h"

#include "base/status.h"
#include "gazetteer/identity.h"

#include <stdlib.h>
#include <string.h>

/* A row that is compared, in the order of types and latitudes. */
struct compared {
    int32_t latitude; /* 1e-7 degrees */
    uint32_t row;     /* of the scene */
    uint64_t name;    /* key of its first name; 0: not asked yet */
    uint8_t type;
    bool is_gone;     /* counts with another one */
};

/* 5 km of latitude, in 1e-7 degrees: the reach of a town. */
enum { TOWN_REACH = 450000 };

static const struct gmi_place_record *
record_of(const struct gmi_scene *scene, uint32_t row,
          const struct gmi_image **image)
{
    return gmi_gazetteer_record(scene->gazetteer, scene->rows[row].place,
                                image);
}

static uint64_t name_of(const struct gmi_scene *scene, struct compared *c)
{
    if (c->name == 0) {
        const struct gmi_image *image;
        const struct gmi_place_record *record =
            record_of(scene, c->row, &image);
        const char *name = gmi_image_string(image, record->name);
        c->name = gmi_key_of(name, strlen(name), NULL);
    }
    return c->name;
}

static int compare(const void *a_item, const void *b_item)
{
    const struct compared *a = a_item, *b = b_item;
    if (a->type != b->type)
        return a->type < b->type ? -1 : 1;
    if (a->latitude != b->latitude)
        return a->latitude < b->latitude ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

/* Counties of one name lie side by side, in different states. */
static bool share_areas(const struct gmi_row *a, const struct gmi_row *b)
{
    if (a->type != GMI_TYPE_ADMIN2 && a->type != GMI_TYPE_ADMIN3)
        return true;
    return a->admin1_area == b->admin1_area || a->admin1_area == 0 ||
           b->admin1_area == 0;
}

static bool are_one(const struct gmi_scene *scene, struct compared *a,
                    struct compared *b)
{
    const struct gmi_row *a_row = &scene->rows[a->row],
                         *b_row = &scene->rows[b->row];
    return share_areas(a_row, b_row) &&
           gmi_gazetteer_is_twin(scene->gazetteer, a_row->place,
                                 b_row->place) &&
           name_of(scene, a) == name_of(scene, b);
}

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
static void unite(struct gmi_scene *scene, struct compared *kept,
                  struct compared *other)
{
    if (!is_better(&scene->rows[kept->row], &scene->rows[other->row])) {
        const struct compared swapped = *kept;
        *kept = *other;
        *other = swapped;
    }
    struct gmi_row *row = &scene->rows[kept->row];
    const struct gmi_row *gone = &scene->rows[other->row];
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
    other->is_gone = true;
}

static void find(struct gmi_scene *scene, struct compared *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count; j++) {
            if (items[j].type != items[i].type ||
                (items[i].type == GMI_TYPE_TOWN &&
                 items[j].latitude - items[i].latitude > TOWN_REACH))
                break;
            if (!items[i].is_gone && !items[j].is_gone &&
                are_one(scene, &items[i], &items[j]))
                unite(scene, &items[i], &items[j]);
        }
    }
}

static int compare_rows(const void *a_item, const void *b_item)
{
    const struct compared *a = a_item, *b = b_item;
    return a->row < b->row ? -1 : a->row > b->row;
}

gm_status gmi_duplicates_unite(struct gmi_scene *scene, struct gmi_term *term,
                               gm_error *err)
{
    const size_t count = term->row_count;
    const struct gmi_arena_mark mark = gmi_arena_mark(&scene->arena);
    struct compared *items =
        gmi_arena_array(&scene->arena, count, sizeof *items);
    if (!items)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        const uint32_t row = (uint32_t)(term->first_row + i);
        items[i].row = row;
        items[i].type = scene->rows[row].type;
        items[i].latitude = record_of(scene, row, NULL)->latitude;
    }
    if (count > 1) {
        qsort(items, count, sizeof *items, compare);
        find(scene, items, count);
        qsort(items, count, sizeof *items, compare_rows);
    }
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!items[i].is_gone)
            scene->rows[term->first_row + kept++] = scene->rows[items[i].row];
    term->row_count = kept;
    scene->row_count = term->first_row + kept;
    gmi_arena_rewind(&scene->arena, mark);
    return GM_OK;
}
