/* SPDX-License-Identifier: MIT */
/* What the tagger leaves to knowledge. */
#include "recognize/amend.h"

#include "base/status.h"
#include "recognize/describe.h"
#include "recognize/short_form.h"
#include "recognize/slip.h"
#include "text/fold.h"

#include <string.h>

enum {
    REACH = 2,        /* words that a name may go on by, on either side */
    PHRASE_WORDS = 5, /* of an organisation's name */
};

/* How sure a place is that stands in a listed organisation's name. */
static const double EMBEDDED_RECOGNITION = 0.6;

struct amend {
    const struct gmi_recognizer *recognizer;
    gm_document *doc;
};

/* A run of words, the last one included. */
struct run {
    size_t first, last;
};

static uint64_t key_of(const gm_document *doc, struct run run)
{
    uint64_t key = GMI_KEY_EMPTY;
    for (size_t i = run.first; i <= run.last; i++)
        key = gmi_key_add(key, doc->words.items[i].hash);
    return key;
}

static struct run words_of(const gm_document *doc, const gm_mention *mention)
{
    const struct gmi_words *words = &doc->words;
    size_t low = 0, high = words->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (words->items[middle].end <= mention->byte_start)
            low = middle + 1;
        else
            high = middle;
    }
    struct run run = {low, low};
    while (run.last + 1 < words->count &&
           words->items[run.last + 1].start < mention->byte_end)
        run.last++;
    return run;
}

/* Whether the words go together as those of a name do. */
static bool is_joined(const gm_document *doc, struct run run)
{
    const struct gmi_word *words = doc->words.items;
    for (size_t i = run.first + 1; i <= run.last; i++)
        if (!gmi_word_joins(&words[i]) ||
            (words[i].before & GMI_BEFORE_PERIOD) ||
            (words[i].flags & GMI_WORD_SENTENCE_START))
            return false;
    return true;
}

/* Whether words of the wider run that the narrow one lacks may be a name's. */
static bool adds_names_only(const struct amend *a, struct run wide,
                            struct run narrow)
{
    for (size_t i = wide.first; i <= wide.last; i++) {
        if (i >= narrow.first && i <= narrow.last)
            continue;
        const struct gmi_word *word = &a->doc->words.items[i];
        /* "New York State", "West Africa", "The U.S.": left as they are. */
        const uint32_t plain = GMI_LEX_GEO_TYPE | GMI_LEX_COMMON_WORD;
        if (word->caps == GMI_CAPS_LOWER || word->caps == GMI_CAPS_NONE ||
            (gmi_lexicon_word(a->recognizer->lexicon, word) & plain))
            return false;
    }
    return true;
}

/* A country, a first-order area or a region of the world. */
static bool is_great(const char *feature)
{
    return strncmp(feature, "A.PCL", 5) == 0 ||
           strncmp(feature, "A.ADM1", 6) == 0 ||
           gmi_is_region_feature(feature);
}

/* Whether the words are the name of a place that all know by all of it. */
static bool is_great_name(const struct amend *a, uint64_t key)
{
    const gm_gazetteer *gazetteer = a->recognizer->gazetteer;
    struct gmi_hits hits;
    struct gmi_hit hit;
    if (!(gmi_gazetteer_probe(gazetteer, key) & GMI_KEY_IS_NAME))
        return false;
    gmi_hits_begin(&hits, gazetteer, key);
    if (!gmi_hits_next(&hits, &hit) || hit.kind >= GM_NAME_ABBREVIATION)
        return false;
    const struct gmi_image *image;
    const struct gmi_place_record *place =
        gmi_gazetteer_record(gazetteer, hit.place, &image);
    return is_great(gmi_image_feature(image, place));
}

