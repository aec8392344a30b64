/* SPDX-License-Identifier: MIT */
/* Counting what a run wrote: "84 mentions, 21 places, 2 unresolved". */
#ifndef CLI_TALLY_H
#define CLI_TALLY_H

#include "include/geomention_io.h"

struct tally {
    uint64_t documents;
    uint64_t failures;
    uint64_t mentions; /* with a place */
    uint64_t unresolved;
    uint64_t places;     /* different ones */
    unsigned char *seen; /* a bit for each place; NULL: not counted */
};

/* `with_places`: also count different places, at a bit for each there is. */
void tally_init(struct tally *tally, const gm_gazetteer *gazetteer,
                bool with_places);
void tally_release(struct tally *tally);

/* Counts the mentions that `write` lets through, unresolved or not. */
void tally_add(struct tally *tally, const gm_document *doc,
               const gm_write_options *write);

void tally_print(const struct tally *tally);

#endif
