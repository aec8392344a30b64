/* SPDX-License-Identifier: MIT */
/* The tagger's weights, mapped. */
#include "recognize/tagger.h"

#include "base/status.h"

#include <math.h>
#include <string.h>

/* The uses' weights are multiples of this. */
static const float USE_STEP = 1.0f / 32;

static gm_status check_head(const struct gmi_tagger_head *head, size_t count,
                            const char *path, gm_error *err)
{
    if (count != 1 || head->tags != GMI_TAGS)
        return gmi_fail(err, GM_ERR_DAMAGED, "'%s' is damaged: its head",
                        path);
    if (head->features_version != GMI_FEATURES_VERSION)
        return gmi_fail(err, GM_ERR_VERSION,
                        "'%s' was learned with features of version %u, this "
                        "program has version %u",
                        path, head->features_version, GMI_FEATURES_VERSION);
    for (size_t i = 0; i < GMI_TAGGER_MODELS; i++) {
        bool is_good = isfinite(head->steps[i]);
        for (size_t j = 0; j < GMI_TAG_KINDS; j++)
            is_good = is_good && isfinite(head->calibrations[i][j].slope) &&
                      isfinite(head->calibrations[i][j].shift);
        if (!is_good)
            return gmi_fail(err, GM_ERR_DAMAGED,
                            "'%s' is damaged: a number of its head", path);
    }
    return GM_OK;
}

static gm_status open_model(struct gmi_tagger *tagger, size_t which,
                            const char *path, gm_error *err)
{
    struct gmi_tagger_model *model = &tagger->models[which];
    const void *rows, *follow;
    size_t follow_count;
    gm_status status = gmi_container_section(
        &tagger->container, GMI_TAGGER_ROWS((uint32_t)which),
        sizeof *model->rows, &rows, &model->row_count, err);
    if (!status)
        status = gmi_container_section(
            &tagger->container, GMI_TAGGER_FOLLOW((uint32_t)which),
            sizeof model->crf, &follow, &follow_count, err);
    if (status)
        return status;
    if (follow_count != 1 || model->row_count == 0 ||
        model->row_count > UINT32_MAX)
        return gmi_fail(err, GM_ERR_DAMAGED, "'%s' is damaged: its weights",
                        path);
    model->rows = rows;
    memcpy(&model->crf, follow, sizeof model->crf);
    for (size_t i = 0; i < GMI_TAGS * GMI_TAGS; i++)
        if (!isfinite(model->crf.follow[i / GMI_TAGS][i % GMI_TAGS]))
            return gmi_fail(err, GM_ERR_DAMAGED,
                            "'%s' is damaged: a weight is no number", path);
    model->step = tagger->head->steps[which];
    model->calibrations = tagger->head->calibrations[which];
    return GM_OK;
}

static gm_status open_sections(struct gmi_tagger *tagger, const char *path,
                               gm_error *err)
{
    const void *items;
    size_t count;
    gm_status status = gmi_container_section(
        &tagger->container, GMI_TAGGER_HEAD, sizeof *tagger->head, &items,
        &count, err);
    if (status)
        return status;
    tagger->head = items;
    status = check_head(tagger->head, count, path, err);
    if (!status)
        status = gmi_container_section(&tagger->container,
                                       GMI_TAGGER_VOCABULARY,
                                       sizeof *tagger->vocabulary.entries,
                                       &items, &count, err);
    if (status)
        return status;
    tagger->vocabulary = (struct gmi_vocabulary){items, count};
    for (size_t i = 0; i < GMI_TAGGER_MODELS && !status; i++)
        status = open_model(tagger, i, path, err);
    if (!status)
        status = gmi_container_section(&tagger->container, GMI_TAGGER_USES,
                                       sizeof *tagger->uses.rows, &items,
                                       &count, err);
    if (status)
        return status;
    if (count & (count - 1))
        return gmi_fail(err, GM_ERR_DAMAGED, "'%s' is damaged: its uses",
                        path);
    tagger->uses = (struct gmi_use_model){items, count, USE_STEP};
    return GM_OK;
}

gm_status gmi_tagger_open(const char *path, struct gmi_tagger *out,
                          gm_error *err)
{
    struct gmi_tagger tagger = {0};
    gm_status status =
        gmi_container_open(path, GMI_TAGGER_KIND, GMI_TAGGER_MAJOR,
                           &tagger.container, err);
    if (status)
        return status;
    status = open_sections(&tagger, path, err);
    if (status) {
        gmi_container_release(&tagger.container);
        return status;
    }
    *out = tagger;
    return GM_OK;
}

void gmi_tagger_release(struct gmi_tagger *tagger)
{
    gmi_container_release(&tagger->container);
    *tagger = (struct gmi_tagger){0};
}

/* ---- Scores ------------------------------------------------------------ */

enum { LANES = 16 }; /* a row's bytes, so that they are added at once */

static const struct gmi_tagger_row *
row_of(const struct gmi_tagger_model *model, uint64_t hash)
{
    const uint32_t wanted = gmi_tagger_fingerprint(hash);
    size_t slot = gmi_tagger_slot(hash, model->row_count);
    for (unsigned i = 0; i < GMI_TAGGER_PROBES; i++) {
        uint32_t found;
        memcpy(&found, &model->rows[slot], sizeof found);
        found &= 0xffffff;
        if (found == wanted)
            return &model->rows[slot];
        if (found == 0)
            return NULL;
        slot = slot + 1 < model->row_count ? slot + 1 : 0;
    }
    return NULL;
}

void gmi_tagger_score(const struct gmi_tagger_model *model,
                      const uint64_t *hashes, size_t count,
                      float scores[GMI_TAGS])
{
    int16_t sums[LANES] = {0};
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(
            &model->rows[gmi_tagger_slot(hashes[i], model->row_count)]);
    for (size_t i = 0; i < count; i++) {
        const struct gmi_tagger_row *row = row_of(model, hashes[i]);
        if (!row)
            continue;
        int8_t bytes[LANES];
        memcpy(bytes, row, sizeof bytes);
        for (unsigned j = 0; j < LANES; j++)
            sums[j] = (int16_t)(sums[j] + bytes[j]);
    }
    for (unsigned tag = 0; tag < GMI_TAGS; tag++)
        scores[tag] = (float)sums[tag + LANES - GMI_TAGS] * model->step;
}
