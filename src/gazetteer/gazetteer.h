/* SPDX-License-Identifier: MIT */
/*
 * The read side: compiled gazetteers laid one over another. A place's index
 * counts through all layers, the first layer first.
 */
#ifndef GAZETTEER_GAZETTEER_H
#define GAZETTEER_GAZETTEER_H

#include "gazetteer/image.h"
#include "gazetteer/memo.h"
#include "gazetteer/trim.h"
#include "include/geomention_gazetteer.h"

enum { GMI_LAYERS_MAX = 16 };

struct gm_gazetteer {
    struct gmi_image images[GMI_LAYERS_MAX];
    uint32_t bases[GMI_LAYERS_MAX + 1]; /* first place of each layer */
    size_t count;
    struct gmi_trim *trim; /* all that changes once it is open: this, */
    struct gmi_memo *memo; /* and which places of other layers are one */
};

/*
 * The same with its first layer alone, borrowed from it: not to be closed.
 * What is remembered between layers is neither asked nor changed.
 */
static inline struct gm_gazetteer
gmi_gazetteer_first_layer(const gm_gazetteer *gazetteer)
{
    struct gm_gazetteer first = *gazetteer;
    if (first.count > 1)
        first.count = 1;
    return first;
}

/* What the index knows of a key: bits. */
enum {
    GMI_KEY_IS_NAME = GMI_MARK_IS_NAME,
    GMI_KEY_IS_PREFIX = GMI_MARK_IS_PREFIX
};

/* Lets go of memory when much is held: see gazetteer/trim.h. */
void gmi_gazetteer_trim(const gm_gazetteer *gazetteer);

/* Looks a key up in every layer and never lets go of memory. */
static inline unsigned gmi_gazetteer_known(const gm_gazetteer *gazetteer,
                                           uint64_t key)
{
    unsigned known = 0;
    for (size_t i = 0; i < gazetteer->count; i++)
        if (gmi_image_may_know(&gazetteer->images[i], key))
            known |= gmi_image_probe(&gazetteer->images[i], key);
    return known;
}

/*
 * Looks a key up in every layer. The answer is right but for one in 2^30 of
 * absent keys: names are compared letter by letter when hits are read.
 */
static inline unsigned gmi_gazetteer_probe(const gm_gazetteer *gazetteer,
                                           uint64_t key)
{
    /* Keys are random: one in 128 is often enough to look. */
    if ((key >> 20) % 128 == 0)
        gmi_gazetteer_trim(gazetteer);
    return gmi_gazetteer_known(gazetteer, key);
}

/* Asks for the memory that a probe of the key will read. */
static inline void gmi_gazetteer_prefetch(const gm_gazetteer *gazetteer,
                                          uint64_t key)
{
    for (size_t i = 0; i < gazetteer->count; i++) {
        const struct gmi_image *image = &gazetteer->images[i];
        if (image->filter)
            __builtin_prefetch(image->filter +
                               gmi_filter_word(key, image->filter_count));
        else
            __builtin_prefetch(image->buckets +
                               gmi_home_bucket(key, image->bucket_count));
    }
}

/* One place of a name. */
struct gmi_hit {
    const char *text;   /* as the source spells it */
    uint32_t place;
    uint16_t language;  /* as in struct gmi_name_record, of that layer */
    uint8_t kind;       /* gm_name_kind */
    uint8_t flags;      /* enum gmi_name_flag */
    uint8_t layer;
};

/*
 * Walks over the places of a key, layer by layer from the first on, best
 * known first within a layer.
 */
struct gmi_hits {
    const gm_gazetteer *gazetteer;
    uint64_t key;
    size_t layer;
    struct gmi_slot_walk walk; /* over the slots of that layer */
    size_t next;               /* record; SIZE_MAX: ask for the next slot */
    uint32_t checked_text; /* the spelling compared last, */
    const char *checked_name;
    bool checked_is_equal; /* and what came out */
};

void gmi_hits_begin(struct gmi_hits *hits, const gm_gazetteer *gazetteer,
                    uint64_t key);
/* The same from layer `layer` on. */
void gmi_hits_begin_above(struct gmi_hits *hits, const gm_gazetteer *gazetteer,
                          uint64_t key, size_t layer);
bool gmi_hits_next(struct gmi_hits *hits, struct gmi_hit *out);

/* The record of a place and its layer; NULL when there is no such place. */
const struct gmi_place_record *
gmi_gazetteer_record(const gm_gazetteer *gazetteer, uint32_t place,
                     const struct gmi_image **image);

/* A layer's own place number as one that counts through all layers. */
static inline uint32_t gmi_gazetteer_global(const gm_gazetteer *gazetteer,
                                            size_t layer, uint32_t local)
{
    const size_t count = gazetteer->images[layer].place_count;
    return local < count ? gazetteer->bases[layer] + local : GMI_NONE;
}

/* What a place lies in, as places that count through all layers. */
struct gmi_ancestors {
    uint32_t country, admin1, admin2, parent; /* GMI_NONE when unknown */
};
struct gmi_ancestors gmi_gazetteer_ancestors(const gm_gazetteer *gazetteer,
                                             uint32_t place);

/* Whether two places are one by their ids (in two layers, or the same). */
bool gmi_gazetteer_same_place(const gm_gazetteer *gazetteer, uint32_t a,
                              uint32_t b);

#endif
