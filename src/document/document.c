/* SPDX-License-Identifier: MIT */
/* A text with its words and mentions. */
#include "document/document.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "text/language.h"
#include "text/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHECKPOINT = 1024 };
static const size_t TEXT_MAX = (size_t)1 << 30;

gm_status gm_document_create(gm_document **out, gm_error *err)
{
    gm_document *doc = gmi_alloc_zeroed(1, sizeof *doc);
    if (!doc)
        return gmi_fail_memory(err);
    doc->id = doc->title = doc->date = doc->text = doc->language = "";
    doc->bias.near_longitude = doc->bias.near_latitude = NAN;
    *out = doc;
    return GM_OK;
}

void gm_document_free(gm_document *doc)
{
    if (!doc)
        return;
    gmi_arena_release(&doc->arena);
    gmi_release(doc->words.items);
    gmi_release(doc->mentions);
    gmi_release(doc);
}

static void forget(gm_document *doc)
{
    gmi_arena_reset(&doc->arena);
    doc->id = doc->title = doc->date = doc->text = doc->language = "";
    doc->length = 0;
    doc->checkpoints = NULL;
    doc->is_ascii = true;
    doc->is_given = false;
    doc->bias = (struct gmi_bias){.near_longitude = NAN, .near_latitude = NAN};
    doc->is_split = false;
    doc->words.count = 0;
    doc->mention_count = 0;
    doc->focus = NULL;
    doc->focus_count = 0;
}

static bool is_ascii(const char *text, size_t length)
{
    unsigned char bits = 0;
    for (size_t i = 0; i < length; i++)
        bits |= (unsigned char)text[i];
    return bits < 0x80;
}

/* Code points before every 1024th byte, so that offsets are found at once. */
static uint32_t *count_checkpoints(gm_document *doc)
{
    const size_t count = doc->length / CHECKPOINT + 1;
    uint32_t *points =
        gmi_arena_alloc(&doc->arena, count * sizeof *points);
    if (!points)
        return NULL;
    uint32_t code_points = 0;
    for (size_t i = 0; i < count; i++) {
        points[i] = code_points;
        const size_t begin = i * CHECKPOINT;
        const size_t left = doc->length - begin;
        code_points += (uint32_t)gmi_utf8_count(
            doc->text + begin, left < CHECKPOINT ? left : CHECKPOINT);
    }
    return points;
}

gm_status gm_document_set_text(gm_document *doc, const char *id,
                               const char *text, size_t length, gm_error *err)
{
    forget(doc);
    if (length > TEXT_MAX)
        return gmi_fail(err, GM_ERR_MEMORY,
                        "a text of %zu bytes is over 1 GiB", length);
    const size_t bad = gmi_utf8_check(text, length);
    if (bad < length)
        return gmi_fail_at_byte(err, GM_ERR_UTF8, bad,
                                "not UTF-8 at byte %zu", bad);
    const char *id_copy = gmi_arena_string(&doc->arena, id, strlen(id));
    const char *copy = gmi_arena_string(&doc->arena, text, length);
    if (!id_copy || !copy)
        return gmi_fail_memory(err);
    doc->id = id_copy;
    doc->text = copy;
    doc->length = length;
    doc->is_ascii = is_ascii(text, length);
    if (!doc->is_ascii && !(doc->checkpoints = count_checkpoints(doc))) {
        forget(doc);
        return gmi_fail_memory(err);
    }
    return GM_OK;
}

static gm_status set_string(gm_document *doc, const char **field,
                            const char *value, gm_error *err)
{
    const size_t length = strlen(value);
    const size_t bad = gmi_utf8_check(value, length);
    if (bad < length)
        return gmi_fail_at_byte(err, GM_ERR_UTF8, bad,
                                "not UTF-8 at byte %zu", bad);
    const char *copy = gmi_arena_string(&doc->arena, value, length);
    if (!copy)
        return gmi_fail_memory(err);
    *field = copy;
    return GM_OK;
}

gm_status gm_document_set_title(gm_document *doc, const char *title,
                                gm_error *err)
{
    return set_string(doc, &doc->title, title, err);
}

