/* SPDX-License-Identifier: MIT */
/* Annotated documents as the resolver learns from them. */
#include "train/train_resolver_data.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "resolve/judge.h"
#include "train/file_lines.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

/* Wrong rows that are learned from: the best ones by the hand's weights. */
enum { WRONG_ROWS_MAX = 60 };

static const double RIGHT_KM = 161;
static const float AGAIN_WEIGHT = 0.5f; /* with the first layer alone */

/* A document being learned from. */
struct lesson {
    struct gmi_resolver_data *data;
    const struct gmi_resolver_view *view;
    gm_document *doc;
    struct gmi_gold_place *golds; /* of the mentions, in any order */
    size_t gold_count;
    float weight;
    uint16_t corpus;
    uint8_t fold;
    bool is_made_up, is_again;
};

void gmi_resolver_data_release(struct gmi_resolver_data *data)
{
    gmi_release(data->examples);
    gmi_release(data->vectors);
    gmi_release(data->marks);
    gmi_release(data->points.x);
    gmi_release(data->points.y);
    gmi_release(data->points.z);
    *data = (struct gmi_resolver_data){0};
}

/* ---- Keeping rows ------------------------------------------------------ */

/* Room for one more. */
static bool reserve_row(struct gmi_resolver_data *data)
{
    struct gmi_points *points = &data->points;
    const size_t count = data->row_count;
    return gmi_reserve(&data->vectors, &data->vector_capacity, count,
                       GMI_FEATURE_COUNT * sizeof *data->vectors) &&
           gmi_reserve(&data->marks, &data->mark_capacity, count,
                       sizeof *data->marks) &&
           gmi_reserve(&points->x, &data->point_capacity[0], count,
                       sizeof *points->x) &&
           gmi_reserve(&points->y, &data->point_capacity[1], count,
                       sizeof *points->y) &&
           gmi_reserve(&points->z, &data->point_capacity[2], count,
                       sizeof *points->z);
}

/* A row of the scene; without a scene, the null row. */
static gm_status keep_row(const struct lesson *lesson, const float *vector,
                          const struct gmi_scene *scene, size_t row,
                          uint8_t marks, gm_error *err)
{
    struct gmi_resolver_data *data = lesson->data;
    if (!reserve_row(data))
        return gmi_fail_memory(err);
    float *kept = data->vectors + data->row_count * GMI_FEATURE_COUNT;
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++)
        kept[i] = lesson->view->hides[i] ? 0 : vector[i];
    data->points.x[data->row_count] = scene ? scene->points.x[row] : 0;
    data->points.y[data->row_count] = scene ? scene->points.y[row] : 0;
    data->points.z[data->row_count] = scene ? scene->points.z[row] : 0;
    data->marks[data->row_count++] = marks;
    return GM_OK;
}

/* The score that only the WRONG_ROWS_MAX best wrong rows reach. */
static float threshold(const float *scores, const bool *is_right, size_t count)
{
    float best[WRONG_ROWS_MAX];
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_right[i])
            continue;
        if (kept == WRONG_ROWS_MAX && scores[i] <= best[kept - 1])
            continue;
        size_t slot = kept < WRONG_ROWS_MAX ? kept++ : kept - 1;
        for (; slot > 0 && best[slot - 1] < scores[i]; slot--)
            best[slot] = best[slot - 1];
        best[slot] = scores[i];
    }
    return kept == WRONG_ROWS_MAX ? best[kept - 1] : -INFINITY;
}

static gm_status end_example(struct gmi_resolver_data *data, size_t first_row,
                             const struct lesson *lesson, gm_error *err)
{
    if (!gmi_reserve(&data->examples, &data->example_capacity,
                     data->example_count, sizeof *data->examples))
        return gmi_fail_memory(err);
    data->examples[data->example_count++] = (struct gmi_choice_example){
        .first_row = first_row,
        .row_count = (uint32_t)(data->row_count - first_row),
        .weight = (lesson->is_again ? AGAIN_WEIGHT : 1) * lesson->weight,
        .corpus = lesson->corpus,
        .fold = lesson->fold,
        .is_made_up = lesson->is_made_up,
        .is_again = lesson->is_again,
    };
    return GM_OK;
}

