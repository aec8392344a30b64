/* SPDX-License-Identifier: MIT */
/*
 * One compiled gazetteer, mapped. Sections and counts are checked at opening;
 * every index and offset that a record holds is checked where it is used.
 */
#ifndef GAZETTEER_IMAGE_H
#define GAZETTEER_IMAGE_H

#include "gazetteer/format.h"

#include <stdbool.h>

struct gmi_image {
    struct gmi_container container;
    const char *strings;
    const struct gmi_place_record *places;
    const struct gmi_name_record *names;
    const uint32_t *names_of_place;
    const uint64_t *slots;
    const struct gmi_feature_record *features;
    const struct gmi_language_record *languages;
    const struct gmi_country_record *countries;
    const struct gmi_source_record *sources;
    size_t string_bytes, place_count, name_count, of_place_count;
    size_t bucket_count, feature_count, language_count;
    size_t country_count, source_count;
};

gm_status gmi_image_open(const char *path, struct gmi_image *out,
                         gm_error *err);
void gmi_image_release(struct gmi_image *image);
gm_status gmi_image_verify(const struct gmi_image *image, gm_error *err);

/* A walk over the slots that may be a key's. */
struct gmi_slot_walk {
    uint64_t key, bucket;
    unsigned next; /* slot within the bucket */
};

static inline struct gmi_slot_walk
gmi_image_walk_slots(const struct gmi_image *image, uint64_t key)
{
    return (struct gmi_slot_walk){
        key, gmi_slot_bucket(key, image->bucket_count), 0};
}

/*
 * The next slot with the key's fingerprint, or 0. Another key has the same
 * one once in 2^30: what is found is compared with the name before it is
 * believed, and all slots of the fingerprint have to be seen.
 */
static inline uint64_t gmi_image_next_slot(const struct gmi_image *image,
                                           struct gmi_slot_walk *walk)
{
    const uint64_t wanted = gmi_slot_fingerprint(walk->key) >> 34;
    for (; walk->bucket < image->bucket_count; walk->bucket++) {
        const uint64_t *slots =
            image->slots + walk->bucket * GMI_SLOTS_PER_BUCKET;
        while (walk->next < GMI_SLOTS_PER_BUCKET) {
            const uint64_t slot = slots[walk->next];
            if (slot == 0)
                return 0;
            walk->next++;
            if (slot >> 34 == wanted)
                return slot;
        }
        walk->next = 0;
    }
    return 0;
}

/* The string at an offset; "" when the offset is out of bounds. */
static inline const char *gmi_image_string(const struct gmi_image *image,
                                           uint32_t offset)
{
    return offset < image->string_bytes ? image->strings + offset : "";
}

/* The record of a place; NULL when there is no such place. */
static inline const struct gmi_place_record *
gmi_image_place(const struct gmi_image *image, uint32_t index)
{
    return index < image->place_count ? &image->places[index] : NULL;
}

/* "P.PPLC"; "" when the record's index is out of bounds. */
const char *gmi_image_feature(const struct gmi_image *image,
                              const struct gmi_place_record *place);
/* "hy"; "". */
const char *gmi_image_language(const struct gmi_image *image,
                               const struct gmi_name_record *name);
/* The place that a country is; GMI_NONE. */
uint32_t gmi_image_country(const struct gmi_image *image, uint16_t number);
/* The names of a place, as a range of PNAM. */
size_t gmi_image_names_of(const struct gmi_image *image, uint32_t place,
                          size_t *first);

#endif