gm_status gm_document_set_date(gm_document *doc, const char *date,
                               gm_error *err)
{
    return set_string(doc, &doc->date, date, err);
}

gm_status gm_document_add_country(gm_document *doc, const char *country,
                                  gm_error *err)
{
    struct gmi_bias *bias = &doc->bias;
    if (strlen(country) != 2 || country[0] < 'A' || country[0] > 'Z' ||
        country[1] < 'A' || country[1] > 'Z')
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "'%.20s' is no country: two capital letters, as in AM",
                        country);
    if (bias->country_count == GMI_COUNTRIES_MAX)
        return gmi_fail(err, GM_ERR_ARGUMENT, "more than %d countries",
                        GMI_COUNTRIES_MAX);
    memcpy(bias->countries[bias->country_count++], country, 3);
    return GM_OK;
}

gm_status gm_document_set_near(gm_document *doc, double longitude,
                               double latitude, double km, gm_error *err)
{
    if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 &&
          latitude <= 90 && km >= 0 && km <= 20040))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "%g, %g, %g is no longitude, latitude and km",
                        longitude, latitude, km);
    doc->bias.near_longitude = longitude;
    doc->bias.near_latitude = latitude;
    doc->bias.near_km = km > 0 ? km : 100;
    return GM_OK;
}

void gm_document_set_given(gm_document *doc)
{
    doc->is_given = true;
}

const char *gm_document_id(const gm_document *doc)
{
    return doc->id;
}

const char *gm_document_title(const gm_document *doc)
{
    return doc->title;
}

const char *gm_document_date(const gm_document *doc)
{
    return doc->date;
}

const char *gm_document_text(const gm_document *doc, size_t *length)
{
    if (length)
        *length = doc->length;
    return doc->text;
}

size_t gm_document_mention_count(const gm_document *doc)
{
    return doc->mention_count;
}

const gm_mention *gm_document_mention_at(const gm_document *doc, size_t index)
{
    return index < doc->mention_count ? &doc->mentions[index] : NULL;
}

size_t gm_document_focus_count(const gm_document *doc)
{
    return doc->focus_count;
}

const gm_focus *gm_document_focus_at(const gm_document *doc, size_t index)
{
    return index < doc->focus_count ? &doc->focus[index] : NULL;
}

const char *gm_use_name(gm_use use)
{
    static const char *const names[] = {"literal", "metonymic", "adjectival",
                                        "embedded"};
    return (unsigned)use < 4 ? names[use] : "";
}

/* ---- Offsets ----------------------------------------------------------- */

size_t gmi_document_code_point_at(const gm_document *doc, size_t byte)
{
    if (byte > doc->length)
        byte = doc->length;
    if (doc->is_ascii)
        return byte;
    const size_t from = byte / CHECKPOINT;
    return doc->checkpoints[from] +
           gmi_utf8_count(doc->text + from * CHECKPOINT,
                          byte - from * CHECKPOINT);
}

size_t gmi_document_byte_at(const gm_document *doc, size_t code_point)
{
    if (doc->is_ascii)
        return code_point < doc->length ? code_point : doc->length;
    size_t low = 0, high = doc->length / CHECKPOINT + 1;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (doc->checkpoints[middle] <= code_point)
            low = middle;
        else
            high = middle;
    }
    size_t left = code_point - doc->checkpoints[low];
    size_t byte = low * CHECKPOINT;
    while (byte < doc->length) {
        const bool begins = ((unsigned char)doc->text[byte] & 0xc0) != 0x80;
        if (begins && left-- == 0)
            break;
        byte++;
    }
    return byte;
}

/* ---- Words and mentions ------------------------------------------------ */

gm_status gmi_document_split(gm_document *doc, gm_error *err)
{
    if (doc->is_split)
        return GM_OK;
    size_t position = 0;
    struct gmi_words *words = &doc->words;
    words->count = 0;
    for (;;) {
        if (!gmi_reserve(&words->items, &words->capacity, words->count,
                         sizeof *words->items))
            return gmi_fail_memory(err);
        if (!gmi_word_next(doc->text, doc->length, &position,
                           &words->items[words->count]))
            break;
        words->count++;
    }
    gmi_words_find_sentences(words, doc->text);
    doc->language = gmi_language_of(words, doc->text);
    doc->is_split = true;
    return GM_OK;
}

