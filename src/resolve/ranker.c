/* SPDX-License-Identifier: MIT */
/* Learned weights: reading, writing and applying them. */
#include "resolve/ranker.h"

#include "base/output.h"
#include "resolve/features.h"

#include <math.h>
#include <string.h>

/* The names of all features, each with a NUL: weights are bound to them. */
static size_t feature_names(char *out, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++) {
        const char *name = gmi_feature_name_at(i);
        const size_t bytes = strlen(name) + 1;
        if (length + bytes <= size)
            memcpy(out + length, name, bytes);
        length += bytes;
    }
    return length;
}

enum { NAMES_MAX = 8192 };

static gm_status check_names(const struct gmi_container *container,
                             const char *path, gm_error *err)
{
    char names[NAMES_MAX];
    const size_t length = feature_names(names, sizeof names);
    const void *found;
    size_t count;
    const gm_status status = gmi_container_section(
        container, GMI_SECTION_FEATURE_NAMES, 1, &found, &count, err);
    if (status)
        return status;
    if (length > sizeof names || count != length ||
        memcmp(found, names, length) != 0)
        return gmi_fail(err, GM_ERR_VERSION,
                        "'%s' was learned for other features than this "
                        "program has: train it anew",
                        path);
    return GM_OK;
}

/* Weights above this are none that training can have found. */
static const float WEIGHT_MAX = 1e4f;

static gm_status check_weights(const float *weights, size_t count,
                               const char *path, gm_error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!(fabsf(weights[i]) <= WEIGHT_MAX))
            return gmi_fail(err, GM_ERR_DAMAGED,
                            "'%s' is damaged: weight %zu is no number", path,
                            i);
    return GM_OK;
}

static gm_status find_weights(struct gmi_ranker *ranker, const char *path,
                              gm_error *err)
{
    const void *weights = NULL;
    size_t count = 0;
    const size_t wanted =
        sizeof *ranker->hidden + GMI_FEATURE_COUNT * sizeof *ranker->columns;
    gm_status status =
        gmi_container_section(&ranker->container, GMI_SECTION_WEIGHTS,
                              sizeof(float), &weights, &count, err);
    if (!status && count * sizeof(float) != wanted)
        status = gmi_fail(err, GM_ERR_DAMAGED,
                          "'%s' is damaged: %zu weights", path, count);
    if (!status)
        status = check_weights(weights, count, path, err);
    if (status)
        return status;
    ranker->hidden = weights;
    ranker->columns = (const struct gmi_column *)(ranker->hidden + 1);
    return GM_OK;
}

static bool is_certainty(const struct gmi_certainty *certainty)
{
    const struct gmi_calibration *calibration = &certainty->calibration;
    bool is_plain = calibration->slope > 0 &&
                    calibration->slope <= WEIGHT_MAX &&
                    fabsf(calibration->shift) <= WEIGHT_MAX;
    for (int i = 0; i < GMI_CERTAINTY_FEATURES; i++)
        is_plain = is_plain && fabsf(certainty->weights[i]) <= WEIGHT_MAX;
    return is_plain;
}

static gm_status find_certainty(struct gmi_ranker *ranker, const char *path,
                                gm_error *err)
{
    const void *found = NULL;
    size_t count = 0;
    const gm_status status = gmi_container_section(
        &ranker->container, GMI_SECTION_CALIBRATION,
        sizeof *ranker->certainty, &found, &count, err);
    if (status)
        return status;
    ranker->certainty = found;
    if (count != 1 || !is_certainty(ranker->certainty))
        return gmi_fail(err, GM_ERR_DAMAGED,
                        "'%s' is damaged: its calibration is none", path);
    return GM_OK;
}

gm_status gmi_ranker_open(const char *path, struct gmi_ranker *out,
                          gm_error *err)
{
    struct gmi_ranker ranker = {0};
    gm_status status = gmi_container_open(path, GMI_RANKER_KIND,
                                          GMI_RANKER_MAJOR, &ranker.container,
                                          err);
    if (status)
        return status;
    status = check_names(&ranker.container, path, err);
    if (!status)
        status = find_weights(&ranker, path, err);
    if (!status)
        status = find_certainty(&ranker, path, err);
    if (status) {
        gmi_container_release(&ranker.container);
        return status;
    }
    *out = ranker;
    return GM_OK;
}

void gmi_ranker_release(struct gmi_ranker *ranker)
{
    gmi_container_release(&ranker->container);
    *ranker = (struct gmi_ranker){0};
}

