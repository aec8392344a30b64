/* SPDX-License-Identifier: MIT */
/*
 * Measuring against annotated documents: how many mentions are found, and how
 * far the chosen places are from the right ones.
 *
 *     gm_eval *eval;
 *     gm_eval_create(NULL, &eval, &err);
 *     gm_eval_read_gold(eval, "gold.jsonl", &err);
 *     gm_eval_map(eval, mapper, NULL, &err);    or  gm_eval_read_predictions
 *     gm_eval_score(eval, gazetteer, &err);
 *     gm_eval_view_get(eval, GM_EVAL_ALL)->rates[GM_EVAL_NEAR].f
 *
 * Gold documents are JSON lines as gm_reader reads them, with `toponyms`: an
 * array of objects with `start`, `end` (code points, end exclusive) and, as
 * far as known, `lat`, `lon`, `geonameid`, `type`, `modifier`, `fclass`,
 * `use`, `phrase`; beside it `split`. Distances are on a sphere of 6371 km, as
 * published figures have them.
 */
#ifndef GEOMENTION_EVAL_H
#define GEOMENTION_EVAL_H

#include "geomention_document.h"

#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gm_eval gm_eval;

typedef struct gm_eval_options {
    double km;          /* nearer than this is right; 161 (100 miles) */
    double twin_km;     /* as near as this is the same place; 25 */
    bool gold_mentions; /* the spans are given, only places are judged */
    size_t resamples;   /* for intervals, with seed 1; 0: none */
    const char *split;  /* only documents with that `split`; NULL: all */
} gm_eval_options;

/* The options a NULL stands for. */
GM_API void gm_eval_options_init(gm_eval_options *options);

GM_API gm_status gm_eval_create(const gm_eval_options *options, gm_eval **out,
                                gm_error *err);
GM_API void gm_eval_free(gm_eval *eval);

/* ---- Reading; files may be packed with gzip ---------------------------- */

/* Only documents with the ids in a file, one a line. Before the gold. */
GM_API gm_status gm_eval_read_ids(gm_eval *eval, const char *path,
                                  gm_error *err);

/*
 * Words that are demonyms where the gold does not say so, one a line, instead
 * of those that the gazetteer knows; "!word" is none although its singular
 * is. Empty lines and lines that begin with '#' are skipped.
 */
GM_API gm_status gm_eval_read_demonyms(gm_eval *eval, const char *path,
                                       gm_error *err);

/* Adds the documents of a file. A bad line is an error. */
GM_API gm_status gm_eval_read_gold(gm_eval *eval, const char *path,
                                   gm_error *err);

/* ---- What is judged: one of the two ------------------------------------ */

/*
 * Adds a finished output: JSON lines as `geomention map` writes them, or with
 * `lat`, `lon`, `geonameid` for `latitude`, `longitude`, `place`. A document
 * that it lacks counts as one without mentions.
 */
GM_API gm_status gm_eval_read_predictions(gm_eval *eval, const char *path,
                                          gm_error *err);

typedef struct gm_eval_map_options {
    unsigned uses;         /* bit 1 << gm_use for each use that counts; the
                              given mentions of gold_mentions all do */
    double min_confidence; /* mentions below do not count */
    size_t threads;        /* 1 to 256; the figures are the same */
    void *context;
    /* May be NULL. Returning false ends with GM_ERR_CANCELLED. */
    bool (*on_progress)(void *context, size_t done, size_t total);
} gm_eval_map_options;

/* Literal and metonymic, all confidences, one thread. */
GM_API void gm_eval_map_options_init(gm_eval_map_options *options);

/* Maps every document. Mentions without a place count as found. */
GM_API gm_status gm_eval_map(gm_eval *eval, const gm_mapper *mapper,
                             const gm_eval_map_options *options,
                             gm_error *err);

/* ---- Figures ------------------------------------------------------------ */

