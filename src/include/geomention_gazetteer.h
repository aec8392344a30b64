/* SPDX-License-Identifier: MIT */
/*
 * Status codes, errors, and the gazetteer: places and their names.
 */
#ifndef GEOMENTION_GAZETTEER_H
#define GEOMENTION_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define GM_API __attribute__((visibility("default")))
#else
#define GM_API
#endif

#define GM_VERSION "0.1.0"

/* The version of the library that is loaded, as GM_VERSION. */
GM_API const char *gm_version(void);

/* ---- Status and errors ------------------------------------------------- */

typedef enum gm_status {
    GM_OK = 0,
    GM_END,             /* nothing more to read; not an error */
    GM_ERR_MEMORY,      /* out of memory, or over a stated ceiling */
    GM_ERR_IO,          /* the system refused to read or write */
    GM_ERR_NOT_FOUND,   /* no such file, place or name */
    GM_ERR_EXISTS,      /* the output is there already */
    GM_ERR_DAMAGED,     /* a compiled file is damaged or not one of ours */
    GM_ERR_VERSION,     /* a compiled file of a newer major version */
    GM_ERR_UTF8,        /* text is not UTF-8 */
    GM_ERR_SYNTAX,      /* an input breaks its format's rules */
    GM_ERR_ARGUMENT,    /* a value the function does not take */
    GM_ERR_UNSUPPORTED, /* not built in, or not possible in that format */
    GM_ERR_CANCELLED    /* the caller's callback asked to stop */
} gm_status;

/*
 * Where and why a call failed: filled once, by the place that failed. Every
 * function that takes one also takes NULL. `line` and `byte` count from 1 and
 * 0; 0 and UINT64_MAX mean "not known". The message is one line, lower case,
 * without a full stop: "cannot open 'world.gaz': no such file".
 */
typedef struct gm_error {
    gm_status status;
    uint64_t line;
    uint64_t byte;
    char message[400];
} gm_error;

/* ---- Gazetteer --------------------------------------------------------- */

typedef struct gm_gazetteer gm_gazetteer;

#define GM_ID_SIZE 96 /* bytes of the longest place id, with its NUL */

/*
 * A place, as a value. The strings are borrowed from the gazetteer and are
 * never NULL ("" when unknown). Degrees are WGS 84.
 */
typedef struct gm_place {
    uint32_t index;          /* of the place in this gazetteer */
    char id[GM_ID_SIZE];     /* stable id, "geonames:616052" */
    char feature[16];        /* GeoNames class and code, "P.PPLC" */
    char country[4];         /* ISO 3166-1 alpha-2, or "" */
    const char *name;        /* preferred name */
    const char *admin1;      /* name of the first-order area around it */
    const char *admin2;      /* and of the second-order one */
    double longitude;        /* -180 to 180; NaN when it has no point */
    double latitude;         /* -90 to 90; NaN when it has no point */
    double radius_km;        /* how far the place reaches, above 0 */
    uint64_t population;     /* 0 when unknown */
} gm_place;

/*
 * Opens compiled gazetteers, laid one over another: the later wins ties, and
 * a place that several of them hold is one candidate. `count` is 1 to 16.
 * Maps the files and checks their headers and bounds, not every byte.
 */
GM_API gm_status gm_gazetteer_open(const char *const *paths, size_t count,
                                   gm_gazetteer **out, gm_error *err);
GM_API void gm_gazetteer_close(gm_gazetteer *gazetteer);

/* Reads everything and checks every reference and checksum. */
GM_API gm_status gm_gazetteer_verify(const gm_gazetteer *gazetteer,
                                     gm_error *err);

GM_API uint64_t gm_gazetteer_place_count(const gm_gazetteer *gazetteer);
GM_API uint64_t gm_gazetteer_name_count(const gm_gazetteer *gazetteer);

/* Provenance: source `i` of the gazetteer; NULL past the last. */
typedef struct gm_source {
    const char *prefix;  /* of the ids, "geonames" */
    const char *name;    /* "GeoNames" */
    const char *licence; /* "CC BY 4.0" */
    const char *url;
    uint64_t places;
} gm_source;
GM_API size_t gm_gazetteer_source_count(const gm_gazetteer *gazetteer);
GM_API gm_status gm_gazetteer_source(const gm_gazetteer *gazetteer, size_t i,
                                     gm_source *out);

/* Fills `out` with the place of that index; GM_ERR_NOT_FOUND past the last. */
GM_API gm_status gm_gazetteer_place(const gm_gazetteer *gazetteer,
                                    uint32_t index, gm_place *out);

/* How a name stands to its place. The values are those of compiled files. */
typedef enum gm_name_kind {
    GM_NAME_MAIN = 0,     /* the preferred name of the place */
    GM_NAME_ALTERNATE,
    GM_NAME_PREFERRED,    /* preferred in its language */
    GM_NAME_SHORT,
    GM_NAME_COLLOQUIAL,
    GM_NAME_HISTORIC,
    GM_NAME_ABBREVIATION, /* "Tex.", "UK", "JFK" */
    GM_NAME_DEMONYM,      /* inhabitants: "Armenians" */
    GM_NAME_ADJECTIVE     /* "Armenian" */
} gm_name_kind;

typedef struct gm_name {
    const char *text;  /* as the source spells it */
    char language[8];  /* ISO 639, or "" */
    gm_name_kind kind;
} gm_name;

/* Name `i` of a place; GM_ERR_NOT_FOUND past its last. */
GM_API size_t gm_gazetteer_place_name_count(const gm_gazetteer *gazetteer,
                                            uint32_t index);
GM_API gm_status gm_gazetteer_place_name(const gm_gazetteer *gazetteer,
                                         uint32_t index, size_t i,
                                         gm_name *out);

/* One answer of a look-up. */
typedef struct gm_match {
    uint32_t place;
    gm_name name;         /* the name that matched */
    const char *how;      /* "" for the name itself; "by its base form" ... */
    bool is_exact;        /* letter for letter, case aside */
    bool is_guess;        /* a letter off, or some of the words only */
} gm_match;

/*
 * Every place of that name, best known first: case, accents, punctuation and
 * words that are shortened ("St.") aside. Then places that people may mean by
 * it, each told once with `how`: base forms of inflected names, names without
 * and with a word for their kind ("Syunik Province"), names in other letters,
 * "Paris, Texas"; where there is nothing else, guesses. Calls `each` until it
 * returns false. Finding nothing is GM_OK.
 */
GM_API gm_status gm_gazetteer_lookup(const gm_gazetteer *gazetteer,
                                     const char *name, size_t length,
                                     bool (*each)(void *context,
                                                  const gm_match *match),
                                     void *context, gm_error *err);

#ifdef __cplusplus
}
#endif
#endif
