/* SPDX-License-Identifier: MIT */
/* A small gazetteer in which names mean several places, and texts on it. */
#ifndef TESTS_UNIT_RESOLVE_ATLAS_H
#define TESTS_UNIT_RESOLVE_ATLAS_H

#include "document/document.h"
#include "include/geomention_build.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static const gm_build_place atlas_places[] = {
    {"us", "United States", "A.PCLI", "US", 0, 0, 0, -98, 39, 0, 330000000},
    {"ge", "Georgia", "A.PCLI", "GE", 0, 0, 0, 43.5, 42, 0, 3700000},
    {"fr", "France", "A.PCLI", "FR", 0, 0, 0, 2, 46, 0, 68000000},
    {"us-ga", "Georgia", "A.ADM1", "US", "GA", 0, 0, -83.5, 32.75, 0, 10900000},
    {"us-tx", "Texas", "A.ADM1", "US", "TX", 0, 0, -99, 31, 0, 30000000},
    {"fr-11", "Île-de-France", "A.ADM1", "FR", "11", 0, 0, 2.5, 48.7, 0,
     12000000},
    {"atlanta", "Atlanta", "P.PPLA", "US", "GA", 0, 0, -84.39, 33.75, 0, 500000},
    {"macon", "Macon", "P.PPLA2", "US", "GA", 0, 0, -83.63, 32.84, 0, 150000},
    {"paris", "Paris", "P.PPLC", "FR", "11", 0, 0, 2.35, 48.85, 0, 2100000},
    {"paris-tx", "Paris", "P.PPLA2", "US", "TX", 0, 0, -95.56, 33.66, 0, 25000},
    {"dallas", "Dallas", "P.PPLA2", "US", "TX", 0, 0, -96.8, 32.78, 0, 1300000},
    {"tbilisi", "Tbilisi", "P.PPLC", "GE", 0, 0, 0, 44.83, 41.69, 0, 1200000},
    /* an area around its town, one whose middle is far off, one place twice */
    {"waco", "Waco", "P.PPLA2", "US", "TX", "309", 0, -97.15, 31.55, 0, 130000},
    {"waco-area", "Waco", "A.ADM2", "US", "TX", "309", 0, -97.2, 31.6, 0,
     250000},
    {"tyler", "Tyler", "P.PPLA2", "US", "TX", "423", 0, -95.3, 32.35, 0, 100000},
    {"tyler-area", "Tyler", "A.ADM2", "US", "TX", "423", 0, -95.8, 32.1, 0,
     230000},
    {"plano", "Plano", "P.PPL", "US", "TX", 0, 0, -96.7, 33.02, 0, 280000},
    {"plano-2", "Plano", "P.PPL", "US", "TX", 0, 0, -96.71, 33.02, 0, 0}};

static char atlas_folder[] = "/tmp/geomention-atlas.XXXXXX";
static char atlas_path[64];
static gm_gazetteer *atlas;

static inline int atlas_make(void **state)
{
    (void)state;
    const gm_source source = {.prefix = "a", .name = "Atlas", .licence = "CC0",
                              .url = ""};
    gm_builder *builder;
    if (!mkdtemp(atlas_folder))
        return -1;
    snprintf(atlas_path, sizeof atlas_path, "%s/a.gaz", atlas_folder);
    assert_int_equal(gm_builder_create(NULL, &builder, NULL), GM_OK);
    assert_int_equal(gm_builder_begin_source(builder, &source, NULL), GM_OK);
    for (size_t i = 0; i < sizeof atlas_places / sizeof *atlas_places; i++)
        assert_int_equal(gm_builder_add_place(builder, &atlas_places[i], NULL),
                         GM_OK);
    assert_int_equal(gm_builder_write(builder, atlas_path, NULL), GM_OK);
    gm_builder_free(builder);
    const char *paths[] = {atlas_path};
    return gm_gazetteer_open(paths, 1, &atlas, NULL) ? -1 : 0;
}

static inline int atlas_clean(void **state)
{
    (void)state;
    gm_gazetteer_close(atlas);
    unlink(atlas_path);
    return rmdir(atlas_folder);
}

/* A document of which these names, in their order, are the mentions. */
static inline gm_document *atlas_map(const gm_mapper_options *options,
                                     const char *text,
                                     const char *const *names, size_t count)
{
    gm_document *doc;
    gm_mapper *mapper;
    gm_error err = {0};
    assert_int_equal(gm_document_create(&doc, NULL), GM_OK);
    assert_int_equal(
        gm_document_set_text(doc, "t", text, strlen(text), NULL), GM_OK);
    const char *from = text;
    for (size_t i = 0; i < count; i++) {
        const char *at = strstr(from, names[i]);
        assert_non_null(at);
        from = at + strlen(names[i]);
        assert_int_equal(gm_document_add_mention(doc, (size_t)(at - text),
                                                 (size_t)(from - text), NULL),
                         GM_OK);
    }
    if (gm_mapper_create(atlas, options, &mapper, &err) ||
        gm_mapper_map(mapper, doc, &err))
        fail_msg("%s", err.message);
    gm_mapper_free(mapper);
    return doc;
}

/* The id within the atlas of a place. */
static inline const char *atlas_id(uint32_t place)
{
    static gm_place found;
    assert_int_equal(gm_gazetteer_place(atlas, place, &found), GM_OK);
    return found.id + strlen("a:");
}

static inline const char *atlas_answer(const gm_document *doc, size_t index)
{
    const gm_mention *mention = gm_document_mention_at(doc, index);
    assert_non_null(mention);
    assert_true(mention->is_resolved && mention->candidate_count > 0);
    return atlas_id(mention->candidates[0].place);
}

#endif