/* The widest great name around a mention; the mention itself if none. */
static struct run widest(const struct amend *a, struct run narrow)
{
    const size_t count = a->doc->words.count;
    const size_t from = narrow.first > REACH ? narrow.first - REACH : 0;
    const size_t to =
        narrow.last + REACH < count ? narrow.last + REACH : count - 1;
    for (size_t first = from; first <= narrow.first; first++) {
        for (size_t last = to; last >= narrow.last && last + 1 > 0; last--) {
            const struct run wide = {first, last};
            if (last - first > narrow.last - narrow.first &&
                is_joined(a->doc, wide) && adds_names_only(a, wide, narrow) &&
                is_great_name(a, key_of(a->doc, wide)))
                return wide;
        }
    }
    return narrow;
}

/* Takes out the mention at `index`. */
static void drop(gm_document *doc, size_t index)
{
    memmove(doc->mentions + index, doc->mentions + index + 1,
            (doc->mention_count - index - 1) * sizeof *doc->mentions);
    doc->mention_count--;
}

/* Puts the mention at `index` in place of itself and those it now covers. */
static gm_status widen(struct amend *a, size_t index, struct run wide,
                       gm_error *err)
{
    gm_document *doc = a->doc;
    const gm_mention old = doc->mentions[index];
    const size_t start = doc->words.items[wide.first].start;
    const size_t end = doc->words.items[wide.last].end;
    for (size_t i = doc->mention_count; i > 0; i--) {
        const gm_mention *other = &doc->mentions[i - 1];
        if (other->byte_start < end && other->byte_end > start)
            drop(doc, i - 1);
    }
    gm_mention *added;
    const gm_status status = gmi_document_add(doc, start, end, &added, err);
    if (status)
        return status;
    added->use = old.use == GM_USE_ADJECTIVAL ? GM_USE_LITERAL : old.use;
    added->recognition = old.recognition;
    gmi_document_sort(doc);
    return GM_OK;
}

static gm_status widen_all(struct amend *a, gm_error *err)
{
    gm_document *doc = a->doc;
    for (size_t i = 0; i < doc->mention_count; i++) {
        const struct run narrow = words_of(doc, &doc->mentions[i]);
        const struct run wide = widest(a, narrow);
        if (wide.first == narrow.first && wide.last == narrow.last)
            continue;
        const gm_status status = widen(a, i, wide, err);
        if (status)
            return status;
    }
    return GM_OK;
}

/* ---- Places in listed names -------------------------------------------- */

static bool is_taken(const gm_document *doc, struct run run)
{
    const size_t start = doc->words.items[run.first].start;
    const size_t end = doc->words.items[run.last].end;
    for (size_t i = 0; i < doc->mention_count; i++)
        if (doc->mentions[i].byte_start < end &&
            doc->mentions[i].byte_end > start)
            return true;
    return false;
}

/* A capital: treaties, talks and ministries are named after those. */
static bool is_capital(const struct amend *a, uint64_t key)
{
    const gm_gazetteer *gazetteer = a->recognizer->gazetteer;
    struct gmi_hits hits;
    struct gmi_hit hit;
    gmi_hits_begin(&hits, gazetteer, key);
    for (int i = 0; i < 4 && gmi_hits_next(&hits, &hit); i++) {
        const struct gmi_image *image;
        const struct gmi_place_record *place =
            gmi_gazetteer_record(gazetteer, hit.place, &image);
        if (strcmp(gmi_image_feature(image, place), "P.PPLC") == 0)
            return true;
    }
    return false;
}

static gm_status add_embedded(struct amend *a, struct run phrase,
                              gm_error *err)
{
    for (size_t i = phrase.first; i <= phrase.last; i++) {
        for (size_t last = phrase.last; last + 1 > i; last--) {
            const struct run run = {i, last};
            const bool is_all =
                i == phrase.first && last == phrase.last;
            if (is_all || is_taken(a->doc, run) ||
                !is_capital(a, key_of(a->doc, run)))
                continue;
            gm_mention *mention;
            const gm_status status = gmi_document_add(
                a->doc, a->doc->words.items[i].start,
                a->doc->words.items[last].end, &mention, err);
            if (status)
                return status;
            mention->use = GM_USE_EMBEDDED;
            mention->recognition = EMBEDDED_RECOGNITION;
            return GM_OK;
        }
    }
    return GM_OK;
}

