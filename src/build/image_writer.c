/* SPDX-License-Identifier: MIT */
/* Writes what was built as a compiled file: gazetteer/FORMAT.md. */
#include "build/image_writer.h"

#include "base/memory.h"
#include "base/output.h"
#include "base/status.h"
#include "build/index_writer.h"

#include <string.h>

/*
 * Places stand in the order of their main names' keys, so that the places of
 * one name are neighbours in the file.
 */
static void order_places(struct gmi_image_writer *writer)
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

static gm_status put_source_text(struct gmi_image_writer *writer,
                                 const char *text, uint32_t *offset,
                                 gm_error *err)
{
    const uint32_t kept =
        gmi_builder_text(writer->builder, text, strlen(text));
    if (kept == UINT32_MAX)
        return gmi_fail_memory(err);
    return gmi_write_string(writer, kept, offset, err);
}

/* Part of the strings' section, and then the table that refers to them. */
static gm_status write_sources(struct gmi_image_writer *writer, gm_error *err)
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

static void write_codes(struct gmi_image_writer *writer)
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
            .place = gmi_new_place(writer, builder->countries[i].id)};
        gmi_country_code(i, record.code);
        gmi_container_write(&writer->out, &record, sizeof record);
    }
}

static void release_prefixes(gm_builder *builder)
{
    gmi_release(builder->prefixes);
    builder->prefixes = NULL;
    builder->prefix_count = builder->prefix_capacity = 0;
}

static gm_status write_image(struct gmi_image_writer *writer, FILE *stream,
                             gm_error *err)
{
    gm_status status = gmi_container_begin(
        &writer->out, stream, GMI_GAZETTEER_KIND, GMI_GAZETTEER_MAJOR,
        GMI_GAZETTEER_MINOR, err);
    if (status)
        return status;
    status = gmi_write_strings(writer, err);
    if (!status)
        status = write_sources(writer, err);
    if (!status)
        status = gmi_builder_progress(writer->builder, "writing", 1, 4, err);
    if (!status) {
        gmi_write_names(writer);
        status = gmi_write_index(writer->builder, &writer->out, err);
    }
    if (!status) {
        release_prefixes(writer->builder);
        status = gmi_builder_progress(writer->builder, "writing", 2, 4, err);
    }
    if (!status)
        status = gmi_write_places(writer, err);
    if (!status) {
        write_codes(writer);
        status = gmi_container_finish(&writer->out, err);
    }
    if (!status)
        status = gmi_builder_progress(writer->builder, "writing", 4, 4, err);
    return status;
}

static gm_status write_to(gm_builder *builder, const char *path, gm_error *err)
{
    struct gmi_image_writer writer = {.builder = builder};
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
    if (builder->is_out_of_memory)
        return gmi_fail_memory(err);
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
