/* SPDX-License-Identifier: MIT */
/*
 * Documents and a gazetteer that hold what a test wants, good or bad: the
 * writers call only the functions below. Include once, in the test itself.
 */
#ifndef TESTS_UNIT_WRITE_FAKE_H
#define TESTS_UNIT_WRITE_FAKE_H

#include "include/geomention_io.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct gm_document {
    const char *id;
    const gm_mention *mentions;
    size_t mention_count;
};

/* The text of every document, and what it is called. */
static const char *fake_text = "";
static const char *fake_title = "", *fake_date = "";

const char *gm_document_id(const gm_document *doc)
{
    return doc->id;
}

const char *gm_document_title(const gm_document *doc)
{
    (void)doc;
    return fake_title;
}

const char *gm_document_date(const gm_document *doc)
{
    (void)doc;
    return fake_date;
}

const char *gm_document_text(const gm_document *doc, size_t *length)
{
    (void)doc;
    *length = strlen(fake_text);
    return fake_text;
}

size_t gm_document_mention_count(const gm_document *doc)
{
    return doc->mention_count;
}

/* What every document is about. */
static const gm_focus *fake_focus;
static size_t fake_focus_count;

size_t gm_document_focus_count(const gm_document *doc)
{
    (void)doc;
    return fake_focus_count;
}

const gm_focus *gm_document_focus_at(const gm_document *doc, size_t index)
{
    (void)doc;
    return &fake_focus[index];
}

const gm_mention *gm_document_mention_at(const gm_document *doc, size_t index)
{
    return &doc->mentions[index];
}

const char *gm_use_name(gm_use use)
{
    static const char *const names[] = {"literal", "metonymic", "adjectival",
                                        "embedded"};
    return names[use];
}

enum {
    YEREVAN,
    SHUSHA,
    QUOTED,    /* a name with a comma and quotes */
    POINTLESS, /* no coordinates */
    HOSTILE,   /* controls, bad bytes, degrees out of range */
    TOKYO,
    PLACE_COUNT,
    MISSING /* not in the gazetteer */
};

static const gm_place PLACES[PLACE_COUNT] = {
    [YEREVAN] = {0, "geonames:616052", "P.PPLC", "AM", "Yerevan", "Yerevan", "",
                 44.51361, 40.18111, 14.25, 1093485},
    [SHUSHA] = {1, "geonames:586523", "P.PPL", "AZ", "Şuşa", "Shusha", "",
                46.7464, 39.7585, 2, 0},
    [QUOTED] = {2, "own:1", "P.PPL", "FR", "Saint-\"Denis\", Île", "", "", 2.5,
                -48, 0.1234567, 7},
    [POINTLESS] = {3, "own:2", "H.OCN", "", "Nowhere", "", "", NAN, NAN, NAN,
                   0},
    [HOSTILE] = {4, "own:3", "", "", "a\tb\nc\x1b[31m\xff\xe2\x80\xa8\x01\"\\",
                 "", "", 200, 40, INFINITY, UINT64_MAX},
    [TOKYO] = {5, "geonames:1850147", "P.PPLC", "JP", "東京", "Tōkyō", "",
               139.69171, 35.6895, 30, 9733276},
};

gm_status gm_gazetteer_place(const gm_gazetteer *gazetteer, uint32_t index,
                             gm_place *out)
{
    (void)gazetteer;
    if (index >= PLACE_COUNT)
        return GM_ERR_NOT_FOUND;
    *out = PLACES[index];
    return GM_OK;
}

/* The last is what a stranger's gazetteer may say of itself. */
static const gm_source SOURCES[] = {
    {"geonames", "GeoNames (dump of today)", "CC BY 4.0", "", 3},
    {"geonames", "GeoNames again", "CC BY 4.0", "", 1},
    {"other", "nobody is from there", "CC BY 4.0", "", 1},
    {"own", "<script>\x1b\xff & co.", "\"mine\"", "", 1}};

