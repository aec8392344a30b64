/* SPDX-License-Identifier: MIT */
/* Annotated documents as the tagger learns from them. */
#include "train/train_tagger_data.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "gazetteer/gazetteer.h"
#include "train/train_tagger_tags.h"

#include <string.h>

/* ---- How often each feature is seen ------------------------------------ */

struct counts {
    struct counted {
        uint64_t hash;
        uint32_t count, number;
        uint8_t group;
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

static bool count_feature(struct counts *counts, uint64_t hash,
                          unsigned group)
{
    if (counts->used * 2 >= counts->size && !grow(counts))
        return false;
    struct counted *counted = counted_of(counts, hash);
    counts->used += counted->hash == 0;
    counted->hash = hash;
    counted->group = (uint8_t)group;
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
    data->groups = gmi_alloc_zeroed(kept + 1, 1);
    if (!data->hashes || !data->groups)
        return gmi_fail_memory(err);
    for (size_t i = 0; i < counts->size; i++) {
        struct counted *counted = &counts->slots[i];
        if (counted->hash && counted->count >= least) {
            data->groups[data->feature_count] = counted->group;
            data->hashes[data->feature_count++] = counted->hash;
            counted->number = (uint32_t)data->feature_count;
        }
    }
    return GM_OK;
}

/* ---- Examples ---------------------------------------------------------- */

static gm_status add_token(struct gmi_tagger_data *data, uint8_t tag,
                           uint16_t allowed, gm_error *err)
{
    if (!gmi_reserve(&data->tags, &data->token_capacity, data->token_count,
                     sizeof *data->tags) ||
        !gmi_reserve(&data->allowed, &data->allowed_capacity,
                     data->token_count, sizeof *data->allowed) ||
        !gmi_reserve(&data->starts, &data->start_capacity,
                     data->token_count + 1, sizeof *data->starts))
        return gmi_fail_memory(err);
    data->tags[data->token_count] = tag;
    data->allowed[data->token_count] = allowed;
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

/* A document as it is seen with some layers of the gazetteer. */
struct sight {
    const struct gmi_annotated_document *item;
    const struct gmi_cues *cues;
    struct gmi_tags_wanted wanted;
    uint32_t document;
    bool is_again;
};

static gm_status add_example(struct gmi_tagger_data *data,
                             const struct counts *counts,
                             const struct sight *sight,
                             const struct gmi_segment *segment, gm_error *err)
{
    if (!gmi_reserve(&data->examples, &data->example_capacity,
                     data->example_count, sizeof *data->examples))
        return gmi_fail_memory(err);
    struct gmi_example *example = &data->examples[data->example_count++];
    *example = (struct gmi_example){
        .document = sight->document,
        .word = (uint32_t)segment->first,
        .count = (uint32_t)segment->count,
        .token = data->token_count,
        .is_again = sight->is_again,
    };
    gm_status status = GM_OK;
    for (size_t i = 0; i < segment->count && !status; i++) {
        uint64_t hashes[GMI_FEATURES_MAX];
        const size_t word = segment->first + i;
        const size_t count = gmi_features_of(sight->cues, word, hashes);
        const unsigned allowed = sight->wanted.allowed[word];
        example->is_open = example->is_open || (allowed & (allowed - 1));
        status = add_token(data, sight->wanted.tags[word], (uint16_t)allowed,
                           err);
        if (!status)
            status = add_features(data, counts, hashes, count, err);
    }
    return status;
}

static bool count_word(struct counts *counts, const struct gmi_cues *cues,
                       size_t word)
{
    uint64_t hashes[GMI_FEATURES_MAX];
    size_t ends[GMI_FEATURE_GROUPS], at = 0;
    gmi_features_grouped(cues, word, hashes, ends);
    for (unsigned group = 0; group < GMI_FEATURE_GROUPS; group++)
        for (; at < ends[group]; at++)
            if (!count_feature(counts, hashes[at], group))
                return false;
    return true;
}

static gm_status count_document(struct counts *counts,
                                const struct gmi_cues *cues, gm_error *err)
{
    struct gmi_segment segment = {0, 0};
    while (gmi_segment_next(cues, &segment))
        for (size_t i = 0; i < segment.count; i++)
            if (!count_word(counts, cues, segment.first + i))
                return gmi_fail_memory(err);
    return GM_OK;
}

static gm_status add_document(struct gmi_tagger_data *data,
                              const struct counts *counts,
                              struct sight *sight, gm_error *err)
{
    const struct gmi_cues *cues = sight->cues;
    sight->wanted.tags = gmi_alloc_zeroed(cues->count + 1, 1);
    sight->wanted.allowed =
        gmi_alloc_zeroed(cues->count + 1, sizeof *sight->wanted.allowed);
    gm_status status = sight->wanted.tags && sight->wanted.allowed
                           ? GM_OK : gmi_fail_memory(err);
    if (!status)
        gmi_tags_want(sight->item, cues, &sight->wanted);
    struct gmi_segment segment = {0, 0};
    while (!status && gmi_segment_next(cues, &segment))
        status = add_example(data, counts, sight, &segment, err);
    gmi_release(sight->wanted.tags);
    gmi_release(sight->wanted.allowed);
    return status;
}

static gm_status look_at_all(struct gmi_cues *cues,
                             const struct gmi_tagger_view *view,
                             const struct gmi_annotated *corpus,
                             gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < corpus->count && !status; i++) {
        gm_document *doc = corpus->items[i].doc;
        cues[i] = (struct gmi_cues){.count = doc->words.count,
                                    .is_caseless = view->is_caseless};
        status = gmi_cues_fill(&cues[i], &view->sources, doc, err);
    }
    return status;
}

/* Features that are seen in all layers; few are seen in the first alone. */
static gm_status count_all(struct counts *counts,
                           const struct gmi_cues *cues,
                           const struct gmi_annotated *corpus, gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < corpus->count && !status; i++)
        if (!corpus->items[i].is_partial)
            status = count_document(counts, &cues[i], err);
    return status;
}

static gm_status add_all(struct gmi_tagger_data *data,
                         const struct counts *counts,
                         const struct gmi_annotated *corpus, bool is_again,
                         gm_error *err)
{
    gm_status status = GM_OK;
    for (size_t i = 0; i < corpus->count && !status; i++) {
        struct sight sight = {
            .item = &corpus->items[i],
            .cues = &data->cues[is_again ? corpus->count + i : i],
            .document = (uint32_t)i,
            .is_again = is_again,
        };
        if (!sight.item->is_partial)
            status = add_document(data, counts, &sight, err);
    }
    return status;
}

static gm_status fill(struct gmi_tagger_data *data, struct counts *counts,
                      const struct gmi_tagger_view *view,
                      const struct gmi_annotated *corpus, gm_error *err)
{
    const gm_gazetteer *gazetteer = view->sources.gazetteer;
    const struct gm_gazetteer first = gmi_gazetteer_first_layer(gazetteer);
    const bool is_layered = gazetteer->count > 1;
    struct gmi_tagger_view less = *view;
    less.sources.gazetteer = &first;
    gm_status status = look_at_all(data->cues, view, corpus, err);
    if (!status && is_layered)
        status = look_at_all(data->cues + corpus->count, &less, corpus, err);
    if (!status)
        status = count_all(counts, data->cues, corpus, err);
    if (!status)
        status = number_features(counts, view->least, data, err);
    if (!status)
        status = add_all(data, counts, corpus, false, err);
    if (!status && is_layered)
        status = add_all(data, counts, corpus, true, err);
    return status;
}

gm_status gmi_tagger_data_init(struct gmi_tagger_data *data,
                               const struct gmi_tagger_view *view,
                               const struct gmi_annotated *corpus, gm_error *err)
{
    struct counts counts = {0};
    *data = (struct gmi_tagger_data){0};
    data->cues = gmi_alloc_zeroed(2 * corpus->count + 1, sizeof *data->cues);
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
    gmi_release(data->allowed);
    gmi_release(data->starts);
    gmi_release(data->features);
    gmi_release(data->hashes);
    gmi_release(data->groups);
    gmi_release(data->cues);
    *data = (struct gmi_tagger_data){0};
}
