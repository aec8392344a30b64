/* SPDX-License-Identifier: MIT */
/* Cues of the words themselves: letters, word lists, clusters. */
#include "recognize/features.h"

#include <string.h>

enum { AFFIX_BYTES = 64, PHRASE_WORDS = 8 };

/* Rank up to which a word without capitals cannot begin a name. */
enum { FUNCTION_WORD_RANK = 100 };

static uint8_t log2_of(uint32_t value)
{
    uint8_t bits = 0;
    for (; value; value >>= 1)
        bits++;
    return bits;
}

static uint32_t hash_bytes(const char *bytes, size_t length, uint32_t seed)
{
    uint32_t hash = seed * 2654435761u + 0x811c9dc5u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash | 1;
}

/* Plain English words need no folding but for their capitals. */
static size_t lower_word(const char *text, size_t length, char *out)
{
    if (length > AFFIX_BYTES)
        length = AFFIX_BYTES;
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            struct gmi_folded folded;
            gmi_fold(text, length, &folded);
            const size_t most = folded.length < AFFIX_BYTES
                                    ? folded.length : (size_t)AFFIX_BYTES;
            memcpy(out, folded.bytes, most);
            return most;
        }
        const bool is_upper = text[i] >= 'A' && text[i] <= 'Z';
        out[i] = (char)(is_upper ? text[i] + ('a' - 'A') : text[i]);
    }
    return length;
}

static void add_affixes(struct gmi_cue *cue, const char *text, size_t length)
{
    char low[AFFIX_BYTES];
    length = lower_word(text, length, low);
    for (size_t i = 0; i < 2; i++)
        cue->prefixes[i] =
            length >= i + 2 ? hash_bytes(low, i + 2, 1) : 0;
    for (size_t i = 0; i < 4; i++)
        cue->suffixes[i] =
            length >= i + 1 ? hash_bytes(low + length - i - 1, i + 1, 2) : 0;
}

/* The word's kinds of letters, runs made one: "McDonald" is XxXx. */
static uint32_t shape_of(const char *text, size_t length, bool is_caseless)
{
    char shape[16];
    size_t count = 0;
    for (size_t i = 0; i < length && count < sizeof shape; i++) {
        const unsigned char c = (unsigned char)text[i];
        char kind = 'x';
        if (c >= 'A' && c <= 'Z')
            kind = is_caseless ? 'x' : 'X';
        else if (c >= '0' && c <= '9')
            kind = 'd';
        else if (c == '.' || c == '&')
            kind = (char)c;
        else if (c >= 0x80)
            kind = 'u';
        if (count == 0 || shape[count - 1] != kind)
            shape[count++] = kind;
    }
    return hash_bytes(shape, count, 3);
}

static uint8_t bit_if(uint32_t classes, uint32_t wanted, uint8_t bit)
{
    return classes & wanted ? bit : 0;
}

static void add_classes(struct gmi_cue *cue, uint32_t classes)
{
    cue->person |= bit_if(classes, GMI_LEX_FIRST_NAME, 1);
    cue->person |= bit_if(classes, GMI_LEX_SURNAME, 2);
    cue->person |= bit_if(classes, GMI_LEX_TITLE, 4);
    cue->head |= bit_if(classes, GMI_LEX_ORG_HEAD, 1);
    cue->head |= bit_if(classes, GMI_LEX_FACILITY_HEAD, 2);
    cue->head |= bit_if(classes, GMI_LEX_GEO_TYPE, 4);
    cue->context |= bit_if(classes, GMI_LEX_PREPOSITION, 1);
    cue->context |= bit_if(classes, GMI_LEX_PERSON_VERB, 2);
    cue->context |= bit_if(classes, GMI_LEX_PLACE_CUE, 4);
    cue->context |= bit_if(classes, GMI_LEX_METONYM_VERB, 8);
    cue->context |= bit_if(classes, GMI_LEX_CUE_AFTER, 16);
    if (classes & GMI_LEX_STOP_ANY)
        cue->is_stop = classes & GMI_LEX_DOUBTFUL ? 1 : 2;
}

static void add_vocabulary(struct gmi_cue *cue,
                           const struct gmi_vocabulary *vocabulary)
{
    const struct gmi_vocabulary_facts facts =
        gmi_vocabulary_find(vocabulary, cue->word);
    cue->cluster_64 = facts.cluster_64;
    cue->cluster_256 = facts.cluster_256;
    cue->cluster_1024 = facts.cluster_1024;
    cue->rank = facts.rank;
    cue->small = facts.small;
}

static void add_position(struct gmi_cue *cue, const struct gmi_word *word)
{
    cue->gap = word->before & (uint16_t)~GMI_BEFORE_SPACE;
    cue->is_dotted = word->flags & GMI_WORD_DOTTED ? 2
                     : word->flags & GMI_WORD_PERIOD_AFTER ? 1 : 0;
    if (word->flags & GMI_WORD_SENTENCE_START)
        cue->start = 1;
    if (word->before & GMI_BEFORE_PARAGRAPH)
        cue->start = 2;
    const uint8_t before = (cue - 1)->word ? (cue - 1)->distance : 4;
    cue->distance = cue->start == 2 ? 0
                    : before < 4 ? (uint8_t)(before + 1) : 4;
}

