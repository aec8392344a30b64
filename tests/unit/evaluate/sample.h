/* SPDX-License-Identifier: MIT */
/* Two annotated documents, and what a system made of them. */
#ifndef TEST_EVALUATE_SAMPLE_H
#define TEST_EVALUATE_SAMPLE_H

#include "../read/scratch.h"

/*
 * One of each: found and right, found a little off, found at the wrong place,
 * of another extent, a demonym, one without a point, missed; repeated.
 */
static const char SAMPLE_GOLD[] =
    "{\"id\":\"a\",\"split\":\"dev\",\"text\":\"In Tromsø and Paris, and then "
    "Paris in Texas, a Texan from Üsküdar near Nowhere saw Lima and "
    "Quito.\",\"toponyms\":["
    "{\"start\":3,\"end\":9,\"phrase\":\"Tromsø\",\"lat\":69.65,\"lon\":18.96,"
    "\"geonameid\":3133895,\"type\":\"Literal\"},"
    "{\"start\":14,\"end\":19,\"lat\":48.85,\"lon\":2.35,"
    "\"geonameid\":2988507,\"type\":\"Metonymic\"},"
    "{\"start\":30,\"end\":35,\"lat\":33.66,\"lon\":-95.55,"
    "\"type\":\"Literal\"},"
    "{\"start\":39,\"end\":44,\"lat\":31.25,\"lon\":-99.25,"
    "\"geonameid\":\"4736286\",\"type\":\"Literal\"},"
    "{\"start\":48,\"end\":53,\"lat\":31.25,\"lon\":-99.25,"
    "\"geonameid\":4736286,\"type\":\"Demonym\"},"
    "{\"start\":59,\"end\":66,\"phrase\":\"Üsküdar\",\"lat\":41.02,\"lon\":29."
    "02,\"type\":null,"
    "\"fclass\":\"P\"},"
    "{\"start\":72,\"end\":79,\"phrase\":\"Nowhere\",\"lat\":null,\"lon\":null,"
    "\"type\":null},"
    "{\"start\":84,\"end\":88,\"lat\":-12.05,\"lon\":-77.03,"
    "\"geonameid\":3936456,\"type\":\"Mixed\"},"
    "{\"start\":93,\"end\":98,\"lat\":-0.22,\"lon\":-78.51,"
    "\"type\":\"Homonym\"}]}\n"
    "{\"id\":7,\"split\":\"train\",\"text\":\"Lima, Lima, Lima\","
    "\"toponyms\":["
    "{\"start\":0,\"end\":4,\"phrase\":\"Lima\",\"lat\":40.74,\"lon\":-84.11},"
    "{\"start\":6,\"end\":10,\"phrase\":\"Lima\",\"lat\":40.74,\"lon\":-84.11}]"
    "}\n";

static const char SAMPLE_FOUND[] =
    "{\"id\":\"7\",\"mentions\":["
    "{\"start\":0,\"end\":4,\"lat\":40.7,\"lon\":-84.1,\"confidence\":0.6},"
    "{\"start\":12,\"end\":16,\"lat\":-12.05,\"lon\":-77.03,"
    "\"confidence\":0.3}]}\n"
    "{\"id\":\"none\",\"mentions\":[]}\n"
    "{\"id\":\"a\",\"mentions\":["
    "{\"start\":3,\"end\":9,\"mention\":\"Tromsø\",\"use\":\"literal\","
    "\"place\":\"geonames:3133895\",\"name\":\"Tromsø\",\"latitude\":69.6489,"
    "\"longitude\":18.95508,\"confidence\":0.9,\"recognition\":0.95},"
    "{\"start\":16,\"end\":21,\"mention\":\"PARIS\",\"use\":\"literal\","
    "\"place\":\"geonames:4717560\",\"latitude\":33.66,\"longitude\":-95.55,"
    "\"confidence\":0.4,\"recognition\":0.8},"
    "{\"start\":30,\"end\":35,\"mention\":\"Paris\",\"use\":\"literal\","
    "\"place\":\"geonames:4717560\",\"latitude\":33.66094,"
    "\"longitude\":-95.55551,\"confidence\":0.8,\"recognition\":0.8},"
    "{\"start\":48,\"end\":53,\"mention\":\"Texan\",\"use\":\"adjectival\","
    "\"place\":\"geonames:4736286\",\"latitude\":31.25044,"
    "\"longitude\":-99.25061,\"confidence\":0.7,\"recognition\":0.9},"
    "{\"start\":59,\"end\":71,\"mention\":\"Üsküdar near\","
    "\"use\":\"embedded\",\"latitude\":null,\"longitude\":null,"
    "\"place\":null,\"confidence\":0.2,\"recognition\":0.6},"
    "{\"start\":72,\"end\":79,\"mention\":\"Nowhere\",\"use\":\"literal\","
    "\"latitude\":1.5,\"longitude\":1.5,\"confidence\":0.5,"
    "\"recognition\":0.5},"
    "{\"start\":84,\"end\":88,\"mention\":\"Lima\",\"use\":\"metonymic\","
    "\"place\":\"geonames:4517009\",\"latitude\":40.74255,"
    "\"longitude\":-84.10523,\"confidence\":0.55,\"recognition\":1.0},"
    "{\"start\":93,\"end\":98,\"mention\":\"Quito\",\"use\":\"literal\","
    "\"latitude\":null,\"longitude\":null,\"confidence\":0.1,"
    "\"recognition\":0.9}]}\n";

#endif
