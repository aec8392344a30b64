/* SPDX-License-Identifier: MIT */
/* Writes what was built as a compiled file: gazetteer/FORMAT.md. */
#include "build/builder.h"

#include "base/memory.h"
#include "base/output.h"
#include "base/status.h"
#include "build/index_writer.h"

#include <math.h>
#include <string.h>

struct image_writer {
    gm_builder *builder;
    struct gmi_container_writer out;
    uint32_t *new_place; /* by number in the builder */
    uint32_t *order;     /* number in the builder, by new place */
    uint32_t string_bytes;
};

/*
 * Places stand in the order of their main names' keys, so that the places of
 * one name are neighbours in the file.
 */
static void order_places(struct image_writer *writer)
{
    const gm_builder *builder = writer->builder;
    uint32_t next = 0;
    for (size_t i = 0; i < builder->name_count; i++) {
        const struct gmi_build_name *name = &builder->names[i];
        if (name->kind != GM_NAME_MAIN)
            continue;
        writer->order[next] = name->place;
        writer->new_place[name->place] = next++;
    }
}

static uint32_t new_place(const struct image_writer *writer, uint32_t place)
{
    return place == GMI_NONE ? GMI_NONE : writer->new_place[place];
}

/* ---- Strings ----------------------------------------------------------- */

static gm_status put_string(struct image_writer *writer, uint32_t text,
                            uint32_t *offset, gm_error *err)
{
    const char *string = writer->builder->texts.data + text;
    const size_t size = strlen(string) + 1;
    if (size > UINT32_MAX - writer->string_bytes)
        return gmi_fail(err, GM_ERR_UNSUPPORTED,
                        "names of more than 4 GB together");
    gmi_container_write(&writer->out, string, size);
    *offset = writer->string_bytes;
    writer->string_bytes += (uint32_t)size;
    return GM_OK;
}

/* Spellings of one key: few, so each is written once by a short search. */
enum { SPELLINGS_MAX = 32 };

struct spellings {
    uint64_t key;
    uint32_t old[SPELLINGS_MAX], new[SPELLINGS_MAX];
    size_t count;
};

static gm_status put_spelling(struct image_writer *writer,
                              struct spellings *known,
                              struct gmi_build_name *name, gm_error *err)
{
    const char *texts = writer->builder->texts.data;
    if (known->key != name->key) {
        known->key = name->key;
        known->count = 0;
    }
    for (size_t i = 0; i < known->count; i++) {
        if (strcmp(texts + known->old[i], texts + name->text) == 0) {
            name->text = known->new[i];
            return GM_OK;
        }
    }
    const uint32_t old = name->text;
    const gm_status status = put_string(writer, old, &name->text, err);
    if (!status && known->count < SPELLINGS_MAX) {
        known->old[known->count] = old;
        known->new[known->count++] = name->text;
    }
    return status;
}

/* From here on the names' texts are offsets into the written strings. */
static gm_status write_strings(struct image_writer *writer, gm_error *err)
{
    gm_builder *builder = writer->builder;
    gmi_container_begin_section(&writer->out, GMI_SECTION_STRINGS, 1);
    uint32_t empty;
    gm_status status = put_string(writer, 0, &empty, err);
    struct spellings known = {0};
    for (size_t i = 0; i < builder->name_count && !status; i++)
        status = put_spelling(writer, &known, &builder->names[i], err);
    for (size_t i = 0; i < builder->place_count && !status; i++) {
        struct gmi_build_place *place = &builder->places[writer->order[i]];
        if (place->flags & GMI_PLACE_STRING_ID)
            status = put_string(writer, place->id, &place->id, err);
    }
    return status;
}

static gm_status put_source_text(struct image_writer *writer,
                                 const char *text, uint32_t *offset,
                                 gm_error *err)
{
    const uint32_t kept =
        gmi_builder_text(writer->builder, text, strlen(text));
    if (kept == UINT32_MAX)
        return gmi_fail_memory(err);
    return put_string(writer, kept, offset, err);
}

