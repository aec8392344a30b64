/* SPDX-License-Identifier: MIT */
/* A linear chain of labels: the best path, and probabilities. */
#include "recognize/tagger_crf.h"

#include <math.h>
#include <string.h>

static const float NEVER = -1e30f;

bool gmi_tag_is_open_behind(unsigned tag)
{
    return tag != GMI_TAG_O && (gmi_tag_part_of(tag) == GMI_TAG_B ||
                                gmi_tag_part_of(tag) == GMI_TAG_I);
}

bool gmi_tag_is_open_before(unsigned tag)
{
    return tag != GMI_TAG_O && (gmi_tag_part_of(tag) == GMI_TAG_I ||
                                gmi_tag_part_of(tag) == GMI_TAG_E);
}

bool gmi_tag_may_follow(unsigned tag, unsigned before)
{
    const bool is_open = gmi_tag_is_open_behind(before);
    if (is_open != gmi_tag_is_open_before(tag))
        return false;
    return !is_open || gmi_tag_kind_of(tag) == gmi_tag_kind_of(before);
}

/* ---- Best path --------------------------------------------------------- */

static void step(const struct gmi_crf *crf, const float *before,
                 const float *scores, float *best, uint8_t *back)
{
    for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
        best[tag] = NEVER;
        back[tag] = 0;
        for (unsigned from = 0; from < GMI_TAGS; from++) {
            const float score = before[from] + crf->follow[from][tag];
            if (score > best[tag] && gmi_tag_may_follow(tag, from)) {
                best[tag] = score;
                back[tag] = (uint8_t)from;
            }
        }
        best[tag] += scores[tag];
    }
}

void gmi_crf_decode(const struct gmi_crf *crf,
                    const float (*scores)[GMI_TAGS], size_t count,
                    uint8_t (*back)[GMI_TAGS], uint8_t *tags)
{
    if (count == 0)
        return;
    float rows[2][GMI_TAGS];
    for (unsigned tag = 0; tag < GMI_TAGS; tag++)
        rows[0][tag] =
            gmi_tag_is_open_before(tag) ? NEVER : scores[0][tag];
    for (size_t i = 1; i < count; i++)
        step(crf, rows[(i - 1) & 1], scores[i], rows[i & 1], back[i]);
    const float *last = rows[(count - 1) & 1];
    unsigned best = GMI_TAG_O;
    for (unsigned tag = 0; tag < GMI_TAGS; tag++)
        if (!gmi_tag_is_open_behind(tag) && last[tag] > last[best])
            best = tag;
    for (size_t i = count; i-- > 0;) {
        tags[i] = (uint8_t)best;
        best = i > 0 ? back[i][best] : best;
    }
}

/* ---- Probabilities ----------------------------------------------------- */

static void exponentials(const struct gmi_crf *crf,
                         const float (*scores)[GMI_TAGS], size_t count,
                         struct gmi_crf_sums *sums)
{
    for (unsigned from = 0; from < GMI_TAGS; from++)
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            sums->follow[from][tag] = gmi_tag_may_follow(tag, from)
                                          ? expf(crf->follow[from][tag]) : 0;
    for (size_t i = 0; i < count; i++) {
        float most = scores[i][0];
        for (unsigned tag = 1; tag < GMI_TAGS; tag++)
            most = scores[i][tag] > most ? scores[i][tag] : most;
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            sums->chance[i][tag] = expf(scores[i][tag] - most);
    }
}

/* Scales word i's chances so that its row of `ahead` adds up to 1. */
static void scale(struct gmi_crf_sums *sums, size_t i)
{
    float total = 0;
    for (unsigned tag = 0; tag < GMI_TAGS; tag++)
        total += sums->ahead[i][tag];
    const float by = total > 0 ? 1 / total : 0;
    for (unsigned tag = 0; tag < GMI_TAGS; tag++) {
        sums->ahead[i][tag] *= by;
        sums->chance[i][tag] *= by;
    }
}

static void sum_ahead(struct gmi_crf_sums *sums, size_t count)
{
    for (unsigned tag = 0; tag < GMI_TAGS; tag++)
        sums->ahead[0][tag] =
            gmi_tag_is_open_before(tag) ? 0 : sums->chance[0][tag];
    /* the last word ends all that is open, so that `ahead` knows it */
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            float row[GMI_TAGS] = {0};
            for (unsigned from = 0; from < GMI_TAGS; from++)
                for (unsigned tag = 0; tag < GMI_TAGS; tag++)
                    row[tag] +=
                        sums->ahead[i - 1][from] * sums->follow[from][tag];
            for (unsigned tag = 0; tag < GMI_TAGS; tag++)
                sums->ahead[i][tag] = row[tag] * sums->chance[i][tag];
        }
        if (i + 1 == count)
            for (unsigned tag = 0; tag < GMI_TAGS; tag++)
                if (gmi_tag_is_open_behind(tag))
                    sums->ahead[i][tag] = 0;
        scale(sums, i);
    }
}

static void sum_behind(struct gmi_crf_sums *sums, size_t count)
{
    for (unsigned tag = 0; tag < GMI_TAGS; tag++)
        sums->behind[count - 1][tag] = gmi_tag_is_open_behind(tag) ? 0 : 1;
    for (size_t i = count - 1; i-- > 0;) {
        float next[GMI_TAGS];
        for (unsigned tag = 0; tag < GMI_TAGS; tag++)
            next[tag] = sums->behind[i + 1][tag] * sums->chance[i + 1][tag];
        for (unsigned from = 0; from < GMI_TAGS; from++) {
            float total = 0;
            for (unsigned tag = 0; tag < GMI_TAGS; tag++)
                total += sums->follow[from][tag] * next[tag];
            sums->behind[i][from] = total;
        }
    }
}

void gmi_crf_sum(const struct gmi_crf *crf, const float (*scores)[GMI_TAGS],
                 size_t count, struct gmi_crf_sums *sums)
{
    if (count == 0)
        return;
    exponentials(crf, scores, count, sums);
    sum_ahead(sums, count);
    sum_behind(sums, count);
}

double gmi_crf_span(const struct gmi_crf_sums *sums, size_t first,
                    size_t last, enum gmi_tag_kind kind)
{
    unsigned tag = gmi_tag(kind, first == last ? GMI_TAG_S : GMI_TAG_B);
    double chance = (double)sums->ahead[first][tag];
    for (size_t i = first + 1; i <= last; i++) {
        const unsigned next =
            gmi_tag(kind, i == last ? GMI_TAG_E : GMI_TAG_I);
        chance *= (double)sums->follow[tag][next] *
                  (double)sums->chance[i][next];
        tag = next;
    }
    chance *= (double)sums->behind[last][tag];
    return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}
