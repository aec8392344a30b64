/* SPDX-License-Identifier: MIT */
/* Reading a system's output. */
#include "evaluate/corpus.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The samples in the order of their ids. */
struct found_reader {
    struct gmi_corpus *corpus;
    struct gmi_sample **by_id;
};

static int compare_samples(const void *a_item, const void *b_item)
{
    const struct gmi_sample *a = *(struct gmi_sample *const *)a_item;
    const struct gmi_sample *b = *(struct gmi_sample *const *)b_item;
    const int order = strcmp(a->id, b->id);
    return order ? order : a < b ? -1 : a > b;
}

/* The first of that id; count when there is none. */
static size_t first_of(const struct found_reader *reader, const char *id)
{
    size_t low = 0, high = reader->corpus->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(reader->by_id[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the text holds the phrase where the span says. */
static bool is_odd(struct gmi_corpus *corpus, const struct gmi_span *span)
{
    size_t length;
    const char *slice = gmi_corpus_slice(corpus, span, &length);
    gmi_buffer_clear(&corpus->key);
    gmi_phrase_key(slice, length, &corpus->key);
    const char *key = corpus->key.data ? corpus->key.data : "";
    return strcmp(key, span->key) != 0;
}

static gm_status add_mention(struct gmi_corpus *corpus,
                             struct gmi_sample *sample, const json_t *mention,
                             const struct gmi_line *line, gm_error *err)
{
    struct gmi_span span;
    const char *wrong = gmi_span_parse(mention, &span);
    if (wrong)
        return gmi_line_fail(line, err, wrong);
    span.recognition = gmi_member_number(mention, "recognition");
    span.confidence = gmi_member_number(mention, "confidence");
    span.place = gmi_corpus_copy(corpus, gmi_member_string(mention, "place"));
    span.name = gmi_corpus_copy(corpus, gmi_member_string(mention, "name"));
    const gm_status status = gmi_corpus_add(corpus, &sample->found, &span, err);
    if (!status)
        corpus->odd +=
            is_odd(corpus, &sample->found.items[sample->found.count - 1]);
    return status;
}

static gm_status add_mentions(struct gmi_corpus *corpus,
                              struct gmi_sample *sample, const json_t *mentions,
                              const struct gmi_line *line, gm_error *err)
{
    gm_status status = gm_document_set_text(corpus->scratch, sample->id,
                                            sample->text, sample->length, err);
    sample->is_found = true;
    for (size_t i = 0; !status && i < json_array_size(mentions); i++)
        status =
            add_mention(corpus, sample, json_array_get(mentions, i), line, err);
    return status;
}

/* The id of a record, copied. */
static gm_status read_id(struct gmi_corpus *corpus, const json_t *object,
                         const struct gmi_line *line, const char **out,
                         gm_error *err)
{
    const json_t *id = gmi_member(object, "id");
    char number[32];
    const char *text = json_string_value(id);
    if (json_is_integer(id)) {
        snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT,
                 json_integer_value(id));
        text = number;
    }
    if (!text)
        return gmi_line_fail(line, err, "no \"id\", a string or an integer");
    const char *copy = gmi_corpus_copy(corpus, text);
    if (!copy)
        return gmi_fail_memory(err);
    *out = copy;
    return GM_OK;
}

static gm_status read_record(void *context, const json_t *record,
                             const struct gmi_line *line, gm_error *err)
{
    const struct found_reader *reader = context;
    struct gmi_corpus *corpus = reader->corpus;
    const json_t *mentions = json_object_get(record, "mentions");
    const char *id = NULL;
    gm_status status = read_id(corpus, record, line, &id, err);
    if (status)
        return status;
    if (!json_is_array(mentions))
        return gmi_line_fail(line, err, "no array \"mentions\"");
    if (!gmi_ids_has(&corpus->known, id))
        return gmi_ids_add(&corpus->unknown, id) ? GM_OK : gmi_fail_memory(err);
    for (size_t i = first_of(reader, id);
         !status && i < corpus->count && strcmp(reader->by_id[i]->id, id) == 0;
         i++)
        status = add_mentions(corpus, reader->by_id[i], mentions, line, err);
    return status;
}

gm_status gmi_corpus_read_found(struct gmi_corpus *corpus, const char *path,
                                gm_error *err)
{
    struct found_reader reader = {corpus, NULL};
    reader.by_id = gmi_alloc_zeroed(corpus->count + 1, sizeof *reader.by_id);
    if (!reader.by_id)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < corpus->count; i++)
        reader.by_id[i] = &corpus->samples[i];
    qsort(reader.by_id, corpus->count, sizeof *reader.by_id, compare_samples);
    gmi_ids_sort(&corpus->known);
    const gm_status status = gmi_each_object(path, read_record, &reader, err);
    gmi_ids_sort(&corpus->unknown);
    gmi_release(reader.by_id);
    return status;
}