/* Part of the strings' section, and then the table that refers to them. */
static gm_status write_sources(struct image_writer *writer, gm_error *err)
{
    struct gmi_source_record records[GMI_SOURCES_MAX];
    const gm_builder *builder = writer->builder;
    for (size_t i = 0; i < builder->source_count; i++) {
        const struct gmi_build_source *source = &builder->sources[i];
        struct gmi_source_record *record = &records[i];
        record->places = source->places;
        gm_status status =
            put_source_text(writer, source->prefix, &record->prefix, err);
        if (!status)
            status = put_source_text(writer, source->name, &record->name, err);
        if (!status)
            status = put_source_text(writer, source->licence,
                                     &record->licence, err);
        if (!status)
            status = put_source_text(writer, source->url, &record->url, err);
        if (status)
            return status;
    }
    gmi_container_begin_section(&writer->out, GMI_SECTION_SOURCES,
                                sizeof *records);
    gmi_container_write(&writer->out, records,
                        builder->source_count * sizeof *records);
    return GM_OK;
}

/* ---- Names ------------------------------------------------------------- */

static uint16_t packed_language(const struct gmi_build_name *name)
{
    const unsigned more = name->languages > 0 ? name->languages - 1u : 0;
    const unsigned most = (1u << (16 - GMI_LANGUAGE_BITS)) - 1;
    return (uint16_t)((more < most ? more : most) << GMI_LANGUAGE_BITS |
                      name->language);
}

static void write_names(struct image_writer *writer)
{
    const gm_builder *builder = writer->builder;
    gmi_container_begin_section(&writer->out, GMI_SECTION_NAMES,
                                sizeof(struct gmi_name_record));
    for (size_t i = 0; i < builder->name_count; i++) {
        const struct gmi_build_name *name = &builder->names[i];
        const bool is_last = i + 1 == builder->name_count ||
                             builder->names[i + 1].key != name->key;
        const struct gmi_name_record record = {
            .text = name->text,
            .place = writer->new_place[name->place],
            .language = packed_language(name),
            .kind = name->kind,
            .flags = (uint8_t)(name->flags | (is_last ? GMI_NAME_LAST : 0)),
        };
        gmi_container_write(&writer->out, &record, sizeof record);
    }
}

/* ---- Places ------------------------------------------------------------ */

static void write_places(struct image_writer *writer,
                         const uint32_t *first_name)
{
    const gm_builder *builder = writer->builder;
    gmi_container_begin_section(&writer->out, GMI_SECTION_PLACES,
                                sizeof(struct gmi_place_record));
    for (uint32_t i = 0; i < builder->place_count; i++) {
        const struct gmi_build_place *place =
            &builder->places[writer->order[i]];
        const struct gmi_place_record record = {
            .longitude = place->longitude,
            .latitude = place->latitude,
            .name = place->main_name,
            .id = place->id,
            .population = place->population,
            .admin1 = new_place(writer, place->admin1),
            .admin2 = new_place(writer, place->admin2),
            .parent = new_place(writer, place->parent),
            .first_name = first_name[i],
            .country = place->country,
            .feature = place->feature,
            .radius = place->radius,
            .source = place->source,
            .flags = place->flags,
        };
        gmi_container_write(&writer->out, &record, sizeof record);
    }
}

/* PNAM: the names of each place in turn, the main name first. */
static gm_status write_names_of_places(struct image_writer *writer,
                                       gm_error *err)
{
    gm_builder *builder = writer->builder;
    const size_t count = builder->place_count;
    uint32_t *first = gmi_alloc_zeroed(count + 1, sizeof *first);
    uint32_t *list = gmi_alloc(builder->name_count * sizeof *list);
    if (!first || !list) {
        gmi_release(first);
        gmi_release(list);
        return gmi_fail_memory(err);
    }
    for (size_t i = 0; i < builder->name_count; i++)
        first[writer->new_place[builder->names[i].place] + 1]++;
    for (size_t i = 0; i < count; i++)
        first[i + 1] += first[i];
    /* Filling moves each start to its end; the main name's turn is first. */
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < builder->name_count; i++) {
            const struct gmi_build_name *name = &builder->names[i];
            if ((name->kind == GM_NAME_MAIN) != (pass == 0))
                continue;
            list[first[writer->new_place[name->place]]++] = (uint32_t)i;
            if (pass == 0)
                builder->places[name->place].main_name = name->text;
        }
    }
    for (size_t i = count; i > 0; i--)
        first[i] = first[i - 1];
    first[0] = 0;
    write_places(writer, first);
    gmi_container_begin_section(&writer->out, GMI_SECTION_OF_PLACE,
                                sizeof *list);
    gmi_container_write(&writer->out, list,
                        builder->name_count * sizeof *list);
    gmi_release(first);
    gmi_release(list);
    return GM_OK;
}

