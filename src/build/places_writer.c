/* SPDX-License-Identifier: MIT */
/* Writes the places of a compiled file and the list of their names. */
#include "build/image_writer.h"

#include "base/memory.h"
#include "base/status.h"

/* The next name, from `*at` on, that is a place's main one. */
static const struct gmi_build_name *next_main(const gm_builder *builder,
                                              size_t *at)
{
    while (builder->names[*at].kind != GM_NAME_MAIN)
        ++*at;
    return &builder->names[(*at)++];
}

/* Places stand in the order of their main names. */
static void write_records(struct gmi_image_writer *writer,
                          const uint32_t *first_name)
{
    enum { BATCH = 256 };
    struct gmi_place_record records[BATCH];
    const gm_builder *builder = writer->builder;
    size_t used = 0, at = 0;
    gmi_container_begin_section(&writer->out, GMI_SECTION_PLACES,
                                sizeof *records);
    for (uint32_t i = 0; i < builder->place_count; i++) {
        if (i + GMI_WRITE_AHEAD < builder->place_count)
            __builtin_prefetch(&builder->places[writer->order[
                                   i + GMI_WRITE_AHEAD]]);
        const struct gmi_build_place *place =
            &builder->places[writer->order[i]];
        records[used++] = (struct gmi_place_record){
            .longitude = place->longitude,
            .latitude = place->latitude,
            .name = next_main(builder, &at)->text,
            .id = place->id,
            .population = place->population,
            .admin1 = gmi_new_place(writer, place->admin1),
            .admin2 = gmi_new_place(writer, place->admin2),
            .parent = gmi_new_place(writer, place->parent),
            .first_name = first_name[i],
            .country = place->country,
            .feature = place->feature,
            .radius = place->radius,
            .source = place->source,
            .flags = place->flags,
        };
        if (used == BATCH || i + 1 == builder->place_count) {
            gmi_container_write(&writer->out, records, used * sizeof *records);
            used = 0;
        }
    }
}

/* Where the names of each place begin in the list; its end behind the last. */
static void count_names(const gm_builder *builder, uint32_t *first)
{
    const struct gmi_build_name *names = builder->names;
    for (size_t i = 0; i < builder->name_count; i++) {
        if (i + GMI_WRITE_AHEAD < builder->name_count)
            __builtin_prefetch(first + names[i + GMI_WRITE_AHEAD].place + 1, 1);
        first[names[i].place + 1]++;
    }
    for (size_t i = 0; i < builder->place_count; i++)
        first[i + 1] += first[i];
}

/* The main name first, then the others by their keys. */
static void list_names(const gm_builder *builder, uint32_t *first,
                       uint32_t *list)
{
    const struct gmi_build_name *names = builder->names;
    /* Filling moves each start to its end. */
    for (size_t i = 0; i < builder->name_count; i++)
        if (names[i].kind == GM_NAME_MAIN)
            list[first[names[i].place]++] = (uint32_t)i;
    for (size_t i = 0; i < builder->name_count; i++) {
        if (i + GMI_WRITE_AHEAD < builder->name_count)
            __builtin_prefetch(first + names[i + GMI_WRITE_AHEAD].place, 1);
        if (names[i].kind != GM_NAME_MAIN)
            list[first[names[i].place]++] = (uint32_t)i;
    }
    for (size_t i = builder->place_count; i > 0; i--)
        first[i] = first[i - 1];
    first[0] = 0;
}

gm_status gmi_write_places(struct gmi_image_writer *writer, gm_error *err)
{
    const gm_builder *builder = writer->builder;
    gm_status status = GM_OK;
    uint32_t *first =
        gmi_alloc_zeroed(builder->place_count + 1, sizeof *first);
    uint32_t *list = gmi_alloc(builder->name_count * sizeof *list);
    if (!first || !list) {
        status = gmi_fail_memory(err);
        goto done;
    }
    count_names(builder, first);
    list_names(builder, first, list);
    write_records(writer, first);
    gmi_container_begin_section(&writer->out, GMI_SECTION_OF_PLACE,
                                sizeof *list);
    gmi_container_write(&writer->out, list,
                        builder->name_count * sizeof *list);
done:
    gmi_release(first);
    gmi_release(list);
    return status;
}
