/* SPDX-License-Identifier: MIT */
/* Annotated documents as the tagger learns from them. */
#include "train/train_tagger_data.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "train/train_use.h"

#include <string.h>

/* ---- How often each feature is seen ------------------------------------ */

struct counts {
    struct counted {
        uint64_t hash;
        uint32_t count, number;
    } *slots;
    size_t size, used;
};

static struct counted *counted_of(const struct counts *counts, uint64_t hash)
{
    size_t at = (size_t)hash & (counts->size - 1);
    while (counts->slots[at].hash && counts->slots[at].hash != hash)
        at = (at + 1) & (counts->size - 1);
    return &counts->slots[at];
}

static bool grow(struct counts *counts)
{
    struct counts more = {.size = counts->size ? counts->size * 2 : 1 << 20,
                          .used = counts->used};
    more.slots = gmi_alloc_zeroed(more.size, sizeof *more.slots);
    if (!more.slots)
        return false;
    for (size_t i = 0; i < counts->size; i++)
        if (counts->slots[i].hash)
            *counted_of(&more, counts->slots[i].hash) = counts->slots[i];
    gmi_release(counts->slots);
    *counts = more;
    return true;
}

static bool count_feature(struct counts *counts, uint64_t hash)
{
    if (counts->used * 2 >= counts->size && !grow(counts))
        return false;
    struct counted *counted = counted_of(counts, hash);
    counts->used += counted->hash == 0;
    counted->hash = hash;
    counted->count++;
    return true;
}

static gm_status number_features(struct counts *counts, unsigned least,
                                 struct gmi_tagger_data *data, gm_error *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < counts->size; i++)
        kept += counts->slots[i].count >= least;
    data->hashes = gmi_alloc_zeroed(kept + 1, sizeof *data->hashes);
    if (!data->hashes)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < counts->size; i++) {
        struct counted *counted = &counts->slots[i];
        if (counted->hash && counted->count >= least) {
            data->hashes[data->feature_count++] = counted->hash;
            counted->number = (uint32_t)data->feature_count;
        }
    }
    return GM_OK;
}

/* ---- What is right ----------------------------------------------------- */

static void set_tags(uint8_t *tags, size_t first, size_t last,
                     enum gmi_tag_kind kind)
{
    for (size_t i = first; i <= last; i++)
        tags[i] = (uint8_t)gmi_tag(kind, first == last ? GMI_TAG_S
                                         : i == first  ? GMI_TAG_B
                                         : i == last   ? GMI_TAG_E
                                                       : GMI_TAG_I);
}

/* Whether the words are one adjective or demonym for the gazetteer. */
static bool is_adjective(const struct gmi_cue *cue, size_t length)
{
    const struct gmi_name_cue *name = &cue->name;
    if (!name->adjective)
        return false;
    return length == 1 ? name->position == GMI_IN_SINGLE
                       : name->position == GMI_IN_BEGIN &&
                             (cue + length - 1)->name.position == GMI_IN_END;
}

static void tag_golds(const struct gmi_annotated_document *item,
                      const struct gmi_cues *cues, uint8_t *tags)
{
    for (size_t i = 0; i < item->gold_count; i++) {
        const struct gmi_gold *gold = &item->golds[i];
        size_t first, last;
        if (!gmi_gold_words(item->doc, gold, &first, &last))
            continue;
        bool is_free = true;
        for (size_t j = first; j <= last; j++)
            is_free = is_free && tags[j] == GMI_TAG_O;
        if (!is_free)
            continue; /* inside another annotation */
        const struct gmi_cue *cue = &cues->items[first + GMI_CUE_MARGIN];
        set_tags(tags, first, last,
                 gold->is_adjective || is_adjective(cue, last - first + 1)
                     ? GMI_TAG_ADJECTIVE
                 : gold->use == GMI_GOLD_EMBEDDED ? GMI_TAG_EMBEDDED
                                                  : GMI_TAG_PLACE);
    }
}

/* Adjectives that the corpus leaves out are adjectives all the same. */
static void tag_adjectives(const struct gmi_cues *cues, uint8_t *tags)
{
    const struct gmi_cue *items = cues->items + GMI_CUE_MARGIN;
    for (size_t i = 0; i < cues->count; i++) {
        const struct gmi_name_cue *name = &items[i].name;
        if (!name->adjective ||
            (name->position != GMI_IN_BEGIN &&
             name->position != GMI_IN_SINGLE))
            continue;
        size_t last = i;
        bool is_free = tags[i] == GMI_TAG_O;
        while (items[last].name.position != GMI_IN_SINGLE &&
               items[last].name.position != GMI_IN_END) {
            last++;
            is_free = is_free && tags[last] == GMI_TAG_O;
        }
        if (is_free)
            set_tags(tags, i, last, GMI_TAG_ADJECTIVE);
    }
}

/* ---- Examples ---------------------------------------------------------- */