/* When a mention that was found is one of the gold. */
typedef enum gm_eval_rule {
    GM_EVAL_EXACT = 0, /* same start and end */
    GM_EVAL_NEAR,      /* same text, centres under 10 characters apart */
    GM_EVAL_EUPEG,     /* the same, among mentions with a point on both
                          sides: the protocol of published tables */
    GM_EVAL_OVERLAP,   /* at least one character shared */
    GM_EVAL_JOINT,     /* near, and the point nearer than km; what lies on
                          gold without a point does not count */
    GM_EVAL_JOINT_PUB  /* the same, where that counts as wrong */
} gm_eval_rule;
enum { GM_EVAL_RULES = GM_EVAL_JOINT_PUB + 1 };

GM_API const char *gm_eval_rule_name(gm_eval_rule rule); /* "exact" ... */

typedef struct gm_eval_rate {
    uint64_t right, predicted, gold;
    double precision, recall, f; /* 0 where there is nothing to divide by */
    double low, high;            /* 95 % interval of f; NaN: not asked for */
} gm_eval_rate;

/* Distances between chosen and right places; NaN when count is 0. */
typedef struct gm_eval_distance {
    uint64_t count;
    double accuracy;  /* share nearer than km */
    double median_km, mean_km;
    double auc;       /* area under ln(1 + km): 0 is best, 1 worst */
} gm_eval_distance;

/* Whether probabilities are to be believed. NaN: none were told. */
typedef struct gm_eval_calibration {
    uint64_t count;
    double error; /* expected calibration error, 15 bins of equal width */
} gm_eval_calibration;

typedef struct gm_eval_view {
    gm_eval_rate rates[GM_EVAL_RULES]; /* without gold_mentions */
    /*
     * Without gold_mentions: the mentions that GM_EVAL_EUPEG matches. With
     * it: all gold with a point, 20039 km for what has no answer.
     */
    gm_eval_distance distance;
    /* The rest but the last four is of gold_mentions alone. */
    uint64_t seen;            /* gold with a mention of the system */
    uint64_t answered;        /* and with a point */
    double accuracy_answered;
    uint64_t with_id;         /* gold with a point and a geonameid */
    double same_id;           /* share; NaN when no id was ever given */
    double same_or_twin;
    double low, high;         /* 95 % interval of the accuracy */
    /* is it a mention? by `recognition`; NaN with gold_mentions */
    gm_eval_calibration recognition;
    /* is it one, and its place right? by `confidence`, of those with a point
       but those on gold without one */
    gm_eval_calibration confidence;
    /* is the place right, given a mention that is? by the quotient */
    gm_eval_calibration place;
    double accuracy_at_90; /* of the most confident 90 % of `distance` */
} gm_eval_view;

typedef enum gm_eval_scope {
    GM_EVAL_ALL = 0,
    GM_EVAL_NO_DEMONYMS /* without gold demonyms and what lies on them */
} gm_eval_scope;

/*
 * Works the figures out. The gazetteer (may be NULL) tells demonyms in gold
 * without types; with neither it nor a list, such gold has none.
 */
GM_API gm_status gm_eval_score(gm_eval *eval, const gm_gazetteer *gazetteer,
                               gm_error *err);

/* NULL before gm_eval_score, and where the gold has no demonyms. */
GM_API const gm_eval_view *gm_eval_view_get(const gm_eval *eval,
                                            gm_eval_scope scope);

/*
 * Writes all figures: "table", for people, or "json", with every digit.
 * `per_use` adds those per use of what was found and per type of the gold.
 */
GM_API gm_status gm_eval_write(const gm_eval *eval, const char *format,
                               bool per_use, FILE *stream, gm_error *err);

/*
 * Writes each mention that was missed, false, of other extent, unresolved or
 * misplaced, with the text around it: "text" or "jsonl". The gazetteer (may be
 * NULL) tells how near a place of the name there is.
 */
GM_API gm_status gm_eval_write_errors(const gm_eval *eval,
                                      const gm_gazetteer *gazetteer,
                                      const char *format, FILE *stream,
                                      gm_error *err);

#ifdef __cplusplus
}
#endif
#endif
