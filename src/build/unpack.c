/* SPDX-License-Identifier: MIT */
/* Bytes of a file, unpacked on the way: plain, gzip, zstd or zip. */
#include "build/unpack.h"

#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unzip.h>
#include <zlib.h>
#include <zstd.h>

enum packing { PLAIN, GZIP, ZSTD, ZIP };

struct gmi_unpacker {
    enum packing packing;
    char *path;
    FILE *file;           /* plain, zstd */
    gzFile gzip;
    unzFile zip;
    ZSTD_DStream *zstd;
    ZSTD_inBuffer packed; /* of zstd */
    size_t packed_capacity;
    size_t zstd_hint;     /* 0: at the end of a frame */
    uint64_t zip_left;    /* bytes that the entry still has */
};

static enum packing packing_of(FILE *file)
{
    unsigned char magic[4] = {0};
    const size_t got = fread(magic, 1, sizeof magic, file);
    rewind(file);
    if (got >= 2 && magic[0] == 0x1f && magic[1] == 0x8b)
        return GZIP;
    if (got == 4 && memcmp(magic, "\x28\xb5\x2f\xfd", 4) == 0)
        return ZSTD;
    if (got == 4 && memcmp(magic, "PK\3\4", 4) == 0)
        return ZIP;
    return PLAIN;
}

static gm_status broken(const struct gmi_unpacker *unpacker, gm_error *err)
{
    return gmi_fail(err, GM_ERR_DAMAGED, "cannot unpack '%s': it is damaged",
                    unpacker->path);
}

/* ---- Zip --------------------------------------------------------------- */

/* Whether the entry is the archive's own name with another ending. */
static bool is_named_like(const char *entry, const char *path)
{
    const char *base = strrchr(path, '/');
    base = base ? base + 1 : path;
    const char *dot = strrchr(base, '.');
    const size_t length = dot ? (size_t)(dot - base) : strlen(base);
    return strncasecmp(entry, base, length) == 0 && entry[length] == '.';
}

static gm_status open_zip(struct gmi_unpacker *unpacker, gm_error *err)
{
    unpacker->zip = unzOpen64(unpacker->path);
    if (!unpacker->zip)
        return broken(unpacker, err);
    unz64_file_pos best = {0};
    uint64_t best_size = 0;
    bool is_found = false;
    int step = unzGoToFirstFile(unpacker->zip);
    for (; step == UNZ_OK; step = unzGoToNextFile(unpacker->zip)) {
        unz_file_info64 info;
        char name[512];
        if (unzGetCurrentFileInfo64(unpacker->zip, &info, name, sizeof name,
                                    NULL, 0, NULL, 0) != UNZ_OK)
            return broken(unpacker, err);
        const uint64_t size = is_named_like(name, unpacker->path)
                                  ? UINT64_MAX
                                  : info.uncompressed_size;
        if (!is_found || size > best_size) {
            is_found = true;
            best_size = size;
            unzGetFilePos64(unpacker->zip, &best);
        }
    }
    if (!is_found || unzGoToFilePos64(unpacker->zip, &best) != UNZ_OK ||
        unzOpenCurrentFile(unpacker->zip) != UNZ_OK)
        return broken(unpacker, err);
    unz_file_info64 info;
    if (unzGetCurrentFileInfo64(unpacker->zip, &info, NULL, 0, NULL, 0, NULL,
                                0) != UNZ_OK)
        return broken(unpacker, err);
    unpacker->zip_left = info.uncompressed_size;
    return GM_OK;
}

static gm_status read_zip(struct gmi_unpacker *unpacker, char *data,
                          size_t size, size_t *got, gm_error *err)
{
    const int count = unzReadCurrentFile(unpacker->zip, data, (unsigned)size);
    if (count < 0 || (uint64_t)count > unpacker->zip_left)
        return broken(unpacker, err);
    unpacker->zip_left -= (uint64_t)count;
    *got = (size_t)count;
    if (count > 0 || size == 0)
        return GM_OK;
    /* The end checks the sum of what was read, if all was. */
    if (unpacker->zip_left > 0 || unzCloseCurrentFile(unpacker->zip) != UNZ_OK)
        return broken(unpacker, err);
    return GM_OK;
}

/* ---- Zstd -------------------------------------------------------------- */

static gm_status open_zstd(struct gmi_unpacker *unpacker, gm_error *err)
{
    unpacker->zstd = ZSTD_createDStream();
    unpacker->packed_capacity = ZSTD_DStreamInSize();
    unpacker->packed.src = gmi_alloc(unpacker->packed_capacity);
    if (!unpacker->zstd || !unpacker->packed.src)
        return gmi_fail_memory(err);
    ZSTD_initDStream(unpacker->zstd);
    return GM_OK;
}

