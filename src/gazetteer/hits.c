/* SPDX-License-Identifier: MIT */
/* From a key to the places of its name. */
#include "gazetteer/gazetteer.h"

#include "text/fold.h"

#include <string.h>

/* The slots of the layer where the key may be: none when it lacks the key. */
static void enter_layer(struct gmi_hits *hits)
{
    const struct gmi_image *image = &hits->gazetteer->images[hits->layer];
    hits->walk = gmi_image_may_know(image, hits->key)
                     ? gmi_image_walk_slots(image, hits->key)
                     : (struct gmi_slot_walk){0};
}

void gmi_hits_begin_above(struct gmi_hits *hits, const gm_gazetteer *gazetteer,
                          uint64_t key, size_t layer)
{
    /* Keys are random: one in eight is often enough to look. */
    if ((key >> 20) % 8 == 0)
        gmi_gazetteer_trim(gazetteer);
    *hits = (struct gmi_hits){.gazetteer = gazetteer,
                              .key = key,
                              .layer = layer,
                              .next = SIZE_MAX,
                              .checked_text = UINT32_MAX};
    if (layer < gazetteer->count)
        enter_layer(hits);
}

void gmi_hits_begin(struct gmi_hits *hits, const gm_gazetteer *gazetteer,
                    uint64_t key)
{
    gmi_hits_begin_above(hits, gazetteer, key, 0);
}

/* Goes to the next run of records for the key; false after the last. */
static bool begin_run(struct gmi_hits *hits)
{
    const gm_gazetteer *gazetteer = hits->gazetteer;
    while (hits->layer < gazetteer->count) {
        uint32_t record;
        if (gmi_image_next_name(&gazetteer->images[hits->layer], &hits->walk,
                                &record)) {
            hits->next = record;
            hits->checked_text = UINT32_MAX;
            return true;
        }
        if (++hits->layer < gazetteer->count)
            enter_layer(hits);
    }
    return false;
}

/* A mark is not the name: compare, once for each spelling. */
static bool has_key(struct gmi_hits *hits, const struct gmi_image *image,
                    uint32_t text)
{
    if (text != hits->checked_text) {
        hits->checked_text = text;
        hits->checked_name = gmi_image_string(image, text);
        hits->checked_is_equal =
            gmi_key_of(hits->checked_name, strlen(hits->checked_name), NULL) ==
            hits->key;
    }
    return hits->checked_is_equal;
}

bool gmi_hits_next(struct gmi_hits *hits, struct gmi_hit *out)
{
    const gm_gazetteer *gazetteer = hits->gazetteer;
    for (;;) {
        if (hits->next == SIZE_MAX && !begin_run(hits))
            return false;
        const struct gmi_image *image = &gazetteer->images[hits->layer];
        if (hits->next >= image->name_count) {
            hits->next = SIZE_MAX; /* a damaged file: leave this run */
            continue;
        }
        const struct gmi_name_record *name = &image->names[hits->next];
        const uint8_t layer = (uint8_t)hits->layer;
        hits->next = name->flags & GMI_NAME_LAST ? SIZE_MAX : hits->next + 1;
        if (!has_key(hits, image, name->text)) {
            hits->next = SIZE_MAX; /* another name's run: its mark is ours */
            continue;
        }
        if (name->place >= image->place_count)
            continue;
        *out = (struct gmi_hit){
            .text = hits->checked_name,
            .place = gazetteer->bases[layer] + name->place,
            .language = name->language,
            .kind = gmi_name_kind(name),
            .flags = name->flags,
            .layer = layer,
        };
        return true;
    }
}
