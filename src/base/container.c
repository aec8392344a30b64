/* SPDX-License-Identifier: MIT */
/* The container of compiled files. */
#include "base/container.h"

#include "base/memory.h"

#include <assert.h>
#include <string.h>

#define XXH_INLINE_ALL
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <xxhash.h>
#pragma GCC diagnostic pop

static const unsigned char MAGIC[8] = {0x89, 'G',  'M',  'F',
                                       '\r', '\n', 0x1a, '\n'};

enum { SECTION_ALIGNMENT = 64 };

static uint64_t header_checksum(struct gmi_container_header header,
                                const struct gmi_section *sections)
{
    unsigned char bytes[sizeof header +
                        GMI_SECTIONS_MAX * sizeof(struct gmi_section)];
    header.checksum = 0;
    memcpy(bytes, &header, sizeof header);
    const size_t table = header.section_count * sizeof *sections;
    memcpy(bytes + sizeof header, sections, table);
    return XXH3_64bits(bytes, sizeof header + table);
}

static gm_status damaged(gm_error *err, const char *path, const char *what)
{
    return gmi_fail(err, GM_ERR_DAMAGED, "'%s' is damaged: %s", path, what);
}

static gm_status check_header(const struct gmi_map *map, const char *path,
                              uint32_t kind, uint16_t major, gm_error *err)
{
    const struct gmi_container_header *header = (const void *)map->data;
    if (map->size < sizeof *header)
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "'%s' is not a compiled file: too short", path);
    if (memcmp(header->magic, MAGIC, sizeof MAGIC) != 0)
        return gmi_fail(err, GM_ERR_DAMAGED, "'%s' is not a compiled file",
                        path);
    if (header->kind != kind)
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "'%s' is a compiled file of another kind", path);
    if (header->major != major)
        return gmi_fail(err, GM_ERR_VERSION,
                        "'%s' has format version %u, this program reads %u",
                        path, header->major, major);
    if (header->file_size != map->size)
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "'%s' is damaged: %zu bytes, not the %llu it was "
                        "written with",
                        path, map->size, (unsigned long long)header->file_size);
    if (header->section_count > GMI_SECTIONS_MAX ||
        sizeof *header + header->section_count * sizeof(struct gmi_section) >
            map->size)
        return damaged(err, path, "too many sections");
    const struct gmi_section *sections = (const void *)(header + 1);
    if (header_checksum(*header, sections) != header->checksum)
        return damaged(err, path, "the header's checksum is wrong");
    return GM_OK;
}

/* The checksum guards against accidents; bounds guard against strangers. */
static gm_status check_sections(const struct gmi_container *container,
                                const char *path, gm_error *err)
{
    const uint64_t size = container->map.size;
    for (size_t i = 0; i < container->section_count; i++) {
        const struct gmi_section *section = &container->sections[i];
        if (section->offset > size || section->size > size - section->offset)
            return damaged(err, path, "a section lies outside the file");
        if (section->offset % SECTION_ALIGNMENT || section->item_size == 0 ||
            section->size % section->item_size)
            return damaged(err, path, "a section is misaligned");
    }
    return GM_OK;
}

gm_status gmi_container_open(const char *path, uint32_t kind, uint16_t major,
                             struct gmi_container *out, gm_error *err)
{
    struct gmi_container container = {0};
    gm_status status =
        gmi_map_file(path, GMI_MAP_RANDOM, &container.map, err);
    if (status)
        return status;
    status = check_header(&container.map, path, kind, major, err);
    if (status)
        goto fail;
    const struct gmi_container_header *header =
        (const void *)container.map.data;
    container.sections = (const void *)(header + 1);
    container.section_count = header->section_count;
    container.minor = header->minor;
    status = check_sections(&container, path, err);
    if (status)
        goto fail;
    *out = container;
    return GM_OK;
fail:
    gmi_map_release(&container.map);
    return status;
}

void gmi_container_release(struct gmi_container *container)
{
    gmi_map_release(&container->map);
    *container = (struct gmi_container){0};
}

