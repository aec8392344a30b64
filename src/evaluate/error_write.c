/* SPDX-License-Identifier: MIT */
/* Writing what went wrong, with the text around it: gm_eval_write_errors. */
#include "evaluate/error.h"

#include "base/memory.h"
#include "base/status.h"
#include "evaluate/eval.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

/* One error, with all that is told of it. */
struct entry {
    const struct gmi_sample *sample;
    const struct gmi_mention_error *error;
    const struct gmi_context_text *context;
    bool has_nearest; /* place of the name in the gazetteer */
    gm_place nearest;
    double nearest_km;
};

struct writer {
    const gm_eval *eval;
    const gm_gazetteer *gazetteer;
    FILE *out;
    bool (*write)(const struct entry *entry, FILE *out); /* false: memory */
    struct gmi_matcher matcher;
    struct gmi_mention_errors errors;
    struct gmi_context_text context;
    gm_document *doc;
};

/* ---- As text ------------------------------------------------------------ */

static void print_found(const struct gmi_span *found, FILE *out)
{
    if (found->name)
        fprintf(out, "; %s (%s)", found->name,
                found->place ? found->place : "no id");
    else if (found->place)
        fprintf(out, "; %s", found->place);
    if (found->use >= 0)
        fprintf(out, ", %s", gm_use_name((gm_use)found->use));
    if (!isnan(found->confidence))
        fprintf(out, ", confidence %.2f", found->confidence);
}

static void print_nearest(const struct entry *entry, FILE *out)
{
    if (entry->has_nearest)
        fprintf(out, "; nearest of the name: %s (%s) at %.1f km",
                entry->nearest.name, entry->nearest.id, entry->nearest_km);
}

static bool write_text(const struct entry *entry, FILE *out)
{
    const struct gmi_mention_error *error = entry->error;
    const struct gmi_span *gold = error->gold, *found = error->found;
    const struct gmi_span *at = gold ? gold : found;
    fprintf(out, "%-10s %s:%" PRIu32 "-%" PRIu32 "  \"%s\"",
            gmi_error_kind_name(error->kind), entry->sample->id, at->start,
            at->end, at->phrase);
    if (gold && strcmp(gold->kind, "-") != 0)
        fprintf(out, " (%s)", gold->kind);
    if (gold && found && error->kind == GMI_ERROR_EXTENT)
        fprintf(out, " found as \"%s\"", found->phrase);
    if (error->kind == GMI_ERROR_MISPLACED)
        fprintf(out, " %.1f km off", error->km);
    if (found)
        print_found(found, out);
    print_nearest(entry, out);
    fprintf(out, "\n    %s[[%s]]%s\n", entry->context->before.data,
            entry->context->mention.data, entry->context->behind.data);
    return true;
}

/* ---- As JSON lines ------------------------------------------------------ */

static json_t *real_or_null(double value)
{
    return isnan(value) ? json_null() : json_real(value);
}

static json_t *point_or_null(const struct gmi_span *span)
{
    return span->has_point ? json_pack("[f, f]", span->point.longitude,
                                       span->point.latitude)
                           : json_null();
}

static json_t *id_or_null(const struct gmi_span *span)
{
    return span->geonameid ? json_integer(span->geonameid) : json_null();
}

static json_t *gold_json(const struct gmi_span *gold)
{
    return json_pack("{sI sI ss ss so so}", "start", (json_int_t)gold->start,
                     "end", (json_int_t)gold->end, "mention", gold->phrase,
                     "type", gold->kind, "point", point_or_null(gold),
                     "geonameid", id_or_null(gold));
}

static json_t *found_json(const struct gmi_span *found)
{
    return json_pack(
        "{sI sI ss ss* ss* ss* so so so}", "start", (json_int_t)found->start,
        "end", (json_int_t)found->end, "mention", found->phrase, "use",
        found->use < 0 ? NULL : gm_use_name((gm_use)found->use), "name",
        found->name, "place", found->place, "point", point_or_null(found),
        "recognition", real_or_null(found->recognition), "confidence",
        real_or_null(found->confidence));
}

static json_t *nearest_json(const struct entry *entry)
{
    if (!entry->has_nearest)
        return json_null();
    return json_pack("{ss ss sf}", "name", entry->nearest.name, "place",
                     entry->nearest.id, "km", entry->nearest_km);
}

static bool write_json(const struct entry *entry, FILE *out)
{
    const struct gmi_mention_error *error = entry->error;
    const struct gmi_context_text *context = entry->context;
    json_t *object = json_pack(
        "{ss ss so so so so s[sss]}", "id", entry->sample->id, "error",
        gmi_error_kind_name(error->kind), "gold",
        error->gold ? gold_json(error->gold) : json_null(), "found",
        error->found ? found_json(error->found) : json_null(), "km",
        real_or_null(error->km), "nearest", nearest_json(entry), "context",
        context->before.data, context->mention.data, context->behind.data);
    if (!object)
        return false;
    /* what the stream could not take, whoever closes it finds out */
    json_dumpf(object, out, JSON_COMPACT | JSON_REAL_PRECISION(9));
    fputc('\n', out);
    json_decref(object);
    return true;
}

/* ---- All ---------------------------------------------------------------- */

/* Where the place was chosen wrongly, or not: could it have been right? */
static void add_nearest(const struct writer *writer, struct entry *entry)
{
    const struct gmi_span *gold = entry->error->gold;
    entry->has_nearest =
        writer->gazetteer && gold && gold->has_point &&
        gmi_nearest_of_name(writer->gazetteer, gold, &entry->nearest,
                            &entry->nearest_km);
}

static gm_status write_sample(struct writer *writer,
                              const struct gmi_sample *sample, gm_error *err)
{
    gm_status status = gmi_errors_find(
        &writer->matcher, sample, &writer->eval->options, &writer->errors, err);
    if (!status && writer->errors.count)
        status = gm_document_set_text(writer->doc, sample->id, sample->text,
                                      sample->length, err);
    for (size_t i = 0; !status && i < writer->errors.count; i++) {
        const struct gmi_mention_error *error = &writer->errors.items[i];
        struct gmi_context_text *context = &writer->context;
        struct entry entry = {sample, error, context, false, {0}, 0};
        gmi_context_around(writer->doc,
                           error->gold ? error->gold : error->found, context);
        add_nearest(writer, &entry);
        if (context->before.is_failed || context->mention.is_failed ||
            context->behind.is_failed || !writer->write(&entry, writer->out))
            status = gmi_fail_memory(err);
    }
    return status;
}

gm_status gm_eval_write_errors(const gm_eval *eval,
                               const gm_gazetteer *gazetteer,
                               const char *format, FILE *stream, gm_error *err)
{
    struct writer writer = {
        .eval = eval, .gazetteer = gazetteer, .out = stream};
    const bool is_json = strcmp(format, "jsonl") == 0;
    if (!is_json && strcmp(format, "text") != 0)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "unknown format '%.60s': give text or jsonl", format);
    writer.write = is_json ? write_json : write_text;
    gm_status status = gm_document_create(&writer.doc, err);
    for (size_t i = 0; !status && i < eval->corpus.count; i++)
        status = write_sample(&writer, &eval->corpus.samples[i], err);
    gm_document_free(writer.doc);
    gmi_context_release(&writer.context);
    gmi_release(writer.errors.items);
    gmi_matcher_release(&writer.matcher);
    return status;
}
