/* SPDX-License-Identifier: MIT */
/*
 * Word lists, compiled: what is known of a word or phrase whatever the text.
 * The lists are gazetteer/rules/NAME.txt; the name is the class. Keys are
 * those of text/fold.h, so that a phrase is looked up as a name is.
 */
#ifndef MODEL_LEXICON_H
#define MODEL_LEXICON_H

#include "base/container.h"
#include "model/ordinary.h"
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
    X(PERSON_NAME, "person-names")                                            \
    X(CUE_AFTER, NULL) /* of place-cues: "... residents" */

enum gmi_lexicon_class {
#define GMI_LEXICON_INDEX(name, file) GMI_LEX_INDEX_##name,
    GMI_LEXICON_CLASSES(GMI_LEXICON_INDEX)
#undef GMI_LEXICON_INDEX
        GMI_LEXICON_CLASS_COUNT
};

#define GMI_LEXICON_BIT(name, file) GMI_LEX_##name = 1 << GMI_LEX_INDEX_##name,
enum { GMI_LEXICON_CLASSES(GMI_LEXICON_BIT)
       /* beside the classes: the languages of a stop name */
       GMI_LEX_STOP_ANY = 1 << 16, /* English, or any language */
       GMI_LEX_STOP_FR = 1 << 17,
       GMI_LEX_STOP_DE = 1 << 18,
       GMI_LEX_STOP_ES = 1 << 19,
       GMI_LEX_STOP_RU = 1 << 20,
       GMI_LEX_STOP_TR = 1 << 21,
       GMI_LEX_STOP_AZ = 1 << 22,
       GMI_LEX_STOP_HY = 1 << 23,
       GMI_LEX_STOP_UK = 1 << 24,
       GMI_LEX_STOP_KA = 1 << 25,
       GMI_LEX_STOP_IT = 1 << 26,
       GMI_LEX_STOP_PT = 1 << 27,
       GMI_LEX_DOUBTFUL = 1 << 28, /* a stop name marked with "?" */
       GMI_LEX_PREFIX = 1 << 29    /* a longer phrase begins like this */
};
#undef GMI_LEXICON_BIT

struct gmi_lexicon_entry {
    uint64_t key; /* 0: empty slot */
    uint32_t classes;
    uint16_t rank;    /* of common words: 1 is the most frequent; 0: none */
    char geo_class;   /* of geo-types: GeoNames' class, 'A' ...; '\0' */
    uint8_t geo_side; /* and on which sides of a name it stands: bits */
};

enum { GMI_GEO_BEFORE = 1, GMI_GEO_AFTER = 2 };

_Static_assert(sizeof(struct gmi_lexicon_entry) == 16, "entry");

struct gmi_lexicon {
    struct gmi_container container;
    const struct gmi_lexicon_entry *entries;
    size_t entry_count; /* a power of two */
    struct gmi_ordinary ordinary;
};

gm_status gmi_lexicon_open(const char *path, struct gmi_lexicon *out,
                           gm_error *err);
void gmi_lexicon_release(struct gmi_lexicon *lexicon);

/* What is known of a key: bits of classes; 0. The lexicon may be NULL. */
static inline const struct gmi_lexicon_entry *
gmi_lexicon_find(const struct gmi_lexicon *lexicon, uint64_t key)
{
    static const struct gmi_lexicon_entry nothing = {0};
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

/* The stop bit of a language, "ru"; GMI_LEX_STOP_ANY for one without. */
uint32_t gmi_lexicon_stop_bit(const char *language);

/* Compiles the lists of a folder; their form is in gazetteer/rules. */
gm_status gmi_lexicon_build(const char *folder, const char *path,
                            gm_error *err);

#endif