static gm_status keep_example(struct lesson *lesson,
                              const struct gmi_judge *judge,
                              const struct gmi_gold_place *gold,
                              bool *is_right, gm_error *err)
{
    struct gmi_resolver_data *data = lesson->data;
    const struct gmi_scene *scene = judge->question.scene;
    const struct gmi_term *term = judge->question.term;
    const size_t right = gmi_label_rows(scene, term, gold, is_right);
    const float least = threshold(judge->scores, is_right, term->row_count);
    const size_t first = data->row_count;
    gm_status status = GM_OK;
    for (size_t i = 0; i < term->row_count && !status; i++) {
        const double km = gmi_label_km(scene, term->first_row + i, gold);
        unsigned marks = is_right[i] ? GMI_ROW_RIGHT : 0;
        if (km < RIGHT_KM)
            marks |= GMI_ROW_NEAR;
        if (is_right[i] || judge->scores[i] >= least)
            status = keep_row(lesson, judge->vectors + i * GMI_FEATURE_COUNT,
                              scene, term->first_row + i, (uint8_t)marks, err);
    }
    if (!status)
        status = keep_row(lesson, judge->none_vector, NULL, 0,
                          right ? 0 : GMI_ROW_RIGHT, err);
    return status ? status : end_example(data, first, lesson, err);
}

/* A mention without candidates: nothing to learn, but it counts. */
static gm_status keep_empty(struct lesson *lesson, gm_error *err)
{
    static const float nothing[GMI_FEATURE_COUNT];
    const size_t first = lesson->data->row_count;
    const gm_status status =
        keep_row(lesson, nothing, NULL, 0, GMI_ROW_RIGHT, err);
    return status ? status : end_example(lesson->data, first, lesson, err);
}

/* ---- Documents --------------------------------------------------------- */

static gm_status learn_spot(struct lesson *lesson, struct gmi_judge *judge,
                            uint32_t spot, gm_error *err)
{
    struct gmi_scene *scene = judge->question.scene;
    const struct gmi_term *term = judge->question.term;
    const gm_mention *mention =
        &lesson->doc->mentions[scene->spots[spot].mention];
    bool *is_right = gmi_arena_array(&scene->arena, term->row_count, 1);
    if (!is_right)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < lesson->gold_count; i++) {
        const struct gmi_gold_place *gold = &lesson->golds[i];
        if (gold->start != mention->start || gold->end != mention->end)
            continue;
        if (term->row_count == 0)
            return keep_empty(lesson, err);
        gmi_judge_spot(judge, spot);
        return keep_example(lesson, judge, gold, is_right, err);
    }
    return GM_OK;
}

static gm_status learn_term(struct lesson *lesson, struct gmi_scene *scene,
                            struct gmi_term *term, gm_error *err)
{
    struct gmi_judge judge;
    const struct gmi_arena_mark mark = gmi_arena_mark(&scene->arena);
    gm_status status = gmi_judge_term(&judge, scene, term, err);
    uint32_t at = term->first_spot;
    for (; at != GMI_NONE && !status; at = scene->spots[at].next)
        if (scene->spots[at].mention != GMI_NONE)
            status = learn_spot(lesson, &judge, at, err);
    gmi_arena_rewind(&scene->arena, mark);
    return status;
}

static gm_status learn_scene(struct lesson *lesson, gm_error *err)
{
    struct gmi_resolver resolver = lesson->is_again ? *lesson->view->again
                                                    : *lesson->view->resolver;
    struct gmi_scene scene;
    resolver.ranker = NULL;
    gm_status status = gmi_scene_init(&scene, &resolver, lesson->doc, err);
    if (!status)
        status = gmi_scene_hear(&scene, err);
    for (size_t i = 0; i < scene.term_count && !status; i++)
        if (!scene.terms[i].is_context)
            status = learn_term(lesson, &scene, &scene.terms[i], err);
    gmi_scene_release(&scene);
    return status;
}