gm_status gmi_ranker_write(const char *path, const struct gmi_ranker *ranker,
                           gm_error *err)
{
    char names[NAMES_MAX];
    gm_output *output;
    gm_status status = gm_output_open(path, true, &output, err);
    if (status)
        return status;
    struct gmi_container_writer writer;
    status = gmi_container_begin(&writer, gm_output_stream(output),
                                 GMI_RANKER_KIND, GMI_RANKER_MAJOR,
                                 GMI_RANKER_MINOR, err);
    if (!status) {
        gmi_container_begin_section(&writer, GMI_SECTION_FEATURE_NAMES, 1);
        gmi_container_write(&writer, names, feature_names(names, NAMES_MAX));
        gmi_container_begin_section(&writer, GMI_SECTION_WEIGHTS,
                                    sizeof(float));
        gmi_container_write(&writer, ranker->hidden, sizeof *ranker->hidden);
        gmi_container_write(&writer, ranker->columns,
                            GMI_FEATURE_COUNT * sizeof *ranker->columns);
        gmi_container_begin_section(&writer, GMI_SECTION_CALIBRATION,
                                    sizeof *ranker->certainty);
        gmi_container_write(&writer, ranker->certainty,
                            sizeof *ranker->certainty);
        status = gmi_container_finish(&writer, err);
        gmi_container_writer_release(&writer);
    }
    if (status) {
        gm_output_discard(output);
        return status;
    }
    return gm_output_commit(output, err);
}

/* ---- Applying ---------------------------------------------------------- */

void gmi_ranker_begin(const struct gmi_ranker *ranker,
                      struct gmi_activation *out)
{
    memcpy(out->hidden, ranker->hidden->bias, sizeof out->hidden);
    out->linear = 0;
}

/* Four floats, and as many units as are summed in registers: 32. */
typedef float four __attribute__((vector_size(16)));
enum { FOURS = 8, TOGETHER = 4 * FOURS };

_Static_assert(GMI_HIDDEN % TOGETHER == 0, "whole blocks of units");

static inline four load(const float *from)
{
    four out;
    memcpy(&out, from, sizeof out);
    return out;
}

/* Adds count features to the units from `first` on: written out, since a loop
 * over the sums would keep them in memory. */
static void add_block(const struct gmi_column *const *columns,
                      const float *values, size_t count, size_t first,
                      float *hidden)
{
    four sums[FOURS];
    memcpy(sums, hidden + first, sizeof sums);
    four a = sums[0], b = sums[1], c = sums[2], d = sums[3], e = sums[4],
         f = sums[5], g = sums[6], h = sums[7];
    for (size_t i = 0; i < count; i++) {
        const float *w = columns[i]->hidden + first;
        const float x = values[i];
        a += x * load(w), b += x * load(w + 4);
        c += x * load(w + 8), d += x * load(w + 12);
        e += x * load(w + 16), f += x * load(w + 20);
        g += x * load(w + 24), h += x * load(w + 28);
    }
    const four out[FOURS] = {a, b, c, d, e, f, g, h};
    memcpy(hidden + first, out, sizeof out);
}

void gmi_ranker_add(const struct gmi_ranker *ranker, const float *features,
                    size_t first, size_t last, struct gmi_activation *out)
{
    const struct gmi_column *columns[GMI_FEATURE_COUNT];
    float values[GMI_FEATURE_COUNT];
    size_t count = 0;
    for (size_t i = first; i < last; i++) {
        if (features[i] == 0)
            continue; /* most are */
        columns[count] = &ranker->columns[i];
        values[count++] = features[i];
        out->linear += features[i] * ranker->columns[i].linear;
    }
    for (size_t block = 0; block < GMI_HIDDEN; block += TOGETHER)
        add_block(columns, values, count, block, out->hidden);
}

float gmi_ranker_score(const struct gmi_ranker *ranker,
                       const struct gmi_activation *activation)
{
    /* Four sums side by side become vector instructions. */
    float sums[4] = {0};
    for (int i = 0; i < GMI_HIDDEN; i += 4) {
        for (int j = 0; j < 4; j++) {
            const float hidden = activation->hidden[i + j];
            sums[j] += (hidden > 0 ? hidden : 0) * ranker->hidden->out[i + j];
        }
    }
    return activation->linear + (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void gmi_ranker_slopes(const struct gmi_ranker *ranker,
                       const struct gmi_activation *activation, float *slopes)
{
    for (size_t i = 0; i < GMI_FEATURE_COUNT; i++) {
        slopes[i] = ranker->columns[i].linear;
        for (int j = 0; j < GMI_HIDDEN; j++)
            if (activation->hidden[j] > 0)
                slopes[i] += ranker->columns[i].hidden[j] *
                             ranker->hidden->out[j];
    }
}
