/* SPDX-License-Identifier: MIT */
/*
 * A zip file with one file in it (PKWARE's APPNOTE.TXT, 4.3). GDAL writes zip
 * files, too, but puts the time of day into them.
 */
#include "layer/zip.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <stdint.h>
#include <string.h>

enum {
    LOCAL_HEADER = 0x04034b50,
    CENTRAL_HEADER = 0x02014b50,
    END_OF_CENTRAL = 0x06054b50,
    VERSION = 20,
    DEFLATE = 8,
    FIRST_OF_1980 = 0x21, /* the first date that there is */
    ZLIB_HEAD = 2,        /* bytes around what zip calls deflated */
    ZLIB_TAIL = 4
};

static uint32_t crc32_of(const char *data, size_t length)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < length; i++) {
        crc ^= (unsigned char)data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xedb88320) : 0);
    }
    return ~crc;
}

static void add16(struct gmi_text *out, unsigned value)
{
    const char bytes[] = {(char)(value & 0xff), (char)(value >> 8 & 0xff)};
    gmi_text_add(out, bytes, sizeof bytes);
}

static void add32(struct gmi_text *out, uint32_t value)
{
    add16(out, value & 0xffff);
    add16(out, value >> 16);
}

/* A file in it, as both of its headers describe it. */
struct entry {
    const char *name;
    uint32_t crc, packed, size;
};

static void add_entry(struct gmi_text *out, const struct entry *entry)
{
    add16(out, VERSION);
    add16(out, 0); /* flags */
    add16(out, DEFLATE);
    add16(out, 0); /* midnight */
    add16(out, FIRST_OF_1980);
    add32(out, entry->crc);
    add32(out, entry->packed);
    add32(out, entry->size);
    add16(out, (unsigned)strlen(entry->name));
    add16(out, 0); /* nothing extra */
}

static void add_central(struct gmi_text *out, const struct entry *entry,
                        size_t offset_of_file)
{
    const size_t begin = out->length;
    add32(out, CENTRAL_HEADER);
    add16(out, VERSION);
    add_entry(out, entry);
    add16(out, 0); /* comment */
    add16(out, 0); /* disk */
    add16(out, 0); /* attributes */
    add32(out, 0);
    add32(out, (uint32_t)offset_of_file);
    gmi_text_add(out, entry->name, strlen(entry->name));
    const size_t end = out->length;
    add32(out, END_OF_CENTRAL);
    add32(out, 0); /* disks */
    add16(out, 1); /* files on this one */
    add16(out, 1); /* and in all */
    add32(out, (uint32_t)(end - begin));
    add32(out, (uint32_t)begin);
    add16(out, 0); /* comment */
}

void gmi_zip(const char *name, const char *data, size_t length,
             struct gmi_text *out)
{
    size_t packed_length = 0;
    char *packed = length < INT32_MAX
                       ? CPLZLibDeflate(data, length, 9, NULL, 0,
                                        &packed_length)
                       : NULL;
    if (!packed || packed_length < ZLIB_HEAD + ZLIB_TAIL) {
        VSIFree(packed);
        out->is_failed = true;
        return;
    }
    packed_length -= ZLIB_HEAD + ZLIB_TAIL;
    const struct entry entry = {name, crc32_of(data, length),
                                (uint32_t)packed_length, (uint32_t)length};
    const size_t begin = out->length;
    add32(out, LOCAL_HEADER);
    add_entry(out, &entry);
    gmi_text_add(out, name, strlen(name));
    gmi_text_add(out, packed + ZLIB_HEAD, packed_length);
    VSIFree(packed);
    add_central(out, &entry, begin);
}