enum { QUOTE_MAX = 600 }; /* bytes: what a table and a pop-up can show */

/* Cuts an endless sentence to what stands around the mention. */
static void limit_quote(const gm_document *doc, size_t byte_start,
                        size_t *start, size_t *end)
{
    if (*end - *start <= QUOTE_MAX)
        return;
    if (byte_start - *start > QUOTE_MAX / 2)
        *start = byte_start - QUOTE_MAX / 2;
    if (*end - *start > QUOTE_MAX)
        *end = *start + QUOTE_MAX;
    while (*start < byte_start &&
           ((unsigned char)doc->text[*start] & 0xc0) == 0x80)
        (*start)++;
    while (*end > byte_start &&
           ((unsigned char)doc->text[*end] & 0xc0) == 0x80)
        (*end)--;
}

static const char *quote_around(gm_document *doc, size_t byte_start,
                                size_t byte_end)
{
    if (doc->words.count == 0)
        return "";
    size_t start, end, word = gmi_words_at(&doc->words, byte_start);
    if (word == doc->words.count)
        word--; /* behind the last: of the last sentence */
    gmi_words_sentence_around(&doc->words, doc->text, doc->length, word,
                              &start, &end);
    if (end < byte_end)
        end = byte_end;
    limit_quote(doc, byte_start, &start, &end);
    char *quote = gmi_arena_string(&doc->arena, doc->text + start,
                                   end - start);
    for (char *p = quote; p && *p; p++)
        if (*p == '\n' || *p == '\r' || *p == '\t')
            *p = ' ';
    return quote;
}

gm_status gmi_document_add(gm_document *doc, size_t byte_start,
                           size_t byte_end, gm_mention **out, gm_error *err)
{
    if (!gmi_reserve(&doc->mentions, &doc->mention_capacity,
                     doc->mention_count, sizeof *doc->mentions))
        return gmi_fail_memory(err);
    gm_mention *mention = &doc->mentions[doc->mention_count];
    *mention = (gm_mention){
        .start = gmi_document_code_point_at(doc, byte_start),
        .end = gmi_document_code_point_at(doc, byte_end),
        .byte_start = byte_start,
        .byte_end = byte_end,
        .text = gmi_arena_string(&doc->arena, doc->text + byte_start,
                                 byte_end - byte_start),
        .quote = quote_around(doc, byte_start, byte_end),
    };
    if (!mention->text || !mention->quote)
        return gmi_fail_memory(err);
    doc->mention_count++;
    if (out)
        *out = mention;
    return GM_OK;
}

gm_status gm_document_add_mention(gm_document *doc, size_t start, size_t end,
                                  gm_error *err)
{
    const size_t byte_start = gmi_document_byte_at(doc, start);
    const size_t byte_end = gmi_document_byte_at(doc, end);
    if (end <= start || byte_end <= byte_start ||
        end > gmi_document_code_point_at(doc, doc->length))
        return gmi_fail(err, GM_ERR_ARGUMENT,
                        "a mention from %zu to %zu is not in the text", start,
                        end);
    gm_status status = gmi_document_split(doc, err);
    gm_mention *mention;
    if (!status)
        status = gmi_document_add(doc, byte_start, byte_end, &mention, err);
    if (!status) {
        mention->recognition = 1; /* also where no recogniser is asked */
        doc->is_given = true;
    }
    return status;
}

static int compare_mentions(const void *a_item, const void *b_item)
{
    const gm_mention *a = a_item, *b = b_item;
    if (a->byte_start != b->byte_start)
        return a->byte_start < b->byte_start ? -1 : 1;
    if (a->byte_end != b->byte_end)
        return a->byte_end > b->byte_end ? -1 : 1;
    return 0;
}

void gmi_document_sort(gm_document *doc)
{
    if (doc->mention_count > 1)
        qsort(doc->mentions, doc->mention_count, sizeof *doc->mentions,
              compare_mentions);
}
