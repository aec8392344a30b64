/* SPDX-License-Identifier: MIT */
/*
 * A gazetteer being built: places and names as they come, in memory. Sized
 * for tens of millions: 48 bytes a place, 24 a name, spellings once each time
 * they come.
 */
#ifndef BUILD_BUILDER_H
#define BUILD_BUILDER_H

#include "base/buffer.h"
#include "build/intern.h"
#include "gazetteer/format.h"
#include "include/geomention_build.h"

enum {
    GMI_NAME_MAX = 400, /* bytes of the longest name */
    GMI_NO_CODE = 0     /* codes count from 1 */
};

struct gmi_build_place {
    int32_t longitude, latitude; /* as in struct gmi_place_record */
    uint32_t main_name;          /* record of its preferred name */
    uint32_t id;                 /* a number, or an offset into texts */
    uint32_t population;
    uint32_t admin1, admin2;     /* 1 + number of the code; later places */
    uint32_t parent;             /* 1 + number of the full id; later a place */
    uint32_t first_name;         /* names added with it, in a run */
    uint16_t name_count;         /* how long that run is */
    uint16_t country;
    uint16_t feature;
    uint16_t radius;
    uint8_t source;
    uint8_t flags;
};

struct gmi_build_name {
    uint64_t key;
    uint32_t place;
    uint32_t text;       /* offset into texts */
    uint16_t language;   /* number of the language */
    uint16_t importance; /* of the place, for the order within a key */
    uint8_t kind;
    uint8_t flags;
    uint16_t languages; /* how many share the spelling */
};

_Static_assert(sizeof(struct gmi_build_place) == 48, "place");
_Static_assert(sizeof(struct gmi_build_name) == 24, "name");

/* Kilometres as a record holds them: at least one tenth. */
static inline uint16_t gmi_radius_of(double km)
{
    return (uint16_t)(km < 0.1 ? 1 : km > 6553.5 ? 65535 : km * 10 + 0.5);
}

/* What a table of codes says of an area: "US.TX" is place 4736286. */
struct gmi_build_area {
    uint32_t code;
    uint32_t id;
    uint8_t source;
    uint32_t name; /* offset into texts */
};

struct gmi_build_country {
    uint32_t id; /* 0: none */
    uint8_t source;
    uint32_t name; /* offset into texts */
    double area_km2;
    uint64_t population;
};

/* "New", "San", "Lake": most prefixes were seen a moment ago. */
enum { GMI_RECENT_PREFIXES = 4096 };

enum { GMI_SOURCES_MAX = 255, GMI_COUNTRY_NUMBERS = 26 * 26 + 1 };

struct gmi_build_source {
    char *prefix, *name, *licence, *url;
    uint64_t places;
};

struct gm_builder {
    gm_build_events events;
    struct gmi_build_source sources[GMI_SOURCES_MAX];
    size_t source_count;
    uint8_t source; /* current */
    struct gmi_build_place *places;
    size_t place_count, place_capacity;
    uint32_t last_place; /* added or overlaid last */
    struct gmi_build_name *names;
    size_t name_count, name_capacity;
    uint64_t *prefixes; /* keys of what longer names begin with */
    size_t prefix_count, prefix_capacity;
    uint64_t recent_prefixes[GMI_RECENT_PREFIXES];
    struct gmi_buffer texts; /* spellings, each with a NUL */
    struct gmi_intern codes, features, languages, ids;
    struct gmi_build_area *areas;
    size_t area_count, area_capacity;
    struct gmi_build_country countries[GMI_COUNTRY_NUMBERS];
    uint32_t *id_table; /* 1 + place, by hash of source and id */
    size_t id_table_size;
    uint64_t bad_lines;
    bool is_out_of_memory; /* a code was lost: nothing is written */
};

/* One more name of a place; a name without a word is left out. */
struct gmi_new_name {
    const char *text;
    size_t length;
    uint16_t language; /* gmi_builder_language */
    uint8_t kind;
    uint8_t flags;
};
gm_status gmi_builder_put_name(gm_builder *builder, uint32_t place,
                               const struct gmi_new_name *name,
                               gm_error *err);
/* The same for one of kind GM_NAME_MAIN; the old one becomes an alternate. */
gm_status gmi_builder_set_main_name(gm_builder *builder, uint32_t place,
                                    const struct gmi_new_name *name,
                                    gm_error *err);

/*
 * The number of a string. When out of memory, UINT32_MAX, and the builder
 * will not be written: callers need not look.
 */
uint32_t gmi_builder_intern(gm_builder *builder, struct gmi_intern *intern,
                            const char *text, size_t length);

/* The number of a language; "" is 0. */
uint16_t gmi_builder_language(gm_builder *builder, const char *code,
                              size_t length);

/* The number of "CC.CODE" or "CC.CODE.CODE" plus 1; 0 for empty codes. */
uint32_t gmi_builder_code(gm_builder *builder, const char *country,
                          const char *admin1, const char *admin2);

/* The place of that source and id, GMI_NONE. */
uint32_t gmi_builder_find_number(const gm_builder *builder, uint8_t source,
                                 uint32_t id);
/* The place of that full id, "geonames:616052". */
uint32_t gmi_builder_find_id(const gm_builder *builder, const char *full_id);

/* A string kept for the builder's life: its offset; UINT32_MAX on failure. */
uint32_t gmi_builder_text(gm_builder *builder, const char *text,
                          size_t length);

/* Tells of progress; GM_ERR_CANCELLED when the caller wants to stop. */
gm_status gmi_builder_progress(gm_builder *builder, const char *stage,
                               uint64_t done, uint64_t total, gm_error *err);
/* Counts a bad line and tells the caller. */
void gmi_builder_bad_line(gm_builder *builder, const gm_error *why);

/* Turns codes and ids into places: areas, countries, parents, radii. */
gm_status gmi_builder_link(gm_builder *builder, gm_error *err);

/* Cuts each circle of parents at one place. After the codes are places. */
gm_status gmi_builder_cut_cycles(gm_builder *builder, gm_error *err);

/* Sorts names by key and unites those that say the same. */
gm_status gmi_builder_sort_names(gm_builder *builder, gm_error *err);

#endif
