/* SPDX-License-Identifier: MIT */
/* A gazetteer being built: life, sources, names, events. */
#include "build/builder.h"

#include "base/memory.h"
#include "base/status.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <ctype.h>
#include <string.h>

gm_status gm_builder_create(const gm_build_events *events, gm_builder **out,
                            gm_error *err)
{
    gm_builder *builder = gmi_alloc_zeroed(1, sizeof *builder);
    if (!builder)
        return gmi_fail_memory(err);
    if (events)
        builder->events = *events;
    builder->texts.ceiling = UINT32_MAX - 1;
    /* Number 0 is "no language" and "no feature"; offset 0 is "". */
    gmi_buffer_add_char(&builder->texts, '\0');
    if (gmi_intern_add(&builder->languages, "", 0) == UINT32_MAX ||
        gmi_intern_add(&builder->features, "", 0) == UINT32_MAX ||
        builder->texts.is_failed) {
        gm_builder_free(builder);
        return gmi_fail_memory(err);
    }
    *out = builder;
    return GM_OK;
}

void gm_builder_free(gm_builder *builder)
{
    if (!builder)
        return;
    for (size_t i = 0; i < builder->source_count; i++) {
        gmi_release(builder->sources[i].prefix);
        gmi_release(builder->sources[i].name);
        gmi_release(builder->sources[i].licence);
        gmi_release(builder->sources[i].url);
    }
    gmi_release(builder->places);
    gmi_release(builder->names);
    gmi_release(builder->prefixes);
    gmi_release(builder->areas);
    gmi_release(builder->id_table);
    gmi_buffer_release(&builder->texts);
    gmi_intern_release(&builder->codes);
    gmi_intern_release(&builder->features);
    gmi_intern_release(&builder->languages);
    gmi_intern_release(&builder->ids);
    gmi_release(builder);
}

uint64_t gm_builder_place_count(const gm_builder *builder)
{
    return builder->place_count;
}

uint64_t gm_builder_name_count(const gm_builder *builder)
{
    return builder->name_count;
}

uint64_t gm_builder_bad_line_count(const gm_builder *builder)
{
    return builder->bad_lines;
}

/* ---- Sources ----------------------------------------------------------- */

static bool is_prefix(const char *prefix)
{
    size_t length = 0;
    for (; prefix[length]; length++)
        if (!isalnum((unsigned char)prefix[length]) &&
            prefix[length] != '-' && prefix[length] != '_')
            return false;
    return length > 0 && length <= 24;
}

static char *copy_or_empty(const char *text)
{
    return gmi_copy_string(text ? text : "", text ? strlen(text) : 0);
}

/* What is given again and was not known before is kept. */
static void complete(char **known, const char *text)
{
    if (text && *text && !**known) {
        char *copy = copy_or_empty(text);
        if (copy) {
            gmi_release(*known);
            *known = copy;
        }
    }
}

gm_status gm_builder_begin_source(gm_builder *builder, const gm_source *source,
                                  gm_error *err)
{
    if (!source->prefix || !is_prefix(source->prefix))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "'%s' is no prefix for ids: letters, digits, '-' and "
                        "'_', at most 24",
                        source->prefix ? source->prefix : "");
    for (size_t i = 0; i < builder->source_count; i++) {
        if (strcmp(builder->sources[i].prefix, source->prefix) == 0) {
            builder->source = (uint8_t)i;
            complete(&builder->sources[i].name, source->name);
            complete(&builder->sources[i].licence, source->licence);
            complete(&builder->sources[i].url, source->url);
            return GM_OK;
        }
    }
    if (builder->source_count == GMI_SOURCES_MAX)
        return gmi_fail(err, GM_ERR_UNSUPPORTED, "more than %d sources",
                        GMI_SOURCES_MAX);
    struct gmi_build_source *added = &builder->sources[builder->source_count];
    added->prefix = copy_or_empty(source->prefix);
    added->name = copy_or_empty(source->name);
    added->licence = copy_or_empty(source->licence);
    added->url = copy_or_empty(source->url);
    builder->source = (uint8_t)builder->source_count++;
    if (!added->prefix || !added->name || !added->licence || !added->url)
        return gmi_fail_memory(err);
    return GM_OK;
}

/* ---- Strings and numbers ----------------------------------------------- */

uint32_t gmi_builder_text(gm_builder *builder, const char *text, size_t length)
{
    const size_t offset = builder->texts.length;
    gmi_buffer_add(&builder->texts, text, length);
    gmi_buffer_add_char(&builder->texts, '\0');
    return builder->texts.is_failed ? UINT32_MAX : (uint32_t)offset;
}

uint32_t gmi_builder_intern(gm_builder *builder, struct gmi_intern *intern,
                            const char *text, size_t length)
{
    const uint32_t number = gmi_intern_add(intern, text, length);
    if (number == UINT32_MAX)
        builder->is_out_of_memory = true;
    return number;
}

uint16_t gmi_builder_language(gm_builder *builder, const char *code,
                              size_t length)
{
    /* Codes are "en", "zh-Hant"; what is longer is no language. */
    if (length > sizeof((struct gmi_language_record *)0)->code - 1 ||
        !gmi_is_code(code, length))
        return 0;
    const uint32_t number =
        gmi_builder_intern(builder, &builder->languages, code, length);
    return number <= GMI_LANGUAGE_MASK ? (uint16_t)number : 0;
}

