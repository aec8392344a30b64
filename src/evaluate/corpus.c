/* SPDX-License-Identifier: MIT */
/* The documents of an evaluation: what gold and found mentions share. */
#include "evaluate/corpus.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

gm_status gmi_corpus_init(struct gmi_corpus *corpus, gm_error *err)
{
    *corpus = (struct gmi_corpus){0};
    return gm_document_create(&corpus->scratch, err);
}

void gmi_corpus_release(struct gmi_corpus *corpus)
{
    for (size_t i = 0; i < corpus->count; i++) {
        gmi_release(corpus->samples[i].gold.items);
        gmi_release(corpus->samples[i].found.items);
    }
    gmi_release(corpus->samples);
    gmi_ids_release(&corpus->known);
    gmi_ids_release(&corpus->unknown);
    gmi_buffer_release(&corpus->key);
    gm_document_free(corpus->scratch);
    gmi_arena_release(&corpus->arena);
    *corpus = (struct gmi_corpus){0};
}

const char *gmi_corpus_copy(struct gmi_corpus *corpus, const char *text)
{
    return text ? gmi_arena_string(&corpus->arena, text, strlen(text)) : NULL;
}

/* ---- Spans -------------------------------------------------------------- */

static bool read_offset(const json_t *object, const char *name, uint32_t *out)
{
    const json_t *value = json_object_get(object, name);
    const json_int_t offset = json_integer_value(value);
    *out = (uint32_t)offset;
    return json_is_integer(value) && offset >= 0 && offset <= UINT32_MAX;
}

/* `name`, or `other` where there is no such member. */
static const json_t *either(const json_t *object, const char *name,
                            const char *other)
{
    const json_t *value = json_object_get(object, name);
    return value ? value : json_object_get(object, other);
}

/* 0 for what is no number above 0. */
static int64_t read_geonameid(const json_t *object)
{
    static const char prefix[] = "geonames:";
    const json_t *value = gmi_member(object, "geonameid");
    const char *digits = json_string_value(value);
    const double real = json_is_real(value) ? json_real_value(value) : 0;
    if (json_is_integer(value) && json_integer_value(value) != 0)
        return json_integer_value(value);
    if (fabs(real) >= 1 && fabs(real) < 9e15)
        return (int64_t)real;
    if (!digits || !*digits) {
        const char *place = gmi_member_string(object, "place");
        const char *at = place ? strstr(place, prefix) : NULL;
        digits = at ? at + sizeof prefix - 1 : "";
    }
    return strtoll(digits, NULL, 10);
}

const char *gmi_span_parse(const json_t *object, struct gmi_span *out)
{
    *out = (struct gmi_span){.use = -1};
    if (!json_is_object(object) || !read_offset(object, "start", &out->start) ||
        !read_offset(object, "end", &out->end))
        return "a mention without \"start\" and \"end\"";
    const json_t *phrase = either(object, "phrase", "mention");
    const json_t *latitude = either(object, "lat", "latitude");
    const json_t *longitude = either(object, "lon", "longitude");
    out->phrase = json_string_value(phrase);
    out->has_point = json_is_number(latitude) && json_is_number(longitude);
    out->point = (struct gmi_point){json_number_value(longitude),
                                    json_number_value(latitude)};
    out->geonameid = read_geonameid(object);
    const char *use = gmi_member_string(object, "use");
    for (int i = GM_USE_LITERAL; use && i <= GM_USE_EMBEDDED; i++)
        if (strcmp(use, gm_use_name((gm_use)i)) == 0)
            out->use = i;
    return NULL;
}

const char *gmi_corpus_slice(const struct gmi_corpus *corpus,
                             const struct gmi_span *span, size_t *length)
{
    const gm_document *doc = corpus->scratch;
    const size_t start = gmi_document_byte_at(doc, span->start);
    const size_t end = gmi_document_byte_at(doc, span->end);
    *length = end > start ? end - start : 0;
    return doc->text + start;
}

gm_status gmi_corpus_add(struct gmi_corpus *corpus, struct gmi_spans *spans,
                         const struct gmi_span *span, gm_error *err)
{
    if (!gmi_reserve(&spans->items, &spans->capacity, spans->count,
                     sizeof *spans->items))
        return gmi_fail_memory(err);
    size_t length;
    const char *phrase = gmi_corpus_slice(corpus, span, &length);
    if (span->phrase) {
        phrase = span->phrase;
        length = strlen(phrase);
    }
    gmi_buffer_clear(&corpus->key);
    gmi_phrase_key(phrase, length, &corpus->key);
    if (corpus->key.is_failed)
        return gmi_fail_memory(err);
    struct gmi_span *added = &spans->items[spans->count];
    *added = *span;
    added->phrase = gmi_arena_string(&corpus->arena, phrase, length);
    added->key = gmi_arena_string(&corpus->arena,
                                  corpus->key.length ? corpus->key.data : "",
                                  corpus->key.length);
    if (!added->phrase || !added->key)
        return gmi_fail_memory(err);
    spans->count++;
    return GM_OK;
}