/* The longest listed organisation's name that begins at a word. */
static bool find_listed(const struct amend *a, size_t first, struct run *out)
{
    const struct gmi_words *words = &a->doc->words;
    uint64_t key = GMI_KEY_EMPTY;
    bool is_found = false;
    for (size_t i = first; i < words->count && i - first < PHRASE_WORDS; i++) {
        if (i > first && !gmi_word_joins(&words->items[i]))
            break;
        key = gmi_key_add(key, words->items[i].hash);
        const uint32_t classes =
            gmi_lexicon_find(a->recognizer->lexicon, key)->classes;
        if ((classes & GMI_LEX_ORG_NAME) && i > first &&
            words->items[i].caps != GMI_CAPS_LOWER) {
            *out = (struct run){first, i};
            is_found = true;
        }
        if (!(classes & GMI_LEX_PREFIX))
            break;
    }
    return is_found;
}

/* ---- Persons ----------------------------------------------------------- */

/*
 * "Jordan Miller": a first name with a surname behind it. Of the 7,800 places
 * of four corpora, four stand so.
 */
static bool is_person(const struct amend *a, const gm_mention *mention)
{
    const struct gmi_words *words = &a->doc->words;
    const struct run run = words_of(a->doc, mention);
    const size_t next = run.last + 1;
    const unsigned space = GMI_BEFORE_SPACE | GMI_BEFORE_LINE;
    if (run.first != run.last || next >= words->count ||
        words->items[next].caps != GMI_CAPS_CAPITAL ||
        !gmi_word_only_after(&words->items[next], space))
        return false;
    const struct gmi_lexicon *lexicon = a->recognizer->lexicon;
    const uint32_t behind = gmi_lexicon_word(lexicon, &words->items[next]);
    const uint32_t other = GMI_LEX_GEO_TYPE | GMI_LEX_ORG_HEAD |
                           GMI_LEX_FACILITY_HEAD | GMI_LEX_TITLE;
    return (gmi_lexicon_word(lexicon, &words->items[run.first]) &
            GMI_LEX_FIRST_NAME) &&
           (behind & GMI_LEX_SURNAME) && !(behind & other);
}

/* "Mr. Armenian", "Dr. German": a surname behind a title. */
static bool is_titled(const struct amend *a, const gm_mention *mention)
{
    const struct gmi_words *words = &a->doc->words;
    const struct run run = words_of(a->doc, mention);
    if (run.first == 0 || run.first != run.last)
        return false;
    const struct gmi_word *word = &words->items[run.first];
    return gmi_word_only_after(word, GMI_BEFORE_SPACE | GMI_BEFORE_PERIOD) &&
           !(word->flags & GMI_WORD_SENTENCE_START) &&
           word[-1].caps == GMI_CAPS_CAPITAL &&
           (gmi_lexicon_word(a->recognizer->lexicon, &word[-1]) &
            GMI_LEX_TITLE);
}

static void drop_persons(struct amend *a)
{
    for (size_t i = a->doc->mention_count; i > 0; i--) {
        const gm_mention *mention = &a->doc->mentions[i - 1];
        if (mention->use == GM_USE_ADJECTIVAL ? is_titled(a, mention)
                                              : is_person(a, mention))
            drop(a->doc, i - 1);
    }
}

gm_status gmi_amend(const struct gmi_recognizer *recognizer, gm_document *doc,
                    gm_error *err)
{
    struct amend a = {recognizer, doc};
    gmi_document_sort(doc);
    drop_persons(&a);
    gm_status status = widen_all(&a, err);
    for (size_t i = 0; i < doc->words.count && !status; i++) {
        struct run phrase;
        if (doc->words.items[i].caps == GMI_CAPS_LOWER ||
            doc->words.items[i].caps == GMI_CAPS_NONE ||
            !find_listed(&a, i, &phrase))
            continue;
        if (!is_taken(doc, phrase))
            status = add_embedded(&a, phrase, err);
        i = phrase.last;
    }
    gmi_document_sort(doc);
    if (!status)
        status = gmi_short_forms(recognizer, doc, err);
    return status ? status : gmi_slips(recognizer, doc, err);
}
