/* SPDX-License-Identifier: MIT */
/*
 * Layers of mentions made of what a test wants, and read back with OGR. One
 * folder for each test, removed when it is over.
 */
#ifndef TESTS_UNIT_LAYER_FIXTURE_H
#define TESTS_UNIT_LAYER_FIXTURE_H

#include "include/geomention_layer.h"

#include <dirent.h>
#include <gdal.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

/* ---- Documents and a gazetteer that hold what a test wants -------------- */

struct gm_document {
    const char *id;
    const gm_mention *mentions;
    size_t mention_count;
};

/* Those of every document. */
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

size_t gm_document_mention_count(const gm_document *doc)
{
    return doc->mention_count;
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
    POLE,      /* where Mercator is not defined */
    EAST_END,  /* on the antimeridian, from one side, from the other, near */
    WEST_END,
    NEAR_END,
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
    [POLE] = {6, "own:4", "A.TERR", "AQ", "South Pole", "", "", 0, -90, 1, 0},
    [EAST_END] = {7, "own:5", "T.ISL", "FJ", "East", "", "", 180, 10, 1, 0},
    [WEST_END] = {8, "own:6", "T.ISL", "FJ", "West", "", "", -180, -10, 1, 0},
    [NEAR_END] = {9, "own:7", "T.ISL", "FJ", "Near", "", "", 179.99999996, 5,
                  1, 0},
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

size_t gm_gazetteer_source_count(const gm_gazetteer *gazetteer)
{
    (void)gazetteer;
    return 1;
}

gm_status gm_gazetteer_source(const gm_gazetteer *gazetteer, size_t i,
                              gm_source *out)
{
    (void)gazetteer;
    *out = (gm_source){"geonames", "GeoNames", "CC BY 4.0", "", 6};
    return i ? GM_ERR_NOT_FOUND : GM_OK;
}

static const gm_reason REASONS[] = {{"lies in a \"near\" country", 1, -0.25}};

#define CANDIDATE(place, probability)                                         \
    {                                                                         \
        place, probability, REASONS, 1                                        \
    }
#define CANDIDATES_OF(place)                                                  \
    [place] = {CANDIDATE(place, 0.91), CANDIDATE(POINTLESS, 0.09)}

static const gm_candidate CANDIDATES[PLACE_COUNT + 2][2] = {
    CANDIDATES_OF(YEREVAN), CANDIDATES_OF(SHUSHA),  CANDIDATES_OF(QUOTED),
    CANDIDATES_OF(HOSTILE), CANDIDATES_OF(TOKYO),   CANDIDATES_OF(POINTLESS),
    CANDIDATES_OF(POLE),    CANDIDATES_OF(EAST_END),
    CANDIDATES_OF(WEST_END), CANDIDATES_OF(NEAR_END), CANDIDATES_OF(MISSING),
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

/* ---- Files -------------------------------------------------------------- */

static char folder[64];

static inline int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/geomention-test.XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static inline int remove_folder(void **state)
{
    char command[80];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

#define layer_test(f) cmocka_unit_test_setup_teardown(f, make_folder, remove_folder)

/* A path in the folder; up to eight live at a time. */
static inline const char *path_of(const char *name)
{
    static char paths[8][256];
    static size_t next;
    char *path = paths[next++ % 8];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

/* How many entries the folder has, hidden ones too. */
static inline size_t count_files(void)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;)
        count += strcmp(entry->d_name, ".") != 0 &&
                 strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static inline void write_text(const char *name, const char *text)
{
    FILE *file = fopen(path_of(name), "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* The file as a text that the caller frees; NULL: there is none. */
static inline char *read_text(const char *name, size_t *length)
{
    FILE *file = fopen(path_of(name), "rb");
    if (!file)
        return NULL;
    char *text = calloc(1, 1 << 20);
    *length = fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    return text;
}

/* ---- Writing ------------------------------------------------------------ */

static inline gm_layer_options options_for(const char *driver)
{
    gm_layer_options options;
    gm_layer_options_init(&options);
    options.driver = driver;
    options.style = false; /* styles are for test_style.c */
    return options;
}

/* Writes everything, unresolved mentions too; the options' `write` wins. */
static inline gm_status write_layer(const char *path, gm_layer_options options,
                                    const gm_mention *mentions, size_t count,
                                    gm_layer_report *report, gm_error *err)
{
    gm_write_options all;
    gm_write_options_init(&all);
    all.uses = 15;
    all.unresolved = true;
    if (!options.write)
        options.write = &all;
    const gm_document doc = {"a.txt", mentions, count};
    gm_layer *layer = NULL;
    *err = (gm_error){0};
    gm_status status = gm_layer_open(path, NULL, &options, &layer, err);
    if (status) {
        assert_null(layer);
        return status;
    }
    status = gm_layer_add(layer, &doc, err);
    if (report)
        gm_layer_report_get(layer, report);
    if (status)
        gm_layer_discard(layer);
    else
        status = gm_layer_commit(layer, err);
    return status;
}

static inline void assert_writes(const char *path, gm_layer_options options,
                                 const gm_mention *mentions, size_t count,
                                 gm_layer_report *report)
{
    gm_error err;
    if (write_layer(path, options, mentions, count, report, &err))
        fail_msg("%s: %s", path, err.message);
}

/* The status of a layer that is refused, with these words in its message. */
static inline void assert_refuses(const char *path, gm_layer_options options,
                                  gm_status expected, const char *words)
{
    gm_error err;
    const gm_mention mention = mention_of(YEREVAN, "Yerevan");
    const gm_status status =
        write_layer(path, options, &mention, 1, NULL, &err);
    if (status != expected || err.status != expected ||
        !strstr(err.message, words))
        fail_msg("%s: status %d, \"%s\", not %d, \"%s\"", path, status,
                 err.message, expected, words);
}

/* ---- Reading back ------------------------------------------------------- */

static inline GDALDatasetH open_again(const char *path, OGRLayerH *layer)
{
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR, NULL, NULL, NULL);
    if (!dataset)
        fail_msg("cannot open %s", path);
    *layer = GDALDatasetGetLayer(dataset, 0);
    assert_non_null(*layer);
    return dataset;
}

static inline size_t count_rows(const char *path)
{
    OGRLayerH layer;
    GDALDatasetH dataset = open_again(path, &layer);
    const GIntBig count = OGR_L_GetFeatureCount(layer, TRUE);
    GDALClose(dataset);
    return (size_t)count;
}

static inline int field_index(OGRFeatureH feature, const char *name)
{
    const int index = OGR_F_GetFieldIndex(feature, name);
    if (index < 0)
        fail_msg("no field %s", name);
    return index;
}

static inline void assert_text(OGRFeatureH feature, const char *name,
                               const char *expected)
{
    const int index = field_index(feature, name);
    if (!expected) {
        assert_false(OGR_F_IsFieldSetAndNotNull(feature, index));
        return;
    }
    assert_string_equal(OGR_F_GetFieldAsString(feature, index), expected);
}

static inline void assert_number(OGRFeatureH feature, const char *name,
                                 double expected)
{
    const int index = field_index(feature, name);
    assert_true(OGR_F_IsFieldSetAndNotNull(feature, index));
    const double found = OGR_F_GetFieldAsDouble(feature, index);
    if (fabs(found - expected) > 1e-9)
        fail_msg("%s is %.12g, not %.12g", name, found, expected);
}

static inline void assert_point(OGRFeatureH feature, double x, double y,
                                double tolerance)
{
    OGRGeometryH point = OGR_F_GetGeometryRef(feature);
    assert_non_null(point);
    if (fabs(OGR_G_GetX(point, 0) - x) > tolerance ||
        fabs(OGR_G_GetY(point, 0) - y) > tolerance)
        fail_msg("the point is %.9f %.9f, not %.9f %.9f", OGR_G_GetX(point, 0),
                 OGR_G_GetY(point, 0), x, y);
}

#endif
