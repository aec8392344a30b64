/* SPDX-License-Identifier: MIT */
/*
 * Documents with their mentions, and the mapper that finds and places them.
 */
#ifndef GEOMENTION_DOCUMENT_H
#define GEOMENTION_DOCUMENT_H

#include "geomention_gazetteer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Documents --------------------------------------------------------- */

/* How a mention uses the name of the place. */
typedef enum gm_use {
    GM_USE_LITERAL = 0, /* the place itself */
    GM_USE_METONYMIC,   /* its government, team, people: "Moscow said" */
    GM_USE_ADJECTIVAL,  /* "Armenian troops", "Azerbaijanis" */
    GM_USE_EMBEDDED     /* part of another name: "Minsk Group" */
} gm_use;

GM_API const char *gm_use_name(gm_use use); /* "literal" ... */

/*
 * What speaks for a candidate, or against it: with gm_mapper_options.explain.
 * The winner is held against the runner-up, all others against the winner.
 */
typedef struct gm_reason {
    const char *feature; /* in words: "lies in a country that is named" */
    double value;        /* by how much more so than the other's */
    double weight;       /* value times weight is about what it added */
} gm_reason;

typedef struct gm_candidate {
    uint32_t place;
    double probability; /* of being the one meant, 0 to 1 */
    const gm_reason *reasons;
    size_t reason_count;
    const char *how;    /* "" for its very name; else as in gm_match */
} gm_candidate;

typedef struct gm_mention {
    size_t start, end;           /* in code points, end exclusive */
    size_t byte_start, byte_end; /* the same in bytes */
    const char *text;            /* as written, NUL-terminated */
    gm_use use;
    double recognition;          /* probability of a mention of that use */
    double confidence;           /* that, and the place is right; 0 to 1 */
    bool is_resolved;            /* whether candidates[0] is the answer */
    const gm_candidate *candidates; /* best first */
    size_t candidate_count;
    const char *quote;           /* the sentence around it */
} gm_mention;

/* A country or a first-order area that a document is about. */
typedef struct gm_focus {
    uint32_t place;
    double share; /* of the mentions, each by its confidence; 0.05 to 1 */
} gm_focus;

typedef struct gm_document gm_document;

GM_API gm_status gm_document_create(gm_document **out, gm_error *err);
GM_API void gm_document_free(gm_document *doc);

/*
 * Gives the document a new text, and forgets all else about it. Text and id
 * are copied. Fails with GM_ERR_UTF8 at the first bad byte. At most 1 GiB.
 */
GM_API gm_status gm_document_set_text(gm_document *doc, const char *id,
                                      const char *text, size_t length,
                                      gm_error *err);

/*
 * What to call it, and when it is from, as people write it: both go to the
 * output as they are, and change no answer. Copied; "" forgets.
 */
GM_API gm_status gm_document_set_title(gm_document *doc, const char *title,
                                       gm_error *err);
GM_API gm_status gm_document_set_date(gm_document *doc, const char *date,
                                      gm_error *err);

/* Where the text is from: two letters; repeatable. Settles ties only. */
GM_API gm_status gm_document_add_country(gm_document *doc, const char *country,
                                         gm_error *err);
/* The same as a point and how far around it; km 0 stands for 100. */
GM_API gm_status gm_document_set_near(gm_document *doc, double longitude,
                                      double latitude, double km,
                                      gm_error *err);
/*
 * A mention that the caller has found, in code points. A document with at
 * least one, or told so by gm_document_set_given, is not searched for more.
 */
GM_API gm_status gm_document_add_mention(gm_document *doc, size_t start,
                                         size_t end, gm_error *err);
GM_API void gm_document_set_given(gm_document *doc);

GM_API const char *gm_document_id(const gm_document *doc);
GM_API const char *gm_document_title(const gm_document *doc); /* or "" */
GM_API const char *gm_document_date(const gm_document *doc);  /* or "" */
GM_API const char *gm_document_text(const gm_document *doc, size_t *length);
GM_API size_t gm_document_mention_count(const gm_document *doc);
GM_API const gm_mention *gm_document_mention_at(const gm_document *doc,
                                                size_t index);

/*
 * What a resolved document is about: countries, the largest share first; then
 * first-order areas, whose shares are counted in those of their countries.
 */
GM_API size_t gm_document_focus_count(const gm_document *doc);
GM_API const gm_focus *gm_document_focus_at(const gm_document *doc,
                                            size_t index);

/* ---- Mapper: recognise and resolve ------------------------------------- */

typedef struct gm_mapper gm_mapper;

/* Of a town and the area of its name, where the text does not say which. */
typedef enum gm_prefer {
    GM_PREFER_NONE = 0, /* the likelier one */
    GM_PREFER_CITY,
    GM_PREFER_ADMIN
} gm_prefer;

typedef struct gm_mapper_options {
    const char *model_directory;  /* weights and rules; NULL: none */
    const char *const *countries; /* where texts are from, unless they say */
    size_t country_count;
    double near_longitude, near_latitude; /* NaN: none */
    double near_km;                       /* 0: 100 */
    size_t candidates;  /* how many to keep of each mention; 0: 1 */
    bool explain;       /* keep reasons */
    gm_prefer prefer;
} gm_mapper_options;

/* The options a NULL stands for. */
GM_API void gm_mapper_options_init(gm_mapper_options *options);

GM_API gm_status gm_mapper_create(const gm_gazetteer *gazetteer,
                                  const gm_mapper_options *options,
                                  gm_mapper **out, gm_error *err);
GM_API void gm_mapper_free(gm_mapper *mapper);
GM_API const gm_gazetteer *gm_mapper_gazetteer(const gm_mapper *mapper);

/* Both stages; and each alone. Finding no place is GM_OK. */
GM_API gm_status gm_mapper_map(const gm_mapper *mapper, gm_document *doc,
                               gm_error *err);
GM_API gm_status gm_mapper_recognize(const gm_mapper *mapper, gm_document *doc,
                                     gm_error *err);
GM_API gm_status gm_mapper_resolve(const gm_mapper *mapper, gm_document *doc,
                                   gm_error *err);

#ifdef __cplusplus
}
#endif
#endif
