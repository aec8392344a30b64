/* SPDX-License-Identifier: MIT */
/* Misspelt names of well-known places, where a place is to be expected. */
#include "recognize/slip.h"

#include "gazetteer/variant.h"

#include <string.h>

/* A town that texts far away name without saying where it is. */
enum { WELL_KNOWN_PEOPLE = 200000, LETTERS_MIN = 8, HITS_READ = 6 };

/* Nothing but the word's place in the sentence speaks for it. */
static const double RECOGNITION = 0.55;

static bool is_well_known(const gm_gazetteer *gazetteer, uint64_t key)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, key);
    for (int i = 0; i < HITS_READ && gmi_hits_next(&hits, &hit); i++) {
        const struct gmi_image *image;
        const struct gmi_place_record *place =
            gmi_gazetteer_record(gazetteer, hit.place, &image);
        const bool is_country =
            strncmp(gmi_image_feature(image, place), "A.PCL", 5) == 0;
        if ((hit.kind == GM_NAME_MAIN || (hit.flags & GMI_NAME_ENGLISH)) &&
            hit.kind < GM_NAME_ABBREVIATION &&
            (is_country || place->population >= WELL_KNOWN_PEOPLE))
            return true;
    }
    return false;
}

/* Whether the word is a well-known name but for its spelling. */
static bool is_slip(const gm_gazetteer *gazetteer, const char *word,
                    size_t length)
{
    struct gmi_variants variants;
    gmi_variants_find(gazetteer, word, length, "en", &variants);
    for (size_t i = 0; i < variants.count; i++)
        if (variants.items[i].rule == GMI_VARIANT_GUESS &&
            is_well_known(gazetteer, variants.items[i].key))
            return true;
    return false;
}

/* Prepositions that persons seldom stand behind: "by" and "for" are none. */
static bool is_of_place(const char *text, const struct gmi_word *word)
{
    static const char *const prepositions[] = {
        "in", "near", "from", "outside", "across", "around", "throughout"};
    const size_t length = word->end - word->start;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (strlen(prepositions[i]) == length &&
            memcmp(prepositions[i], text + word->start, length) == 0)
            return true;
    return false;
}

/* "in Philadelpia": one capital word behind a preposition, and no more. */
static bool stands_as_place(const struct gmi_recognizer *recognizer,
                            const gm_document *doc, size_t i)
{
    const unsigned space = GMI_BEFORE_SPACE | GMI_BEFORE_LINE;
    const struct gmi_words *words = &doc->words;
    const struct gmi_word *word = &words->items[i];
    if (i == 0 || word->caps != GMI_CAPS_CAPITAL ||
        word->script != GMI_SCRIPT_LATIN || word->letters < LETTERS_MIN ||
        !gmi_word_only_after(word, space) ||
        !is_of_place(doc->text, &word[-1]) ||
        gmi_lexicon_word(recognizer->lexicon, word))
        return false;
    return i + 1 == words->count || word[1].caps == GMI_CAPS_LOWER ||
           !gmi_word_only_after(&word[1], space | GMI_BEFORE_HYPHEN |
                                              GMI_BEFORE_APOSTROPHE);
}

gm_status gmi_slips(const struct gmi_recognizer *recognizer, gm_document *doc,
                    gm_error *err)
{
    const struct gmi_words *words = &doc->words;
    const size_t known = doc->mention_count;
    gm_status status = GM_OK;
    size_t next = 0; /* mention that is not before the word */
    if (!recognizer->lexicon)
        return GM_OK;
    for (size_t i = 0; i < words->count && !status; i++) {
        const struct gmi_word *word = &words->items[i];
        while (next < known && doc->mentions[next].byte_end <= word->start)
            next++;
        if ((next < known && doc->mentions[next].byte_start < word->end) ||
            !stands_as_place(recognizer, doc, i) ||
            !is_slip(recognizer->gazetteer, doc->text + word->start,
                     word->end - word->start))
            continue;
        gm_mention *added;
        status = gmi_document_add(doc, word->start, word->end, &added, err);
        if (!status) {
            added->use = GM_USE_LITERAL;
            added->recognition = RECOGNITION;
        }
    }
    gmi_document_sort(doc);
    return status;
}
