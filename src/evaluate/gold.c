/* SPDX-License-Identifier: MIT */
/* Reading annotated documents. */
#include "evaluate/corpus.h"

#include "evaluate/label.h"
#include "read/jsonl.h"

#include <string.h>

struct gold_reader {
    struct gmi_corpus *corpus;
    const struct gmi_choice *choice;
};

/* Whether the record is wanted, by its id and its split. */
static bool is_chosen(const struct gmi_choice *choice, const json_t *record,
                      const char *id)
{
    const char *split = gmi_member_string(record, "split");
    if (choice->split && (!split || strcmp(split, choice->split) != 0))
        return false;
    return !choice->ids || gmi_ids_has(choice->ids, id);
}

static gm_status add_toponym(struct gmi_corpus *corpus,
                             struct gmi_sample *sample, const json_t *toponym,
                             const struct gmi_line *line, gm_error *err)
{
    struct gmi_span span;
    const char *wrong = gmi_span_parse(toponym, &span);
    if (wrong)
        return gmi_line_fail(line, err, wrong);
    if (span.start >= span.end ||
        span.end > gmi_document_code_point_at(corpus->scratch, sample->length))
        return gmi_line_fail(line, err, "a toponym that is not in the text");
    if (!gmi_label_read(corpus, toponym, &span))
        return gmi_fail_memory(err);
    return gmi_corpus_add(corpus, &sample->gold, &span, err);
}

/* The document that `scratch` holds, with the toponyms of its record. */
static gm_status add_document(struct gmi_corpus *corpus, const json_t *record,
                              const struct gmi_line *line, gm_error *err)
{
    const gm_document *doc = corpus->scratch;
    const json_t *toponyms = json_object_get(record, "toponyms");
    if (!json_is_array(toponyms))
        return gmi_line_fail(line, err, "no array \"toponyms\"");
    if (!gmi_reserve(&corpus->samples, &corpus->capacity, corpus->count,
                     sizeof *corpus->samples))
        return gmi_fail_memory(err);
    struct gmi_sample *sample = &corpus->samples[corpus->count];
    *sample = (struct gmi_sample){
        .id = gmi_corpus_copy(corpus, doc->id),
        .text = gmi_corpus_copy(corpus, doc->text),
        .length = doc->length,
        .bias = doc->bias,
    };
    if (!sample->id || !sample->text)
        return gmi_fail_memory(err);
    /* counted at once, so that its spans are freed whatever happens */
    corpus->count++;
    gm_status status = GM_OK;
    for (size_t i = 0; !status && i < json_array_size(toponyms); i++)
        status =
            add_toponym(corpus, sample, json_array_get(toponyms, i), line, err);
    return status;
}

static gm_status read_record(void *context, const json_t *record,
                             const struct gmi_line *line, gm_error *err)
{
    const struct gold_reader *reader = context;
    struct gmi_corpus *corpus = reader->corpus;
    /* text, id and where it is from, as a mapper's input has them */
    const gm_status status = gmi_jsonl_document(line, corpus->scratch, err);
    if (status)
        return status;
    const char *id = gmi_corpus_copy(corpus, corpus->scratch->id);
    if (!id || !gmi_ids_add(&corpus->known, id))
        return gmi_fail_memory(err);
    return is_chosen(reader->choice, record, id)
               ? add_document(corpus, record, line, err)
               : GM_OK;
}

gm_status gmi_corpus_read_gold(struct gmi_corpus *corpus, const char *path,
                               const struct gmi_choice *choice, gm_error *err)
{
    struct gold_reader reader = {corpus, choice};
    return gmi_each_object(path, read_record, &reader, err);
}
