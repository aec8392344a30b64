/* SPDX-License-Identifier: MIT */
/* A small gazetteer, with demonyms and places of one name. */
#ifndef TEST_EVALUATE_WORLD_H
#define TEST_EVALUATE_WORLD_H

#include "../read/scratch.h"

#include "include/geomention_build.h"

/* Adds a place, and further names of it up to one whose text is NULL. */
static void world_add(gm_builder *builder, const gm_build_place *place,
                      const gm_name *names)
{
    gm_error err;
    if (gm_builder_add_place(builder, place, &err))
        fail_msg("%s", err.message);
    for (; names && names->text; names++)
        if (gm_builder_add_name(builder, NULL, names, &err))
            fail_msg("%s", err.message);
}

static void world_fill(gm_builder *builder)
{
    const gm_build_place texas = {.id = "4736286",
                                  .name = "Texas",
                                  .feature = "A.ADM1",
                                  .country = "US",
                                  .longitude = -99.25061,
                                  .latitude = 31.25044,
                                  .population = 22875689};
    const gm_build_place china = {.id = "1814991",
                                  .name = "China",
                                  .feature = "A.PCLI",
                                  .country = "CN",
                                  .longitude = 105,
                                  .latitude = 35,
                                  .population = 1411778724};
    const gm_build_place argentina = {.id = "3865483",
                                      .name = "Argentina",
                                      .feature = "A.PCLI",
                                      .country = "AR",
                                      .longitude = -64,
                                      .latitude = -34,
                                      .population = 44494502};
    const gm_build_place paris = {.id = "2988507",
                                  .name = "Paris",
                                  .feature = "P.PPLC",
                                  .country = "FR",
                                  .longitude = 2.3488,
                                  .latitude = 48.85341,
                                  .population = 2138551};
    const gm_build_place other = {.id = "4717560",
                                  .name = "Paris",
                                  .feature = "P.PPLA2",
                                  .country = "US",
                                  .longitude = -95.55551,
                                  .latitude = 33.66094,
                                  .population = 24782};
    const gm_build_place lima = {.id = "3936456",
                                 .name = "Lima",
                                 .feature = "P.PPLC",
                                 .country = "PE",
                                 .longitude = -77.02824,
                                 .latitude = -12.04318,
                                 .population = 7737002};
    const gm_name texan[] = {{"Texan", "en", GM_NAME_DEMONYM},
                             {"Texan", "en", GM_NAME_ADJECTIVE},
                             {NULL, "", GM_NAME_MAIN}};
    const gm_name chinese[] = {{"China", "en", GM_NAME_ADJECTIVE},
                               {"Chinese", "en", GM_NAME_ADJECTIVE},
                               {NULL, "", GM_NAME_MAIN}};
    const gm_name argentine[] = {{"Argentine", "fr", GM_NAME_ALTERNATE},
                                 {"Argentine", "en", GM_NAME_ADJECTIVE},
                                 {NULL, "", GM_NAME_MAIN}};
    world_add(builder, &texas, texan);
    world_add(builder, &china, chinese);
    world_add(builder, &argentina, argentine);
    world_add(builder, &paris, NULL);
    world_add(builder, &other, NULL);
    world_add(builder, &lima, NULL);
}

/* To be closed; in the folder of the test. */
static gm_gazetteer *world_open(void)
{
    const gm_source source = {.prefix = "geonames", .name = "Test"};
    const char *path = scratch_path("world.gaz");
    gm_builder *builder;
    gm_gazetteer *gazetteer = NULL;
    gm_error err;
    assert_int_equal(gm_builder_create(NULL, &builder, &err), GM_OK);
    assert_int_equal(gm_builder_begin_source(builder, &source, &err), GM_OK);
    world_fill(builder);
    if (gm_builder_write(builder, path, &err) ||
        gm_gazetteer_open(&path, 1, &gazetteer, &err))
        fail_msg("%s", err.message);
    gm_builder_free(builder);
    return gazetteer;
}

#endif
