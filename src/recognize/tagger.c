/* SPDX-License-Identifier: MIT */
/* The tagger: from words to mentions. */
#include "recognize/tagger.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "recognize/tagger_segment.h"

/*
 * A long text is tagged stretch by stretch: that bounds memory, and words of
 * one chapter say little of another.
 */
enum { STRETCH_WORDS = 1 << 14, STRETCH_SLACK = 1 << 11 };

struct found {
    size_t byte_start, byte_end;
    gm_use use;
    double recognition;
};

struct work {
    const struct gmi_tagger *tagger;
    struct gmi_cue_sources sources;
    const struct gmi_tagger_model *model;
    gm_document *doc;
    struct gmi_cues cues;
    float scores[GMI_SEGMENT_MAX][GMI_TAGS];
    float ahead[GMI_SEGMENT_MAX][GMI_TAGS];
    float behind[GMI_SEGMENT_MAX][GMI_TAGS];
    float chance[GMI_SEGMENT_MAX][GMI_TAGS];
    uint8_t back[GMI_SEGMENT_MAX][GMI_TAGS];
    uint8_t tags[GMI_SEGMENT_MAX];
    struct found *found;
    size_t found_count, found_capacity;
};

/* ---- Which words at once, and by which model --------------------------- */

static void begin_work(struct work *w,
                       const struct gmi_recognizer *recognizer,
                       gm_document *doc)
{
    w->tagger = recognizer->tagger;
    w->sources = (struct gmi_cue_sources){recognizer->gazetteer,
                                          recognizer->lexicon,
                                          recognizer->tagger->vocabulary};
    w->doc = doc;
}

/* A stretch ends where a paragraph does, or a sentence, or anywhere. */
static size_t stretch_end(const struct gmi_words *words, size_t first)
{
    const size_t most = first + STRETCH_WORDS;
    if (most >= words->count)
        return words->count;
    for (size_t i = most; i > most - STRETCH_SLACK; i--)
        if (words->items[i].before & GMI_BEFORE_PARAGRAPH)
            return i;
    for (size_t i = most; i > most - STRETCH_SLACK; i--)
        if (words->items[i].flags & GMI_WORD_SENTENCE_START)
            return i;
    return most;
}

static gm_status begin_stretch(struct work *w, size_t first, size_t end,
                               gm_error *err)
{
    w->cues = (struct gmi_cues){.first = first, .count = end - first};
    w->cues.is_caseless =
        gmi_words_case(w->doc->words.items + first, w->cues.count) !=
        GMI_TEXT_BOTH;
    w->model = &w->tagger->models[w->cues.is_caseless ? 1 : 0];
    return gmi_cues_fill(&w->cues, &w->sources, w->doc, err);
}

/* ---- Mentions ---------------------------------------------------------- */

/* The best of the uses that the tag leaves open. */
static gm_use use_of(const struct work *w, size_t first, size_t last,
                     enum gmi_tag_kind kind)
{
    if (kind == GMI_TAG_ADJECTIVE)
        return GM_USE_ADJECTIVAL;
    if (kind == GMI_TAG_EMBEDDED)
        return GM_USE_EMBEDDED;
    double p[GMI_USES];
    gmi_use_judge(&w->tagger->uses, &w->cues, first, last, p);
    gm_use best = GM_USE_LITERAL;
    for (unsigned use = 0; use < GMI_USES; use++)
        if (use != GM_USE_ADJECTIVAL && p[use] > p[best])
            best = (gm_use)use;
    return best;
}

static gm_status add_found(struct work *w, const struct gmi_crf_sums *sums,
                           const struct gmi_segment *segment, size_t first,
                           size_t last, gm_error *err)
{
    if (!gmi_reserve(&w->found, &w->found_capacity, w->found_count,
                     sizeof *w->found))
        return gmi_fail_memory(err);
    const enum gmi_tag_kind kind = gmi_tag_kind_of(w->tags[first]);
    const size_t begin = segment->first + first, end = segment->first + last;
    w->found[w->found_count++] = (struct found){
        .byte_start = w->doc->words.items[w->cues.first + begin].start,
        .byte_end = gmi_segment_end(&w->cues, w->doc, end),
        .use = use_of(w, begin, end, kind),
        .recognition = gmi_calibrate(
            &w->model->calibrations[kind],
            gmi_crf_span(sums, first, last, kind)),
    };
    return GM_OK;
}

