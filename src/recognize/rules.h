/* SPDX-License-Identifier: MIT */
/*
 * The method of rules: which of the gazetteer's matches are mentions. Serves
 * every language, and English where no weights are there.
 */
#ifndef RECOGNIZE_RULES_H
#define RECOGNIZE_RULES_H

#include "recognize/match.h"
#include "recognize/recognizer.h"

/* The names of a text, each once. */
struct gmi_names {
    struct gmi_name {
        uint64_t key;  /* 0: empty slot */
        uint32_t times;
        double best;   /* strongest evidence */
    } *slots;
    size_t size;       /* a power of two */
};

/* What the rules know of a text. */
struct gmi_context {
    const struct gmi_recognizer *recognizer;
    gm_document *doc;
    const char *language;
    uint32_t stop_bits;  /* of the lexicon, for this language */
    bool is_caseless;    /* written without capitals, or in capitals only */
    uint32_t *classes;   /* of the lexicon, by word */
    struct gmi_matches matches;
    uint32_t *match_at;  /* 1 + first match that begins at a word; 0: none */
    struct gmi_names names;
    uint64_t *small; /* hashes of words written small: a set */
    size_t small_size; /* of its slots: a power of two */
};

gm_status gmi_context_init(struct gmi_context *context,
                           const struct gmi_recognizer *recognizer,
                           gm_document *doc, gm_error *err);

gm_status gmi_rules_recognize(struct gmi_context *context, gm_error *err);

/* The name of a match; never NULL. */
struct gmi_name *gmi_context_name(const struct gmi_context *context,
                                  uint64_t key);
static inline uint32_t gmi_context_times(const struct gmi_context *context,
                                         uint64_t key)
{
    return gmi_context_name(context, key)->times;
}
/* Whether a word is an ordinary one of the language. */
bool gmi_context_is_ordinary(const struct gmi_context *context, uint64_t hash);
/* Whether the text has a word written small. */
bool gmi_context_has_small(const struct gmi_context *context, uint64_t hash);
/* Whether the word at an index joins two of a kind: "and", "und", "և". */
bool gmi_context_is_and(const struct gmi_context *context, uint32_t index);

/* What the lists know of a run of words. */
const struct gmi_lexicon_entry *
gmi_rules_entry(const struct gmi_context *context, uint32_t first,
                uint32_t count);

/* Evidence for a match being a mention, as log-odds; and against it. */
double gmi_rules_evidence(const struct gmi_context *context,
                          const struct gmi_match *match);

/* Whether the match is part of an organisation's or other longer name. */
bool gmi_rules_is_embedded(const struct gmi_context *context,
                           uint32_t first, uint32_t count);

/* The use of a mention of these words; `adjective`: it can be one. */
gm_use gmi_rules_use(const struct gmi_context *context,
                     const struct gmi_match *match);

/* The word before or behind, if only space stands between; NULL. */
const struct gmi_word *gmi_rules_before(const struct gmi_context *context,
                                        uint32_t first);
const struct gmi_word *gmi_rules_behind(const struct gmi_context *context,
                                        uint32_t next);

static inline bool gmi_word_is_capital(const struct gmi_word *word)
{
    return word->caps == GMI_CAPS_CAPITAL || word->caps == GMI_CAPS_UPPER ||
           word->caps == GMI_CAPS_MIXED;
}

/* Lexicon classes of a word of the document. */
static inline uint32_t gmi_rules_classes(const struct gmi_context *context,
                                         const struct gmi_word *word)
{
    return context->classes[word - context->doc->words.items];
}

#endif
