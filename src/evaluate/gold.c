/* SPDX-License-Identifier: MIT */
/* Reading annotated documents. */
#include "evaluate/corpus.h"

#include "evaluate/label.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

struct gold_reader {
    struct gmi_corpus *corpus;
    const struct gmi_choice *choice;
};

/* ---- Where the text is from --------------------------------------------- */

/* Says where in the files it is, in place of what `err` says. */
static gm_status wrap(const struct gmi_place_in_file *at, gm_status status,
                      gm_error *err)
{
    if (!status || status == GM_ERR_MEMORY || !err)
        return status;
    char cause[sizeof err->message];
    snprintf(cause, sizeof cause, "%s", err->message);
    gmi_fail_in_file(at, cause, err);
    err->status = status;
    return status;
}

static gm_status add_country(gm_document *doc, const char *country,
                             gm_error *err)
{
    char code[8];
    snprintf(code, sizeof code, "%s", country ? country : "");
    for (char *p = code; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return gm_document_add_country(doc, code, err);
}

static gm_status set_country(gm_document *doc, const json_t *record,
                             gm_error *err)
{
    const json_t *country = gmi_member(record, "country");
    gm_status status = GM_OK;
    if (country && !json_is_array(country))
        return add_country(doc, json_string_value(country), err);
    for (size_t i = 0; !status && i < json_array_size(country); i++)
        status = add_country(doc, json_string_value(json_array_get(country, i)),
                             err);
    return status;
}

static gm_status set_near(gm_document *doc, const json_t *record, gm_error *err)
{
    const json_t *near = gmi_member(record, "near");
    const size_t count = json_array_size(near);
    double values[3] = {0};
    if (!near)
        return GM_OK;
    bool is_good = count == 2 || count == 3;
    for (size_t i = 0; is_good && i < count; i++) {
        is_good = json_is_number(json_array_get(near, i));
        values[i] = json_number_value(json_array_get(near, i));
    }
    if (!is_good)
        return gmi_fail(err, GM_ERR_SYNTAX,
                        "\"near\" is not [longitude, latitude, km]");
    return gm_document_set_near(doc, values[0], values[1], values[2], err);
}

/* ---- A document --------------------------------------------------------- */

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
                             const struct gmi_place_in_file *at, gm_error *err)
{
    struct gmi_span span;
    const char *wrong = gmi_span_parse(toponym, &span);
    if (wrong)
        return gmi_fail_in_file(at, wrong, err);
    if (span.start >= span.end ||
        span.end > gmi_document_code_point_at(corpus->scratch, sample->length))
        return gmi_fail_in_file(at, "a toponym that is not in the text", err);
    if (!gmi_label_read(corpus, toponym, &span))
        return gmi_fail_memory(err);
    return gmi_corpus_add(corpus, &sample->gold, &span, err);
}

static gm_status read_toponyms(struct gmi_corpus *corpus,
                               struct gmi_sample *sample, const json_t *record,
                               const struct gmi_place_in_file *at,
                               gm_error *err)
{
    const json_t *toponyms = json_object_get(record, "toponyms");
    if (!json_is_array(toponyms))
        return gmi_fail_in_file(at, "no array \"toponyms\"", err);
    gm_status status = GM_OK;
    for (size_t i = 0; !status && i < json_array_size(toponyms); i++)
        status =
            add_toponym(corpus, sample, json_array_get(toponyms, i), at, err);
    return status;
}

static gm_status read_text(struct gmi_corpus *corpus, struct gmi_sample *sample,
                           const json_t *record,
                           const struct gmi_place_in_file *at, gm_error *err)
{
    const char *text = gmi_member_string(record, "text");
    if (!text)
        return gmi_fail_in_file(at, "no string \"text\"", err);
    sample->length = strlen(text);
    sample->text = gmi_corpus_copy(corpus, text);
    if (!sample->text)
        return gmi_fail_memory(err);
    gm_document *doc = corpus->scratch;
    gm_status status =
        gm_document_set_text(doc, sample->id, text, sample->length, err);
    if (!status)
        status = set_country(doc, record, err);
    if (!status)
        status = set_near(doc, record, err);
    sample->bias = doc->bias;
    return wrap(at, status, err);
}

static gm_status read_record(void *context, const json_t *record,
                             const struct gmi_place_in_file *at, gm_error *err)
{
    const struct gold_reader *reader = context;
    struct gmi_corpus *corpus = reader->corpus;
    const char *id;
    gm_status status = gmi_corpus_id(corpus, record, at, &id, err);
    if (status)
        return status;
    if (!gmi_ids_add(&corpus->known, id) ||
        !gmi_reserve(&corpus->samples, &corpus->capacity, corpus->count,
                     sizeof *corpus->samples))
        return gmi_fail_memory(err);
    if (!is_chosen(reader->choice, record, id))
        return GM_OK;
    /* counted at once, so that its spans are freed whatever happens */
    struct gmi_sample *sample = &corpus->samples[corpus->count++];
    *sample = (struct gmi_sample){.id = id};
    status = read_text(corpus, sample, record, at, err);
    return status ? status : read_toponyms(corpus, sample, record, at, err);
}

gm_status gmi_corpus_read_gold(struct gmi_corpus *corpus, const char *path,
                               const struct gmi_choice *choice, gm_error *err)
{
    struct gold_reader reader = {corpus, choice};
    return gmi_each_object(path, read_record, &reader, err);
}
