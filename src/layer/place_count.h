/* SPDX-License-Identifier: MIT */
/*
 * How often each place is mentioned. It grows with the places, not with the
 * mentions.
 */
#ifndef LAYER_PLACE_COUNT_H
#define LAYER_PLACE_COUNT_H

#include "include/geomention_document.h"

struct gmi_counted_place {
    uint32_t index; /* in the gazetteer */
    uint64_t mentions;
    uint64_t documents;
    uint64_t last_document; /* the one that was counted last, from 1 */
    double confidence_sum;
    char *quote; /* of the first mention */
};

/* Zeroed it is empty. The places stand in the order of first mention. */
struct gmi_place_count {
    struct gmi_counted_place *places;
    size_t count, capacity;
    size_t *slots; /* a hash of them by index: number + 1, or 0 */
    size_t slot_count;
};

void gmi_place_count_release(struct gmi_place_count *count);

/*
 * Counts a mention of a place in a document, whose number is from 1.
 * `*is_first` when it is the first one of that place in that document. False
 * when out of memory.
 */
bool gmi_place_count_add(struct gmi_place_count *count, uint32_t index,
                         const gm_mention *mention, uint64_t document,
                         bool *is_first);

#endif
