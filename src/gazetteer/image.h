/* SPDX-License-Identifier: MIT */
/*
 * One compiled gazetteer, mapped. Sections and counts are checked at opening;
 * every index and offset that a record holds is checked where it is used.
 */
#ifndef GAZETTEER_IMAGE_H
#define GAZETTEER_IMAGE_H

#include "gazetteer/format.h"
#include "gazetteer/type_word.h"

#include <stdbool.h>

struct gmi_image {
    struct gmi_container container;
    const char *strings;
    const struct gmi_place_record *places;
    const struct gmi_name_record *names;
    const uint32_t *names_of_place;
    const struct gmi_bucket_record *buckets;
    const uint64_t *filter; /* NULL: the file has none */
    uint8_t *types; /* enum gmi_type of each feature code; not of the file */
    const struct gmi_feature_record *features;
    const struct gmi_language_record *languages;
    const struct gmi_country_record *countries;
    const struct gmi_source_record *sources;
    size_t string_bytes, place_count, name_count, of_place_count;
    size_t bucket_count, filter_count, feature_count, language_count;
    size_t country_count, source_count;
};

gm_status gmi_image_open(const char *path, struct gmi_image *out,
                         gm_error *err);
void gmi_image_release(struct gmi_image *image);
gm_status gmi_image_verify(const struct gmi_image *image, gm_error *err);

/* Where a key's slots end that began at `home`. */
static inline uint64_t gmi_image_reach(const struct gmi_image *image,
                                       uint64_t home)
{
    const uint64_t end = home + GMI_BUCKETS_REACH;
    return end < image->bucket_count ? end : image->bucket_count;
}

/*
 * False: the index lacks the key. Most keys that are asked for are guesses,
 * and the filter fits into a processor's caches, where the index does not.
 */
static inline bool gmi_image_may_know(const struct gmi_image *image,
                                      uint64_t key)
{
    if (!image->filter)
        return true;
    const uint64_t bits = gmi_filter_bits(key);
    return (image->filter[gmi_filter_word(key, image->filter_count)] & bits) ==
           bits;
}

/*
 * What the marks of a key say: GMI_MARK_IS_NAME, _IS_PREFIX, or 0. Another
 * key has the same mark once in 2^30: what is found is compared with the name
 * before it is believed. All slots of a bucket are looked at without a
 * branch: which one it is cannot be foreseen, and a wrong guess costs more.
 */
static inline unsigned gmi_image_probe(const struct gmi_image *image,
                                       uint64_t key)
{
    const uint32_t wanted = gmi_mark_of(key);
    uint64_t bucket = gmi_home_bucket(key, image->bucket_count);
    const uint64_t end = gmi_image_reach(image, bucket);
    uint32_t known = 0;
    for (; bucket < end; bucket++) {
        const uint32_t *marks = image->buckets[bucket].marks;
        for (unsigned i = 0; i < GMI_BUCKET_SLOTS; i++) {
            const uint32_t difference = marks[i] ^ wanted;
            known |= difference <= GMI_MARK_BITS ? difference : 0;
        }
        /* Slots are filled from the front. */
        if (marks[GMI_BUCKET_SLOTS - 1] == 0)
            break;
    }
    return known;
}

/* A walk over the slots that may be a name's. */
struct gmi_slot_walk {
    uint64_t bucket, end;
    uint32_t wanted;
    unsigned next; /* slot within the bucket */
};

static inline struct gmi_slot_walk
gmi_image_walk_slots(const struct gmi_image *image, uint64_t key)
{
    const uint64_t home = gmi_home_bucket(key, image->bucket_count);
    return (struct gmi_slot_walk){home, gmi_image_reach(image, home),
                                  gmi_mark_of(key), 0};
}

/* The first record of the next name with the key's mark; false: no more. */
bool gmi_image_next_name(const struct gmi_image *image,
                         struct gmi_slot_walk *walk, uint32_t *record);

/*
 * The string at an offset; "" when the offset is out of bounds or what stands
 * there is not UTF-8.
 */
const char *gmi_image_string(const struct gmi_image *image, uint32_t offset);

/* Whether a string begins at an offset. */
static inline bool gmi_image_is_string(const struct gmi_image *image,
                                       uint32_t offset)
{
    return offset < image->string_bytes &&
           (offset == 0 || image->strings[offset - 1] == '\0');
}

/* The record of a place; NULL when there is no such place. */
static inline const struct gmi_place_record *
gmi_image_place(const struct gmi_image *image, uint32_t index)
{
    return index < image->place_count ? &image->places[index] : NULL;
}

/* Whether a place has a point, and one that is on earth. */
static inline bool gmi_place_has_point(const struct gmi_place_record *place)
{
    return place->latitude >= -900000000 && place->latitude <= 900000000 &&
           place->longitude >= -1800000000 && place->longitude <= 1800000000;
}

/* "P.PPLC"; "" when the record's index is out of bounds. */
const char *gmi_image_feature(const struct gmi_image *image,
                              const struct gmi_place_record *place);
/* What kind of place that is. */
static inline enum gmi_type
gmi_image_type(const struct gmi_image *image,
               const struct gmi_place_record *place)
{
    return place->feature < image->feature_count
               ? (enum gmi_type)image->types[place->feature]
               : GMI_TYPE_OTHER;
}

/* "hy"; "". */
const char *gmi_image_language(const struct gmi_image *image,
                               const struct gmi_name_record *name);
/* Copies a language's code: what snprintf does takes a look-up's tenth. */
static inline void gmi_copy_code(char out[8], const char *code)
{
    size_t length = 0;
    while (length < 7 && code[length]) {
        out[length] = code[length];
        length++;
    }
    out[length] = '\0';
}

/* The place that a country is; GMI_NONE. */
uint32_t gmi_image_country(const struct gmi_image *image, uint16_t number);
/* The names of a place, as a range of PNAM. */
size_t gmi_image_names_of(const struct gmi_image *image, uint32_t place,
                          size_t *first);

#endif
