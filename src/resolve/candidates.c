/* SPDX-License-Identifier: MIT */
/* The places that each term may mean. */
#include "resolve/candidates.h"

#include "base/buffer.h"
#include "base/status.h"
#include "gazetteer/variant.h"
#include "resolve/area.h"
#include "resolve/duplicates.h"

#include <string.h>
#include <strings.h>

/* One term whose candidates are being collected. */
struct collector {
    struct gmi_scene *scene;
    struct gmi_term *term;
    const struct gmi_variant *variant;
};

/* ---- Names ------------------------------------------------------------- */

/* "LA", "YVN", "U.S.": capitals only, and few of them. */
static bool is_code(const char *text)
{
    size_t letters = 0;
    for (; *text; text++) {
        if (*text == '.' || *text == ' ')
            continue;
        if (*text < 'A' || *text > 'Z')
            return false;
        letters++;
    }
    return letters <= 4;
}

static bool is_local(const struct collector *c, const struct gmi_hit *hit)
{
    const struct gmi_name_record name = {.language = hit->language};
    const char *language = gmi_image_language(
        &c->scene->gazetteer->images[hit->layer], &name);
    return c->scene->language[0] &&
           strncmp(language, c->scene->language, 3) == 0;
}

/*
 * A code is its place only in capitals, or where a text has none; and of names
 * that are guessed only those count that people would write here: no one
 * misspells what Amman was called of old.
 */
static bool is_taken(const struct collector *c, const struct gmi_hit *hit)
{
    if (c->variant->rule == GMI_VARIANT_GUESS && hit->kind != GM_NAME_MAIN &&
        !(hit->flags & (GMI_NAME_ENGLISH | GMI_NAME_IS_PREFERRED)) &&
        !is_local(c, hit))
        return false;
    if (c->term->is_upper || c->scene->text_case == GMI_TEXT_SMALL)
        return true;
    return !(hit->flags & GMI_NAME_IS_CODE) && !is_code(hit->text);
}

static uint16_t flags_of(const struct collector *c, const struct gmi_hit *hit)
{
    unsigned flags = 0;
    const bool is_demonym =
        hit->kind == GM_NAME_DEMONYM || hit->kind == GM_NAME_ADJECTIVE;
    flags |= is_demonym ? GMI_ROW_DEMONYM : GMI_ROW_PLAIN;
    flags |= hit->kind == GM_NAME_MAIN ? GMI_ROW_MAIN : 0;
    flags |= hit->kind == GM_NAME_ABBREVIATION ? GMI_ROW_ABBREVIATION : 0;
    flags |= hit->flags & GMI_NAME_ENGLISH ? GMI_ROW_ENGLISH : 0;
    flags |= hit->flags & GMI_NAME_IS_PREFERRED ? GMI_ROW_PREFERRED : 0;
    flags |= hit->flags & GMI_NAME_IS_HISTORIC ? GMI_ROW_HISTORIC : 0;
    flags |= hit->flags & GMI_NAME_NO_LANGUAGE ? GMI_ROW_NO_LANGUAGE : 0;
    flags |= hit->flags & GMI_NAME_IS_CODE ? GMI_ROW_CODE : 0;
    flags |= is_local(c, hit) ? GMI_ROW_LOCAL : 0;
    if (strlen(hit->text) == c->term->length &&
        strncasecmp(hit->text, c->term->text, c->term->length) == 0)
        flags |= GMI_ROW_LETTERS;
    return (uint16_t)flags;
}

/* ---- Rows -------------------------------------------------------------- */

static uint8_t layer_of(const struct gmi_scene *scene, uint32_t place)
{
    size_t layer = 0;
    while (layer + 1 < scene->gazetteer->count &&
           place >= scene->gazetteer->bases[layer + 1])
        layer++;
    return (uint8_t)layer;
}

/* The term's row of a place; a new one has place and rule only. */
static struct gmi_row *row_of(struct collector *c, const struct gmi_hit *hit)
{
    struct gmi_scene *scene = c->scene;
    if (!gmi_reserve(&scene->rows, &scene->row_capacity, scene->row_count,
                     sizeof *scene->rows))
        return NULL;
    const uint32_t place = gmi_topmost(scene, hit->place);
    bool is_new;
    const uint32_t *found =
        gmi_index_put(&scene->place_index, place, (uint32_t)scene->row_count,
                      &is_new);
    if (!found)
        return NULL;
    struct gmi_row *row = &scene->rows[*found];
    if (is_new) {
        *row = (struct gmi_row){.place = place,
                                .rule = GMI_VARIANT_RULE_COUNT,
                                .layer = layer_of(scene, place)};
        scene->row_count++;
        c->term->row_count++;
    }
    return row;
}

