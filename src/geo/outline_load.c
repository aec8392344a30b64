/* SPDX-License-Identifier: MIT */
/* The bytes of an outline. */
#include "geo/outline.h"

#include "base/map.h"
#include "base/status.h"

#include <string.h>
#include <zstd.h>

/* Far above any outline, far below what would hurt: a bomb ends here. */
enum { TEXT_MAX = 64 << 20 };

static gm_status unpack(const struct gmi_map *map, ZSTD_DStream *stream,
                        struct gmi_buffer *out)
{
    ZSTD_inBuffer in = {map->data, map->size, 0};
    char chunk[16 * 1024];
    size_t hint = 1;
    while (!out->is_failed) {
        ZSTD_outBuffer piece = {chunk, sizeof chunk, 0};
        hint = ZSTD_decompressStream(stream, &piece, &in);
        if (ZSTD_isError(hint))
            return GM_ERR_DAMAGED;
        gmi_buffer_add(out, chunk, piece.pos);
        if (in.pos == in.size && piece.pos < piece.size)
            break;
    }
    return hint && !out->is_failed ? GM_ERR_DAMAGED : GM_OK;
}

static gm_status load(const char *path, const struct gmi_map *map,
                      struct gmi_buffer *out, gm_error *err)
{
    gm_status status = GM_OK;
    if (map->size >= 4 && memcmp(map->data, "\x28\xb5\x2f\xfd", 4) == 0) {
        ZSTD_DStream *stream = ZSTD_createDStream();
        if (!stream)
            return gmi_fail_memory(err);
        status = unpack(map, stream, out);
        ZSTD_freeDStream(stream);
    } else if (map->size) {
        gmi_buffer_add(out, (const char *)map->data, map->size);
    }
    if (status)
        return gmi_fail(err, status, "cannot unpack '%s': it is damaged", path);
    return out->is_failed ? gmi_fail_memory(err) : GM_OK;
}

gm_status gmi_outline_load(const char *path, struct gmi_buffer *out,
                           gm_error *err)
{
    struct gmi_map map;
    gm_status status = gmi_map_file(path, GMI_MAP_SCAN, &map, err);
    if (status)
        return status;
    out->ceiling = TEXT_MAX;
    status = load(path, &map, out, err);
    gmi_map_release(&map);
    return status;
}