size_t gm_gazetteer_source_count(const gm_gazetteer *gazetteer)
{
    (void)gazetteer;
    return sizeof SOURCES / sizeof SOURCES[0];
}

gm_status gm_gazetteer_source(const gm_gazetteer *gazetteer, size_t i,
                              gm_source *out)
{
    (void)gazetteer;
    if (i >= sizeof SOURCES / sizeof SOURCES[0])
        return GM_ERR_NOT_FOUND;
    *out = SOURCES[i];
    return GM_OK;
}

static const gm_reason REASONS[] = {{"lies in a country named nearby", 1, 0.5},
                                    {"bad \"number\"", NAN, -2.25}};

#define CANDIDATE(place, probability)                                          \
    {                                                                          \
        place, probability, REASONS, 2                                         \
    }

static const gm_candidate CANDIDATES[PLACE_COUNT + 2][2] = {
    [YEREVAN] = {CANDIDATE(YEREVAN, 0.91), CANDIDATE(POINTLESS, 0.09)},
    [SHUSHA] = {CANDIDATE(SHUSHA, 1), CANDIDATE(YEREVAN, 0.00001)},
    [QUOTED] = {CANDIDATE(QUOTED, 0.5), CANDIDATE(HOSTILE, 0.5)},
    [POINTLESS] = {CANDIDATE(POINTLESS, 0.5), CANDIDATE(QUOTED, 0.5)},
    [HOSTILE] = {CANDIDATE(HOSTILE, 0.5), CANDIDATE(QUOTED, 0.5)},
    [TOKYO] = {CANDIDATE(TOKYO, 0.75), CANDIDATE(YEREVAN, 0.25)},
    [MISSING] = {CANDIDATE(MISSING, 1), CANDIDATE(YEREVAN, 0)},
};

/* A mention of that place, with two candidates. */
static inline gm_mention mention_of(int place, const char *text)
{
    return (gm_mention){.start = 4,
                        .end = 11,
                        .byte_start = 5,
                        .byte_end = 12,
                        .text = text,
                        .use = GM_USE_LITERAL,
                        .recognition = 1,
                        .confidence = 0.98,
                        .is_resolved = true,
                        .candidates = CANDIDATES[place],
                        .candidate_count = 2,
                        .quote = "In it."};
}

static inline gm_mention unresolved(const char *text)
{
    gm_mention mention = mention_of(YEREVAN, text);
    mention.is_resolved = false;
    mention.confidence = 0.25;
    return mention;
}

/* What a writer makes of documents; the caller frees it. */
static inline char *write_documents(const char *format,
                                    const gm_write_options *options,
                                    const gm_document *docs, size_t count)
{
    char *text = NULL;
    size_t length = 0;
    gm_error err = {0};
    gm_writer *writer = NULL;
    FILE *stream = open_memstream(&text, &length);
    assert_non_null(stream);
    if (gm_writer_create(format, stream, NULL, options, &writer, &err))
        fail_msg("%s", err.message);
    for (size_t i = 0; i < count; i++)
        if (gm_writer_add(writer, &docs[i], &err))
            fail_msg("%s", err.message);
    if (gm_writer_finish(writer, &err))
        fail_msg("%s", err.message);
    gm_writer_free(writer);
    fclose(stream);
    assert_int_equal(strlen(text), length); /* no NUL inside */
    return text;
}

static inline char *write_mentions(const char *format,
                                   const gm_write_options *options,
                                   const gm_mention *mentions, size_t count)
{
    const gm_document doc = {"a.txt", mentions, count};
    return write_documents(format, options, &doc, 1);
}

static inline void assert_written(const char *format,
                                  const gm_write_options *options,
                                  const gm_mention *mentions, size_t count,
                                  const char *expected)
{
    char *text = write_mentions(format, options, mentions, count);
    assert_string_equal(text, expected);
    free(text);
}

#endif
