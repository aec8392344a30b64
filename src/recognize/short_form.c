/* SPDX-License-Identifier: MIT */
/* Short forms that a known place vouches for. */
#include "recognize/short_form.h"

#include "gazetteer/variant.h"
#include "text/fold.h"

#include <string.h>

enum { NAMESAKES_READ = 400, STATE_LETTERS_MAX = 6 };

/* A mention and its words, the last one included. */
struct spot {
    size_t mention;
    size_t first, last;
};

static bool has_feature(const gm_gazetteer *gazetteer, uint32_t place,
                        const char *begin)
{
    const struct gmi_image *image;
    const struct gmi_place_record *record =
        gmi_gazetteer_record(gazetteer, place, &image);
    return strncmp(gmi_image_feature(image, record), begin, strlen(begin)) == 0;
}

/* ---- "Tucson, AZ" ------------------------------------------------------ */

/* Whether some place of the mention's name lies in the state. */
static bool has_namesake_in(const gm_gazetteer *gazetteer,
                            const gm_mention *mention, uint32_t state)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer,
                   gmi_key_of(mention->text, strlen(mention->text), NULL));
    for (size_t i = 0; i < NAMESAKES_READ && gmi_hits_next(&hits, &hit); i++)
        if (gmi_gazetteer_ancestors(gazetteer, hit.place).admin1 == state)
            return true;
    return false;
}

/* Whether the state is written with a stop: "Me.", but not "AZ". */
enum state_form { NO_STATE, STATE, STATE_WITH_STOP };

/* Whether a word is the short form of a state that has the place. */
static enum state_form state_behind(const gm_gazetteer *gazetteer,
                                    const struct gmi_word *word,
                                    const gm_mention *mention)
{
    struct gmi_hits hits;
    struct gmi_hit hit;
    const uint64_t key = gmi_key_add(GMI_KEY_EMPTY, word->hash);
    if (!(gmi_gazetteer_probe(gazetteer, key) & GMI_KEY_IS_NAME))
        return NO_STATE;
    enum state_form form = NO_STATE;
    gmi_hits_begin(&hits, gazetteer, key);
    while (form != STATE && gmi_hits_next(&hits, &hit)) {
        if (hit.kind != GM_NAME_ABBREVIATION ||
            !has_feature(gazetteer, hit.place, "A.ADM1"))
            continue;
        /* "Me." and "In." are short forms with their stop only. */
        const bool has_stop = strchr(hit.text, '.') != NULL;
        if (has_stop &&
            !(word->flags & (GMI_WORD_PERIOD_AFTER | GMI_WORD_DOTTED)))
            continue;
        if ((has_stop || word->caps == GMI_CAPS_UPPER) &&
            has_namesake_in(gazetteer, mention, hit.place))
            form = has_stop ? STATE_WITH_STOP : STATE;
    }
    return form;
}

static bool is_written_short(const gm_document *doc,
                             const struct gmi_word *word)
{
    const unsigned gap = GMI_BEFORE_COMMA | GMI_BEFORE_SPACE | GMI_BEFORE_LINE;
    return (word->before & GMI_BEFORE_COMMA) &&
           gmi_word_only_after(word, gap) &&
           word->letters <= STATE_LETTERS_MAX &&
           (word->caps == GMI_CAPS_UPPER ||
            (word->caps == GMI_CAPS_CAPITAL && doc->text[word->end] == '.'));
}

/* Adds the state behind a mention that is written with small letters. */
static gm_status add_state(const struct gmi_recognizer *recognizer,
                           gm_document *doc, struct spot spot, gm_error *err)
{
    const struct gmi_words *words = &doc->words;
    const gm_mention *mention = &doc->mentions[spot.mention];
    if (spot.last + 1 >= words->count ||
        words->items[spot.last].caps == GMI_CAPS_UPPER)
        return GM_OK;
    const struct gmi_word *word = &words->items[spot.last + 1];
    if (!is_written_short(doc, word) ||
        (spot.mention + 1 < doc->mention_count &&
         doc->mentions[spot.mention + 1].byte_start < word->end))
        return GM_OK;
    const enum state_form form =
        state_behind(recognizer->gazetteer, word, mention);
    if (form == NO_STATE)
        return GM_OK;
    const double recognition = mention->recognition;
    const size_t end =
        word->end + (form == STATE_WITH_STOP && doc->text[word->end] == '.');
    gm_mention *added;
    const gm_status status =
        gmi_document_add(doc, word->start, end, &added, err);
    if (!status) {
        added->use = GM_USE_LITERAL;
        added->recognition = recognition;
        gmi_document_sort(doc);
    }
    return status;
}

/* ---- "N. Carolina" ----------------------------------------------------- */

static bool is_direction(const gm_document *doc, const struct gmi_word *word)
{
    return word->letters == 1 && word->end - word->start == 1 &&
           strchr("NSEW", doc->text[word->start]) &&
           doc->text[word->end] == '.';
}

