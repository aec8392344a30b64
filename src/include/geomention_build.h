/* SPDX-License-Identifier: MIT */
/*
 * Compiling tables into a gazetteer. The format is gazetteer/FORMAT.md.
 */
#ifndef GEOMENTION_BUILD_H
#define GEOMENTION_BUILD_H

#include "geomention_gazetteer.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gm_builder gm_builder;

/* One place to add. NULL and 0 mean "not known". Strings are copied. */
typedef struct gm_build_place {
    const char *id;       /* within its source: "616052" or "shusha" */
    const char *name;     /* preferred name; at most 400 bytes */
    const char *feature;  /* "P.PPLC" */
    const char *country;  /* two letters */
    const char *admin1;   /* code within the country, "08" */
    const char *admin2;   /* code within the first-order area */
    const char *parent;   /* full id of the place around it */
    double longitude;     /* NaN: no point */
    double latitude;
    double radius_km;     /* 0: worked out from feature and population */
    uint64_t population;
} gm_build_place;

/* Told now and then; returning false ends the call with GM_ERR_CANCELLED. */
typedef struct gm_build_events {
    void *context;
    bool (*on_progress)(void *context, const char *stage, uint64_t done,
                        uint64_t total);
    /* A bad line was skipped. The error holds file, line and cause. */
    void (*on_bad_line)(void *context, const gm_error *why);
} gm_build_events;

GM_API gm_status gm_builder_create(const gm_build_events *events,
                                   gm_builder **out, gm_error *err);
GM_API void gm_builder_free(gm_builder *builder);

/*
 * Where the places added from now on come from. `prefix` is that of their
 * ids: letters, digits, '-' and '_', at most 24 bytes. Given again, it goes
 * on with that source.
 */
GM_API gm_status gm_builder_begin_source(gm_builder *builder,
                                         const gm_source *source,
                                         gm_error *err);

/*
 * Adds a place; one whose full id is known overlays what was there: names
 * are united, other values that are given replace the old ones.
 */
GM_API gm_status gm_builder_add_place(gm_builder *builder,
                                      const gm_build_place *place,
                                      gm_error *err);

/*
 * Adds a name to the place of that full id ("geonames:616052"), or to the
 * place added or overlaid last when `id` is NULL. GM_ERR_NOT_FOUND when there
 * is none.
 */
GM_API gm_status gm_builder_add_name(gm_builder *builder, const char *id,
                                     const gm_name *name, gm_error *err);

/*
 * Reads tables: "geonames" (GeoNames' files or a folder of them), "csv" (any
 * table with a header; comma, semicolon or tab), "auto" by their names. They
 * may be packed: .zip .gz .zst. `columns` maps the table's columns,
 * "name=NAME_1", `column_count` of them; for csv alone.
 */
GM_API gm_status gm_builder_read(gm_builder *builder, const char *format,
                                 const char *path, const char *const *columns,
                                 size_t column_count, gm_error *err);

/*
 * For the reader of another format, which adds what it finds: tells the events
 * of its progress, and of a part that it could not use and skips.
 */
GM_API gm_status gm_builder_progress(gm_builder *builder, const char *stage,
                                     uint64_t done, uint64_t total,
                                     gm_error *err);
GM_API void gm_builder_bad_line(gm_builder *builder, const gm_error *why);

/* Writes the gazetteer, whole or not at all. The builder is used up. */
GM_API gm_status gm_builder_write(gm_builder *builder, const char *path,
                                  gm_error *err);

GM_API uint64_t gm_builder_place_count(const gm_builder *builder);
GM_API uint64_t gm_builder_name_count(const gm_builder *builder);
GM_API uint64_t gm_builder_bad_line_count(const gm_builder *builder);

#ifdef __cplusplus
}
#endif
#endif
