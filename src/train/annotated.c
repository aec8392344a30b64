/* SPDX-License-Identifier: MIT */
/* Annotated documents, read from JSON lines. */
#include "train/annotated.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "train/file_lines.h"

#include <jansson.h>
#include <string.h>
#include <strings.h>

/* The types of GeoWebNews and ReLocaR, by how they begin. */
static enum gmi_gold_use use_of(const char *type)
{
    static const struct {
        const char *type;
        enum gmi_gold_use use;
    } types[] = {
        {"literal_modifier", GMI_GOLD_ADJECTIVAL},
        {"non_literal_modifier", GMI_GOLD_ADJECTIVAL},
        {"literal", GMI_GOLD_LITERAL},
        {"coercion", GMI_GOLD_LITERAL},
        {"metonymic", GMI_GOLD_METONYMIC},
        {"mixed", GMI_GOLD_METONYMIC},
        {"embedded", GMI_GOLD_EMBEDDED},
        {"demonym", GMI_GOLD_ADJECTIVAL},
        {"language", GMI_GOLD_ADJECTIVAL},
        {"homonym", GMI_GOLD_OTHER},
    };
    for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
        if (strncasecmp(type, types[i].type, strlen(types[i].type)) == 0)
            return types[i].use;
    return GMI_GOLD_PLAIN;
}

static const char *string_of(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

static bool is_adjective(const json_t *toponym)
{
    const char *type = string_of(toponym, "type");
    const char *modifier = string_of(toponym, "modifier");
    return (type && (strcasecmp(type, "Demonym") == 0 ||
                     strcasecmp(type, "Language") == 0)) ||
           (modifier && strcasecmp(modifier, "Adjective") == 0);
}

static gm_status add_golds(struct gmi_annotated_document *item,
                           const json_t *toponyms, gm_error *err)
{
    const size_t count = json_array_size(toponyms);
    item->golds = gmi_alloc_zeroed(count + 1, sizeof *item->golds);
    if (!item->golds)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < count; i++) {
        const json_t *toponym = json_array_get(toponyms, i);
        const json_int_t start =
            json_integer_value(json_object_get(toponym, "start"));
        const json_int_t end =
            json_integer_value(json_object_get(toponym, "end"));
        if (start < 0 || end <= start)
            return gmi_fail(err, GM_ERR_SYNTAX,
                            "document '%.60s': a toponym without start and "
                            "end", item->doc->id);
        item->golds[item->gold_count++] = (struct gmi_gold){
            .start = (uint32_t)gmi_document_byte_at(item->doc, (size_t)start),
            .end = (uint32_t)gmi_document_byte_at(item->doc, (size_t)end),
            .use = (uint8_t)use_of(string_of(toponym, "type")),
            .is_adjective = is_adjective(toponym),
        };
    }
    return GM_OK;
}

static char *copy_of(const char *text)
{
    return gmi_copy_string(text ? text : "", text ? strlen(text) : 0);
}

static gm_status fill(struct gmi_annotated_document *item, const json_t *object,
                      gm_error *err)
{
    const json_t *text = json_object_get(object, "text");
    const char *id = string_of(object, "id");
    gm_status status = gm_document_create(&item->doc, err);
    if (status)
        return status;
    if (!json_is_string(text))
        return gmi_fail(err, GM_ERR_SYNTAX, "no string \"text\"");
    status = gm_document_set_text(item->doc, id ? id : "",
                                  json_string_value(text),
                                  json_string_length(text), err);
    if (!status)
        status = gmi_document_split(item->doc, err);
    item->corpus = copy_of(string_of(object, "corpus"));
    item->split = copy_of(string_of(object, "split"));
    item->fold = json_integer_value(json_object_get(object, "fold"));
    if (!status && (!item->corpus || !item->split))
        return gmi_fail_memory(err);
    return status ? status
                  : add_golds(item, json_object_get(object, "toponyms"), err);
}

static gm_status add_line(struct gmi_annotated *corpus, const char *line,
                          size_t length, gm_error *err)
{
    json_error_t why;
    json_t *object = json_loadb(line, length, JSON_ALLOW_NUL, &why);
    if (!object)
        return gmi_fail(err, GM_ERR_SYNTAX, "bad JSON (%s)", why.text);
    gm_status status = GM_OK;
    if (!gmi_reserve(&corpus->items, &corpus->capacity, corpus->count,
                     sizeof *corpus->items)) {
        status = gmi_fail_memory(err);
    } else {
        struct gmi_annotated_document *item = &corpus->items[corpus->count++];
        *item = (struct gmi_annotated_document){0};
        status = fill(item, object, err);
    }
    json_decref(object);
    return status;
}

gm_status gmi_annotated_read(struct gmi_annotated *corpus, const char *path,
                             bool is_partial, gm_error *err)
{
    const size_t before = corpus->count;
    struct gmi_file_lines lines;
    gm_status status = gmi_file_lines_open(&lines, path, err);
    if (status)
        return status;
    const char *line;
    size_t length;
    while (!status && (line = gmi_file_lines_next(&lines, &length))) {
        gm_error why;
        if (length > 0)
            status = add_line(corpus, line, length, &why);
        if (status)
            gmi_file_lines_fail(&lines, &why, err);
    }
    for (size_t i = before; i < corpus->count; i++)
        corpus->items[i].is_partial = is_partial;
    gmi_file_lines_close(&lines);
    return status;
}

void gmi_annotated_release(struct gmi_annotated *corpus)
{
    for (size_t i = 0; i < corpus->count; i++) {
        gm_document_free(corpus->items[i].doc);
        gmi_release(corpus->items[i].corpus);
        gmi_release(corpus->items[i].split);
        gmi_release(corpus->items[i].golds);
    }
    gmi_release(corpus->items);
    *corpus = (struct gmi_annotated){0};
}
