/* SPDX-License-Identifier: MIT */
/* Ordinary words of languages, compiled. */
#include "model/ordinary.h"

#include "base/memory.h"
#include "base/status.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

#define SECTION_ORDINARY GMI_TAG('O', 'R', 'D', 'I')
enum { LINE_MAX_BYTES = 256, SLOTS_MIN = 64 };

gm_status gmi_ordinary_open(const struct gmi_container *container,
                            struct gmi_ordinary *out, gm_error *err)
{
    const void *keys;
    size_t count;
    const gm_status status = gmi_container_section(
        container, SECTION_ORDINARY, sizeof *out->keys, &keys, &count, err);
    if (status)
        return status;
    if (count == 0 || (count & (count - 1)) != 0)
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "word lists are damaged: %zu slots are no power of "
                        "two",
                        count);
    *out = (struct gmi_ordinary){keys, count};
    return GM_OK;
}

/* ---- Building ---------------------------------------------------------- */

static void put(uint64_t *keys, size_t size, uint64_t key)
{
    size_t slot = (size_t)(key >> 8) & (size - 1);
    while (keys[slot] && keys[slot] != key)
        slot = (slot + 1) & (size - 1);
    keys[slot] = key;
}

static bool grow(struct gmi_ordinary_builder *builder)
{
    const size_t size = builder->size ? builder->size * 2 : SLOTS_MIN;
    uint64_t *keys = gmi_alloc_zeroed(size, sizeof *keys);
    if (!keys)
        return false;
    for (size_t i = 0; i < builder->size; i++)
        if (builder->keys[i])
            put(keys, size, builder->keys[i]);
    gmi_release(builder->keys);
    builder->keys = keys;
    builder->size = size;
    return true;
}

static bool add(struct gmi_ordinary_builder *builder, const char *language,
                const char *text, size_t length)
{
    struct gmi_word word;
    size_t position = 0;
    if (!gmi_word_next(text, length, &position, &word))
        return true;
    if (builder->count * 2 >= builder->size && !grow(builder))
        return false;
    builder->count++; /* one that stands twice is counted twice: no harm */
    put(builder->keys, builder->size, gmi_ordinary_key(language, word.hash));
    return true;
}

static gm_status read_lines(struct gmi_ordinary_builder *builder, FILE *file,
                            const char *path, gm_error *err)
{
    char line[LINE_MAX_BYTES], language[3] = "";
    for (uint64_t number = 1; fgets(line, sizeof line, file); number++) {
        const size_t length = strcspn(line, "\r\n");
        if (gmi_utf8_check(line, length) < length)
            return gmi_fail_at_line(err, GM_ERR_UTF8, number,
                                    "%s:%llu: not UTF-8", path,
                                    (unsigned long long)number);
        if (sscanf(line, "## lang: %2s", language) == 1 || line[0] == '#')
            continue;
        if (!add(builder, language, line, length))
            return gmi_fail_memory(err);
    }
    return GM_OK;
}

gm_status gmi_ordinary_read(struct gmi_ordinary_builder *builder,
                            const char *path, gm_error *err)
{
    if (!builder->size && !grow(builder))
        return gmi_fail_memory(err);
    FILE *file = fopen(path, "rb");
    if (!file)
        return gmi_fail_errno(err, "open", path);
    const gm_status status = read_lines(builder, file, path, err);
    fclose(file);
    return status;
}

void gmi_ordinary_write(const struct gmi_ordinary_builder *builder,
                        struct gmi_container_writer *writer)
{
    gmi_container_begin_section(writer, SECTION_ORDINARY,
                                sizeof *builder->keys);
    gmi_container_write(writer, builder->keys,
                        builder->size * sizeof *builder->keys);
}

void gmi_ordinary_builder_release(struct gmi_ordinary_builder *builder)
{
    gmi_release(builder->keys);
    *builder = (struct gmi_ordinary_builder){0};
}