static gm_status add_all_found(struct work *w,
                               const struct gmi_segment *segment,
                               gm_error *err)
{
    struct gmi_crf_sums sums = {.ahead = w->ahead,
                                .behind = w->behind,
                                .chance = w->chance};
    bool is_summed = false;
    gm_status status = GM_OK;
    for (size_t i = 0; i < segment->count && !status; i++) {
        if (w->tags[i] == GMI_TAG_O)
            continue;
        if (!is_summed)
            gmi_crf_sum(&w->model->crf,
                        (const float (*)[GMI_TAGS])w->scores, segment->count,
                        &sums);
        is_summed = true;
        const size_t first = i;
        while (i + 1 < segment->count && gmi_tag_is_open_behind(w->tags[i]))
            i++;
        status = add_found(w, &sums, segment, first, i, err);
    }
    return status;
}

static gm_status tag_segment(struct work *w,
                             const struct gmi_segment *segment, gm_error *err)
{
    for (size_t i = 0; i < segment->count; i++) {
        uint64_t hashes[GMI_FEATURES_MAX];
        const size_t count =
            gmi_features_of(&w->cues, segment->first + i, hashes);
        gmi_tagger_score(w->model, hashes, count, w->scores[i]);
    }
    gmi_crf_decode(&w->model->crf, (const float (*)[GMI_TAGS])w->scores,
                   segment->count, w->back, w->tags);
    return add_all_found(w, segment, err);
}

static gm_status add_mentions(struct work *w, gm_error *err)
{
    for (size_t i = 0; i < w->found_count; i++) {
        const struct found *found = &w->found[i];
        gm_mention *mention;
        const gm_status status = gmi_document_add(
            w->doc, found->byte_start, found->byte_end, &mention, err);
        if (status)
            return status;
        mention->use = found->use;
        mention->recognition = found->recognition;
    }
    w->found_count = 0;
    return GM_OK;
}

static gm_status tag_stretch(struct work *w, size_t first, size_t end,
                             gm_error *err)
{
    struct gmi_arena *arena = &w->doc->arena;
    const struct gmi_arena_mark mark = gmi_arena_mark(arena);
    gm_status status = begin_stretch(w, first, end, err);
    struct gmi_segment segment = {0, 0};
    while (!status && gmi_segment_next(&w->cues, &segment))
        status = tag_segment(w, &segment, err);
    gmi_arena_rewind(arena, mark);
    return status ? status : add_mentions(w, err);
}

gm_status gmi_tagger_recognize(const struct gmi_recognizer *recognizer,
                               gm_document *doc, gm_error *err)
{
    struct work *w = gmi_alloc_zeroed(1, sizeof *w);
    if (!w)
        return gmi_fail_memory(err);
    begin_work(w, recognizer, doc);
    gm_status status = GM_OK;
    for (size_t first = 0, end; first < doc->words.count && !status;
         first = end) {
        end = stretch_end(&doc->words, first);
        status = tag_stretch(w, first, end, err);
    }
    gmi_release(w->found);
    gmi_release(w);
    return status;
}

/* ---- Mentions that the caller gave ------------------------------------- */

static void judge(struct work *w, gm_mention *mention)
{
    const struct gmi_words *words = &w->doc->words;
    const size_t first = gmi_words_at(words, mention->byte_start);
    size_t next = first;
    while (next < words->count &&
           words->items[next].start < mention->byte_end)
        next++;
    mention->recognition = 1;
    if (first < w->cues.first || next == first ||
        next > w->cues.first + w->cues.count)
        return; /* in no word, or of another stretch */
    double p[GMI_USES];
    gmi_use_judge(&w->tagger->uses, &w->cues,
                  first - w->cues.first, next - 1 - w->cues.first, p);
    gm_use best = GM_USE_LITERAL;
    for (unsigned use = 0; use < GMI_USES; use++)
        if (p[use] > p[best])
            best = (gm_use)use;
    mention->use = best;
}

gm_status gmi_tagger_judge(const struct gmi_recognizer *recognizer,
                           gm_document *doc, gm_error *err)
{
    struct work *w = gmi_alloc_zeroed(1, sizeof *w);
    if (!w)
        return gmi_fail_memory(err);
    begin_work(w, recognizer, doc);
    gm_status status = GM_OK;
    size_t next = 0;
    gmi_document_sort(doc);
    for (size_t first = 0, end; first < doc->words.count && !status;
         first = end) {
        end = stretch_end(&doc->words, first);
        const struct gmi_arena_mark mark = gmi_arena_mark(&doc->arena);
        status = begin_stretch(w, first, end, err);
        const size_t byte_end = doc->words.items[end - 1].end;
        while (!status && next < doc->mention_count &&
               doc->mentions[next].byte_start < byte_end)
            judge(w, &doc->mentions[next++]);
        gmi_arena_rewind(&doc->arena, mark);
    }
    gmi_release(w);
    return status;
}