gm_status gmi_container_section(const struct gmi_container *container,
                                uint32_t tag, uint32_t item_size,
                                const void **items, size_t *count,
                                gm_error *err)
{
    for (size_t i = 0; i < container->section_count; i++) {
        const struct gmi_section *section = &container->sections[i];
        if (section->tag != tag)
            continue;
        if (section->item_size != item_size)
            return gmi_fail(err, GM_ERR_DAMAGED,
                            "section '%.4s' has items of %u bytes, not %u",
                            (const char *)&section->tag, section->item_size,
                            item_size);
        *items = container->map.data + section->offset;
        *count = (size_t)(section->size / item_size);
        return GM_OK;
    }
    return gmi_fail(err, GM_ERR_DAMAGED, "section '%.4s' is missing",
                    (const char *)&tag);
}

gm_status gmi_container_verify(const struct gmi_container *container,
                               gm_error *err)
{
    for (size_t i = 0; i < container->section_count; i++) {
        const struct gmi_section *section = &container->sections[i];
        if (XXH3_64bits(container->map.data + section->offset,
                        (size_t)section->size) != section->checksum)
            return gmi_fail_at_byte(err, GM_ERR_DAMAGED, section->offset,
                                    "section '%.4s' does not have the bytes "
                                    "it was written with",
                                    (const char *)&section->tag);
    }
    return GM_OK;
}

/* ---- Writing ----------------------------------------------------------- */

static void write_bytes(struct gmi_container_writer *writer, const void *data,
                        size_t size)
{
    if (size)
        fwrite(data, 1, size, writer->stream);
    writer->position += size;
}

gm_status gmi_container_begin(struct gmi_container_writer *writer,
                              FILE *stream, uint32_t kind, uint16_t major,
                              uint16_t minor, gm_error *err)
{
    *writer = (struct gmi_container_writer){.stream = stream};
    memcpy(writer->header.magic, MAGIC, sizeof MAGIC);
    writer->header.kind = kind;
    writer->header.major = major;
    writer->header.minor = minor;
    writer->hash = XXH3_createState();
    if (!writer->hash)
        return gmi_fail_memory(err);
    /* Room for header and table, written at the end. */
    static const unsigned char zeros[sizeof(struct gmi_section)];
    for (size_t i = 0; i < GMI_SECTIONS_MAX + 2; i++)
        write_bytes(writer, zeros, sizeof zeros);
    return GM_OK;
}

static void end_section(struct gmi_container_writer *writer)
{
    if (writer->header.section_count == 0)
        return;
    struct gmi_section *section =
        &writer->sections[writer->header.section_count - 1];
    section->size = writer->position - section->offset;
    section->checksum = XXH3_64bits_digest(writer->hash);
}

void gmi_container_begin_section(struct gmi_container_writer *writer,
                                 uint32_t tag, uint32_t item_size)
{
    assert(writer->header.section_count < GMI_SECTIONS_MAX);
    end_section(writer);
    static const unsigned char zeros[SECTION_ALIGNMENT];
    write_bytes(writer, zeros,
                (size_t)(-writer->position & (SECTION_ALIGNMENT - 1)));
    writer->sections[writer->header.section_count++] =
        (struct gmi_section){.tag = tag,
                             .item_size = item_size,
                             .offset = writer->position};
    XXH3_64bits_reset(writer->hash);
}

void gmi_container_write(struct gmi_container_writer *writer,
                         const void *data, size_t size)
{
    XXH3_64bits_update(writer->hash, data, size);
    write_bytes(writer, data, size);
}

gm_status gmi_container_finish(struct gmi_container_writer *writer,
                               gm_error *err)
{
    end_section(writer);
    struct gmi_container_header *header = &writer->header;
    header->file_size = writer->position;
    header->checksum = header_checksum(*header, writer->sections);
    if (fseek(writer->stream, 0, SEEK_SET) != 0)
        return gmi_fail_errno(err, "write", "compiled file");
    fwrite(header, sizeof *header, 1, writer->stream);
    fwrite(writer->sections, sizeof *writer->sections, header->section_count,
           writer->stream);
    return GM_OK;
}

void gmi_container_writer_release(struct gmi_container_writer *writer)
{
    XXH3_freeState(writer->hash);
    writer->hash = NULL;
}
