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
enum { LEXICON_MAJOR = 2, LEXICON_MINOR = 0, LINE_MAX_BYTES = 1024 };

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
    if (!status)
        status = gmi_ordinary_open(&lexicon.container, &lexicon.ordinary, err);
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
    struct gmi_ordinary_builder ordinary;
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

static bool add_entry(struct builder *builder,
                      const struct gmi_lexicon_entry *added)
{
    if (builder->count * 2 >= builder->size && !grow(builder))
        return false;
    struct gmi_lexicon_entry *entry =
        entry_of(builder->entries, builder->size, added->key);
    builder->count += entry->key == 0;
    entry->key = added->key;
    entry->classes |= added->classes;
    if (added->rank && (!entry->rank || added->rank < entry->rank))
        entry->rank = added->rank;
    if (added->geo_class && !entry->geo_class)
        entry->geo_class = added->geo_class;
    entry->geo_side |= added->geo_side;
    return true;
}

/* A phrase, and the shorter ones that it begins with. */
static bool add_phrase(struct builder *builder, const char *text,
                       size_t length, struct gmi_lexicon_entry entry)
{
    size_t position = 0, words = 0;
    struct gmi_word word;
    entry.key = GMI_KEY_EMPTY;
    while (gmi_word_next(text, length, &position, &word)) {
        const struct gmi_lexicon_entry prefix = {.key = entry.key,
                                                 .classes = GMI_LEX_PREFIX};
        if (words++ > 0 && !add_entry(builder, &prefix))
            return false;
        entry.key = gmi_key_add(entry.key, word.hash);
    }
    return words == 0 || add_entry(builder, &entry);
}

/* A list being read. */
struct list {
    enum gmi_lexicon_class class;
    uint16_t rank;
    uint32_t stop_bit;
};

uint32_t gmi_lexicon_stop_bit(const char *language)
{
    static const char codes[][3] = {"fr", "de", "es", "ru", "tr", "az",
                                    "hy", "uk", "ka", "it", "pt"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(language, codes[i]) == 0)
            return (uint32_t)GMI_LEX_STOP_FR << i;
    return GMI_LEX_STOP_ANY;
}

/* The columns of geo-types: where the word stands, the class it speaks for. */
static void read_geo_columns(char *columns, struct gmi_lexicon_entry *entry)
{
    char *class = strchr(columns, '\t');
    if (!class)
        return;
    *class++ = '\0';
    entry->geo_class = class[0];
    if (strcmp(columns, "after") != 0)
        entry->geo_side |= GMI_GEO_BEFORE;
    if (strcmp(columns, "before") != 0)
        entry->geo_side |= GMI_GEO_AFTER;
}

static bool ends_with_mark(const char *line, size_t length)
{
    return length > 2 && memcmp(line + length - 2, " ?", 2) == 0;
}

static bool read_entry(struct builder *builder, struct list *list, char *line)
{
    struct gmi_lexicon_entry entry = {.classes = 1u << list->class};
    char *tab = strchr(line, '\t');
    if (tab) {
        *tab = '\0';
        if (list->class == GMI_LEX_INDEX_GEO_TYPE)
            read_geo_columns(tab + 1, &entry);
    }
    size_t length = strlen(line);
    const bool is_weak = ends_with_mark(line, length);
    if (is_weak)
        length -= 2;
    if (list->class == GMI_LEX_INDEX_STOP_NAME)
        entry.classes |= list->stop_bit | (is_weak ? GMI_LEX_DOUBTFUL : 0);
    else if (is_weak)
        return true; /* evidence that needs other evidence: left out */
    if (list->class == GMI_LEX_INDEX_COMMON_WORD && list->rank < UINT16_MAX)
        entry.rank = ++list->rank;
    if (strncmp(line, "... ", 4) == 0) {
        line += 4;
        length -= 4;
        entry.classes = GMI_LEX_CUE_AFTER;
    }
    /* Endings ("-da") belong to the rules of inflection. */
    return line[0] == '-' || add_phrase(builder, line, length, entry);
}

static gm_status read_list(struct builder *builder, FILE *file,
                           const char *path, enum gmi_lexicon_class class,
                           gm_error *err)
{
    char line[LINE_MAX_BYTES], language[3] = "";
    struct list list = {.class = class, .stop_bit = GMI_LEX_STOP_ANY};
    for (uint64_t number = 1; fgets(line, sizeof line, file); number++) {
        size_t length = strcspn(line, "\r\n");
        while (length > 0 && line[length - 1] == ' ')
            length--;
        line[length] = '\0';
        if (gmi_utf8_check(line, length) < length)
            return gmi_fail_at_line(err, GM_ERR_UTF8, number,
                                    "%s:%llu: not UTF-8", path,
                                    (unsigned long long)number);
        if (sscanf(line, "## lang: %2s", language) == 1)
            list.stop_bit = gmi_lexicon_stop_bit(language);
        if (line[0] == '#' || line[0] == '\0')
            continue;
        if (!read_entry(builder, &list, line))
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
        if (!names[i])
            continue; /* filled from another class' list */
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
        gmi_ordinary_write(&builder->ordinary, &writer);
        status = gmi_container_finish(&writer, err);
        gmi_container_writer_release(&writer);
    }
    if (status) {
        gm_output_discard(output);
        return status;
    }
    return gm_output_commit(output, err);
}

static gm_status read_ordinary(struct builder *builder, const char *folder,
                               gm_error *err)
{
    struct gmi_buffer path = {0};
    gmi_buffer_printf(&path, "%s/ordinary-words.txt", folder);
    const gm_status status =
        path.is_failed ? gmi_fail_memory(err)
                       : gmi_ordinary_read(&builder->ordinary, path.data, err);
    gmi_buffer_release(&path);
    return status;
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
        status = read_ordinary(&builder, folder, err);
    if (!status)
        status = write_lexicon(&builder, path, err);
    gmi_release(builder.entries);
    gmi_ordinary_builder_release(&builder.ordinary);
    return status;
}

gm_status gm_train_lexicon(const char *folder, const char *output,
                           gm_error *err)
{
    return gmi_lexicon_build(folder, output, err);
}