static gm_status add_token(struct gmi_tagger_data *data, uint8_t tag,
                           gm_error *err)
{
    if (!gmi_reserve(&data->tags, &data->token_capacity, data->token_count,
                     sizeof *data->tags) ||
        !gmi_reserve(&data->starts, &data->start_capacity,
                     data->token_count + 1, sizeof *data->starts))
        return gmi_fail_memory(err);
    data->tags[data->token_count] = tag;
    data->starts[data->token_count++] = data->used;
    data->starts[data->token_count] = data->used;
    return GM_OK;
}

static gm_status add_features(struct gmi_tagger_data *data,
                              const struct counts *counts,
                              const uint64_t *hashes, size_t count,
                              gm_error *err)
{
    for (size_t i = 0; i < count; i++) {
        const uint32_t number = counted_of(counts, hashes[i])->number;
        if (number == 0)
            continue;
        if (!gmi_reserve(&data->features, &data->used_capacity, data->used,
                         sizeof *data->features))
            return gmi_fail_memory(err);
        data->features[data->used++] = number - 1;
    }
    data->starts[data->token_count] = data->used;
    return GM_OK;
}

static gm_status add_example(struct gmi_tagger_data *data,
                             const struct counts *counts, uint32_t document,
                             const struct gmi_segment *segment,
                             const uint8_t *tags, gm_error *err)
{
    if (!gmi_reserve(&data->examples, &data->example_capacity,
                     data->example_count, sizeof *data->examples))
        return gmi_fail_memory(err);
    data->examples[data->example_count++] =
        (struct gmi_example){document, (uint32_t)segment->first,
                             (uint32_t)segment->count, data->token_count};
    gm_status status = GM_OK;
    for (size_t i = 0; i < segment->count && !status; i++) {
        uint64_t hashes[GMI_FEATURES_MAX];
        const size_t count = gmi_features_of(&data->cues[document],
                                             segment->first + i, hashes);
        status = add_token(data, tags[segment->first + i], err);
        if (!status)
            status = add_features(data, counts, hashes, count, err);
    }
    return status;
}

static gm_status count_document(struct counts *counts,
                                const struct gmi_cues *cues, gm_error *err)
{
    struct gmi_segment segment = {0, 0};
    while (gmi_segment_next(cues, &segment))
        for (size_t i = 0; i < segment.count; i++) {
            uint64_t hashes[GMI_FEATURES_MAX];
            const size_t count =
                gmi_features_of(cues, segment.first + i, hashes);
            for (size_t j = 0; j < count; j++)
                if (!count_feature(counts, hashes[j]))
                    return gmi_fail_memory(err);
        }
    return GM_OK;
}

static gm_status add_document(struct gmi_tagger_data *data,
                              const struct counts *counts,
                              const struct gmi_annotated_document *item,
                              uint32_t document, gm_error *err)
{
    const struct gmi_cues *cues = &data->cues[document];
    uint8_t *tags = gmi_alloc_zeroed(cues->count + 1, 1);
    if (!tags)
        return gmi_fail_memory(err);
    tag_golds(item, cues, tags);
    tag_adjectives(cues, tags);
    struct gmi_segment segment = {0, 0};
    gm_status status = GM_OK;
    while (!status && gmi_segment_next(cues, &segment))
        status = add_example(data, counts, document, &segment, tags, err);
    gmi_release(tags);
    return status;
}

static gm_status fill(struct gmi_tagger_data *data, struct counts *counts,
                      const struct gmi_tagger_view *view,
                      const struct gmi_annotated *corpus, gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < corpus->count && !status; i++) {
        gm_document *doc = corpus->items[i].doc;
        data->cues[i] = (struct gmi_cues){.count = doc->words.count,
                                          .is_caseless = view->is_caseless};
        status = gmi_cues_fill(&data->cues[i], &view->sources, doc, err);
        if (!status && !corpus->items[i].is_partial)
            status = count_document(counts, &data->cues[i], err);
    }
    if (!status)
        status = number_features(counts, view->least, data, err);
    for (size_t i = 0; i < corpus->count && !status; i++)
        if (!corpus->items[i].is_partial)
            status = add_document(data, counts, &corpus->items[i],
                                  (uint32_t)i, err);
    return status;
}

gm_status gmi_tagger_data_init(struct gmi_tagger_data *data,
                               const struct gmi_tagger_view *view,
                               const struct gmi_annotated *corpus, gm_error *err)
{
    struct counts counts = {0};
    *data = (struct gmi_tagger_data){0};
    data->cues = gmi_alloc_zeroed(corpus->count + 1, sizeof *data->cues);
    gm_status status = data->cues && grow(&counts) ? GM_OK
                                                   : gmi_fail_memory(err);
    if (!status)
        status = fill(data, &counts, view, corpus, err);
    gmi_release(counts.slots);
    if (status)
        gmi_tagger_data_release(data);
    return status;
}

void gmi_tagger_data_release(struct gmi_tagger_data *data)
{
    gmi_release(data->examples);
    gmi_release(data->tags);
    gmi_release(data->starts);
    gmi_release(data->features);
    gmi_release(data->hashes);
    gmi_release(data->cues);
    *data = (struct gmi_tagger_data){0};
}
