/* SPDX-License-Identifier: MIT */
/* Writing the tagger's file. */
#include "train/train_tagger_write.h"

#include "base/memory.h"
#include "base/output.h"
#include "base/status.h"

#include <math.h>
#include <string.h>

/* Steps of weights: 8 bits reach to 2, and few weights go beyond. */
static const float STEP = 1.0f / 64, USE_STEP = 1.0f / 32;

static int8_t pack(float weight, float step)
{
    const float steps = roundf(weight / step);
    return (int8_t)(steps > 127 ? 127 : steps < -127 ? -127 : steps);
}

/* False when the feature's weights are next to nothing. */
static bool pack_row(const float *weights, uint64_t hash, int least,
                     struct gmi_tagger_row *row)
{
    const uint32_t fingerprint = gmi_tagger_fingerprint(hash);
    bool is_worth = false;
    for (unsigned i = 0; i < 3; i++)
        row->fingerprint[i] = (uint8_t)(fingerprint >> 8 * i);
    for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
        row->weights[tag] = pack(weights[tag], STEP);
        is_worth = is_worth || row->weights[tag] >= least ||
                   row->weights[tag] <= -least;
    }
    return is_worth;
}

/* False when the table is too full around the feature's place. */
static bool insert(struct gmi_packed_model *model, uint64_t hash,
                   const struct gmi_tagger_row *row)
{
    size_t slot = gmi_tagger_slot(hash, model->row_count);
    for (unsigned i = 0; i < GMI_TAGGER_PROBES; i++) {
        const uint8_t *there = model->rows[slot].fingerprint;
        if (!there[0] && !there[1] && !there[2]) {
            model->rows[slot] = *row;
            model->used++;
            return true;
        }
        if (memcmp(there, row->fingerprint, 3) == 0)
            return true; /* two features look the same: the first stays */
        slot = slot + 1 < model->row_count ? slot + 1 : 0;
    }
    return false;
}

static bool fill(struct gmi_packed_model *model,
                 const struct gmi_tagger_data *data,
                 const struct gmi_tagger_weights *weights)
{
    model->used = 0;
    for (size_t i = 0; i < data->feature_count; i++) {
        struct gmi_tagger_row row;
        if (pack_row(weights->rows[i], data->hashes[i], model->least_steps,
                     &row) &&
            !insert(model, data->hashes[i], &row))
            return false;
    }
    return true;
}

gm_status gmi_packed_model_init(struct gmi_packed_model *model,
                                const struct gmi_tagger_data *data,
                                const struct gmi_tagger_weights *weights,
                                int least_steps, gm_error *err)
{
    size_t worth = 0;
    for (size_t i = 0; i < data->feature_count; i++) {
        struct gmi_tagger_row row;
        worth += pack_row(weights->rows[i], data->hashes[i], least_steps,
                          &row);
    }
    *model = (struct gmi_packed_model){
        .crf = weights->crf, .step = STEP, .least_steps = least_steps};
    for (model->row_count = worth + worth / 3 + 64;;
         model->row_count += model->row_count / 8) {
        model->rows = gmi_alloc_zeroed(model->row_count, sizeof *model->rows);
        if (!model->rows)
            return gmi_fail_memory(err);
        if (fill(model, data, weights))
            return GM_OK;
        gmi_release(model->rows);
    }
}

void gmi_packed_model_release(struct gmi_packed_model *model)
{
    gmi_release(model->rows);
    model->rows = NULL;
}

/* ---- The file ---------------------------------------------------------- */

static void write_section(struct gmi_container_writer *writer, uint32_t tag,
                          uint32_t item_size, const void *items, size_t count)
{
    gmi_container_begin_section(writer, tag, item_size);
    gmi_container_write(writer, items, item_size * count);
}

static void write_uses(struct gmi_container_writer *writer,
                       const struct gmi_use_weights *uses)
{
    gmi_container_begin_section(writer, GMI_TAGGER_USES,
                                sizeof(struct gmi_use_row));
    for (size_t i = 0; i < GMI_USE_ROWS; i++) {
        struct gmi_use_row row;
        for (unsigned use = 0; use < GMI_USES; use++)
            row.weights[use] = pack(uses->rows[i][use], USE_STEP);
        gmi_container_write(writer, &row, sizeof row);
    }
}

static gm_status write_parts(const struct gmi_tagger_parts *parts,
                             FILE *stream, gm_error *err)
{
    struct gmi_container_writer writer;
    gm_status status =
        gmi_container_begin(&writer, stream, GMI_TAGGER_KIND,
                            GMI_TAGGER_MAJOR, GMI_TAGGER_MINOR, err);
    if (status)
        return status;
    write_section(&writer, GMI_TAGGER_HEAD, sizeof parts->head, &parts->head,
                  1);
    write_section(&writer, GMI_TAGGER_VOCABULARY,
                  sizeof *parts->vocabulary.entries,
                  parts->vocabulary.entries, parts->vocabulary.entry_count);
    for (uint32_t i = 0; i < GMI_TAGGER_MODELS; i++) {
        const struct gmi_packed_model *model = &parts->models[i];
        write_section(&writer, GMI_TAGGER_ROWS(i), sizeof *model->rows,
                      model->rows, model->row_count);
        write_section(&writer, GMI_TAGGER_FOLLOW(i), sizeof model->crf,
                      &model->crf, 1);
    }
    write_uses(&writer, &parts->uses);
    status = gmi_container_finish(&writer, err);
    gmi_container_writer_release(&writer);
    return status;
}

gm_status gmi_tagger_write(const struct gmi_tagger_parts *parts,
                           const char *path, gm_error *err)
{
    gm_output *output;
    gm_status status = gm_output_open(path, true, &output, err);
    if (status)
        return status;
    status = write_parts(parts, gm_output_stream(output), err);
    if (status) {
        gm_output_discard(output);
        return status;
    }
    return gm_output_commit(output, err);
}