/*
 * How many documents are also told where they are from, and how many of these
 * are told wrong: what is to be learned is a hint, not a fact.
 */
static const double HOMES = 0.4, WRONG_HOMES = 0.15;

/* A place of the document, or of the one before; false: none this time. */
static bool make_up_home(struct lesson *lesson)
{
    struct gmi_resolver_data *data = lesson->data;
    const double dice = gmi_random_unit(&data->seed);
    const uint64_t pick = gmi_random_next(&data->seed);
    if (lesson->gold_count == 0)
        return false;
    const struct gmi_gold_place own =
        lesson->golds[pick % lesson->gold_count];
    const bool is_wrong = dice < HOMES * WRONG_HOMES && data->has_last_place;
    const struct gmi_gold_place home = is_wrong ? data->last_place : own;
    data->last_place = own;
    data->has_last_place = true;
    if (dice >= HOMES)
        return false;
    gm_error ignored;
    const bool has_country = home.country[0] != '\0';
    if (!has_country || (pick >> 32 & 1))
        gm_document_set_near(lesson->doc, home.point.longitude,
                             home.point.latitude, 0, &ignored);
    if (has_country && (pick >> 33 & 3))
        gm_document_add_country(lesson->doc, home.country, &ignored);
    return true;
}

static gm_status learn_document(struct lesson *lesson, gm_error *err)
{
    gmi_document_sort(lesson->doc);
    gm_status status =
        gmi_recognize(lesson->view->recognizer, lesson->doc, err);
    lesson->is_made_up = false;
    if (!status)
        status = learn_scene(lesson, err);
    lesson->is_again = true;
    if (!status && lesson->view->again)
        status = learn_scene(lesson, err);
    lesson->is_again = false;
    lesson->is_made_up = make_up_home(lesson);
    if (!status && lesson->is_made_up)
        status = learn_scene(lesson, err);
    return status;
}

/* ---- JSON -------------------------------------------------------------- */

static gm_status add_toponym(struct lesson *lesson, const json_t *toponym,
                             gm_error *err)
{
    const json_t *lat = json_object_get(toponym, "lat");
    const json_t *lon = json_object_get(toponym, "lon");
    const json_t *id = json_object_get(toponym, "geonameid");
    const json_int_t start =
        json_integer_value(json_object_get(toponym, "start"));
    const json_int_t end = json_integer_value(json_object_get(toponym, "end"));
    if (!json_is_number(lat) || !json_is_number(lon))
        return GM_OK;
    if (start < 0 || end <= start)
        return gmi_fail(err, GM_ERR_SYNTAX,
                        "a toponym without start and end");
    struct gmi_gold_place *gold = &lesson->golds[lesson->gold_count];
    *gold = (struct gmi_gold_place){
        .start = (size_t)start,
        .end = (size_t)end,
        .point = {json_number_value(lon), json_number_value(lat)},
        .geonames_id = (uint32_t)json_integer_value(id),
    };
    const char *country =
        json_string_value(json_object_get(toponym, "country"));
    if (country && strlen(country) == 2)
        memcpy(gold->country, country, 3);
    if (!gmi_point_is_valid(gold->point))
        return gmi_fail(err, GM_ERR_SYNTAX, "a toponym beyond the earth");
    lesson->gold_count++;
    return gm_document_add_mention(lesson->doc, gold->start, gold->end, err);
}