static gm_status add_hit(struct collector *c, const struct gmi_hit *hit,
                         gm_error *err)
{
    struct gmi_row *row = row_of(c, hit);
    if (!row)
        return gmi_fail_memory(err);
    /* What a less trusted rule knows of the name adds nothing. */
    if (c->variant->rule > row->rule)
        return GM_OK;
    const uint16_t flags = flags_of(c, hit);
    row->flags = c->variant->rule < row->rule
                     ? flags
                     : (uint16_t)(row->flags | flags);
    row->rule = c->variant->rule;
    row->said = c->variant->type;
    const unsigned languages = 1u + (hit->language >> GMI_LANGUAGE_BITS);
    if (languages > row->languages)
        row->languages = (uint8_t)languages;
    return GM_OK;
}

static gm_status add_variant(struct collector *c, gm_error *err)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, c->scene->gazetteer, c->variant->key);
    while (gmi_hits_next(&hits, &hit)) {
        if (!is_taken(c, &hit))
            continue;
        const gm_status status = add_hit(c, &hit, err);
        if (status)
            return status;
    }
    return GM_OK;
}

/* ---- Terms ------------------------------------------------------------- */

/* Rows that speak for a context term: more would only be heard dimly. */
enum { CONTEXT_ROWS_MAX = 30 };

static bool is_only_foreign(const struct gmi_row *row)
{
    return !(row->flags & (GMI_ROW_MAIN | GMI_ROW_ENGLISH | GMI_ROW_LOCAL |
                           GMI_ROW_NO_LANGUAGE | GMI_ROW_ABBREVIATION |
                           GMI_ROW_PREFERRED));
}

/* Moves the best rows to the front, in no order, and forgets the rest. */
static void keep_best(struct gmi_scene *scene, struct gmi_term *term)
{
    struct gmi_row *rows = scene->rows + term->first_row;
    size_t kept = 0;
    for (size_t i = 0; i < term->row_count; i++)
        if (!is_only_foreign(&rows[i]))
            rows[kept++] = rows[i];
    if (kept > CONTEXT_ROWS_MAX) {
        for (size_t i = CONTEXT_ROWS_MAX; i < kept; i++) {
            size_t worst = 0;
            for (size_t j = 1; j < CONTEXT_ROWS_MAX; j++)
                if (rows[j].prior < rows[worst].prior)
                    worst = j;
            if (rows[i].prior > rows[worst].prior)
                rows[worst] = rows[i];
        }
        kept = CONTEXT_ROWS_MAX;
    }
    term->row_count = kept;
    scene->row_count = term->first_row + kept;
}

static gm_status find_rows(struct gmi_scene *scene, struct gmi_term *term,
                           gm_error *err)
{
    struct gmi_variants variants;
    struct collector c = {.scene = scene, .term = term};
    gmi_variants_find(scene->gazetteer, term->text, term->length,
                      scene->language, &variants);
    gmi_index_clear(&scene->place_index);
    term->first_row = scene->row_count;
    for (size_t i = 0; i < variants.count; i++) {
        c.variant = &variants.items[i];
        const gm_status status = add_variant(&c, err);
        if (status)
            return status;
    }
    for (size_t i = 0; i < term->row_count; i++)
        gmi_row_describe(scene, &scene->rows[term->first_row + i]);
    const gm_status status = gmi_duplicates_unite(scene, term, err);
    if (status)
        return status;
    term->best_prior = -100;
    for (size_t i = 0; i < term->row_count; i++) {
        struct gmi_row *row = &scene->rows[term->first_row + i];
        row->prior = gmi_row_prior(row);
        if (row->prior > term->best_prior)
            term->best_prior = row->prior;
    }
    if (term->is_context)
        keep_best(scene, term);
    return GM_OK;
}

static gm_status make_points(struct gmi_scene *scene, gm_error *err)
{
    const size_t size = scene->row_count + GMI_LANES;
    struct gmi_points *points = &scene->points;
    points->x = gmi_arena_array(&scene->arena, size, sizeof *points->x);
    points->y = gmi_arena_array(&scene->arena, size, sizeof *points->y);
    points->z = gmi_arena_array(&scene->arena, size, sizeof *points->z);
    if (!points->x || !points->y || !points->z)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < scene->row_count; i++) {
        struct gmi_row *row = &scene->rows[i];
        const struct gmi_place_record *record =
            gmi_gazetteer_record(scene->gazetteer, row->place, NULL);
        if (record->latitude == GMI_NO_POINT)
            continue; /* the centre of the earth is far from all places */
        row->flags |= GMI_ROW_HAS_POINT;
        const struct gmi_vector v = gmi_vector_of((struct gmi_point){
            record->longitude / 1e7, record->latitude / 1e7});
        points->x[i] = (float)v.x;
        points->y[i] = (float)v.y;
        points->z[i] = (float)v.z;
    }
    return GM_OK;
}

gm_status gmi_candidates_find(struct gmi_scene *scene, gm_error *err)
{
    for (size_t i = 0; i < scene->term_count; i++) {
        const gm_status status = find_rows(scene, &scene->terms[i], err);
        if (status)
            return status;
    }
    return make_points(scene, err);
}
