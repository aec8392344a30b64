/* SPDX-License-Identifier: MIT */
/* What the writers of the sections of a compiled file share. */
#ifndef BUILD_IMAGE_WRITER_H
#define BUILD_IMAGE_WRITER_H

#include "build/builder.h"

struct gmi_image_writer {
    gm_builder *builder;
    struct gmi_container_writer out;
    uint32_t *new_place;   /* place in the file, by place in the builder */
    uint32_t *order;       /* the other way round */
    uint32_t string_bytes; /* written so far */
};

/*
 * How far ahead the writers ask for memory that they will read here and
 * there: 100 ns of waiting are ten names.
 */
enum { GMI_WRITE_AHEAD = 16 };

/* Writes a string of the builder; tells where it stands in the file. */
gm_status gmi_write_string(struct gmi_image_writer *writer, uint32_t text,
                           uint32_t *offset, gm_error *err);

/* STRG, but for those of sources. Then names' texts are places in the file. */
gm_status gmi_write_strings(struct gmi_image_writer *writer, gm_error *err);
/* NAME. From then on names' places are places in the file. */
void gmi_write_names(struct gmi_image_writer *writer);
/* PLAC and PNAM, after the names. */
gm_status gmi_write_places(struct gmi_image_writer *writer, gm_error *err);

/* A place in the builder as one in the file. */
static inline uint32_t gmi_new_place(const struct gmi_image_writer *writer,
                                     uint32_t place)
{
    return place == GMI_NONE ? GMI_NONE : writer->new_place[place];
}

#endif
