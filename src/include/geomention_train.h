/* SPDX-License-Identifier: MIT */
/*
 * Learning weights from annotated documents, and measuring against them.
 * Documents are JSON lines with `id`, `text` and `toponyms`, an array of
 * objects with `start`, `end` (code points) and, where the place is known,
 * `lat`, `lon`, `geonameid`; beside them whatever else the tagger uses.
 */
#ifndef GEOMENTION_TRAIN_H
#define GEOMENTION_TRAIN_H

#include "geomention_document.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Compiles the word lists of a folder (gazetteer/rules) to one file. */
GM_API gm_status gm_train_lexicon(const char *folder, const char *output,
                                  gm_error *err);

/* ---- The tagger -------------------------------------------------------- */

/* What is being learned. */
typedef enum gm_train_stage {
    GM_TRAIN_DEV,   /* from all but the documents of split "dev" */
    GM_TRAIN_FOLDS, /* five times from four fifths, to calibrate */
    GM_TRAIN_ALL    /* from all documents: the weights that are written */
} gm_train_stage;

/* Told after each epoch, and after the folds; below 0: not known. */
typedef struct gm_train_progress {
    gm_train_stage stage;
    unsigned step;    /* epoch, or folds that are done */
    double loss;
    double f;         /* on documents that were not learned from */
    double error;     /* expected calibration error */
} gm_train_progress;

typedef struct gm_train_tagger_options {
    const char *const *corpora; /* JSON lines, may be packed */
    size_t corpus_count;
    const char *const *partial; /* with uses, but not of every place */
    size_t partial_count;
    const gm_gazetteer *gazetteer;
    const char *lexicon;        /* compiled word lists */
    const char *words;          /* table of clusters, may be packed */
    uint64_t seed;              /* the same seed: the same file */
    unsigned epochs;
    void (*on_progress)(void *context, const gm_train_progress *progress);
    void *context;
} gm_train_tagger_options;

GM_API void gm_train_tagger_options_init(gm_train_tagger_options *options);

/* Learns two sets of weights, for texts with capitals and without. */
GM_API gm_status gm_train_tagger(const gm_train_tagger_options *options,
                                 const char *output, gm_error *err);

/* ---- The resolver ------------------------------------------------------ */

/* How well the mentions of a corpus are resolved that were not learned from. */
typedef struct gm_train_resolver_figures {
    const char *corpus;
    size_t mentions;          /* with a known place */
    double reachable;         /* share with a candidate less than 161 km off */
    double right;             /* share that was resolved so */
    double right_90;          /* of the most confident nine tenths */
    double accepted;          /* or the area meant, wherever its point is */
    double calibration_error; /* expected, in 15 bins, against right */
    double accepted_error;    /* the same against accepted */
} gm_train_resolver_figures;

typedef struct gm_train_resolver_options {
    const char *const *corpora; /* JSON lines, may be packed */
    size_t corpus_count;
    const char *split;   /* only documents with that "split"; NULL: all */
    /* Of several layers, the first is learned with alone, too. */
    const gm_gazetteer *gazetteer;
    const char *lexicon; /* compiled word lists; NULL: none */
    const char *tagger;  /* weights that tell uses; NULL: rules do */
    uint64_t seed;       /* the same seed: the same file */
    unsigned epochs;
    double rate;         /* of learning, at the beginning */
    double decay;        /* of weights */
    int64_t left_out_fold;       /* documents with that "fold"; -1: none */
    const char *left_out_corpus; /* documents with that "corpus" */
    const char *const *left_out_groups; /* of features: "geometry" ... */
    size_t left_out_group_count;
    size_t threads;      /* for what is learned to try and to calibrate */
    void (*on_epoch)(void *context, unsigned epoch, double loss);
    void (*on_figures)(void *context,
                       const gm_train_resolver_figures *figures);
    void *context;
} gm_train_resolver_options;

GM_API void gm_train_resolver_options_init(gm_train_resolver_options *options);

GM_API gm_status gm_train_resolver(const gm_train_resolver_options *options,
                                   const char *output, gm_error *err);

/*
 * Learns several times, each time without one fifth of the documents (or
 * without one corpus), and tells the figures of what was left out.
 */
GM_API gm_status
gm_train_resolver_try(const gm_train_resolver_options *options, bool by_corpus,
                      gm_error *err);

#ifdef __cplusplus
}
#endif
#endif