/* ---- Tables ------------------------------------------------------------ */

static void write_codes(struct image_writer *writer)
{
    const gm_builder *builder = writer->builder;
    gmi_container_begin_section(&writer->out, GMI_SECTION_FEATURES,
                                sizeof(struct gmi_feature_record));
    for (uint32_t i = 0; i < builder->features.count; i++) {
        struct gmi_feature_record record = {0};
        const char *code = gmi_intern_at(&builder->features, i);
        memcpy(record.code, code, strnlen(code, sizeof record.code - 1));
        gmi_container_write(&writer->out, &record, sizeof record);
    }
    gmi_container_begin_section(&writer->out, GMI_SECTION_LANGUAGES,
                                sizeof(struct gmi_language_record));
    for (uint32_t i = 0;
         i < builder->languages.count && i <= GMI_LANGUAGE_MASK; i++) {
        struct gmi_language_record record = {0};
        const char *code = gmi_intern_at(&builder->languages, i);
        memcpy(record.code, code, strnlen(code, sizeof record.code - 1));
        gmi_container_write(&writer->out, &record, sizeof record);
    }
    gmi_container_begin_section(&writer->out, GMI_SECTION_COUNTRIES,
                                sizeof(struct gmi_country_record));
    for (uint16_t i = 0; i < GMI_COUNTRY_NUMBERS; i++) {
        struct gmi_country_record record = {
            .place = new_place(writer, builder->countries[i].id)};
        gmi_country_code(i, record.code);
        gmi_container_write(&writer->out, &record, sizeof record);
    }
}

static gm_status write_image(struct image_writer *writer, FILE *stream,
                             gm_error *err)
{
    gm_status status = gmi_container_begin(
        &writer->out, stream, GMI_GAZETTEER_KIND, GMI_GAZETTEER_MAJOR,
        GMI_GAZETTEER_MINOR, err);
    if (status)
        return status;
    status = write_strings(writer, err);
    if (!status)
        status = write_sources(writer, err);
    if (!status) {
        write_names(writer);
        status = gmi_write_index(writer->builder, &writer->out, err);
    }
    if (!status)
        status = write_names_of_places(writer, err);
    if (!status) {
        write_codes(writer);
        status = gmi_container_finish(&writer->out, err);
    }
    return status;
}

static gm_status write_to(gm_builder *builder, const char *path, gm_error *err)
{
    struct image_writer writer = {.builder = builder};
    gm_output *output = NULL;
    gm_status status = GM_OK;
    writer.new_place = gmi_alloc(builder->place_count * sizeof(uint32_t));
    writer.order = gmi_alloc(builder->place_count * sizeof(uint32_t));
    if (!writer.new_place || !writer.order) {
        status = gmi_fail_memory(err);
        goto done;
    }
    order_places(&writer);
    status = gm_output_open(path, true, &output, err);
    if (status)
        goto done;
    status = write_image(&writer, gm_output_stream(output), err);
    if (!status)
        status = gmi_builder_progress(builder, "writing", 1, 1, err);
    if (!status) {
        status = gm_output_commit(output, err);
        output = NULL;
    }
done:
    gm_output_discard(output);
    gmi_container_writer_release(&writer.out);
    gmi_release(writer.new_place);
    gmi_release(writer.order);
    return status;
}

gm_status gm_builder_write(gm_builder *builder, const char *path,
                           gm_error *err)
{
    gm_status status =
        gmi_builder_progress(builder, "linking", 0, 1, err);
    if (!status)
        status = gmi_builder_link(builder, err);
    if (!status)
        status = gmi_builder_progress(builder, "sorting", 0, 1, err);
    if (!status)
        status = gmi_builder_sort_names(builder, err);
    if (!status)
        status = gmi_builder_progress(builder, "writing", 0, 1, err);
    if (!status)
        status = write_to(builder, path, err);
    return status;
}