uint32_t gmi_builder_code(gm_builder *builder, const char *country,
                          const char *admin1, const char *admin2)
{
    /* "00" is GeoNames' code for "not known". */
    if (!admin1 || !*admin1 || strcmp(admin1, "00") == 0)
        return GMI_NO_CODE;
    char code[128];
    size_t length = 0;
    const char *parts[] = {country ? country : "", admin1, admin2};
    for (size_t i = 0; i < 3 && parts[i]; i++) {
        const size_t part = strlen(parts[i]);
        if (part == 0 && i == 2)
            break;
        if (length + part + 1 > sizeof code)
            return GMI_NO_CODE;
        if (i > 0)
            code[length++] = '.';
        memcpy(code + length, parts[i], part);
        length += part;
    }
    return gmi_builder_intern(builder, &builder->codes, code, length) + 1;
}

/* ---- Names ------------------------------------------------------------- */

static gm_status keep_prefix(gm_builder *builder, uint64_t key, gm_error *err)
{
    uint64_t *recent = &builder->recent_prefixes[key % GMI_RECENT_PREFIXES];
    if (*recent == key)
        return GM_OK;
    *recent = key;
    if (!gmi_reserve(&builder->prefixes, &builder->prefix_capacity,
                     builder->prefix_count, sizeof *builder->prefixes))
        return gmi_fail_memory(err);
    builder->prefixes[builder->prefix_count++] = key;
    return GM_OK;
}

/* The key of a name; keys of what it begins with are kept on the way. */
static gm_status index_name(gm_builder *builder, const char *text,
                            size_t length, uint64_t *key, gm_error *err)
{
    size_t position = 0, words = 0;
    struct gmi_word word;
    *key = GMI_KEY_EMPTY;
    while (gmi_word_next(text, length, &position, &word)) {
        if (words++ > 0 && keep_prefix(builder, *key, err))
            return GM_ERR_MEMORY;
        *key = gmi_key_add(*key, word.hash);
    }
    return words ? GM_OK : GM_END;
}

gm_status gmi_builder_put_name(gm_builder *builder, uint32_t place,
                               const struct gmi_new_name *name, gm_error *err)
{
    uint64_t key;
    const gm_status status =
        index_name(builder, name->text, name->length, &key, err);
    if (status)
        return status == GM_END ? GM_OK : status;
    if (builder->name_count >= UINT32_MAX - 1 ||
        !gmi_reserve(&builder->names, &builder->name_capacity,
                     builder->name_count, sizeof *builder->names))
        return gmi_fail_memory(err);
    const uint32_t text = gmi_builder_text(builder, name->text, name->length);
    if (text == UINT32_MAX)
        return gmi_fail_memory(err);
    builder->names[builder->name_count++] = (struct gmi_build_name){
        .key = key,
        .place = place,
        .text = text,
        .language = name->language,
        .kind = name->kind,
        .flags = name->flags,
        .languages = 1,
    };
    return GM_OK;
}

static uint8_t flags_of(const gm_name *name)
{
    uint8_t flags = 0;
    if (strcmp(name->language, "en") == 0)
        flags |= GMI_NAME_ENGLISH;
    if (name->language[0] == '\0')
        flags |= GMI_NAME_NO_LANGUAGE;
    if (name->kind == GM_NAME_PREFERRED)
        flags |= GMI_NAME_IS_PREFERRED;
    if (name->kind == GM_NAME_SHORT)
        flags |= GMI_NAME_IS_SHORT;
    if (name->kind == GM_NAME_HISTORIC)
        flags |= GMI_NAME_IS_HISTORIC;
    if (name->kind == GM_NAME_COLLOQUIAL)
        flags |= GMI_NAME_IS_COLLOQUIAL;
    return flags;
}

gm_status gm_builder_add_name(gm_builder *builder, const char *id,
                              const gm_name *name, gm_error *err)
{
    uint32_t place = id ? gmi_builder_find_id(builder, id) : GMI_NONE;
    if (!id && builder->place_count > 0)
        place = builder->last_place;
    if (place == GMI_NONE)
        return gmi_fail(err, GM_ERR_NOT_FOUND, "no place has the id '%s'",
                        id ? id : "");
    const size_t length = strlen(name->text);
    if (length > GMI_NAME_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "a name of %zu bytes is too long", length);
    if ((unsigned)name->kind > GM_NAME_ADJECTIVE)
        return gmi_fail(err, GM_ERR_ARGUMENT, "%d is no kind of name",
                        (int)name->kind);
    if (gmi_utf8_check(name->text, length) < length)
        return gmi_fail(err, GM_ERR_UTF8, "a name is not UTF-8");
    const struct gmi_new_name added = {
        .text = name->text,
        .length = length,
        .language = gmi_builder_language(
            builder, name->language, strnlen(name->language, 7)),
        .kind = (uint8_t)name->kind,
        .flags = flags_of(name),
    };
    if (name->kind == GM_NAME_MAIN)
        return gmi_builder_set_main_name(builder, place, &added, err);
    return gmi_builder_put_name(builder, place, &added, err);
}

/* ---- Events ------------------------------------------------------------ */

gm_status gmi_builder_progress(gm_builder *builder, const char *stage,
                               uint64_t done, uint64_t total, gm_error *err)
{
    if (builder->events.on_progress &&
        !builder->events.on_progress(builder->events.context, stage, done,
                                     total))
        return gmi_fail(err, GM_ERR_CANCELLED, "stopped");
    return GM_OK;
}

void gmi_builder_bad_line(gm_builder *builder, const gm_error *why)
{
    builder->bad_lines++;
    if (builder->events.on_bad_line)
        builder->events.on_bad_line(builder->events.context, why);
}

gm_status gm_builder_progress(gm_builder *builder, const char *stage,
                              uint64_t done, uint64_t total, gm_error *err)
{
    return gmi_builder_progress(builder, stage, done, total, err);
}

void gm_builder_bad_line(gm_builder *builder, const gm_error *why)
{
    gmi_builder_bad_line(builder, why);
}
