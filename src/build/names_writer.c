/* SPDX-License-Identifier: MIT */
/* Writes the names of a compiled file and their spellings. */
#include "build/image_writer.h"

#include "base/status.h"

#include <string.h>

gm_status gmi_write_string(struct gmi_image_writer *writer, uint32_t text,
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

static gm_status put_spelling(struct gmi_image_writer *writer,
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
    const gm_status status = gmi_write_string(writer, old, &name->text, err);
    if (!status && known->count < SPELLINGS_MAX) {
        known->old[known->count] = old;
        known->new[known->count++] = name->text;
    }
    return status;
}

gm_status gmi_write_strings(struct gmi_image_writer *writer, gm_error *err)
{
    gm_builder *builder = writer->builder;
    gmi_container_begin_section(&writer->out, GMI_SECTION_STRINGS, 1);
    uint32_t empty;
    gm_status status = gmi_write_string(writer, 0, &empty, err);
    struct spellings known = {0};
    for (size_t i = 0; i < builder->name_count && !status; i++) {
        if (i + GMI_WRITE_AHEAD < builder->name_count)
            __builtin_prefetch(builder->texts.data +
                               builder->names[i + GMI_WRITE_AHEAD].text);
        status = put_spelling(writer, &known, &builder->names[i], err);
    }
    for (size_t i = 0; i < builder->place_count && !status; i++) {
        struct gmi_build_place *place = &builder->places[writer->order[i]];
        if (place->flags & GMI_PLACE_STRING_ID)
            status = gmi_write_string(writer, place->id, &place->id, err);
    }
    return status;
}

static uint16_t packed_language(const struct gmi_build_name *name)
{
    const unsigned more = name->languages > 0 ? name->languages - 1u : 0;
    const unsigned most = (1u << (16 - GMI_LANGUAGE_BITS)) - 1;
    return (uint16_t)((more < most ? more : most) << GMI_LANGUAGE_BITS |
                      name->language);
}

void gmi_write_names(struct gmi_image_writer *writer)
{
    enum { BATCH = 1024 };
    struct gmi_name_record records[BATCH];
    struct gmi_build_name *names = writer->builder->names;
    const size_t count = writer->builder->name_count;
    size_t used = 0;
    gmi_container_begin_section(&writer->out, GMI_SECTION_NAMES,
                                sizeof *records);
    for (size_t i = 0; i < count; i++) {
        if (i + GMI_WRITE_AHEAD < count)
            __builtin_prefetch(writer->new_place +
                               names[i + GMI_WRITE_AHEAD].place);
        struct gmi_build_name *name = &names[i];
        const bool is_last = i + 1 == count || names[i + 1].key != name->key;
        name->place = writer->new_place[name->place];
        records[used++] = (struct gmi_name_record){
            .text = name->text,
            .place = name->place,
            .language = packed_language(name),
            .kind = name->kind,
            .flags = (uint8_t)(name->flags | (is_last ? GMI_NAME_LAST : 0)),
        };
        if (used == BATCH || i + 1 == count) {
            gmi_container_write(&writer->out, records, used * sizeof *records);
            used = 0;
        }
    }
}
