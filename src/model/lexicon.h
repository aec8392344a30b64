/* SPDX-License-Identifier: MIT */
/*
 * Word lists, compiled: what is known of a word or phrase whatever the text.
 * The lists are gazetteer/rules/NAME.txt; the name is the class. Keys are
 * those of text/fold.h, so that a phrase is looked up as a name is.
 */
#ifndef MODEL_LEXICON_H
#define MODEL_LEXICON_H

#include "base/container.h"
#include "text/fold.h"

/* Classes; the order is that of the file's bits: add at the end. */
#define GMI_LEXICON_CLASSES(X)                                                \
    X(COMMON_WORD, "common-words")                                            \
    X(FIRST_NAME, "first-names")                                              \
    X(SURNAME, "surnames")                                                    \
    X(TITLE, "titles")                                                        \
    X(ORG_HEAD, "org-heads")                                                  \
    X(FACILITY_HEAD, "facility-heads")                                        \
    X(GEO_TYPE, "geo-types")                                                  \
    X(PREPOSITION, "loc-prepositions")                                        \
    X(PERSON_VERB, "person-verbs")                                            \
    X(PLACE_CUE, "place-cues")                                                \
    X(METONYM_VERB, "metonym-verbs")                                          \
    X(STOP_NAME, "stop-names")                                                \
    X(ORG_NAME, "org-names")                                                  \
    X(PERSON_NAME, "person-names")

enum gmi_lexicon_class {
#define GMI_LEXICON_INDEX(name, file) GMI_LEX_INDEX_##name,
    GMI_LEXICON_CLASSES(GMI_LEXICON_INDEX)
#undef GMI_LEXICON_INDEX
        GMI_LEXICON_CLASS_COUNT
};

#define GMI_LEXICON_BIT(name, file) GMI_LEX_##name = 1 << GMI_LEX_INDEX_##name,
enum { GMI_LEXICON_CLASSES(GMI_LEXICON_BIT)
       /* beside the classes: */
       GMI_LEX_DOUBTFUL = 1 << 28, /* a stop name marked with "?" */
       GMI_LEX_PREFIX = 1 << 30    /* a longer phrase begins like this */
};
#undef GMI_LEXICON_BIT

struct gmi_lexicon_entry {
    uint64_t key; /* 0: empty slot */
    uint32_t classes;
    uint32_t rank; /* of common words: 1 is the most frequent; 0: none */
};

struct gmi_lexicon {
    struct gmi_container container;
    const struct gmi_lexicon_entry *entries;
    size_t entry_count; /* a power of two */
};

gm_status gmi_lexicon_open(const char *path, struct gmi_lexicon *out,
                           gm_error *err);
void gmi_lexicon_release(struct gmi_lexicon *lexicon);

/* What is known of a key: bits of classes; 0. The lexicon may be NULL. */
static inline const struct gmi_lexicon_entry *
gmi_lexicon_find(const struct gmi_lexicon *lexicon, uint64_t key)
{
    static const struct gmi_lexicon_entry nothing = {0, 0, 0};
    if (!lexicon)
        return &nothing;
    const size_t mask = lexicon->entry_count - 1;
    size_t slot = (size_t)key & mask;
    for (size_t i = 0; i <= mask; i++, slot = (slot + 1) & mask) {
        if (lexicon->entries[slot].key == key)
            return &lexicon->entries[slot];
        if (lexicon->entries[slot].key == 0)
            break;
    }
    return &nothing;
}

static inline uint32_t gmi_lexicon_word(const struct gmi_lexicon *lexicon,
                                        const struct gmi_word *word)
{
    return gmi_lexicon_find(lexicon, gmi_key_add(GMI_KEY_EMPTY, word->hash))
        ->classes;
}

/* Compiles the lists of a folder. */
gm_status gmi_lexicon_build(const char *folder, const char *path,
                            gm_error *err);

#endif