static gm_status read_zstd(struct gmi_unpacker *unpacker, char *data,
                           size_t size, size_t *got, gm_error *err)
{
    ZSTD_outBuffer out = {data, size, 0};
    while (out.pos < out.size) {
        ZSTD_inBuffer *in = &unpacker->packed;
        if (in->pos == in->size) {
            in->size = fread((void *)(uintptr_t)in->src, 1,
                             unpacker->packed_capacity, unpacker->file);
            in->pos = 0;
            if (in->size == 0) {
                if (unpacker->zstd_hint != 0)
                    return broken(unpacker, err); /* it ends in a frame */
                break;
            }
        }
        const size_t hint = ZSTD_decompressStream(unpacker->zstd, &out, in);
        if (ZSTD_isError(hint))
            return broken(unpacker, err);
        unpacker->zstd_hint = hint;
    }
    *got = out.pos;
    return GM_OK;
}

/* ---- All --------------------------------------------------------------- */

static gm_status open_packing(struct gmi_unpacker *unpacker, gm_error *err)
{
    switch (unpacker->packing) {
    case GZIP:
        unpacker->gzip = gzopen(unpacker->path, "rb");
        if (!unpacker->gzip)
            return gmi_fail_errno(err, "open", unpacker->path);
        gzbuffer(unpacker->gzip, 1 << 17);
        return GM_OK;
    case ZSTD:
        return open_zstd(unpacker, err);
    case ZIP:
        return open_zip(unpacker, err);
    case PLAIN:
        break;
    }
    return GM_OK;
}

gm_status gmi_unpacker_open(const char *path, struct gmi_unpacker **out,
                            uint64_t *packed_size, gm_error *err)
{
    struct gmi_unpacker *unpacker = gmi_alloc_zeroed(1, sizeof *unpacker);
    if (!unpacker)
        return gmi_fail_memory(err);
    gm_status status = GM_OK;
    unpacker->path = gmi_copy_string(path, strlen(path));
    unpacker->file = fopen(path, "rb");
    struct stat info = {0};
    if (!unpacker->path)
        status = gmi_fail_memory(err);
    else if (!unpacker->file || fstat(fileno(unpacker->file), &info) != 0)
        status = gmi_fail_errno(err, "open", path);
    else if (S_ISDIR(info.st_mode))
        status = gmi_fail(err, GM_ERR_IO, "cannot read '%s': is a folder",
                          path);
    if (!status) {
        unpacker->packing =
            S_ISREG(info.st_mode) ? packing_of(unpacker->file) : PLAIN;
        status = open_packing(unpacker, err);
    }
    if (status) {
        gmi_unpacker_close(unpacker);
        return status;
    }
    *packed_size = (uint64_t)info.st_size;
    *out = unpacker;
    return GM_OK;
}

void gmi_unpacker_close(struct gmi_unpacker *unpacker)
{
    if (!unpacker)
        return;
    if (unpacker->file)
        fclose(unpacker->file);
    if (unpacker->gzip)
        gzclose(unpacker->gzip);
    if (unpacker->zip)
        unzClose(unpacker->zip);
    ZSTD_freeDStream(unpacker->zstd);
    gmi_release((void *)(uintptr_t)unpacker->packed.src);
    gmi_release(unpacker->path);
    gmi_release(unpacker);
}

static gm_status read_gzip(struct gmi_unpacker *unpacker, char *data,
                           size_t size, size_t *got, gm_error *err)
{
    const int count = gzread(unpacker->gzip, data, (unsigned)size);
    int problem = Z_OK;
    gzerror(unpacker->gzip, &problem);
    if (count < 0 || (count == 0 && problem == Z_BUF_ERROR))
        return broken(unpacker, err);
    *got = (size_t)count;
    return GM_OK;
}

gm_status gmi_unpacker_read(struct gmi_unpacker *unpacker, char *data,
                            size_t size, size_t *got, uint64_t *packed_done,
                            gm_error *err)
{
    if (size > 1 << 30)
        size = 1 << 30;
    switch (unpacker->packing) {
    case GZIP:
        *packed_done = (uint64_t)gzoffset(unpacker->gzip);
        return read_gzip(unpacker, data, size, got, err);
    case ZSTD:
        *packed_done = (uint64_t)ftello(unpacker->file);
        return read_zstd(unpacker, data, size, got, err);
    case ZIP:
        *packed_done = (uint64_t)unzGetCurrentFileZStreamPos64(unpacker->zip);
        return read_zip(unpacker, data, size, got, err);
    case PLAIN:
        break;
    }
    errno = 0;
    *got = fread(data, 1, size, unpacker->file);
    *packed_done = (uint64_t)ftello(unpacker->file);
    if (*got == 0 && ferror(unpacker->file))
        return gmi_fail_errno(err, "read", unpacker->path);
    return GM_OK;
}