/* The number of a corpus' name; what comes after the last place shares it. */
static uint16_t corpus_of(struct gmi_resolver_data *data, const char *name)
{
    size_t i = 0;
    while (i < data->corpus_count &&
           strncmp(data->corpora[i], name, sizeof data->corpora[i] - 1) != 0)
        i++;
    if (i == data->corpus_count && i < GMI_CORPORA_MAX) {
        strncpy(data->corpora[i], name, sizeof data->corpora[i] - 1);
        data->corpus_count++;
    }
    return (uint16_t)(i < GMI_CORPORA_MAX ? i : GMI_CORPORA_MAX - 1);
}

static uint8_t fold_of(const json_t *object)
{
    const json_t *fold = json_object_get(object, "fold");
    const char *id = json_string_value(json_object_get(object, "id"));
    if (json_is_integer(fold))
        return (uint8_t)((uint64_t)json_integer_value(fold) % GMI_FOLDS);
    uint64_t hash = 0;
    for (; id && *id; id++)
        hash = gmi_mix(hash + (unsigned char)*id);
    return (uint8_t)(hash % GMI_FOLDS);
}

static void describe(struct lesson *lesson, const json_t *object)
{
    const json_t *weight = json_object_get(object, "weight");
    const char *corpus = json_string_value(json_object_get(object, "corpus"));
    lesson->weight =
        json_is_number(weight) ? (float)json_number_value(weight) : 1;
    lesson->corpus = corpus_of(lesson->data, corpus ? corpus : "");
    lesson->fold = fold_of(object);
}

static gm_status fill(struct lesson *lesson, const json_t *object,
                      gm_error *err)
{
    const json_t *text = json_object_get(object, "text");
    const json_t *toponyms = json_object_get(object, "toponyms");
    if (!json_is_string(text))
        return gmi_fail(err, GM_ERR_SYNTAX, "no string \"text\"");
    describe(lesson, object);
    gm_status status = gm_document_set_text(
        lesson->doc, "", json_string_value(text), json_string_length(text),
        err);
    const size_t count = json_array_size(toponyms);
    lesson->golds = gmi_alloc_zeroed(count + 1, sizeof *lesson->golds);
    if (!status && !lesson->golds)
        status = gmi_fail_memory(err);
    if (!status)
        gm_document_set_given(lesson->doc);
    for (size_t i = 0; i < count && !status; i++)
        status = add_toponym(lesson, json_array_get(toponyms, i), err);
    return status ? status : gmi_document_split(lesson->doc, err);
}

static gm_status read_line(struct lesson *lesson, const char *line,
                           size_t length, gm_error *err)
{
    json_error_t why;
    json_t *object = json_loadb(line, length, JSON_ALLOW_NUL, &why);
    if (!object)
        return gmi_fail(err, GM_ERR_SYNTAX, "bad JSON: %s", why.text);
    const char *split = json_string_value(json_object_get(object, "split"));
    const char *wanted = lesson->view->split;
    gm_status status = GM_OK;
    lesson->golds = NULL;
    lesson->gold_count = 0;
    if (!wanted || (split && strcmp(split, wanted) == 0)) {
        status = fill(lesson, object, err);
        if (!status)
            status = learn_document(lesson, err);
    }
    gmi_release(lesson->golds);
    json_decref(object);
    return status;
}

gm_status gmi_resolver_data_read(struct gmi_resolver_data *data,
                                 const struct gmi_resolver_view *view,
                                 const char *path, gm_error *err)
{
    struct lesson lesson = {.data = data, .view = view};
    struct gmi_file_lines lines;
    gm_status status = gm_document_create(&lesson.doc, err);
    if (status)
        return status;
    status = gmi_file_lines_open(&lines, path, err);
    if (status) {
        gm_document_free(lesson.doc);
        return status;
    }
    char *line;
    size_t length;
    while (!status && (line = gmi_file_lines_next(&lines, &length))) {
        gm_error why;
        if (length == 0)
            continue;
        status = read_line(&lesson, line, length, &why);
        if (status)
            gmi_file_lines_fail(&lines, &why, err);
    }
    gmi_file_lines_close(&lines);
    gm_document_free(lesson.doc);
    return status;
}
