/* SPDX-License-Identifier: MIT */
/* How a mention uses the name of its place. */
#include "recognize/use_model.h"

#include <math.h>

struct sink {
    uint64_t *out;
    size_t count;
};

static void add(struct sink *sink, unsigned number, uint64_t a, uint64_t b)
{
    uint64_t hash = (number + 1) * UINT64_C(0xd6e8feb86659fd93);
    hash = (hash ^ a) * UINT64_C(0x9fb21c651e98df25);
    hash = ((hash ^ hash >> 35) ^ b) * UINT64_C(0x9fb21c651e98df25);
    sink->out[sink->count++] = hash ^ hash >> 32;
}

/* One word beside the mention; `at` tells where. */
static void add_neighbour(struct sink *sink, unsigned at,
                          const struct gmi_cue *cue, uint16_t gap)
{
    const unsigned n = at * 16;
    add(sink, n, cue->word, gap != 0);
    add(sink, n + 1, cue->suffixes[2], 0);
    add(sink, n + 2, cue->suffixes[1], cue->caps);
    add(sink, n + 3, cue->caps, gap);
    add(sink, n + 4, cue->cluster_64, 0);
    add(sink, n + 5, cue->cluster_256, 0);
    add(sink, n + 6, cue->cluster_1024, 0);
    add(sink, n + 7, cue->head, cue->caps);
    add(sink, n + 8, cue->context, gap != 0);
    add(sink, n + 9, cue->person, cue->caps);
    add(sink, n + 10, cue->name.position,
        cue->name.class + 16u * cue->name.adjective);
}

static void add_own(struct sink *sink, const struct gmi_cue *first,
                    const struct gmi_cue *last)
{
    const uint64_t name = first->name.class + 16u * first->name.adjective;
    add(sink, 200, first->word, 0);
    add(sink, 201, last->word, 0);
    add(sink, 202, last->suffixes[1], 0);
    add(sink, 203, last->suffixes[2], 0);
    add(sink, 204, name, first->name.population);
    add(sink, 205, name, last->head);
    add(sink, 206, last->caps, (uint64_t)(last - first));
    add(sink, 207, last->cluster_256, 0);
    add(sink, 208, first->start, name);
    add(sink, 209, last->head, (uint64_t)(last - first));
    add(sink, 210, first->name.adjective, last->suffixes[0]);
}

/* Both sides at once, and the run of capitals around. */
static void add_pairs(struct sink *sink, const struct gmi_cue *items,
                      const struct gmi_cue *first, const struct gmi_cue *last)
{
    const struct gmi_cue *before = first - 1, *behind = last + 1;
    const struct gmi_cue *end = &items[last->run_last];
    const uint64_t name = first->name.class + 16u * first->name.adjective;
    const uint64_t left = first->gap != 0 ? 1 : 2 + before->cluster_64;
    const uint64_t right = behind->gap != 0 ? 1 : 2 + behind->cluster_64;
    add(sink, 220, before->word + first->gap, behind->word + behind->gap);
    add(sink, 221, left, right);
    add(sink, 222, before->context + 32u * (first->gap != 0),
        behind->context + 32u * (behind->gap != 0));
    add(sink, 223, name, behind->caps + 8u * (behind->gap != 0));
    add(sink, 224, name, before->context + 32u * before->caps);
    add(sink, 225, name, behind->context + 32u * behind->caps);
    add(sink, 226, behind->caps, behind[1].caps + 8u * (behind->gap != 0));
    add(sink, 227, name, behind->cluster_256 + 1024u * (behind->gap != 0));
    add(sink, 228, first->name.adjective, behind->suffixes[1]);
    add(sink, 229, before->word, behind->cluster_64);
    add(sink, 230, before->cluster_64, behind->word);
    if (!last->run_last)
        return;
    const uint64_t left_in_run = (uint64_t)(end - last);
    const uint64_t before_in_run =
        (uint64_t)(first - &items[first->run_first]);
    add(sink, 231, left_in_run, before_in_run);
    add(sink, 232, end->word, left_in_run != 0);
    add(sink, 233, end->head + 8u * end->person, left_in_run != 0);
    add(sink, 234, end->cluster_256, left_in_run != 0);
    add(sink, 235, end[1].word + end[1].gap, left_in_run);
    add(sink, 236, before->word + first->gap, left_in_run);
    add(sink, 237, end->cluster_64, name);
    add(sink, 238, left_in_run, name);
}

size_t gmi_use_features(const struct gmi_cues *cues, size_t first,
                        size_t last, uint64_t out[GMI_USE_FEATURES_MAX])
{
    const struct gmi_cue *items = cues->items;
    const struct gmi_cue *a = &items[first + GMI_CUE_MARGIN];
    const struct gmi_cue *z = &items[last + GMI_CUE_MARGIN];
    struct sink sink = {out, 0};
    add(&sink, 255, 0, 0);
    add_own(&sink, a, z);
    for (int i = 1; i <= 3; i++) {
        add_neighbour(&sink, (unsigned)(3 - i), a - i, a[1 - i].gap);
        add_neighbour(&sink, (unsigned)(2 + i), z + i, z[i].gap);
    }
    add_pairs(&sink, items, a, z);
    return sink.count;
}

void gmi_use_judge(const struct gmi_use_model *model,
                   const struct gmi_cues *cues, size_t first, size_t last,
                   double probabilities[GMI_USES])
{
    uint64_t hashes[GMI_USE_FEATURES_MAX];
    double scores[GMI_USES] = {0}, most = 0, total = 0;
    const size_t count = gmi_use_features(cues, first, last, hashes);
    for (size_t i = 0; i < count && model->row_count; i++) {
        const struct gmi_use_row *row =
            &model->rows[hashes[i] & (model->row_count - 1)];
        for (unsigned use = 0; use < GMI_USES; use++)
            scores[use] += (double)row->weights[use];
    }
    for (unsigned use = 0; use < GMI_USES; use++) {
        scores[use] *= (double)model->step;
        most = use == 0 || scores[use] > most ? scores[use] : most;
    }
    for (unsigned use = 0; use < GMI_USES; use++)
        total += probabilities[use] = exp(scores[use] - most);
    for (unsigned use = 0; use < GMI_USES; use++)
        probabilities[use] /= total;
}
