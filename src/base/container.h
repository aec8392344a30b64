/* SPDX-License-Identifier: MIT */
/*
 * The container of compiled files (gazetteers, models): a header, a table of
 * sections, the sections. Little-endian, sections aligned to 64 bytes. The
 * layout is specified in gazetteer/FORMAT.md.
 */
#ifndef BASE_CONTAINER_H
#define BASE_CONTAINER_H

#include "base/map.h"

#include <stdio.h>

#define GMI_TAG(a, b, c, d)                                                   \
    ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16 |               \
     (uint32_t)(d) << 24)

enum { GMI_SECTIONS_MAX = 32 };

struct gmi_container_header {
    unsigned char magic[8];
    uint32_t kind;
    uint16_t major, minor;
    uint64_t file_size;
    uint32_t section_count;
    uint32_t reserved;
    uint64_t checksum; /* XXH3 of header (this field 0) and section table */
    uint8_t padding[24];
};

struct gmi_section {
    uint32_t tag;
    uint32_t item_size; /* size is a multiple of it */
    uint64_t offset;
    uint64_t size;
    uint64_t checksum; /* XXH3 of its bytes; read by verify only */
};

_Static_assert(sizeof(struct gmi_container_header) == 64, "header");
_Static_assert(sizeof(struct gmi_section) == 32, "section");

/* ---- Reading ----------------------------------------------------------- */

struct gmi_container {
    struct gmi_map map;
    const struct gmi_section *sections;
    size_t section_count;
    uint16_t minor;
};

/*
 * Maps a file and checks header, section table and bounds. GM_ERR_DAMAGED
 * for another kind of file or a broken one, GM_ERR_VERSION for a newer major
 * version than `major`.
 */
gm_status gmi_container_open(const char *path, uint32_t kind, uint16_t major,
                             struct gmi_container *out, gm_error *err);
void gmi_container_release(struct gmi_container *container);

/*
 * The items of a section and how many they are. A section that is missing is
 * damage; one whose items have another size too.
 */
gm_status gmi_container_section(const struct gmi_container *container,
                                uint32_t tag, uint32_t item_size,
                                const void **items, size_t *count,
                                gm_error *err);

/* Compares every section with its checksum. */
gm_status gmi_container_verify(const struct gmi_container *container,
                               gm_error *err);

/* ---- Writing ----------------------------------------------------------- */

struct gmi_container_writer {
    FILE *stream;
    struct gmi_container_header header;
    struct gmi_section sections[GMI_SECTIONS_MAX];
    uint64_t position;
    void *hash; /* of the section being written */
};

/* Writing errors are kept by the stream and found when it is closed. */
gm_status gmi_container_begin(struct gmi_container_writer *writer,
                              FILE *stream, uint32_t kind, uint16_t major,
                              uint16_t minor, gm_error *err);
void gmi_container_begin_section(struct gmi_container_writer *writer,
                                 uint32_t tag, uint32_t item_size);
void gmi_container_write(struct gmi_container_writer *writer,
                         const void *data, size_t size);
/* Ends the file: goes back to write the header. */
gm_status gmi_container_finish(struct gmi_container_writer *writer,
                               gm_error *err);
/* Frees what a writer holds, finished or not. */
void gmi_container_writer_release(struct gmi_container_writer *writer);

#endif
