/* SPDX-License-Identifier: MIT */
/*
 * The tagger: learned weights that find where a place is named. Its file is a
 * container of kind 'TAG ' (gazetteer/FORMAT.md); it is mapped, and checked
 * when it is opened.
 */
#ifndef RECOGNIZE_TAGGER_H
#define RECOGNIZE_TAGGER_H

#include "base/container.h"
#include "model/calibration.h"
#include "recognize/features.h"
#include "recognize/recognizer.h"
#include "recognize/tagger_crf.h"
#include "recognize/use_model.h"

#define GMI_TAGGER_KIND        GMI_TAG('T', 'A', 'G', ' ')
#define GMI_TAGGER_HEAD        GMI_TAG('H', 'E', 'A', 'D')
#define GMI_TAGGER_VOCABULARY  GMI_TAG('V', 'O', 'C', 'A')
#define GMI_TAGGER_ROWS(i)     GMI_TAG('R', 'O', 'W', '0' + (i))
#define GMI_TAGGER_FOLLOW(i)   GMI_TAG('F', 'O', 'L', '0' + (i))
#define GMI_TAGGER_USES        GMI_TAG('U', 'S', 'E', 'S')

enum {
    GMI_TAGGER_MAJOR = 2,
    GMI_TAGGER_MINOR = 0,
    GMI_TAGGER_MODELS = 2, /* for texts with capitals, and without */
    GMI_TAGGER_PROBES = 64 /* a feature's row is at most so far away */
};

/* The weights of one feature, in steps of the head's `step`. */
struct gmi_tagger_row {
    uint8_t fingerprint[3]; /* low bytes of the hash, never all 0 */
    int8_t weights[GMI_TAGS];
};

struct gmi_tagger_head {
    uint32_t features_version;
    uint32_t tags;
    uint64_t seed;
    float steps[GMI_TAGGER_MODELS];
    struct gmi_calibration calibrations[GMI_TAGGER_MODELS][GMI_TAG_KINDS];
};

_Static_assert(sizeof(struct gmi_tagger_row) == 16, "row");
_Static_assert(sizeof(struct gmi_tagger_head) == 72, "head");

struct gmi_tagger_model {
    const struct gmi_tagger_row *rows;
    size_t row_count;
    float step;
    struct gmi_crf crf;
    const struct gmi_calibration *calibrations;
};

struct gmi_tagger {
    struct gmi_container container;
    const struct gmi_tagger_head *head;
    struct gmi_vocabulary vocabulary;
    struct gmi_tagger_model models[GMI_TAGGER_MODELS];
    struct gmi_use_model uses;
};

gm_status gmi_tagger_open(const char *path, struct gmi_tagger *out,
                          gm_error *err);
void gmi_tagger_release(struct gmi_tagger *tagger);

static inline uint32_t gmi_tagger_fingerprint(uint64_t hash)
{
    const uint32_t low = (uint32_t)hash & 0xffffff;
    return low ? low : 1;
}

static inline size_t gmi_tagger_slot(uint64_t hash, size_t row_count)
{
    return (size_t)((hash >> 32) * (uint64_t)row_count >> 32);
}

/* Adds up the weights of features. */
void gmi_tagger_score(const struct gmi_tagger_model *model,
                      const uint64_t *hashes, size_t count,
                      float scores[GMI_TAGS]);

/*
 * Adds the mentions of an English document whose words are split, with use
 * and recognition. The recogniser has a tagger.
 */
gm_status gmi_tagger_recognize(const struct gmi_recognizer *recognizer,
                               gm_document *doc, gm_error *err);

/* Finds the use of each mention that the caller gave. */
gm_status gmi_tagger_judge(const struct gmi_recognizer *recognizer,
                           gm_document *doc, gm_error *err);

#endif
