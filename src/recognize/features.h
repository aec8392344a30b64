/* SPDX-License-Identifier: MIT */
/*
 * What the tagger sees: cues, one for each word, filled in three passes (the
 * word itself, the gazetteer, the document), and the features of a word, which
 * are hashes of cues around it. Weights are only good for the very features
 * they were learned with: whoever changes one changes GMI_FEATURES_VERSION.
 */
#ifndef RECOGNIZE_FEATURES_H
#define RECOGNIZE_FEATURES_H

#include "document/document.h"
#include "gazetteer/gazetteer.h"
#include "model/lexicon.h"
#include "recognize/vocabulary.h"

enum {
    GMI_FEATURES_VERSION = 3,
    GMI_FEATURES_MAX = 256 + 84, /* of one word */
    GMI_CUE_MARGIN = 3      /* empty cues before and behind the text's */
};

/* Where a word stands in a name. */
enum gmi_place_in { GMI_IN_NONE, GMI_IN_BEGIN, GMI_IN_MIDDLE, GMI_IN_END,
                    GMI_IN_SINGLE };

/* What the gazetteer knows of a name, in few values. */
struct gmi_name_cue {
    uint8_t position;   /* enum gmi_place_in */
    uint8_t class;      /* of the best known place; 0: none */
    uint8_t population; /* decimal logarithm, plus 1 */
    uint8_t places;     /* binary logarithm of how many, plus 1 */
    uint8_t length;     /* words, at most 4 */
    uint8_t is_main;    /* some place's preferred name */
    uint8_t adjective;  /* an adjective or a demonym */
    uint8_t is_abbreviation; /* ends in a full stop: "Calif." */
    uint8_t spelling;   /* 1: some place is spelt just so; 2: in English */
    uint8_t languages;  /* binary logarithm of how many have the name */
    uint8_t inside;     /* 1: in the area named behind it; 2: not */
    uint8_t holds;      /* 1: the area of the name before it; 2: not */
    uint8_t known;      /* lies in an area that the document names */
};

struct gmi_cue {
    uint64_t word;       /* hash of the folded word; 0: no word */
    uint32_t shape;
    uint32_t prefixes[2], suffixes[4];
    uint32_t run_first, run_last; /* words of the run of capitals, as cues */
    uint32_t next_same;  /* next use of the same written word; 0: none */
    uint32_t first_same; /* first use of it; 0: it is used once */
    uint16_t gap;        /* what stands before it, but space */
    uint16_t cluster_1024, cluster_256;
    uint8_t cluster_64;
    uint8_t caps;        /* enum gmi_caps */
    uint8_t person;      /* 1 first name, 2 surname, 4 title */
    uint8_t head;        /* 1 organisation, 2 facility, 4 geographic type */
    uint8_t context;     /* 1 preposition, 2 person's verb, 4 cue before a
                            place, 16 behind one, 8 metonym's verb */
    uint8_t phrase;      /* in an organisation's or person's known name */
    uint8_t common;      /* binary logarithm of the rank, plus 1 */
    uint8_t rank, small; /* as in the vocabulary */
    uint8_t start;       /* 1 of a sentence, 2 of a paragraph, 0 */
    uint8_t distance;    /* words since the start of the paragraph, to 4 */
    uint8_t is_dotted;   /* "U.S.", or a full stop behind it */
    uint8_t is_stop;     /* of names that mean no place */
    uint8_t written_small; /* in this document, too */
    uint8_t alone;       /* class of the word as a name of its own */
    uint8_t alone_population;
    uint8_t is_active;   /* worth a label */
    uint8_t title;       /* share of its sentence's words with capitals */
    struct gmi_name_cue name;
};

/*
 * The cues of a stretch of a document's words. The caller says which stretch
 * and whether capitals tell nothing; the items are in the document's arena.
 */
struct gmi_cues {
    size_t first, count;   /* words of the document */
    bool is_caseless;
    struct gmi_cue *items; /* of word first + i: items[i + GMI_CUE_MARGIN] */
};

/* Where cues come from; all borrowed. The lexicon may be NULL. */
struct gmi_cue_sources {
    const gm_gazetteer *gazetteer;
    const struct gmi_lexicon *lexicon;
    struct gmi_vocabulary vocabulary;
};

gm_status gmi_cues_fill(struct gmi_cues *cues,
                        const struct gmi_cue_sources *sources,
                        gm_document *doc, gm_error *err);

/* The passes that gmi_cues_fill is made of. */
void gmi_cues_add_words(struct gmi_cues *cues, const gm_document *doc,
                        const struct gmi_cue_sources *sources);
gm_status gmi_cues_add_names(struct gmi_cues *cues, gm_document *doc,
                             const gm_gazetteer *gazetteer, gm_error *err);
gm_status gmi_cues_add_repeats(struct gmi_cues *cues, gm_document *doc,
                               gm_error *err);

/* What features tell of; those of a group come together, in this order. */
enum gmi_feature_group {
    GMI_GROUP_ALWAYS, /* one that every word has */
    GMI_GROUP_WORDS, GMI_GROUP_SHAPES, GMI_GROUP_AFFIXES, GMI_GROUP_LISTS,
    GMI_GROUP_NAMES, GMI_GROUP_CLUSTERS, GMI_GROUP_RUNS, GMI_GROUP_REPEATS,
    GMI_FEATURE_GROUPS
};

/* The features of the stretch's word `index`; returns how many. */
size_t gmi_features_of(const struct gmi_cues *cues, size_t index,
                       uint64_t out[GMI_FEATURES_MAX]);

/* The same, and where each group of them ends. */
size_t gmi_features_grouped(const struct gmi_cues *cues, size_t index,
                            uint64_t out[GMI_FEATURES_MAX],
                            size_t ends[GMI_FEATURE_GROUPS]);

/* Whether a cue's word is written as a name is. */
static inline bool gmi_cue_is_capital(const struct gmi_cue *cue)
{
    return cue->caps >= GMI_CAPS_CAPITAL;
}

#endif