static uint32_t add_word(struct gmi_cue *cue, const gm_document *doc,
                         const struct gmi_word *word, bool is_caseless,
                         const struct gmi_lexicon *lexicon)
{
    const char *text = doc->text + word->start;
    const size_t length = word->end - word->start;
    cue->word = word->hash;
    cue->caps = word->caps;
    const struct gmi_lexicon_entry *entry = gmi_lexicon_find(
        lexicon, gmi_key_add(GMI_KEY_EMPTY, word->hash));
    cue->common = log2_of(entry->rank);
    add_classes(cue, entry->classes);
    if (is_caseless && word->caps != GMI_CAPS_NONE)
        cue->caps = entry->rank && entry->rank < FUNCTION_WORD_RANK
                        ? GMI_CAPS_LOWER : GMI_CAPS_CAPITAL;
    cue->shape = shape_of(text, length, is_caseless);
    add_affixes(cue, text, length);
    add_position(cue, word);
    return entry->classes;
}

/* The longest known phrase that begins at a word. */
static void add_phrase(struct gmi_cues *cues, const gm_document *doc,
                       const struct gmi_lexicon *lexicon, size_t first)
{
    const struct gmi_word *words = doc->words.items + cues->first;
    uint64_t key = gmi_key_add(GMI_KEY_EMPTY, words[first].hash);
    uint32_t classes = 0;
    size_t length = 1;
    for (size_t i = 1; i < PHRASE_WORDS && first + i < cues->count; i++) {
        if (!gmi_word_joins(&words[first + i]))
            break;
        key = gmi_key_add(key, words[first + i].hash);
        const uint32_t found = gmi_lexicon_find(lexicon, key)->classes;
        if (found & ~(uint32_t)(GMI_LEX_PREFIX | GMI_LEX_DOUBTFUL)) {
            classes = found;
            length = i + 1;
        }
        if (!(found & GMI_LEX_PREFIX))
            break;
    }
    if (length == 1)
        return;
    struct gmi_cue *cue = cues->items + GMI_CUE_MARGIN + first;
    add_classes(&cue[length - 1], classes & ~(uint32_t)GMI_LEX_STOP_ANY);
    const uint8_t kind = classes & GMI_LEX_ORG_NAME      ? 4
                         : classes & GMI_LEX_PERSON_NAME ? 8
                         : classes & GMI_LEX_STOP_ANY    ? 12 : 0;
    if (kind == 0 || (cues->is_caseless && kind == 12))
        return;
    for (size_t i = 0; i < length; i++)
        cue[i].phrase = (uint8_t)(kind + (i == 0) + 2 * (i + 1 == length));
}

/* Runs of capitals that only space joins: "Gwinnett Medical Center". */
static void add_runs(struct gmi_cues *cues)
{
    struct gmi_cue *items = cues->items;
    const size_t end = cues->count + GMI_CUE_MARGIN;
    for (size_t i = GMI_CUE_MARGIN; i < end;) {
        if (!gmi_cue_is_capital(&items[i])) {
            i++;
            continue;
        }
        size_t next = i + 1;
        while (next < end && gmi_cue_is_capital(&items[next]) &&
               items[next].gap == 0)
            next++;
        for (size_t j = i; j < next; j++) {
            items[j].run_first = (uint32_t)i;
            items[j].run_last = (uint32_t)(next - 1);
        }
        i = next;
    }
}

/* Only capitals and what stands beside them can be of a name. */
static void add_activity(struct gmi_cues *cues)
{
    struct gmi_cue *items = cues->items;
    const size_t end = cues->count + GMI_CUE_MARGIN;
    for (size_t i = GMI_CUE_MARGIN; i < end; i++)
        items[i].is_active = cues->is_caseless ||
                             gmi_cue_is_capital(&items[i]) ||
                             gmi_cue_is_capital(&items[i - 1]) ||
                             gmi_cue_is_capital(&items[i + 1]);
}

/* "Three Hurt in Gary Fire": where capitals tell little. 0 to 3. */
static void add_titles(struct gmi_cues *cues)
{
    struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    for (size_t i = 0; i < cues->count;) {
        size_t next = i, capitals = 0, small = 0;
        do {
            capitals += gmi_cue_is_capital(&items[next]);
            small += items[next].caps == GMI_CAPS_LOWER;
            next++;
        } while (next < cues->count && !items[next].start);
        const uint8_t title = (uint8_t)(capitals * 4 > small * 9   ? 3
                                        : capitals * 4 > small * 4 ? 2
                                        : capitals * 4 > small * 2 ? 1 : 0);
        for (; i < next; i++)
            items[i].title = title;
    }
}

void gmi_cues_add_words(struct gmi_cues *cues, const gm_document *doc,
                        const struct gmi_cue_sources *sources)
{
    const struct gmi_lexicon *lexicon = sources->lexicon;
    struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    for (size_t i = 0; i < cues->count; i++) {
        const uint32_t classes =
            add_word(&items[i], doc, &doc->words.items[cues->first + i],
                     cues->is_caseless, lexicon);
        add_vocabulary(&items[i], &sources->vocabulary);
        items[i].alone = classes & GMI_LEX_PREFIX ? 1 : 0;
    }
    for (size_t i = 0; i < cues->count; i++) {
        if (items[i].alone)
            add_phrase(cues, doc, lexicon, i);
        items[i].alone = 0;
    }
    add_runs(cues);
    add_titles(cues);
    add_activity(cues);
}