/* Whether the words from `start` on are the name of an area, written short. */
static bool is_area(const gm_gazetteer *gazetteer, const char *text,
                    size_t length)
{
    struct gmi_variants variants;
    gmi_variants_find(gazetteer, text, length, "en", &variants);
    for (size_t i = 0; i < variants.count; i++) {
        struct gmi_hits hits;
        struct gmi_hit hit;
        if (variants.items[i].rule != GMI_VARIANT_NORMALIZED)
            continue;
        gmi_hits_begin(&hits, gazetteer, variants.items[i].key);
        if (gmi_hits_next(&hits, &hit) && hit.kind < GM_NAME_ABBREVIATION &&
            (has_feature(gazetteer, hit.place, "A.PCL") ||
             has_feature(gazetteer, hit.place, "A.ADM1") ||
             has_feature(gazetteer, hit.place, "L.RGN")))
            return true;
    }
    return false;
}

static gm_status take_direction(const struct gmi_recognizer *recognizer,
                                gm_document *doc, struct spot spot,
                                gm_error *err)
{
    const unsigned gap = GMI_BEFORE_PERIOD | GMI_BEFORE_SPACE;
    const gm_mention old = doc->mentions[spot.mention];
    const struct gmi_word *word = &doc->words.items[spot.first];
    if (spot.first == 0 || !gmi_word_only_after(word, gap) ||
        !is_direction(doc, word - 1))
        return GM_OK;
    const size_t start = word[-1].start;
    if (!is_area(recognizer->gazetteer, doc->text + start,
                 old.byte_end - start))
        return GM_OK;
    gm_mention *added;
    const gm_status status =
        gmi_document_add(doc, start, old.byte_end, &added, err);
    if (status)
        return status;
    added->use = old.use;
    added->recognition = old.recognition;
    memmove(doc->mentions + spot.mention, doc->mentions + spot.mention + 1,
            (doc->mention_count - spot.mention - 1) * sizeof *doc->mentions);
    doc->mention_count--;
    gmi_document_sort(doc);
    return GM_OK;
}

/* How sure an area is that is written short and that nothing else found. */
static const double FOUND_BY_DIRECTION = 0.6;

static bool is_taken(const gm_document *doc, size_t start, size_t end)
{
    for (size_t i = 0; i < doc->mention_count; i++)
        if (doc->mentions[i].byte_start < end &&
            doc->mentions[i].byte_end > start)
            return true;
    return false;
}

/* Whether a capital word goes on with the name: "W. Virginia Woolf". */
static bool goes_on(const struct gmi_words *words, size_t last)
{
    return last + 1 < words->count &&
           words->items[last + 1].caps >= GMI_CAPS_CAPITAL &&
           gmi_word_only_after(&words->items[last + 1], GMI_BEFORE_SPACE);
}

/* Adds "S. Dakota" where its second word is no mention yet. */
static gm_status add_direction(const struct gmi_recognizer *recognizer,
                               gm_document *doc, size_t first, gm_error *err)
{
    const struct gmi_words *words = &doc->words;
    const struct gmi_word *word = &words->items[first];
    const unsigned gap = GMI_BEFORE_PERIOD | GMI_BEFORE_SPACE;
    if (!is_direction(doc, word) || first + 1 >= words->count ||
        word[1].caps != GMI_CAPS_CAPITAL ||
        !gmi_word_only_after(&word[1], gap) || goes_on(words, first + 1) ||
        is_taken(doc, word->start, word[1].end) ||
        !is_area(recognizer->gazetteer, doc->text + word->start,
                 word[1].end - word->start))
        return GM_OK;
    gm_mention *added;
    const gm_status status =
        gmi_document_add(doc, word->start, word[1].end, &added, err);
    if (status)
        return status;
    added->use = GM_USE_LITERAL;
    added->recognition = FOUND_BY_DIRECTION;
    gmi_document_sort(doc);
    return GM_OK;
}

gm_status gmi_short_forms(const struct gmi_recognizer *recognizer,
                          gm_document *doc, gm_error *err)
{
    const struct gmi_words *words = &doc->words;
    gm_status status = GM_OK;
    size_t word = 0;
    for (size_t i = 0; i < doc->mention_count && !status; i++) {
        const gm_mention *mention = &doc->mentions[i];
        if (mention->use == GM_USE_ADJECTIVAL)
            continue;
        while (word < words->count &&
               words->items[word].end <= mention->byte_start)
            word++;
        struct spot spot = {i, word, word};
        while (spot.last + 1 < words->count &&
               words->items[spot.last + 1].start < mention->byte_end)
            spot.last++;
        if (word >= words->count)
            break;
        status = take_direction(recognizer, doc, spot, err);
        if (!status)
            status = add_state(recognizer, doc, spot, err);
    }
    for (size_t i = 0; i < words->count && !status; i++)
        status = add_direction(recognizer, doc, i, err);
    return status;
}
