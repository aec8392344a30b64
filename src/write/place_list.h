/* SPDX-License-Identifier: MIT */
/*
 * The places that mentions name, each once, with how often: what a map shows.
 * It grows with the places, not with the text.
 */
#ifndef WRITE_PLACE_LIST_H
#define WRITE_PLACE_LIST_H

#include "write/field.h"

enum { GMI_USE_COUNT = GM_USE_EMBEDDED + 1 };

struct gmi_listed_place {
    gm_place place;
    bool has_point;
    size_t number; /* in the order of first mention, from 0 */
    uint64_t mentions;
    uint64_t uses[GMI_USE_COUNT]; /* of those mentions */
    uint64_t documents;
    uint64_t last_document; /* the one that was counted last, from 1 */
    double confidence_sum;
};

/* Zeroed it is empty. */
struct gmi_place_list {
    struct gmi_listed_place *places;
    size_t count, capacity;
    size_t *slots; /* a hash of places by index: number + 1, or 0 */
    size_t slot_count;
};

void gmi_place_list_release(struct gmi_place_list *list);

/*
 * Counts a mention of its place. `document` is the document's number, from 1.
 * Gives the place's number; records without a place are not for here.
 */
gm_status gmi_place_list_add(struct gmi_place_list *list,
                             const gm_record *record, uint64_t document,
                             size_t *number, gm_error *err);

/* The use that most of the mentions have. */
gm_use gmi_listed_use(const struct gmi_listed_place *listed);

double gmi_listed_confidence(const struct gmi_listed_place *listed);

/*
 * Sorts by count of mentions, most first, else by first mention. The numbers
 * stay with their places; nothing can be added any more.
 */
void gmi_place_list_sort(struct gmi_place_list *list);

#endif
