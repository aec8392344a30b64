/* SPDX-License-Identifier: MIT */
/* Word lists, compiled. */
#include "model/lexicon.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/output.h"
#include "base/status.h"
#include "include/geomention_train.h"
#include "text/utf8.h"

#include <stdio.h>
#include <string.h>

#define LEXICON_KIND    GMI_TAG('L', 'E', 'X', ' ')
#define SECTION_ENTRIES GMI_TAG('E', 'N', 'T', 'R')
enum { LEXICON_MAJOR = 1, LEXICON_MINOR = 0, LINE_MAX_BYTES = 1024 };

gm_status gmi_lexicon_open(const char *path, struct gmi_lexicon *out,
                           gm_error *err)
{
    struct gmi_lexicon lexicon = {0};
    gm_status status = gmi_container_open(path, LEXICON_KIND, LEXICON_MAJOR,
                                          &lexicon.container, err);
    if (status)
        return status;
    const void *entries;
    status = gmi_container_section(&lexicon.container, SECTION_ENTRIES,
                                   sizeof *lexicon.entries, &entries,
                                   &lexicon.entry_count, err);
    if (!status && (lexicon.entry_count == 0 ||
                    (lexicon.entry_count & (lexicon.entry_count - 1)) != 0))
        status = gmi_fail(err, GM_ERR_DAMAGED,
                          "'%s' is damaged: its table has no power of two",
                          path);
    if (status) {
        gmi_container_release(&lexicon.container);
        return status;
    }
    lexicon.entries = entries;
    *out = lexicon;
    return GM_OK;
}

void gmi_lexicon_release(struct gmi_lexicon *lexicon)
{
    gmi_container_release(&lexicon->container);
    *lexicon = (struct gmi_lexicon){0};
}

/* ---- Building ---------------------------------------------------------- */

struct builder {
    struct gmi_lexicon_entry *entries;
    size_t size, count;
};

static struct gmi_lexicon_entry *entry_of(struct gmi_lexicon_entry *entries,
                                          size_t size, uint64_t key)
{
    size_t slot = (size_t)key & (size - 1);
    while (entries[slot].key && entries[slot].key != key)
        slot = (slot + 1) & (size - 1);
    return &entries[slot];
}

static bool grow(struct builder *builder)
{
    const size_t size = builder->size ? builder->size * 2 : 1024;
    struct gmi_lexicon_entry *entries =
        gmi_alloc_zeroed(size, sizeof *entries);
    if (!entries)
        return false;
    for (size_t i = 0; i < builder->size; i++)
        if (builder->entries[i].key)
            *entry_of(entries, size, builder->entries[i].key) =
                builder->entries[i];
    gmi_release(builder->entries);
    builder->entries = entries;
    builder->size = size;
    return true;
}

static bool add_key(struct builder *builder, uint64_t key, uint32_t classes,
                    uint32_t rank)
{
    if (builder->count * 2 >= builder->size && !grow(builder))
        return false;
    struct gmi_lexicon_entry *entry =
        entry_of(builder->entries, builder->size, key);
    builder->count += entry->key == 0;
    entry->key = key;
    entry->classes |= classes;
    if (rank && (!entry->rank || rank < entry->rank))
        entry->rank = rank;
    return true;
}

/* A phrase, and the shorter ones that it begins with. */
static bool add_phrase(struct builder *builder, const char *text,
                       size_t length, uint32_t classes, uint32_t rank)
{
    uint64_t key = GMI_KEY_EMPTY;
    size_t position = 0, words = 0;
    struct gmi_word word;
    while (gmi_word_next(text, length, &position, &word)) {
        if (words++ > 0 && !add_key(builder, key, GMI_LEX_PREFIX, 0))
            return false;
        key = gmi_key_add(key, word.hash);
    }
    return words == 0 || add_key(builder, key, classes, rank);
}

static gm_status read_list(struct builder *builder, FILE *file,
                           const char *path, enum gmi_lexicon_class class,
                           gm_error *err)
{
    char line[LINE_MAX_BYTES];
    uint32_t rank = 0;
    for (uint64_t number = 1; fgets(line, sizeof line, file); number++) {
        size_t length = strcspn(line, "\r\n#");
        while (length > 0 && strchr(" \t", line[length - 1]))
            length--;
        uint32_t classes = 1u << class;
        if (length > 2 && memcmp(line + length - 2, " ?", 2) == 0) {
            classes |= GMI_LEX_DOUBTFUL;
            length -= 2;
        }
        if (gmi_utf8_check(line, length) < length)
            return gmi_fail_at_line(err, GM_ERR_UTF8, number,
                                    "%s:%llu: not UTF-8", path,
                                    (unsigned long long)number);
        if (length == 0)
            continue;
        rank += class == GMI_LEX_INDEX_COMMON_WORD;
        if (!add_phrase(builder, line, length, classes, rank))
            return gmi_fail_memory(err);
    }
    return GM_OK;
}

static gm_status read_lists(struct builder *builder, const char *folder,
                            gm_error *err)
{
    static const char *const names[] = {
#define LEXICON_FILE(name, file) file,
        GMI_LEXICON_CLASSES(LEXICON_FILE)
#undef LEXICON_FILE
    };
    gm_status status = GM_OK;
    for (size_t i = 0; i < GMI_LEXICON_CLASS_COUNT && !status; i++) {
        struct gmi_buffer path = {0};
        gmi_buffer_printf(&path, "%s/%s.txt", folder, names[i]);
        FILE *file = path.is_failed ? NULL : fopen(path.data, "rb");
        if (path.is_failed)
            status = gmi_fail_memory(err);
        else if (!file)
            status = gmi_fail_errno(err, "open", path.data);
        else
            status = read_list(builder, file, path.data,
                               (enum gmi_lexicon_class)i, err);
        if (file)
            fclose(file);
        gmi_buffer_release(&path);
    }
    return status;
}

static gm_status write_lexicon(const struct builder *builder, const char *path,
                               gm_error *err)
{
    gm_output *output;
    gm_status status = gm_output_open(path, true, &output, err);
    if (status)
        return status;
    struct gmi_container_writer writer;
    status = gmi_container_begin(&writer, gm_output_stream(output),
                                 LEXICON_KIND, LEXICON_MAJOR, LEXICON_MINOR,
                                 err);
    if (!status) {
        gmi_container_begin_section(&writer, SECTION_ENTRIES,
                                    sizeof *builder->entries);
        gmi_container_write(&writer, builder->entries,
                            builder->size * sizeof *builder->entries);
        status = gmi_container_finish(&writer, err);
        gmi_container_writer_release(&writer);
    }
    if (status) {
        gm_output_discard(output);
        return status;
    }
    return gm_output_commit(output, err);
}

gm_status gmi_lexicon_build(const char *folder, const char *path,
                            gm_error *err)
{
    struct builder builder = {0};
    gm_status status =
        grow(&builder) ? GM_OK : gmi_fail_memory(err);
    if (!status)
        status = read_lists(&builder, folder, err);
    if (!status)
        status = write_lexicon(&builder, path, err);
    gmi_release(builder.entries);
    return status;
}

gm_status gm_train_lexicon(const char *folder, const char *output,
                           gm_error *err)
{
    return gmi_lexicon_build(folder, output, err);
}
